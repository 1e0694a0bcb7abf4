"""The goal of 60: its picture, its palette, and the shortest way to it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from content import curriculum
from content.credits.goal import Earning, Goal, Picture, goal, states
from content.credits.way import Offer, Way, shortest
from content.rules import day_of
from content.study.course import ListedCourse
from content.values import Theme
from handlers.credits.kept import late
from handlers.presses.credits import goal as presses
from handlers.presses.credits.credits import Credits
from handlers.screens.credits import goal as screens
from handlers.screens.screen import Screen
from handlers.turn import MEMBER, On, Turn
from storage.credits import ledger, samples
from storage.people import noted, preferences
from storage.programme import courses as programme
from storage.study import enrolments, progress


def standing(turn: Turn, history: Iterable[Earning]) -> Goal:
    """How far the member with this history is today."""
    now = goal(history, day_of(turn.now), turn.rules, noted.get(turn.session, turn.member.id).certified_on)
    return replace(now, sample=samples.count_here(turn.session))


def show_picture(turn: Turn, _press: presses.ShowPicture | None = None) -> Screen:
    return screens.picture(facts(turn), turn.words, Credits())


def paint(turn: Turn, press: presses.Paint) -> Screen:
    """Keep the choice and draw the picture again, in the place of the one whose button was pressed."""
    preferences.set_picture_theme(turn.session, turn.member.id, Theme.DARK if press.dark else Theme.LIGHT)
    return screens.picture(facts(turn), turn.words, Credits(), again=True)


def open_way(turn: Turn, press: presses.OpenWay) -> Screen:
    now = standing(turn, ledger.history(turn.session, turn.member.id))
    way = shortest_way(turn, now)
    kept, can_earn = late(turn, turn.member.id, now.first_day), turn.member.can_earn
    return screens.way(way, now.missing, press.page, kept, turn.words, Credits(), can_earn=can_earn, sample=now.sample)


def shortest_way(turn: Turn, now: Goal) -> Way:
    """The courses that lead from this standing to the goal."""
    return shortest(now, _offers(turn, _on_offer(turn)))


def facts(turn: Turn, stamped: int | None = None) -> Picture:
    """What the picture shows now. `stamped`: the code that was earned just now."""
    history = ledger.history(turn.session, turn.member.id)
    now = standing(turn, history)
    numbers = [code.number for code in curriculum.load().codes]
    on_offer = {one.course.code for one in _on_offer(turn)}
    return Picture(
        now,
        states(numbers, now, {one.code for one in history}, on_offer),
        turn.words.language,
        preferences.get(turn.session, turn.member.id).picture_theme,
        late(turn, turn.member.id, now.first_day),
        stamped,
    )


def _on_offer(turn: Turn) -> Sequence[ListedCourse]:
    """The published courses that can bring this member a credit: none that ever brought one, not even one that was
    taken back; and a sample only in the demo.
    """
    granted, of_samples = ledger.granted(turn.session, turn.member.id), samples.count_here(turn.session)
    every = [one for one in programme.listed(turn.session) if of_samples or not one.course.sample]
    return [one for one in every if (one.source, one.course.sample) not in granted]


def _offers(turn: Turn, courses: Iterable[ListedCourse]) -> Iterable[Offer]:
    begun = enrolments.states(turn.session, turn.member.id)
    for one in courses:
        course, is_begun = one.course, one.id in begun
        seconds = _seconds_left(turn, one) if is_begun else course.seconds
        yield Offer(one.id, turn.words.titled(course), course.code, course.half_units, seconds, is_begun)


def _seconds_left(turn: Turn, one: ListedCourse) -> int:
    chapters = progress.chapters(turn.session, turn.member.id, one)
    return sum(max(0, chapter.seconds - chapter.watched) for chapter in chapters if not chapter.done)


ROUTES = (
    On(presses.ShowPicture, show_picture, MEMBER),
    On(presses.Paint, paint, MEMBER),
    On(presses.OpenWay, open_way, MEMBER),
)
