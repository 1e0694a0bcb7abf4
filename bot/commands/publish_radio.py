"""Broadcasting schedules: each replaces what is known about its days."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TextIO

from bot.commands.batch import Batch, counted
from bot.commands.found import Found
from content.package import Fault
from content.package import radio as files
from content.package import radio_reasons as say
from content.radio import Schedule
from storage.engine.sessions import Sessions
from storage.radio import schedule


def find(path: Path) -> Batch | None:
    """The schedules at or below a path."""
    every = Found.at(path)
    described = [one for one in every.ending(".yaml") if files.is_schedule(one)]
    if not described:
        return None
    faults: list[Fault] = []
    schedules = tuple(_schedules(described, every, faults))
    return Batch(
        counted(len(described), "schedule", "schedules"),
        tuple(sorted(faults)),
        lambda sessions, now, out: _publish(sessions, schedules, now, out),
    )


def _schedules(described: Sequence[Path], every: Found, faults: list[Fault]) -> Iterator[Schedule]:
    """The schedules of the files. A day belongs to the first file that covers it; the others have a fault."""
    taken: list[tuple[Schedule, Path]] = []
    for file in described:
        shown = every.shown(file)
        schedule, wrong = files.read(file, shown)
        faults += wrong
        if schedule is None:
            continue
        clashes = [(other, by) for other, by in taken if schedule.first <= other.last and other.first <= schedule.last]
        faults += [Fault(shown, 1, say.days_taken(other.first, other.last, by)) for other, by in clashes]
        taken.append((schedule, shown))
        yield schedule


def _publish(sessions: Sessions, schedules: Sequence[Schedule], now: datetime, out: TextIO) -> int:
    """A schedule is one transaction. If it is cut off, the command is typed again."""
    for one in schedules:
        with sessions.begin() as session:
            done = schedule.publish(session, one, now)
        outcome = f"{done.new} new, {done.changed} changed, {done.unchanged} unchanged, {done.withdrawn} withdrawn"
        print(f"{one.first} to {one.last}: {outcome}", file=out)
    return 0
