"""What falls due to many: queued tick by tick, whatever becomes of other kinds; of a new kind nothing that is past."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from types import ModuleType

import pytest
from sqlalchemy import Select, literal, select
from sqlalchemy.orm import Session

from bot import queueing, schedule
from content.keys.letter import LetterKey
from content.keys.letters import DraftsOpen, JournalDeadline, Unfinished
from content.rules import Rulebook
from handlers.due import Rounds
from storage.post import rounds
from storage.post.rounds import Round
from storage.tables import Letter, Member
from tests import samples
from tests.conftest import NOW, WRITTEN_KEY
from tests.stage import Stage, staged

DAY = timedelta(days=1)
EVERYBODY: Select[Member] = select(Member)
Find = Callable[[Session, datetime, Rulebook], Sequence[Round]]


def at(key: type[LetterKey], *moments: datetime) -> Find:
    """A round to every member at each of these moments."""
    queue = rounds.queues(key, EVERYBODY, Member.id, literal("7"), rounds.given("slot"))
    return lambda _session, _now, _rulebook: [
        Round(key, str(one), one, one + 30 * DAY, queue, {"slot": str(one)}) for one in moments
    ]


def feature(*due: Rounds) -> ModuleType:
    made = ModuleType("feature")
    made.__dict__.update(ROUTES=(), DUE=due)
    return made


def fails(_session: Session, _now: datetime, _rulebook: Rulebook) -> Sequence[Round]:
    raise ZeroDivisionError


def members(stage: Stage, number: int) -> None:
    with stage.app.sessions.begin() as session:
        for one in range(1, number + 1):
            samples.member(session, NOW, no=str(one))


def queued(stage: Stage) -> list[tuple[str, datetime]]:
    """The kinds of the letters, and when they are due."""
    with stage.app.sessions.reading() as session:
        return [(row.kind, row.due_at) for row in session.execute(select(Letter).order_by(Letter.id)).scalars()]


async def test_a_kind_that_fails_stops_no_other(database_url: str) -> None:
    made = feature(Rounds("fails", DraftsOpen, fails), Rounds("goes on", Unfinished, at(Unfinished, NOW)))
    async with staged(database_url, now=NOW, data_key=WRITTEN_KEY, features=[made]) as stage:
        members(stage, 1)
        await stage.app.schedule.tick()
        assert queued(stage) == [("reminder", NOW)]


async def test_each_tick_goes_on_where_the_last_one_ended(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tick whose time is over leaves the rest to the next one, and each kind has its step."""
    monkeypatch.setattr(schedule, "LONGEST_S", 0.0)
    for name in ("STEP_S", "SHARED_STEP_S"):
        monkeypatch.setattr(queueing, name, 0.0)
    monkeypatch.setattr(rounds, "EACH", dict.fromkeys(rounds.EACH, 2))
    kinds = (Unfinished, JournalDeadline)
    made = feature(*(Rounds(key.kind, key, at(key, NOW)) for key in kinds))
    async with staged(database_url, now=NOW, data_key=WRITTEN_KEY, features=[made]) as stage:
        members(stage, 5)
        grown = []
        for _ in range(4):
            await stage.app.schedule.tick()
            grown.append([sum(kind == key.kind for kind, _ in queued(stage)) for key in kinds])
        assert grown == [[2, 2], [4, 4], [5, 5], [5, 5]]


async def test_of_a_new_kind_nothing_that_has_passed_is_sent(database_url: str) -> None:
    """An upgrade brings a kind that would have been due yesterday and this morning, and is due tomorrow. A restart
    makes up for what fell due in between.
    """
    moments = (NOW - DAY, NOW - timedelta(seconds=1), NOW + DAY, NOW + 2 * DAY)
    made = feature(Rounds("new", Unfinished, at(Unfinished, *moments)))
    async with staged(database_url, now=NOW, data_key=WRITTEN_KEY, features=[made]) as stage:
        members(stage, 1)
        await stage.app.schedule.tick()
        assert queued(stage) == []
    after = NOW + DAY + timedelta(hours=3)
    async with staged(database_url, now=after, data_key=WRITTEN_KEY, features=[made]) as stage:
        await stage.app.schedule.tick()
        assert queued(stage) == [("reminder", NOW + DAY)]
