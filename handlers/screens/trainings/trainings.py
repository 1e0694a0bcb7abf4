"""Trainings: the member's record of them, those to come, and the card of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from content.attendance.attending import Mine
from content.attendance.checkin import Door, hours
from content.attendance.reminding import may_ask
from content.attendance.training import AttendanceStanding, ListedTraining
from content.credits import why
from content.credits.since import Since
from content.rules import Rules, day_of, fiscal_year
from content.words import Words
from handlers.presses.credits.credits import Credits
from handlers.presses.trainings.checkin import AskClaim, CheckIn
from handlers.presses.trainings.trainings import (
    OpenTraining,
    TellBefore,
    TellNot,
    Trainings,
    TrainingsToCome,
    TrainingToCalendar,
)
from handlers.screens import before
from handlers.screens.credits import since
from handlers.screens.labels import picks, summed
from handlers.screens.paging import cut, pager
from handlers.screens.screen import Button, Place, Row, Screen, page, row
from handlers.screens.ways import back


@dataclass(frozen=True)
class TrainingCard:
    """A training as a member sees it. `claimable`: the member may say now that checking in was not possible. `asked`:
    the member asked to be reminded of it. `before`: an imported credit is, or may be, that of the training.
    """

    mine: Mine
    now: datetime
    rules: Rules
    claimable: bool
    asked: bool = False
    before: why.Before | None = None


def record(
    every: Sequence[Mine],
    number: int,
    now: datetime,
    words: Words,
    kept: Sequence[Since] = (),
    *,
    samples: bool = False,
) -> Screen:
    """What is registered, and what an organiser has still to register; the latest first. `samples`: they count, and the
    sum says so; otherwise it is without them. `kept` is what the record lacks of the year.
    """
    say, shown = words.trainings, cut(every, number)
    lines = [
        say.line(place, one.listed.training, one.standing, one.seen.half_units)
        for place, one in enumerate(shown.items, start=shown.before + 1)
    ]
    counting = [mine for mine in every if samples or not mine.listed.training.sample]
    sums = [_sum(counting, fiscal_year(day_of(now)), words), *summed(words, sample=samples), *since.line(kept, words)]
    told = [*sums, "", *lines] if every else [say.nothing()]
    rows = (
        row(Button(say.to_checkin(), CheckIn())),
        *_openings([mine.listed for mine in shown.items], shown.before, words),
        *pager(words, shown, Trainings),
        row(Button(say.to_coming(), TrainingsToCome(1))),
        back(words),
    )
    return Screen(page(say.title(), *told), rows, subject="trainings")


def coming(every: Sequence[ListedTraining], number: int, words: Words) -> Screen:
    """The trainings that are announced and not over, the next one first."""
    say, shown = words.trainings, cut(every, number)
    lines = [say.coming_line(place, one.training) for place, one in enumerate(shown.items, start=shown.before + 1)]
    rows = (
        *_openings(shown.items, shown.before, words),
        *pager(words, shown, TrainingsToCome),
        row(Button(words.common.back(), Trainings(1))),
    )
    return Screen(page(say.coming_title(), *(lines or [say.nothing_coming()])), rows, subject="trainings")


def card(view: TrainingCard, words: Words) -> Screen:
    """One training: what it is, how far the member is with it, and what can be done now."""
    say, mine, training = words.trainings, view.mine, view.mine.listed.training
    doors = hours(training.starts_at, training.ends_at, view.rules)
    lines = [
        say.organiser(training),
        say.when_and_where(training),
        *([say.common_lecture(training.common_lecture)] if training.common_lecture else []),
        *before.lines(view.before, words),
        "",
        *say.explained(training, mine.standing, mine.seen.half_units, doors),
        *([say.times(mine.entered_at, mine.left_at)] if mine.entered_at or mine.left_at else []),
    ]
    rows = (*_ways(view, doors.door(view.now), words), row(Button(words.common.back(), Trainings(1))))
    return Screen(page(say.card_title(training), *lines), rows, subject=f"training:{mine.listed.id}")


def told(
    listed: ListedTraining,
    half_units: int,
    words: Words,
    *,
    elsewhere: bool,
    held: why.Before | None = None,
) -> Screen:
    """The letter: the organiser registered the attendance. `held`: it brought no credit, because an imported one is, or
    may be, that of the training.
    """
    say, training = words.trainings, listed.training
    if held is not None:
        text = page(say.attended_title(), say.attended(training, training.held_on), *before.lines(held, words))
        return Screen(text, (row(Button(words.common.to_credits(), Credits())),), place=Place.OWN)
    lines = [*say.told(training, half_units, training.held_on, elsewhere=elsewhere)]
    lines += [words.common.sample_credit()] if training.sample else []
    rows = (row(Button(say.to_list(), Trainings(1)), Button(words.common.to_credits(), Credits())),)
    return Screen(page(say.told_title(), *lines), rows, place=Place.OWN)


def _sum(every: Sequence[Mine], year: int, words: Words) -> str:
    of_year = [mine for mine in every if mine.seen.half_units and fiscal_year(mine.listed.training.held_on) == year]
    return words.trainings.registered(year, sum(mine.seen.half_units for mine in of_year), len(of_year))


def _ways(view: TrainingCard, door: Door | None, words: Words) -> tuple[Row, ...]:
    say, mine = words.trainings, view.mine
    takes = door is not None and mine.standing is not AttendanceStanding.RECORDED and not mine.seen.half_units
    done = mine.seen.entered if door is Door.ENTRY else mine.seen.left
    label = say.to_enter() if door is Door.ENTRY else say.to_leave()
    return (
        *[row(Button(label, CheckIn(mine.listed.id)))] * (takes and not done),
        *[row(Button(say.to_claim(), AskClaim(mine.listed.id)))] * view.claimable,
        *(_coming(view, words) if may_ask(mine, view.now) else ()),
    )


def _openings(shown: Sequence[ListedTraining], before: int, words: Words) -> tuple[Row, ...]:
    return picks(((words.titled(one.training), OpenTraining(one.id)) for one in shown), before)


def _coming(view: TrainingCard, words: Words) -> tuple[Row, ...]:
    """What can be done with a training to come."""
    number, say = view.mine.listed.id, words.awaited
    tell = Button(say.to_take_back(), TellNot(number)) if view.asked else Button(say.to_ask(), TellBefore(number))
    return row(tell), row(Button(words.calendar.to_calendar(), TrainingToCalendar(number)))
