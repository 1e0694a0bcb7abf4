"""Checking in: the code is asked for, taken, or refused with the reason that helps; and late claims."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from content.attendance.admission import (
    ANY,
    Admission,
    Closed,
    ElsewhereNow,
    OfAnother,
    Recorded,
    TooManyTries,
    TooOld,
    Unreadable,
    Wrong,
)
from content.attendance.attending import Mine
from content.attendance.checkin import Door, hours
from content.attendance.training import ListedTraining
from content.rules import Rules, day_of
from content.words import Words
from handlers.presses.trainings.checkin import AskClaim, CheckIn
from handlers.presses.trainings.trainings import OpenTraining, Trainings
from handlers.screens.screen import Button, Place, Row, Screen, page, row
from handlers.screens.ways import back

LISTED = 5
"""At most so many open trainings are named when a code is asked for."""


@dataclass(frozen=True)
class Moment:
    """When a code was entered, and the rules by which it is judged."""

    now: datetime
    rules: Rules


def ask(open_now: Sequence[tuple[ListedTraining, Door]], at: Moment, words: Words) -> Screen:
    """Ask for a code, and name the trainings that take one now."""
    say = words.checkin
    lines = [_open(listed, door, at, words) for listed, door in open_now[:LISTED]]
    further = [say.more_open(len(open_now) - LISTED)] if len(open_now) > LISTED else []
    told = [say.open_now(), *lines, *further] if lines else [say.nothing_open()]
    rows = (row(Button(words.trainings.to_list(), Trainings(1))), back(words))
    return Screen(page(say.title(), say.ask(), "", *told), rows, subject="checkin")


def ask_for(listed: ListedTraining, words: Words) -> Screen:
    """Ask for the code of this training."""
    say = words.checkin
    rows = (row(Button(words.common.back(), OpenTraining(listed.id))),)
    return Screen(page(say.title(), say.named(words.titled(listed.training)), "", say.ask()), rows, subject="checkin")


def outcome(found: Admission, at: Moment, words: Words, *, claimable: bool = False) -> Screen:
    """What came of a code. `claimable`: the member may say now that checking in was not possible."""
    if isinstance(found, Recorded):
        return _recorded(found, at, words, claimable=claimable)
    claim = [row(Button(words.trainings.to_claim(), AskClaim(_training(found))))] * claimable
    rows = (*claim, _again(found, words), back(words))
    return Screen(page(words.checkin.title(), _SENTENCES[type(found)](words, found, at)), rows, subject="checkin")


def bad_link(words: Words) -> Screen:
    """The answer to a deep link that we did not make."""
    rows = (row(Button(words.checkin.again(), CheckIn())), back(words))
    return Screen(page(words.checkin.title(), words.checkin.bad_link()), rows, subject="checkin")


def cannot_earn(words: Words) -> Screen:
    """The answer to an account that earns no credits: it checks in nowhere."""
    return Screen(page(words.checkin.title(), "⚠️ " + words.course.cannot_earn()), (back(words),), subject="checkin")


def ask_claim(listed: ListedTraining, words: Words) -> Screen:
    """Ask what happened."""
    say, rows = words.checkin, (row(Button(words.common.back(), OpenTraining(listed.id))),)
    return Screen(page(say.claim_title(), *say.ask_claim(words.titled(listed.training))), rows, subject="checkin")


def bad_claim(listed: ListedTraining, shortest: int, longest: int, words: Words) -> Screen:
    say, rows = words.checkin, (row(Button(words.common.back(), OpenTraining(listed.id))),)
    return Screen(page(say.claim_title(), say.bad_claim(shortest, longest)), rows, subject="checkin")


def claimed(listed: ListedTraining, words: Words, *, new: bool) -> Screen:
    """The claim is with staff now, or was before."""
    say = words.checkin
    told = say.claimed(words.titled(listed.training)) if new else (say.claimed_before(),)
    rows = (row(Button(words.common.back(), OpenTraining(listed.id))),)
    return Screen(page(say.claim_title(), *told), rows, subject="checkin")


def _open(listed: ListedTraining, door: Door, at: Moment, words: Words) -> str:
    doors = hours(listed.training.starts_at, listed.training.ends_at, at.rules)
    until = doors.entry_until if door is Door.ENTRY else doors.exit_until
    return words.checkin.open_line(words.titled(listed.training), door, until)


def _recorded(found: Recorded, at: Moment, words: Words, *, claimable: bool) -> Screen:
    """The code was recorded. This is worth keeping, so it is a message of its own."""
    say, training, door = words.checkin, found.mine.listed.training, found.door
    lines = [say.recorded(words.titled(training), door, found.at, new=found.new), "", _next(found, at, words)]
    claim = [row(Button(words.trainings.to_claim(), AskClaim(found.mine.listed.id)))] * claimable
    rows = (*claim, row(Button(words.trainings.to_list(), Trainings(1))))
    return Screen(page(say.recorded_title(door), *lines), rows, place=Place.OWN)


def _next(found: Recorded, at: Moment, words: Words) -> str:
    training = found.mine.listed.training
    if found.door is Door.ENTRY:
        return words.checkin.leave_too(hours(training.starts_at, training.ends_at, at.rules))
    return words.checkin.awaiting() if found.mine.entered_at else words.checkin.no_entry()


def _again(found: Admission, words: Words) -> Row:
    """A button to try again. If that makes no sense, it opens the training itself."""
    if isinstance(found, Closed):
        return row(Button(words.trainings.to_card(), OpenTraining(found.mine.listed.id)))
    return row(Button(words.checkin.again(), CheckIn(found.wanted.id if isinstance(found, OfAnother) else ANY)))


def _training(found: Admission) -> int:
    mine: Mine | None = getattr(found, "mine", None)
    return mine.listed.id if mine is not None else ANY


def _too_old(words: Words, found: TooOld, at: Moment) -> str:
    say, training = words.checkin, found.mine.listed.training
    if day_of(found.shown_at) != day_of(at.now):
        return say.of_another_day(words.titled(training), day_of(found.shown_at))
    if at.now >= found.hours.exit_until:
        return say.over_today(words.titled(training), found.hours.exit_until)
    return say.expired(words.titled(training), found.shown_at)


def _closed(words: Words, found: Closed, _at: Moment) -> str:
    say, title = words.checkin, words.titled(found.mine.listed.training)
    if found.now < found.hours.entry_from:
        return say.too_early(title, found.hours)
    if found.now < found.hours.exit_from:
        return say.between(title, found.hours, entered=found.mine.seen.entered)
    return say.over_today(title, found.hours.exit_until)


def _seconds(until: datetime, at: Moment) -> int:
    return int((until - at.now).total_seconds())


def _wrong(words: Words, found: Wrong, at: Moment) -> str:
    if found.until > at.now:
        return words.checkin.wrong_and_wait(_seconds(found.until, at))
    return words.checkin.wrong()


def _of_another(words: Words, found: OfAnother, _at: Moment) -> str:
    return words.checkin.of_another(words.titled(found.wanted.training), words.titled(found.found.training))


def _elsewhere(words: Words, found: ElsewhereNow, _at: Moment) -> str:
    return words.checkin.elsewhere_now(words.titled(found.wanted.training), words.titled(found.inside.training))


_SENTENCES: Mapping[type, Callable[[Words, Any, Moment], str]] = {
    Unreadable: lambda words, _found, _at: words.checkin.unreadable(),
    Wrong: _wrong,
    TooManyTries: lambda words, found, at: words.checkin.wait(_seconds(found.until, at)),
    TooOld: _too_old,
    OfAnother: _of_another,
    Closed: _closed,
    ElsewhereNow: _elsewhere,
}
