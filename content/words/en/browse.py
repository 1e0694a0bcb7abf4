from content.course import CommonLecture, Kind
from content.words.browse import State, View
from content.words.en import common as forms

_VIEWS: dict[View, str] = {"all": "All credits and codes", "courses": "Lectures and cooperation"}
_KINDS = {Kind.LECTURE: "Lecture course", Kind.COOPERATION: "Cooperation course"}
_STATES: dict[State, str] = {
    "earned": "✅ credited",
    "finished": "✅ completed",
    "begun": "▶️ under way",
    "new": "⬜ not begun",
}


def codes_title() -> str:
    return "Curriculum codes"


def view(view: View) -> str:
    return _VIEWS[view]


def view_line(view: View, codes: int) -> str:
    return f"{_VIEWS[view]}: {codes} code{'' if codes == 1 else 's'}"


def legend() -> str:
    return "✅ earned  ⬜ not yet. Tap a number to see its courses."


def code(number: int, name: str, courses: int) -> str:
    return f"{number} {name}: {_courses(courses)}" if courses else f"{number} {name} (no content)"


def code_button(number: int) -> str:
    return f"CC {number}"


def jump(first: int, last: int) -> str:
    return f"{first}–{last}"


def no_codes() -> str:
    return "No course is published at present."


def courses_title(number: int, name: str) -> str:
    return f"CC {number} {name}: courses"


def courses_line(courses: int) -> str:
    return f"{_courses(courses).capitalize()}. Choose one to study."


def kind(kind: Kind) -> str:
    return _KINDS[kind]


def detail(state: State, kind: Kind, common: CommonLecture | None, *, sample: bool) -> str:
    more = [common_lecture(common)] if common else []
    return ", ".join([_STATES[state], _KINDS[kind].lower(), *more, *[forms.sample()] * sample])


def common_lecture(common: CommonLecture) -> str:
    return f"common lecture for specialists ({common.category}, {forms.credits(common.half_units)})"


def to_codes() -> str:
    return "All codes"


def _courses(number: int) -> str:
    return f"{number} course{'' if number == 1 else 's'}"
