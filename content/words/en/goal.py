from collections.abc import Sequence
from datetime import date

from content.credits.goal import CodeState, Month, Sum, Window
from content.words.en import common as forms

_STATES: dict[CodeState, str] = {
    CodeState.EARNED: "earned in the period",
    CodeState.BEFORE: "earned before it",
    CodeState.OPEN: "available now",
    CodeState.NONE: "no courses",
}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_BAR = 12


def title(window: Window) -> str:
    return f"Progress to the certificate (60), {years(window)}"


def basis(certified_on: date | None) -> str:
    if certified_on is None:
        return "A forecast from the last three fiscal years: you have not noted your last certificate (see /settings)."
    return f"The period after your last certificate (issued {forms.day(certified_on)})."


def figures(sum: Sum, needed: int) -> str:
    return f"{_sum(sum)} = {points(sum.halves)} {of(needed)}"


def rest(sum: Sum, needed: int) -> str:
    return reached() if sum.halves >= needed else f"{points(needed - sum.halves)} to go"


def progress(sum: Sum, needed: int) -> str:
    full = min(_BAR, _BAR * sum.halves // needed)
    return f"{'▓' * full}{'░' * (_BAR - full)}  {rest(sum, needed)}"


def falls(on: date, sum: Sum, left: int) -> str:
    return (
        f"On {forms.day(on)}, {points(sum.halves)} ({_sum(sum)}) will drop out of the period, leaving {points(left)}."
    )


def nothing_falls(on: date) -> str:
    return f"Nothing drops out of the period on {forms.day(on)}."


def reached_in(month: Month) -> str:
    return f"At your pace over the last 12 months, you would reach 60 in {_MONTHS[month.month - 1]} {month.year}."


def earlier(window: Window) -> str:
    return f"You reached 60 in {years(window)} with {points(window.sum.halves)} ({_sum(window.sum)})."


def to_picture() -> str:
    return "See it as a picture"


def picture_word() -> str:
    return "picture"


def to_dark() -> str:
    return "Make it dark"


def to_light() -> str:
    return "Make it light"


def counts(counts: Sequence[tuple[CodeState, int]]) -> str:
    return "Codes: " + ", ".join(f"{number} {_STATES[state]}" for state, number in counts)


def open_codes(numbers: Sequence[int]) -> str:
    return f"Codes available now: CC {', '.join(map(str, numbers))}"


def years(window: Window) -> str:
    return f"fiscal {window.first}–{window.last}"


def points(halves: int) -> str:
    whole, half = divmod(halves, 2)
    return f"{whole}.5" if half else f"{whole}"


def of(needed: int) -> str:
    return f"/ {points(needed)}"


def credits() -> str:
    return "Credits"


def codes() -> str:
    return "Codes"


def falling(on: date, falls: int, stays: int) -> str:
    return f"{points(falls)} will drop out on {on.day} {_MONTHS[on.month - 1]} {on.year} → {points(stays)} left"


def to_go() -> str:
    return "To go"


def reached() -> str:
    return "You have reached 60"


def grid() -> str:
    return "Curriculum codes"


def state(state: CodeState) -> str:
    return _STATES[state].capitalize()


def to_way() -> str:
    return "Courses to take next"


def way_title() -> str:
    return "Courses to take next for 60"


def way_begins(missing: int) -> str:
    return (
        f"{points(missing)} to go. "
        "These courses earn both credit and a new code; those that earn most for your time come first."
    )


def step(number: int, title: str, code: int, gain: int, total: int) -> str:
    return f"{number} {title} (CC {code}): +{points(gain)} → {points(total)}"


def step_detail(half_units: int, seconds: int, *, begun: bool) -> str:
    left = f"{forms.length(seconds)}{' left' if begun else ''}" if seconds else "test only"
    return f"{'▶️ in progress' if begun else '⬜ not started'}, {forms.credits(half_units)} and a new code, {left}"


def way_reaches(steps: int) -> str:
    return "This course takes you to 60." if steps == 1 else f"These {steps} courses take you to 60."


def way_leaves(missing: int) -> str:
    return (
        f"After all of these you would still need {points(missing)}. The journal quiz, trainings, declarations, "
        "and courses in codes you already have earn credits too."
    )


def way_reached() -> str:
    return "You have reached 60."


def way_empty(missing: int) -> str:
    return (
        f"{points(missing)} to go. No course offers a new code at the moment. The journal quiz, trainings, "
        "declarations, and courses in codes you already have earn credits too."
    )


def _sum(sum: Sum) -> str:
    return f"{forms.credits(sum.half_units)} + {sum.codes} code{'' if sum.codes == 1 else 's'}"
