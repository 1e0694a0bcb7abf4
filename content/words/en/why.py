from collections.abc import Sequence
from datetime import date

from content.credits.goal import Sum, Window
from content.values import CreditKind
from content.words.en import common as forms
from content.words.en import common_lectures, goal

_PICKS = {
    CreditKind.LECTURE: "Courses",
    CreditKind.COOPERATION: "Courses",
    CreditKind.JOURNAL: "Journal",
    CreditKind.TRAINING: "Trainings",
    CreditKind.DECLARATION: "Declarations",
}

_OPEN = {
    CreditKind.LECTURE: "Go to the course",
    CreditKind.COOPERATION: "Go to the course",
    CreditKind.JOURNAL: "Go to the issue",
    CreditKind.TRAINING: "Go to the training",
    CreditKind.DECLARATION: "Go to the declaration",
}


def to_why() -> str:
    return "Find a missing credit"


def title() -> str:
    return "Why a credit is missing"


def to_line() -> str:
    return "Find a missing entry"


def about(pending: int) -> str:
    return "Not yet in your credits or on a certificate:" if pending else "Nothing is waiting to be credited."


def others() -> str:
    return "For anything else, choose below, or type the name of a course or training, or an issue (2026-11)."


def item(number: int, title: str, state: str) -> str:
    return f"{number}  {title}: {state}"


def kind(kind: CreditKind) -> str:
    return _PICKS[kind]


def list_title(kind: CreditKind) -> str:
    return f"{title()}: {_PICKS[kind].lower()}"


def empty(kind: CreditKind) -> str:
    return f"{_PICKS[kind]}: there is nothing on record yet."


def unlisted() -> str:
    return "If it is not listed here, type its name."


def found_title(text: str) -> str:
    return f"{title()}: “{text}”"


def found_more(further: int) -> str:
    return f"{further} more found. Please type more of the name."


def not_found(text: str) -> Sequence[str]:
    return (
        f"There is no course, issue or training called “{text}”.",
        "",
        "A training appears and earns credit only once its organiser has registered it. Please ask the organiser.",
        "For certificates of trainings held in Osaka, please ask the Osaka Medical Association.",
        "Declare congresses, writing and similar learning in /declare.",
    )


def too_long(most: int) -> str:
    return f"A name can have up to {most} characters. Nothing was changed. Please type a shorter one."


def in_year(year: int) -> str:
    return f"It counts in the total for {forms.fiscal_year(year)}."


def in_goal(window: Window, half_units: int, code: int) -> str:
    return f"Towards 60 ({goal.years(window)}) it counts {forms.credits(half_units)} and one code (CC {code})."


def in_goal_without_code(window: Window, half_units: int, code: int, day: date, title: str) -> str:
    return (
        f"Towards 60 ({goal.years(window)}) it counts {forms.credits(half_units)}. "
        f"CC {code} is already counted for “{title}” ({forms.day(day)})."
    )


def outside_goal(window: Window) -> str:
    return f"It is outside {goal.years(window)}, so it does not count towards 60."


def falls(on: date, *, code: bool) -> str:
    what = "credit and code drop" if code else "credit drops"
    return f"On {forms.day(on)} this {what} out of the period."


def common(category: str, half_units: int) -> str:
    return f"Specialist common lecture · {common_lectures.category(category, half_units)} (not part of the 60)"


def on_paper() -> str:
    return "📄 It appears on certificates for any period that includes that day."


def open(kind: CreditKind) -> str:
    return _OPEN[kind]


def to_numbers() -> str:
    return "Break down 60"


def numbers_title(window: Window) -> str:
    return f"What counts in the 60, {goal.years(window)}"


def numbers_sum(sum: Sum) -> str:
    codes = "1 code" if sum.codes == 1 else f"{sum.codes} codes"
    return f"{forms.credits(sum.half_units)} + {codes} = {goal.points(sum.halves)}"


def numbers_row(number: int, day: date, title: str, half_units: int, code: int, *, counts: bool) -> str:
    plus = f" + CC {code}" if counts else f" (CC {code} already counted)"
    return f"{number}  {forms.day(day)} {title}: {forms.credits(half_units)}{plus}"


def numbers_fall(on: date) -> str:
    return f" (until {forms.short_day(on)})"


def numbers_legend() -> str:
    return "Each code counts once in the period. Tap a credit to see how it counts."


def no_numbers() -> str:
    return "There are no credits in this period yet."
