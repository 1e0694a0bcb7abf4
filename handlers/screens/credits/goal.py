"""The goal of 60: in lines, as a picture, and the shortest way to it."""

from collections.abc import Sequence

from content.absence import given
from content.credits.goal import CodeState, Goal, Picture
from content.credits.since import Since
from content.credits.way import Way
from content.values import Theme
from content.words import Words
from handlers.press import Press
from handlers.presses.credits.goal import OpenWay, Paint
from handlers.presses.credits.plan import OpenPlan
from handlers.presses.study.course import OpenCourse
from handlers.screens.credits import since
from handlers.screens.labels import fitted, summed
from handlers.screens.paging import cut, pager
from handlers.screens.screen import Button, Place, Screen, page, row


def lines(goal: Goal, words: Words, *, drawn: bool = False) -> Sequence[str]:
    """The goal's figures, each in a line. `drawn`: they stand under a picture, and need no bar of their own."""
    say = words.goal
    rest = say.rest if drawn else say.progress
    falls = say.falls(goal.falls_on, goal.falls, goal.stays.halves) if goal.falls.halves else ""
    return given(
        say.title(goal.window),
        say.basis(goal.certified_on),
        say.figures(goal.window.sum, goal.needed),
        rest(goal.window.sum, goal.needed),
        falls or say.nothing_falls(goal.falls_on),
        say.reached_in(goal.reached_in) if goal.reached_in else None,
        say.earlier(goal.earlier) if goal.earlier else None,
        words.common.sample_total() if goal.sample else None,
    )


def picture(facts: Picture, words: Words, credits: Press, *, again: bool = False) -> Screen:
    """The picture with its figures as a caption. `again`: in the place of the one whose button was pressed."""
    say = words.goal
    heading, *figures = lines(facts.goal, words, drawn=True)
    open_now = [number for number, state in enumerate(facts.states) if state is CodeState.OPEN]
    counts = say.counts([(state, facts.count(state)) for state in CodeState if facts.count(state)])
    more = [counts, *([say.open_codes(open_now)] if open_now else [])]
    dark = facts.theme is Theme.DARK
    repaint = Button(say.to_light() if dark else say.to_dark(), Paint(not dark))
    return Screen(
        page(heading, *figures, *more, *since.line(facts.since, words)),
        (
            row(Button(say.to_way(), OpenWay(1))),
            row(Button(words.plan.to_plan(), OpenPlan())),
            row(repaint, Button(words.common.to_credits(), credits)),
        ),
        place=Place.PRESSED if again else Place.OWN,
        picture=facts,
    )


def way(
    way: Way,
    missing: int,
    number: int,
    incomplete: Sequence[Since],
    words: Words,
    back: Press,
    *,
    can_earn: bool = True,
    sample: bool = False,
) -> Screen:
    """One page of the courses that lead to 60, and what remains after them. `missing` is how many half-units are to go
    now, `incomplete` what the record lacks of their window. `sample`: samples count.
    """
    if not can_earn:
        nothing = page(words.goal.way_title(), f"⚠️ {words.course.cannot_earn()}")
        return Screen(nothing, (row(Button(words.common.back(), back)),), subject="way")
    say, shown = words.goal, cut(way.steps, number)
    numbered = list(enumerate(shown.items, shown.before + 1))
    steps = [
        line
        for place, one in numbered
        for line in (
            say.step(place, one.offer.title, one.offer.code, one.offer.gain, one.total),
            say.step_detail(one.offer.half_units, one.offer.seconds, begun=one.offer.begun),
        )
    ]
    ending = [*_end(way, missing, words), *since.line(incomplete, words)]
    return Screen(
        page(say.way_title(), *summed(words, sample=sample), *_beginning(way, missing, words), *steps, *ending),
        (
            *(
                row(Button(fitted(f"{place} {one.offer.title}"), OpenCourse(one.offer.course_id)))
                for place, one in numbered
            ),
            *pager(words, shown, OpenWay),
            row(Button(words.common.back(), back)),
        ),
        subject="way",
    )


def _beginning(way: Way, missing: int, words: Words) -> Sequence[str]:
    if not missing:
        return [words.goal.way_reached()]
    return [words.goal.way_begins(missing), ""] if way.steps else [words.goal.way_empty(missing)]


def _end(way: Way, missing: int, words: Words) -> Sequence[str]:
    if not missing or not way.steps:
        return []
    return ["", words.goal.way_leaves(way.missing) if way.missing else words.goal.way_reaches(len(way.steps))]
