from collections.abc import Sequence
from datetime import date

from content.words.en import common, goal


def title(course: str, place: int, asked: int) -> str:
    return f"{course} · Self-assessment · Question {place} / {asked}"


def several() -> str:
    return "You can choose more than one."


def choice(number: int, text: str) -> str:
    return f"{number}  {text}"


def ticked(number: int) -> str:
    return f"{number} ✓"


def question(place: int) -> str:
    return f"Q{place}"


def earlier(place: int) -> str:
    return f"‹ Q{place}"


def later(place: int) -> str:
    return f"Q{place} ›"


def to_review() -> str:
    return "Check answers"


def leave() -> str:
    return "Pause"


def saved(place: int, numbers: Sequence[int]) -> str:
    if not numbers:
        return f"Question {place} is unanswered again."
    return f"Question {place}: {_listed(numbers)} saved."


def unchanged(place: int, numbers: Sequence[int]) -> str:
    if not numbers:
        return f"Question {place} is still unanswered."
    return f"Question {place}: {_listed(numbers)}, as before."


def left() -> str:
    return "Your answers are saved. Continue with /resume."


def practice() -> str:
    return "You have already earned the credit for this course. You can take the test as practice."


def review_title(course: str) -> str:
    return f"{course} · Self-assessment · My answers"


def answer(place: int, numbers: Sequence[int]) -> str:
    return f"Q{place}: {_listed(numbers)}"


def missing(places: Sequence[int]) -> str:
    return "Unanswered: " + ", ".join(map(question, places))


def missing_mark(place: int) -> str:
    return f"⚠️ Q{place}"


def to_missing(place: int) -> str:
    return f"Answer Q{place}"


def not_gradable(places: Sequence[int]) -> str:
    many = "1 question is" if len(places) == 1 else f"{len(places)} questions are"
    return f"{many} unanswered. Your answers so far are saved. Please answer them all to submit the test."


def gradable(needed: int, asked: int) -> str:
    return f"You need {needed} of {asked} correct to pass. Once graded, your answers can't be changed."


def grade() -> str:
    return "Grade my answers"


def passed(right: int, asked: int, percent: int) -> str:
    return f"Passed · {right} of {asked} correct ({percent}%)"


def step(gain: int, half_units: int, total: int, needed: int) -> str:
    made_of = f" ({common.credits(half_units)}{' + a new code' if gain > half_units else ''})"
    return f"+{goal.points(gain)}{made_of} → {goal.points(total)} {goal.of(needed)}"


def earned(name: str, code: int, half_units: int) -> str:
    return f"You earned {common.credits(half_units)} for {name} (CC {code})."


def with_total(earned: str, year: int, half_units: int, codes: int) -> str:
    many = "1 code" if codes == 1 else f"{codes} codes"
    return f"{earned} Your total for {common.fiscal_year(year)} is {common.credits(half_units)} and {many}."


def certificate_from(day: date, tomorrow: bool) -> str:
    when = f"tomorrow, {common.short_day(day)}" if tomorrow else common.short_day(day)
    return f"The certificate of attendance can be issued from {when}."


def credited_before() -> str:
    return "You have already earned the credit for this course, so no new credit is granted."


def cannot_earn() -> str:
    return "This user ID can't earn credits. Your pass is saved."


def chapters_left(chapters: Sequence[int]) -> str:
    noun = "chapter" if len(chapters) == 1 else "chapters"
    which = ", ".join(str(number) for number in chapters)
    return f"Your pass is saved. You earn the credit once you have watched {noun} {which}."


def to_chapters() -> str:
    return "Go to remaining chapters"


def tell_me() -> str:
    return "Send it when it is ready"


def explain() -> str:
    return "Explanations"


def explained(course: str, place: int, asked: int) -> str:
    return f"{course} · Explanation · Question {place} / {asked}"


def key(right: Sequence[int], ticked: Sequence[int]) -> str:
    return f"Correct answer: {_listed(right)} · Your answer: {_listed(ticked)}"


def failed(right: int, asked: int, percent: int, pass_percent: int) -> str:
    return f"Not passed · {right} of {asked} correct ({percent}%; {pass_percent}% to pass)"


def look_again(pointers: Sequence[tuple[int, int, int]]) -> str:
    return "\n".join(["To review", *(f"Q{place} → {_where(chapter, second)}" for place, chapter, second in pointers)])


def look_at(chapter: int, second: int) -> str:
    return f"▶ Ch. {chapter} from {common.length(second)}" if second else f"▶ Chapter {chapter}"


def again() -> str:
    return "Take it again"


def _where(chapter: int, second: int) -> str:
    return f"chapter {chapter} from {common.length(second)}" if second else f"chapter {chapter}"


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))
