from collections.abc import Sequence
from datetime import date

from content.goal import CodeState, Month, Sum, Window
from content.words.en import common as forms

_STATES: dict[CodeState, str] = {
    CodeState.EARNED: "earned in the period",
    CodeState.BEFORE: "earned before it",
    CodeState.OPEN: "open to earn now",
    CodeState.NONE: "no course",
}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_BAR = 12


def title(window: Window) -> str:
    return f"Towards the certificate of 60, {years(window)}"


def figures(sum: Sum, needed: int) -> str:
    return f"{_sum(sum)} = {points(sum.halves)} {of(needed)}"


def rest(sum: Sum, needed: int) -> str:
    return reached() if sum.halves >= needed else f"{points(needed - sum.halves)} to go"


def progress(sum: Sum, needed: int) -> str:
    full = min(_BAR, _BAR * sum.halves // needed)
    return f"{'▓' * full}{'░' * (_BAR - full)}  {rest(sum, needed)}"


def falls(on: date, sum: Sum, left: int) -> str:
    return f"On {forms.day(on)}, {points(sum.halves)} ({_sum(sum)}) fall out of the period; {points(left)} stay."


def nothing_falls(on: date) -> str:
    return f"Nothing falls out of the period on {forms.day(on)}."


def reached_in(month: Month) -> str:
    return f"At the pace of the last twelve months: reached in {_MONTHS[month.month - 1]} {month.year}."


def earlier(window: Window) -> str:
    return f"{years(window).capitalize()} reached it with {points(window.sum.halves)} ({_sum(window.sum)})."


def to_picture() -> str:
    return "As a picture"


def picture_word() -> str:
    return "picture"


def to_dark() -> str:
    return "Dark colours"


def to_light() -> str:
    return "Light colours"


def counts(counts: Sequence[tuple[CodeState, int]]) -> str:
    return "Codes: " + ", ".join(f"{number} {_STATES[state]}" for state, number in counts)


def open_codes(numbers: Sequence[int]) -> str:
    return f"Open to earn now: CC {', '.join(map(str, numbers))}"


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
    return f"Falls out on {on.day} {_MONTHS[on.month - 1]} {on.year}: {points(falls)} → {points(stays)} stay"


def to_go() -> str:
    return "To go"


def reached() -> str:
    return "60 is reached"


def grid() -> str:
    return "Curriculum codes"


def state(state: CodeState) -> str:
    return _STATES[state].capitalize()


def to_way() -> str:
    return "Way to 60"


def way_title() -> str:
    return "The shortest way to 60"


def way_begins(missing: int) -> str:
    return f"{points(missing)} to go. Courses that bring both a credit and a new code, the most for the time first:"


def step(number: int, title: str, code: int, gain: int, total: int) -> str:
    return f"{number} {title} (CC {code}): +{points(gain)} → {points(total)}"


def step_detail(half_units: int, seconds: int, *, begun: bool) -> str:
    left = f"{forms.length(seconds)}{' left' if begun else ''}" if seconds else "only the test"
    return f"{'▶️ under way' if begun else '⬜ not begun'}, {forms.credits(half_units)} and a new code, {left}"


def way_reaches(steps: int) -> str:
    return "This course reaches 60." if steps == 1 else f"These {steps} courses reach 60."


def way_leaves(missing: int) -> str:
    return (
        f"All of them leave {points(missing)} to go. The journal quiz, trainings, declarations, "
        "and courses with a code that you have, bring credits too."
    )


def way_reached() -> str:
    return "You have reached 60."


def way_empty(missing: int) -> str:
    return (
        f"{points(missing)} to go. No course brings a new code at present. The journal quiz, trainings, declarations, "
        "and courses with a code that you have, bring credits too."
    )


def _sum(sum: Sum) -> str:
    return f"{forms.credits(sum.half_units)} + {sum.codes} code{'' if sum.codes == 1 else 's'}"
