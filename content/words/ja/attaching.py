from collections.abc import Mapping, Sequence

from content.announcing.attached import CAPTION, MEGABYTE, MOST_FILE, MOST_PICTURE, PDF, Attached, Unfit

_FILE, _PICTURE = MOST_FILE // MEGABYTE, MOST_PICTURE // MEGABYTE
_UNFIT: Mapping[Unfit, str] = {
    Unfit.NO_FILE: "添付できるのは、画像（JPEG、PNG）またはPDFです。",
    Unfit.ALBUM: "一度に複数のファイルが届いたため、どれも添付していません。1つだけお送りください。",
    Unfit.EMPTY: "ファイルの内容が空です。",
    Unfit.TOO_BIG: f"{_FILE}MBを超えるファイルは添付できません。小さくしてお送りください。",
    Unfit.BIG_PICTURE: f"{_PICTURE}MBを超える画像は添付できません。小さくするか、PDFにしてお送りください。",
    Unfit.SIDES: "画像が大きすぎるか細長すぎるため、Telegramで表示できません。大きさか縦横の比を変えてください。",
    Unfit.LOCKED: "パスワードのかかったPDFは、会員が開けないため添付できません。解除してお送りください。",
    Unfit.BROKEN: "このファイルは壊れていて開けません。開けることを確かめて、もう一度お送りください。",
    Unfit.OTHER: "このファイルは、画像（JPEG、PNG）でもPDFでもありません。",
}


def to_file() -> str:
    return "添付ファイル"


def file_line(attached: Attached | None) -> str:
    if attached is None:
        return "添付：なし"
    kind = "PDF" if attached.mime == PDF else "画像"
    ended = "" if attached.kept else "。保存期間が過ぎました"
    return f"添付：{attached.name}（{kind}、{_size(attached.size)}{ended}）"


def ask_file() -> Sequence[str]:
    return (
        f"画像（JPEG、PNG、{_PICTURE}MBまで）またはPDF（{_FILE}MBまで）を1つお送りください。",
        f"本文が{CAPTION}字以内のときは、本文がファイルの下に付きます。それより長いときは、ファイルの後に本文が届きます。",
        "氏名など、個人が分かるものは添付しないでください。",
    )


def unfit(why: Unfit) -> str:
    return f"⚠️ {_UNFIT[why]}"


def taken(name: str) -> str:
    return f"✅ {name}を添付しました。"


def to_remove() -> str:
    return "添付を外す"


def preview_comes() -> str:
    return "プレビューを、会員に届くとおりにお送りします。"


def _size(size: int) -> str:
    return f"{size / MEGABYTE:.1f}MB" if size >= MEGABYTE else f"{max(1, size // 1024)}KB"
