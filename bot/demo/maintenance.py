"""The sample announcement of maintenance, moved to the days after the demo's beginning."""

from dataclasses import replace
from datetime import datetime
from importlib.resources import as_file, files

from bot.demo.journal import WRITTEN_FOR
from content.maintenance import Maintenance
from content.package import maintenance as package
from content.rules import day_of
from storage.engine.sessions import Sessions
from storage.programme import maintenance


def furnish(sessions: Sessions, at: datetime) -> None:
    """Announce it."""
    with as_file(files("content") / "maintenance") as folder, sessions.begin() as session:
        for file in sorted(folder.glob("*.yaml")):
            found, faults = package.read(file, file)
            if faults:
                raise RuntimeError(f"a sample announcement does not pass its own checks: {faults}")
            for period, _ in found:
                maintenance.publish(session, moved(period, at), at)


def moved(period: Maintenance, at: datetime) -> Maintenance:
    """The same period, moved to this moment."""
    later = day_of(at) - WRITTEN_FOR
    return replace(period, starts_at=period.starts_at + later, ends_at=period.ends_at + later)
