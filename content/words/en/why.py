from collections.abc import Sequence
from datetime import date

from content.goal import Sum, Window
from content.values import CreditKind
from content.words.en import common as forms
from content.words.en import goal

_PICKS = {
    CreditKind.LECTURE: "Courses",
    CreditKind.COOPERATION: "Courses",
    CreditKind.JOURNAL: "Journal",
    CreditKind.TRAINING: "Trainings",
    CreditKind.DECLARATION: "Declarations",
}

_OPEN = {
    CreditKind.LECTURE: "To the course",
    CreditKind.COOPERATION: "To the course",
    CreditKind.JOURNAL: "To the issue",
    CreditKind.TRAINING: "To the training",
    CreditKind.DECLARATION: "To the declaration",
}


def to_why() -> str:
    return "Missing?"


def title() -> str:
    return "Why is it missing?"


def to_line() -> str:
    return "Entry missing?"


def about(pending: int) -> str:
    return "Not yet among your credits or on a certificate:" if pending else "Nothing is waiting to be credited."


def others() -> str:
    return "For anything else, choose below, or type the name of a course or training, or an issue (2026-11)."


def item(number: int, title: str, state: str) -> str:
    return f"{number}  {title}: {state}"


def kind(kind: CreditKind) -> str:
    return _PICKS[kind]


def list_title(kind: CreditKind) -> str:
    return f"{title()} {_PICKS[kind]}"


def empty(kind: CreditKind) -> str:
    return f"{_PICKS[kind]}: there is nothing on record yet."


def unlisted() -> str:
    return "Type the name of what is not listed here."


def found_title(text: str) -> str:
    return f"{title()} “{text}”"


def found_more(further: int) -> str:
    return f"{further} more were found. Please type more of the name."


def not_found(text: str) -> Sequence[str]:
    return (
        f"There is no course, issue or training called “{text}”.",
        "",
        "A training is shown and brings a credit only once its organiser has registered it: please ask the organiser.",
        "For those held in Osaka, please ask the Osaka Medical Association.",
        "Congresses, writing and the like are declared with /declare.",
    )


def too_long(most: int) -> str:
    return f"A name can have {most} characters. Nothing was changed. Please type a shorter one."


def in_year(year: int) -> str:
    return f"It is in the total of {forms.fiscal_year(year)}."


def in_goal(window: Window, half_units: int, code: int) -> str:
    return f"Towards 60 ({goal.years(window)}) it counts {forms.credits(half_units)} and one code (CC {code})."


def in_goal_without_code(window: Window, half_units: int, code: int, day: date, title: str) -> str:
    return (
        f"Towards 60 ({goal.years(window)}) it counts {forms.credits(half_units)}. "
        f"CC {code} is already counted by “{title}” of {forms.day(day)}."
    )


def outside_goal(window: Window) -> str:
    return f"It is outside {goal.years(window)}, so it does not count towards 60."


def falls(on: date, *, code: bool) -> str:
    what = "credit and code fall" if code else "credit falls"
    return f"On {forms.day(on)} this {what} out of the period."


def common(category: str, half_units: int) -> str:
    return f"Common lecture for specialists: {category}, {forms.credits(half_units)} (not part of the 60)"


def on_paper() -> str:
    return "📄 It appears on a certificate for any period with that day."


def open(kind: CreditKind) -> str:
    return _OPEN[kind]


def to_numbers() -> str:
    return "What makes 60"


def numbers_title(window: Window) -> str:
    return f"What makes the 60, {goal.years(window)}"


def numbers_sum(sum: Sum) -> str:
    codes = "1 code" if sum.codes == 1 else f"{sum.codes} codes"
    return f"{forms.credits(sum.half_units)} + {codes} = {goal.points(sum.halves)}"


def numbers_row(number: int, day: date, title: str, half_units: int, code: int, *, counts: bool) -> str:
    plus = f" + CC {code}" if counts else f" (CC {code} already counted)"
    return f"{number}  {forms.day(day)} {title}: {forms.credits(half_units)}{plus}"


def numbers_fall(on: date) -> str:
    return f" (until {forms.short_day(on)})"


def numbers_legend() -> str:
    return "A code counts once in the period. Tap a number to see how that credit counts."


def no_numbers() -> str:
    return "There is no credit in this period yet."
