"""Reads broadcasting schedules from files: the schedule, or every fault. content/README.md documents the format."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from content.package import radio_reasons as say
from content.package import reasons, written
from content.package.checks import Plain, parts
from content.package.faults import Fault, Loc, Trouble
from content.package.schema import Line, Part, Reading, Title, refusal
from content.radio import Broadcast, Schedule
from content.rules import JAPAN, local

MOST_DAYS = 100
LONGEST = 180
_IS_SCHEDULE = re.compile(r"^radio:", re.MULTILINE)
_DAY = re.compile(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"([0-9]{1,2}):([0-5][0-9])")
_HOST = r"(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}"
_LINK = re.compile(rf"https://{_HOST}(?:[/?#][!-~]*)?")


def _day(value: object) -> date:
    try:
        if _DAY.fullmatch(str(value)):
            return date.fromisoformat(str(value))
    except ValueError:
        pass  # 2026-11-31 has the form of a day, but does not exist
    raise refusal(say.DAY)


def _time(value: object) -> time:
    found = _TIME.fullmatch(str(value))
    if found is None or int(found[1]) >= 48:  # broadcasters write 25:30; it gets a reason of its own below
        raise refusal(say.TIME)
    if int(found[1]) >= 24:
        raise refusal(say.past_midnight(found[0], int(found[1]) - 24, found[2]))
    return time(int(found[1]), int(found[2]))


def _link(text: str) -> str:
    if text and not _LINK.fullmatch(text):
        raise refusal(say.LINK)
    return text


Day = Annotated[date, BeforeValidator(_day)]


class BroadcastPart(Part):
    day: Day
    time: Annotated[time, BeforeValidator(_time)]
    minutes: Annotated[int, Field(ge=1, le=LONGEST)]
    title: Title
    title_en: Title = ""
    reading: Reading = ""
    speaker: Line
    link: Annotated[str, Field(max_length=500), AfterValidator(_link)] = ""


class SchedulePart(Part):
    """The shape of a schedule's file."""

    format: Literal[1]
    radio: Literal["医学講座"]
    sample: bool
    first: Annotated[Day, Field(alias="from")]
    last: Annotated[Day, Field(alias="to")]
    broadcasts: Annotated[list[BroadcastPart], Field(max_length=500)]


@dataclass(frozen=True)
class _OnAir:
    starts: datetime
    ends: datetime
    loc: Loc


def is_schedule(file: Path) -> bool:
    """Whether a YAML file describes a broadcasting schedule: it has the key `radio`."""
    try:
        return _IS_SCHEDULE.search(file.read_bytes().decode("utf-8", "replace")) is not None
    except OSError:
        return False


def read(file: Path, shown: Path) -> tuple[Schedule | None, tuple[Fault, ...]]:
    """The schedule in a file, or None and its faults. Faults name the file `shown`."""
    found = written.read(file, SchedulePart, reasons.CANNOT_READ)
    more = [*_days(found.plain), *_clashes(found.plain, found.line)] if found.readable else []
    faults = found.faults(shown, more)
    return _schedule(found.part) if found.part and not faults else None, faults


def _days(schedule: Plain) -> Iterator[Trouble]:
    if schedule.get("from") is None or schedule.get("to") is None:
        return
    first, last = _day(schedule["from"]), _day(schedule["to"])
    days = (last - first).days + 1
    if days < 1:
        yield ("to",), say.ENDS_BEFORE
        return
    if days > MOST_DAYS:
        yield ("to",), say.too_long(days, MOST_DAYS)
    for loc, one in parts(schedule, "broadcasts"):
        if one.get("day") is not None and not first <= _day(one["day"]) <= last:
            yield (*loc, "day"), say.outside(one["day"], first, last)


def _clashes(schedule: Plain, line: Callable[..., int]) -> Iterator[Trouble]:
    """Compare each broadcast with the one before it, and with the earlier one that ends last."""
    every = sorted(_on_air(schedule), key=lambda one: (one.starts, one.loc))
    longest = every[:1]
    for before, one in pairwise(every):
        if one.starts == before.starts:
            yield (*one.loc, "time"), say.same_moment(line(*before.loc))
        elif one.starts < longest[0].ends:
            yield (*one.loc, "time"), say.overlaps(line(*longest[0].loc), f"{local(longest[0].ends):%H:%M}")
        longest = [max(*longest, one, key=lambda other: other.ends)]


def _on_air(schedule: Plain) -> Iterator[_OnAir]:
    for loc, one in parts(schedule, "broadcasts"):
        if one.get("day") is not None and one.get("time") is not None:
            starts = _moment(_day(one["day"]), _time(one["time"]))
            yield _OnAir(starts, starts + timedelta(minutes=one.get("minutes") or 0), loc)


def _moment(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, JAPAN).astimezone(UTC)


def _schedule(part: SchedulePart) -> Schedule:
    every = (
        Broadcast(
            _moment(broadcast.day, broadcast.time),
            broadcast.minutes,
            broadcast.title,
            broadcast.speaker,
            broadcast.link,
            part.sample,
            broadcast.title_en,
            broadcast.reading,
        )
        for broadcast in part.broadcasts
    )
    return Schedule(part.first, part.last, tuple(sorted(every, key=lambda one: one.starts_at)))
