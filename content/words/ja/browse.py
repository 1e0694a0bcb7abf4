from datetime import date

from content.credits.goal import Window
from content.study.course import CommonLecture, Kind
from content.values import CreditKind
from content.words.browse import State, View
from content.words.ja import common as forms
from content.words.ja import goal, ledger

_VIEWS: dict[View, str] = {"all": "全単位・CC", "courses": "生涯教育講座・協力講座", "missing": "未取得のコード"}
_KINDS = {Kind.LECTURE: "生涯教育講座", Kind.COOPERATION: "協力講座"}
_STATES: dict[State, str] = {
    "earned": "✅ 取得済",
    "finished": "✅ 受講済",
    "begun": "▶️ 受講中",
    "new": "⬜ 未受講",
}


def codes_title() -> str:
    return "カリキュラムコード別一覧"


def view(view: View) -> str:
    return _VIEWS[view]


def view_line(view: View, codes: int) -> str:
    return f"{_VIEWS[view]}　{codes}コード"


def earned_line(ever: int, window: Window, inside: int) -> str:
    return f"取得済 {ever}コード（うち{goal.years(window)} {inside}）"


def apart_line(ever: int, window: Window, inside: int) -> str:
    return f"ほかに研修会・申告書で取得済 {ever}コード（うち{goal.years(window)} {inside}）"


def legend() -> str:
    return "✅ 取得済　⬜ 未取得　コードを押すと、そのコンテンツが表示されます。"


def missing_legend(window: Window) -> str:
    return f"⬜ {goal.years(window)}に未取得　コードを押すと、そのコンテンツが表示されます。"


def code(number: int, name: str, courses: int, issues: int, earned_in: int, *, apart: bool) -> str:
    how = "に研修会・申告書で取得" if apart else "に取得"
    year = [f"{forms.fiscal_year(earned_in)}{how}"] if earned_in else []
    journal = [f"日医雑誌{issues}号"] if issues else []
    content = [f"{courses}講座"] if courses else [] if journal else ["講座なし"]
    return f"{number} {name}　{'・'.join([*year, *content, *journal])}"


def code_button(number: int, name: str) -> str:
    return f"{number} {name}"


def no_codes() -> str:
    return "現在、公開されている講座はありません。"


def courses_title(number: int, name: str) -> str:
    return f"CC {number} {name}　コンテンツ一覧"


def courses_line(courses: int) -> str:
    if not courses:
        return "現在、公開されている講座はありません。"
    return f"{courses}講座あります。受講する講座をお選びください。"


def earned(day: date, title: str, half_units: int, kind: CreditKind) -> str:
    return f"✅ {forms.day(day)} {title}　{forms.credits(half_units)}・{ledger.kind(kind)}"


def kind(kind: Kind) -> str:
    return _KINDS[kind]


def detail(state: State | None, kind: Kind, common: CommonLecture | None, *, sample: bool) -> str:
    more = [common_lecture(common)] if common else []
    return "　".join([*([_STATES[state]] if state else []), _KINDS[kind], *more, *[forms.sample()] * sample])


def common_lecture(common: CommonLecture) -> str:
    return f"専門医共通講習（{common.category} {forms.credits(common.half_units)}）"


def to_codes() -> str:
    return "コードを見る"
