"""Practice of the wrong questions of a failed test, before it is taken again. One answer a question, and no attempt."""

from datetime import datetime

from content.refusals import NoMoreTests, Refusal, RetakeLater, StaleButton
from content.study import grading, practice
from content.study.course import ListedCourse
from content.study.grading import Attempt
from content.study.practice import Practice
from handlers.presses.study import practice as presses
from handlers.screens.screen import Screen
from handlers.screens.study import practice as screens
from handlers.screens.study.quiz_result import Place
from handlers.study import course
from handlers.turn import MEMBER, On, Turn
from storage.engine.answers import EVERY_BIT
from storage.programme import courses
from storage.study import attempts
from storage.study import practice as record


def offered(turn: Turn, listed: ListedCourse) -> int | None:
    """The attempt at this course whose wrong questions can be practised now; otherwise None."""
    last = record.last(turn.session, turn.member.id, listed.id)
    return practice.offered(listed, last, can_earn=turn.member.can_earn)


def practise(turn: Turn, press: presses.Practise) -> Screen:
    """The first question without an answer, otherwise the end."""
    listed, found = _open(turn, press.attempt)
    if found.next_place:
        return screens.question(found, found.next_place, turn.words)
    return screens.end(found, _told(turn, listed, found, found.still_wrong), turn.words)


def pick(turn: Turn, press: presses.Pick) -> Screen:
    """Take the answer. If the question takes several choices, tick this one."""
    listed, found = _open(turn, press.attempt)
    if press.place in found.given:
        return _answered_before(turn, listed, found, press.place)
    bit, several = _asked(found, press)
    if not several:
        return _answer(turn, listed, found, press.place, kept=0, added=bit)
    return _tick(turn, found, press.place, kept=EVERY_BIT ^ bit, added=bit)


def unpick(turn: Turn, press: presses.Unpick) -> Screen:
    listed, found = _open(turn, press.attempt)
    if press.place in found.given:
        return _answered_before(turn, listed, found, press.place)
    bit, several = _asked(found, press)
    if not several:
        raise StaleButton
    return _tick(turn, found, press.place, kept=EVERY_BIT ^ bit, added=0)


def give(turn: Turn, press: presses.Give) -> Screen:
    """Take what is ticked as the answer."""
    listed, found = _open(turn, press.attempt)
    if press.place in found.given:
        return _answered_before(turn, listed, found, press.place)
    if press.place != found.next_place or not found.sitting.question(press.place).several:
        raise StaleButton
    if not found.sitting.answer(press.place):
        return screens.question(found, press.place, turn.words, toast=turn.words.practice.nothing_ticked())
    return _answer(turn, listed, found, press.place, kept=EVERY_BIT, added=0)


def barred(turn: Turn, listed: ListedCourse) -> Refusal | None:
    """Why the test can't be taken again now; None if it can."""
    try:
        grading.admit(listed.course.retake, attempts.taken(turn.session, turn.member.id, listed.id), turn.now)
    except (NoMoreTests, RetakeLater) as refusal:
        return refusal
    return None


def places(turn: Turn, listed: ListedCourse, attempt: Attempt, wrong: tuple[int, ...]) -> tuple[Place, ...]:
    """Where the course teaches what these places ask, in the order of the course, each once."""
    reviews = {attempt.sitting.question(place).review for place in wrong}
    return tuple(
        Place(chapter, second, course.address(turn, listed.films[chapter], second))
        for chapter, second in sorted((one.chapter, one.second) for one in reviews)
        if chapter in listed.films
    )


def _open(turn: Turn, attempt_id: int) -> tuple[ListedCourse, Practice]:
    """The practice of the member's attempt; raises PracticeClosed, NoMoreTests, NoSuchCourse or StaleButton."""
    attempt = attempts.own(turn.session, turn.member.id, attempt_id)
    listed = courses.course(turn.session, attempt.course_id)
    last = record.last(turn.session, turn.member.id, listed.id)
    practice.admit(listed, attempt, last, can_earn=turn.member.can_earn)
    return listed, record.hold(turn.session, attempt)


def _asked(found: Practice, press: presses.Pick | presses.Unpick) -> tuple[int, bool]:
    """The bit of the choice, and whether its question takes several; raises StaleButton if it is not asked now."""
    if press.place != found.next_place:
        raise StaleButton
    try:
        return found.sitting.bit(press.place, press.choice), found.sitting.question(press.place).several
    except LookupError:
        raise StaleButton from None


def _tick(turn: Turn, found: Practice, place: int, *, kept: int, added: int) -> Screen:
    before = found.sitting.answer(place)
    after = _mark(turn, found, place, kept, added, None)
    ticked = after.sitting.answer(place)
    say = turn.words.quiz.unchanged if before == ticked else turn.words.quiz.saved
    return screens.question(after, place, turn.words, toast=say(place, ticked))


def _answer(turn: Turn, listed: ListedCourse, found: Practice, place: int, *, kept: int, added: int) -> Screen:
    after = _mark(turn, found, place, kept, added, turn.now)
    return screens.outcome(after, place, _of_one(turn, listed, after, place), turn.words)


def _answered_before(turn: Turn, listed: ListedCourse, found: Practice, place: int) -> Screen:
    told = _of_one(turn, listed, found, place)
    return screens.outcome(found, place, told, turn.words, toast=turn.words.practice.answered_before())


def _mark(turn: Turn, found: Practice, place: int, kept: int, added: int, answered: datetime | None) -> Practice:
    attempt = found.attempt
    written = record.mark(turn.session, turn.member.id, attempt.id, place, kept=kept, added=added, answered=answered)
    if not written:  # another process was first: it took the answer, or began the test again
        raise StaleButton
    return record.hold(turn.session, attempt)


def _of_one(turn: Turn, listed: ListedCourse, found: Practice, place: int) -> screens.Told:
    return _told(turn, listed, found, () if found.is_right(place) else (place,))


def _told(turn: Turn, listed: ListedCourse, found: Practice, wrong: tuple[int, ...]) -> screens.Told:
    shown = places(turn, listed, found.attempt, wrong)
    return screens.Told(shown, turn.house.links.mini_apps, barred(turn, listed))


ROUTES = (
    On(presses.Practise, practise, MEMBER),
    On(presses.Pick, pick, MEMBER),
    On(presses.Unpick, unpick, MEMBER),
    On(presses.Give, give, MEMBER),
)
