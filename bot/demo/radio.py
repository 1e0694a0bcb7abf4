"""The sample schedule, moved to the days around the demo's beginning. The broadcast of the first day begins soon."""

from dataclasses import replace
from datetime import datetime, timedelta
from importlib.resources import as_file, files

from bot.demo.journal import WRITTEN_FOR
from content.package import radio as package
from content.radio import Broadcast, Schedule
from content.rules import day_of, local
from storage.engine.sessions import Sessions
from storage.radio import schedule as radio

SOON = timedelta(minutes=30)


def furnish(sessions: Sessions, at: datetime) -> None:
    """Publish the schedule."""
    with as_file(files("content") / "radio") as folder, sessions.begin() as session:
        for file in sorted(folder.glob("*.yaml")):
            schedule, faults = package.read(file, file)
            if faults:
                raise RuntimeError(f"the sample schedule does not pass its own checks: {faults}")
            if schedule is not None:
                radio.publish(session, moved(schedule, at), at)


def moved(schedule: Schedule, at: datetime) -> Schedule:
    """The same schedule, moved to this moment."""
    later = day_of(at) - WRITTEN_FOR
    every = tuple(_moved(one, at, later) for one in schedule.broadcasts)
    return Schedule(schedule.first + later, schedule.last + later, every)


def _moved(one: Broadcast, at: datetime, later: timedelta) -> Broadcast:
    if day_of(one.starts_at) != WRITTEN_FOR:
        return replace(one, starts_at=one.starts_at + later)
    clock = local(at)
    quarter = at - timedelta(minutes=clock.minute % 15, seconds=clock.second, microseconds=clock.microsecond)
    return replace(one, starts_at=quarter + SOON)
