"""What came of a self-assessment: passed with its credit, or what to learn again; and the explanations."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from content import curriculum
from content.absence import given
from content.credits.credit import Totals
from content.credits.goal import Picture
from content.credits.since import Since
from content.refusals import Refusal
from content.study.grading import Attempt, percent
from content.words import Words
from handlers.presses.certificates.certificate import TellMe
from handlers.presses.credits.credits import Credits
from handlers.presses.study.course import OpenCourse
from handlers.presses.study.practice import Practise
from handlers.presses.study.quiz import Begin, Explain
from handlers.screens import ahead as going_on
from handlers.screens import asking, refusal
from handlers.screens.ahead import Ahead
from handlers.screens.credits import since
from handlers.screens.screen import Button, Row, Screen, page, row
from handlers.screens.study.quiz import subject

MOST = 5
"""Places to watch again that have a button."""
FIRST = 0
"""In Explain: begin the explanations. They come in a message of their own, so that the result stays."""


@dataclass(frozen=True)
class Credited:
    """The credit that this attempt brought. `totals` are of its fiscal year, and `since` is what the record lacks of
    it. From the day `certified` on a certificate shows it. `sample`: the course is a sample; its credit does not
    `count` outside the demo, and then the totals are without it.
    """

    code: int
    half_units: int
    year: int
    totals: Totals
    certified: date
    today: date
    since: tuple[Since, ...]
    sample: bool = False
    counts: bool = True


@dataclass(frozen=True)
class CreditedBefore:
    """This content's credit was earned by an earlier attempt."""


@dataclass(frozen=True)
class InDoubt:
    """An imported credit of that day, with this title, may be of the same course: staff look into it."""

    day: date
    title: str


@dataclass(frozen=True)
class CannotEarn:
    """The account can't earn credits."""


@dataclass(frozen=True)
class ChaptersLeft:
    """There is no credit until these chapters are done."""

    chapters: tuple[int, ...]


Reward = Credited | CreditedBefore | InDoubt | CannotEarn | ChaptersLeft


@dataclass(frozen=True)
class Place:
    """A place of the course at which the subject of a wrong answer is taught; `address` plays from there."""

    chapter: int
    second: int
    address: str


@dataclass(frozen=True)
class Failure:
    """What a failed attempt is told besides its answers.

    `places` are those to watch again, in the order of the course (`in_app`: Telegram opens them inside itself).
    `barred` says why the test can't be taken again now; None if it can. `practice`: the wrong questions
    can be practised.
    """

    pass_pct: int
    places: Sequence[Place]
    in_app: bool
    barred: Refusal | None
    practice: bool


@dataclass(frozen=True)
class Moment:
    """What a credit of just now did for the goal: it brought `gain` halves. `picture` has the goal with its code
    stamped; `following` is what to go on with.
    """

    gain: int
    picture: Picture
    following: Ahead | None


def passed(attempt: Attempt, reward: Reward, words: Words, moment: Moment | None = None) -> Screen:
    """A passed attempt, and what it brought."""
    sitting, say = attempt.sitting, words.quiz
    title = say.passed(sitting.right, sitting.asked, percent(sitting.right, sitting.asked))
    more = row(Button(say.explain(), Explain(attempt.id, FIRST)), Button(words.common.to_credits(), Credits()))
    first: Row | None = None
    if isinstance(reward, Credited) and reward.counts and reward.certified > reward.today:
        first = row(Button(say.tell_me(), TellMe()))
    elif isinstance(reward, ChaptersLeft):
        first = row(Button(say.to_chapters(), OpenCourse(attempt.course_id)))
    lines, following = _brought(reward, words), moment.following if moment else None
    if moment is None or not isinstance(reward, Credited):
        return Screen(page(title, *lines), given(first, more), subject=subject(attempt))
    goal = moment.picture.goal
    step = say.step(moment.gain, reward.half_units, goal.window.sum.halves, goal.needed)
    ahead = ["", *going_on.lines(following, words)] if following else []
    rows = given(row(going_on.button(following, words)) if following else None, first, more)
    return Screen(page(title, step, *lines, *ahead), rows, subject=subject(attempt), picture=moment.picture)


def failed(attempt: Attempt, failure: Failure, words: Words) -> Screen:
    """A failed attempt: what to learn again, without the key."""
    sitting, say = attempt.sitting, words.quiz
    marks = (sitting.right, sitting.asked, percent(sitting.right, sitting.asked), failure.pass_pct)
    lines = [say.look_again([(wrong.place, wrong.review.chapter, wrong.review.second) for wrong in sitting.wrong])]
    if failure.barred:
        lines += ["", refusal.sentence(failure.barred, words)]
    practice = row(Button(words.practice.begin(), Practise(attempt.id))) if failure.practice else None
    again = None if failure.barred else row(Button(say.again(), Begin(attempt.course_id)))
    rows = (*place_rows(failure.places, words, in_app=failure.in_app), *given(practice, again, back(attempt, words)))
    return Screen(page(say.failed(*marks), *lines), rows, subject=subject(attempt))


def place_rows(places: Sequence[Place], words: Words, *, in_app: bool) -> tuple[Row, ...]:
    """A button to each place, or to the first ones: the text above names them all."""

    def button(place: Place) -> Button:
        label = words.quiz.look_at(place.chapter, place.second)
        return Button(label, mini_app=place.address) if in_app else Button(label, url=place.address)

    return tuple(row(button(place)) for place in places[:MOST])


def explanation(attempt: Attempt, place: int, words: Words) -> Screen:
    """A question with its right answers, the member's answers, and why. Raises LookupError if there is no question at
    this place.
    """
    sitting = attempt.sitting
    title = words.quiz.explained(words.titled(sitting.course), place, sitting.asked)
    turning = asking.turning(sitting.asked, place, lambda other: Explain(attempt.id, other), words)
    return Screen(
        page(title, *asking.explanation_lines(sitting, place, words)),
        (*turning, back(attempt, words)),
        subject=f"explanations:{attempt.id}",
    )


def back(attempt: Attempt, words: Words) -> Row:
    """A button to the course."""
    return row(Button(words.common.back(), OpenCourse(attempt.course_id)))


def _brought(reward: Reward, words: Words) -> Sequence[str]:
    say = words.quiz
    match reward:
        case Credited():
            return _credited(reward, words)
        case CreditedBefore():
            return (say.credited_before(),)
        case InDoubt(day, title):
            return (words.course.may_be_brought(day, title),)
        case CannotEarn():
            return (say.cannot_earn(),)
        case ChaptersLeft(chapters):
            return (say.chapters_left(chapters),)


def _credited(reward: Credited, words: Words) -> Sequence[str]:
    say, code = words.quiz, curriculum.load().code(reward.code)
    credit = say.earned(code.text(words.language), code.number, reward.half_units)
    if not reward.counts:
        return credit, words.common.sample_credit()
    tomorrow = reward.certified == reward.today + timedelta(days=1)
    return (
        say.with_total(credit, reward.year, reward.totals.half_units, len(reward.totals.codes)),
        *since.line(reward.since, words),
        say.certificate_from(reward.certified, tomorrow),
        *([words.common.sample_credit()] if reward.sample else []),
    )
