from datetime import date

from content.credits.goal import Window
from content.study.course import CommonLecture, Kind
from content.values import CreditKind
from content.words.browse import State, View
from content.words.en import common as forms
from content.words.en import common_lectures, goal, ledger

_VIEWS: dict[View, str] = {"all": "All credits and codes", "courses": "Courses only", "missing": "Codes not earned"}
_KINDS = {Kind.LECTURE: "Association course", Kind.COOPERATION: "Partner course"}
_STATES: dict[State, str] = {
    "earned": "✅ credited",
    "finished": "✅ completed",
    "begun": "▶️ in progress",
    "new": "⬜ not started",
}


def codes_title() -> str:
    return "Curriculum codes"


def view(view: View) -> str:
    return _VIEWS[view]


def view_line(view: View, codes: int) -> str:
    return f"{_VIEWS[view]}: {codes} code{'' if codes == 1 else 's'}"


def earned_line(ever: int, window: Window, inside: int) -> str:
    return f"{ever} code{'' if ever == 1 else 's'} earned, {inside} of them in {goal.years(window)}"


def apart_line(ever: int, window: Window, inside: int) -> str:
    return f"{ever} more earned by trainings and declarations, {inside} of them in {goal.years(window)}"


def legend() -> str:
    return "✅ earned  ⬜ not yet earned. Tap a code to see its courses."


def missing_legend(window: Window) -> str:
    return f"⬜ not yet earned in {goal.years(window)}. Tap a code to see its courses."


def code(number: int, name: str, courses: int, issues: int, earned_in: int, *, apart: bool) -> str:
    how = "earned by training or declaration in" if apart else "earned in"
    year = [f"{how} {forms.fiscal_year(earned_in)}"] if earned_in else []
    journal = ["1 journal issue" if issues == 1 else f"{issues} journal issues"] if issues else []
    content = [_courses(courses)] if courses else [] if journal else ["no courses"]
    return f"{number} {name}: {', '.join([*year, *content, *journal])}"


def code_button(number: int, name: str) -> str:
    return f"{number} {name}"


def no_codes() -> str:
    return "No courses are available at the moment."


def courses_title(number: int, name: str) -> str:
    return f"CC {number} {name}: courses"


def courses_line(courses: int) -> str:
    if not courses:
        return "No courses are available at the moment."
    return f"{_courses(courses).capitalize()}. Choose one to take."


def earned(day: date, title: str, half_units: int, kind: CreditKind) -> str:
    return f"✅ {forms.day(day)}: {title}, {forms.credits(half_units)}, {ledger.kind(kind).lower()}"


def kind(kind: Kind) -> str:
    return _KINDS[kind]


def detail(state: State, kind: Kind, common: CommonLecture | None, *, sample: bool) -> str:
    more = [common_lecture(common)] if common else []
    return ", ".join([_STATES[state], _KINDS[kind].lower(), *more, *[forms.sample()] * sample])


def common_lecture(common: CommonLecture) -> str:
    return f"specialist common lecture · {common_lectures.category(common.category, common.half_units)}"


def to_codes() -> str:
    return "See all codes"


def _courses(number: int) -> str:
    return f"{number} course{'' if number == 1 else 's'}"
