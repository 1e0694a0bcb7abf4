from datetime import date

from content.declarations.declaring import Evidence, State
from content.operator import Profile
from content.words.ja import common as forms

_STATES = {
    State.DRAFT: "未提出",
    State.SUBMITTED: "提出済",
    State.ACCEPTED: "受理",
    State.REFUSED: "不受理",
    State.WITHDRAWN: "取り下げ済",
}
_MIMES = {"application/pdf": "PDF", "image/jpeg": "写真", "image/png": "画像", "image/heic": "写真"}


def purpose(profile: Profile) -> str:
    return (
        f"ここで受理された申告は、{profile.name.ja}の記録になります。"
        f"日本医師会生涯教育制度の申告書は、{profile.declarations_to.ja}に別途ご提出ください。"
    )


def to_form() -> str:
    return "申告内容を印刷する"


def on_its_way() -> str:
    return "申告内容の一覧（PDF）を作成しています。"


def form_title(year: int) -> str:
    return f"申告内容一覧　{forms.fiscal_year(year)}"


def file_name(year: int) -> str:
    return f"申告内容一覧_{year}年度.pdf"


def caption(profile: Profile) -> str:
    return (
        "この年度に入力された申告と、証明書類の一覧です。所定の申告書ではありません。"
        f"申告書は、{profile.declarations_to.ja}にご提出ください。"
    )


def held() -> str:
    return (
        "⚠️ 申告の内容またはお名前に、印字できない文字があるため、作成できませんでした。運営者に自動で通知しました。"
        "下書きのときは、その文字（絵文字など）を直して、もう一度印刷してください。"
    )


def state(state: State) -> str:
    return _STATES[state]


def file(number: int, file: Evidence) -> str:
    return f"{number} {file.name}（{_MIMES.get(file.mime, 'ファイル')}）"


def due_title(last: date) -> str:
    return f"申告の期限は{forms.short_day(last)}です"


def due(drafts: int, year: int) -> str:
    return (
        f"提出していない下書きが{drafts}件あります。{forms.fiscal_year(year)}の学習は、この日までに提出してください。"
    )


def to_draft() -> str:
    return "下書きを開く"


def to_declarations() -> str:
    return "申告書の一覧を見る"
