"""Periods of maintenance: announced, changed and withdrawn."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TextIO

from bot.commands.batch import Batch, counted
from bot.commands.found import Found
from content.maintenance import Maintenance
from content.package import Fault
from content.package import maintenance as files
from content.package import maintenance_reasons as say
from storage.engine.sessions import Sessions
from storage.programme import maintenance


def find(path: Path) -> Batch | None:
    """The periods announced at or below a path."""
    every = Found.at(path)
    announced = [one for one in every.ending(".yaml") if files.is_maintenance(one)]
    if not announced:
        return None
    faults: list[Fault] = []
    periods = tuple(_periods(announced, every, faults))
    return Batch(
        counted(len(periods), "period of maintenance", "periods of maintenance"),
        tuple(sorted(faults)),
        lambda sessions, now, out: _publish(sessions, periods, now, out),
    )


def _periods(announced: Sequence[Path], every: Found, faults: list[Fault]) -> Iterator[Maintenance]:
    first: dict[str, Path] = {}
    for file in announced:
        shown = every.shown(file)
        found, wrong = files.read(file, shown)
        faults += wrong
        for one, line in found:
            if first.setdefault(one.slug, shown) != shown:
                faults.append(Fault(shown, line, say.slug_taken(one.slug, first[one.slug])))
            else:
                yield one


def _publish(sessions: Sessions, periods: Sequence[Maintenance], now: datetime, out: TextIO) -> int:
    """Publish all in one transaction: a notice that is moved from one period to another is never shown twice."""
    with sessions.begin() as session:
        told = [f"{one.slug}: {maintenance.publish(session, one, now)}{_shown(one, now)}" for one in periods]
    print(*told, sep="\n", file=out)
    return 0


def _shown(period: Maintenance, now: datetime) -> str:
    """What to add if members don't see the period: why not."""
    if period.withdrawn:
        return ", withdrawn"
    return ", over already" if period.is_over(now) else ""
