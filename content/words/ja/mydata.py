from collections.abc import Sequence
from datetime import datetime

from content.operator import Profile
from content.rules import local
from content.words.ja import common, operator


def to_mydata() -> str:
    return "自分の記録を受け取る"


def about() -> tuple[str, ...]:
    return (
        "このボットに保管されている、ご自身の記録のすべてを、1つに圧縮したファイルでお送りします。",
        "",
        "・ブラウザーで読むページ",
        "・ほかのシステムで使うためのデータ",
        "・受講証明書と、お送りいただいた書類のファイル",
        "",
        "ファイルはこのチャットに届き、Telegram社のサーバーにも保存されます。"
        "45MBを超える場合は、いくつかに分けてお送りします。",
        "",
    )


def on_its_way(parts: int, *, again: bool) -> str:
    if again:
        return "すでに作成しています。まもなくこのチャットに届きます。"
    return (
        "作成しています。1分以内に届きます。"
        if parts == 1
        else f"作成しています。{parts}つのファイルに分けて届きます。"
    )


def lately(at: datetime) -> str:
    return f"先ほどお送りしました。次は{common.moment(at)}から受け取れます。"


def file_name(day: str, part: int, of: int) -> str:
    return f"自分の記録_{day}.zip" if of == 1 else f"自分の記録_{day}_{part}-{of}.zip"


def file_title(part: int, of: int) -> str:
    return "自分の記録" if of == 1 else f"自分の記録　{part} / {of}"


def caption(of: int, files: int) -> str:
    held = f"書類のファイル {files}点を含みます。" if files else "書類のファイルはありません。"
    return (
        f"圧縮を解き、中のページをブラウザーで開いてお読みください。{held}個人情報を含むため、取扱いにご注意ください。"
    )


def page_title() -> str:
    return "保管されている記録"


def page_head(at: datetime, profile_name: str) -> tuple[str, ...]:
    return (
        f"{profile_name}のボットに、{local(at):%Y年%m月%d日 %H時%M分}（日本時間）の時点で保管されていた、"
        "あなたの記録のすべてです。",
        "同じ内容が data.json にあります。種類や状態などの一部は、データのままの英字で示しています。",
    )


def nothing(tables: Sequence[str]) -> str:
    return f"次のものは、保管されていません：{'、'.join(tables)}"


def files_title() -> str:
    return "ファイル"


def no_files() -> str:
    return "ファイルはありません。"


def file(name: str, size: int, part: int, of: int) -> str:
    where = "" if of == 1 else f"（{part} / {of} のファイル）"
    return f"{name}　{size}バイト{where}"


def withheld_title() -> str:
    return "保管していますが、お渡ししないもの"


def withheld() -> str:
    return (
        "パスワードの照合値、照合用のハッシュ値、視聴ページの鍵、暗号の鍵など、それ自体が秘密であるものです。"
        "会員情報を調べるための索引にすぎず、記録の内容は上記のとおりです。"
        "担当者が書きかけでまだお送りしていない文と、ボットが処理中のメッセージなど、どなたのものか特定できないものも含みません。"
    )


def whom(profile: Profile) -> str:
    return f"訂正・削除のご請求：{operator.whom_about_privacy(profile)}"
