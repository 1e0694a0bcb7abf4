"""A machine's clock that is an hour back and a day forward at one reading after the other loses and doubles nothing.

The same is done twice on the same record: every command, every button that comes of one, every other kind of button, an
answer to everything that a chat can wait for; then two months of what falls due. Once the machine's clock is right, and
once it is wrong. What stands in the chats and on record is the same.

A process that begins while the clock is wrong knows no better until Telegram has answered. So everything is delivered
again to two such processes, and nothing is acted upon.
"""

import itertools
import re
import secrets
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from bot.demo.people import PEOPLE as EVERYBODY
from bot.sandbox.people import Json
from content.keys import note
from content.keys.note import Note
from handlers.access.login import AwaitId
from handlers.features import FEATURES
from handlers.finding import Finds, Takes
from handlers.routing import Routes
from handlers.trainings.checkin import AwaitCode
from handlers.turn import Receives
from storage.people import chats
from tests.bot.repeating import overheard, record
from tests.bot.updates.test_pressed_walk import LAST, LATER, SAID, Walk, instance, kind_of
from tests.bot.updates.test_twice import earns
from tests.bot.wrong_clock import DAY, HOUR, RIGHT, WRONG, SetClock
from tests.conftest import NOW, WRITTEN_KEY
from tests.files import PDF
from tests.handlers.trainings.test_checkin_journey import shown
from tests.house.test_presses import TEXTS
from tests.phone import Phone
from tests.sizes import todays
from tests.snapshot import snapshot
from tests.stage import Stage, logged_in, staged

PEOPLE = (14, *todays((1, 11)))
FORCED = 1
"""So many of them press every kind of button, and answer whatever can be asked: the first, an owner."""
TOGETHER = 12
DAYS = (1, 2, 3, 9, 30, 60)
OPERATOR = 3
BARE_ID = f"{1_000_000_000 + OPERATOR}"
"""The operator, who is not logged in, types it without /login."""
FEWEST = 80
"""So many kinds of buttons come on the way at least, or the walk has lost it."""
FIELDS: Mapping[type, object] = {int: 1, str: "1", bool: True, date: NOW.date(), datetime: NOW + HOUR}


@dataclass
class Lived:
    """What came of it: every update as it came, the moment of the last one, the chats, and the record."""

    updates: list[Json]
    at: datetime = NOW
    chats: dict[int, list[str]] = field(default_factory=dict)
    record: dict[str, list[Any]] = field(default_factory=dict)


class Way(Walk):
    """From button to button, each kind once, by whoever comes by it first."""

    async def goes(self) -> None:
        for command in sorted(self.stage.app.routes.commands):
            await self.phone.says(f"/{command}")
            while found := next(self._left(), None):
                await self._presses(*found)

    async def _presses(self, message_id: int, data: str, kind: str) -> None:
        self.done.add(data)
        self.seen.add(kind)
        self.stage.clock.jump(self.stage.clock.now() + LATER)
        await self.phone.presses(message_id, data)
        await self._types()

    def _left(self) -> Iterator[tuple[int, str, str]]:
        yield from (one for one in self._buttons() if one[2] not in {*self.seen, LAST})


async def logs_in(stage: Stage) -> list[Phone]:
    """All of them; the first one has a credit of yesterday, and has typed the code of a training."""
    await stage.phone(OPERATOR).says("/start")
    aoi = await logged_in(stage, PEOPLE[0])
    await earns(stage, aoi)
    assert "入室を記録しました" in await aoi.says((await shown(stage))["code"])
    await falls_due(stage, NOW + DAY)
    return [aoi, *[await logged_in(stage, number) for number in PEOPLE[1:]]]


async def walks(stage: Stage, phones: Iterable[Phone]) -> set[str]:
    """Returns the kinds of buttons that came on the way."""
    seen: set[str] = set()
    for number, phone in enumerate(phones):
        await Way(stage, phone, seen).goes()
        if number < FORCED:
            await answers(stage, phone)
            await presses(stage, phone)
        await falls_due(stage, stage.clock.now())
    return seen


async def answers(stage: Stage, phone: Phone) -> None:
    """Say something, or send a file, whatever the chat can wait for."""
    routes = stage.app.routes
    for expects, route in {**routes.heard, **routes.received}.items():
        with stage.app.sessions.begin() as session:
            chat = chats.meet(session, stage.app.sessions.cipher, phone.person.id, "ja", stage.clock.now())
            chats.expect(session, chat.id, plain(note.kinds()[expects]), stage.clock.now())
        if isinstance(route, Receives):
            await phone.sends(PDF, name="a.pdf")
        else:
            await phone.says(SAID.get(expects, "11/3"))
    for text in ("高血圧", *(f"/start {prefix}_1" for prefix in routes.opens)):
        await phone.says(text)
    await phone.sends(PDF, name="a.pdf")  # nobody waits for it


async def presses(stage: Stage, phone: Phone) -> None:
    """Every kind of button, some together; the last one logs out."""
    every = sorted(stage.app.routes.presses, key=lambda press: (kind_of(press) == LAST, press.tag))
    for first in range(0, len(every), TOGETHER):
        stage.clock.jump(stage.clock.now() + LATER)
        for press in every[first : first + TOGETHER]:
            stage.world.press(phone.person.id, 1, (TEXTS.get(press) or instance(press)).pack())
        await stage.settled()


def plain(kind: type[Note]) -> Note:
    kinds = get_type_hints(kind)
    return kind(**{one.name: FIELDS[kinds[one.name]] for one in fields(kind)})


async def falls_due(stage: Stage, moment: datetime) -> None:
    """What the running machine does by the clock, all of it."""
    app = stage.app
    await stage.until(moment)
    for step in (app.heads.step, app.menus.step, app.intake.resuming.once, app.intake.deleting.step):
        await step()
    await stage.settled()


async def lives(database: Path, offs: Sequence[timedelta], monkeypatch: pytest.MonkeyPatch) -> Lived:
    """The whole of it on a machine whose clock is off by these."""
    numbers = itertools.count(1)
    monkeypatch.setattr(secrets, "randbelow", lambda below: next(numbers) % below)
    monkeypatch.setattr(secrets, "token_urlsafe", lambda _bytes: f"{next(numbers):024}")
    monkeypatch.setattr(secrets, "token_hex", lambda count=32: f"{next(numbers):0{2 * count}x}")
    monkeypatch.setattr("tests.stage.DemoClock", lambda start, runs: SetClock(start, offs))
    begun = staged(f"sqlite:///{database}", now=NOW, data_key=WRITTEN_KEY, operator_chat=EVERYBODY[OPERATOR - 1].id)
    async with begun as stage:
        phones = await logs_in(stage)
        lived = Lived(overheard(stage, monkeypatch))
        assert len(await walks(stage, phones)) >= FEWEST
        await stage.phone(OPERATOR).says(BARE_ID)
        lived.at = stage.clock.now()
        copy(database, walked(database))
        for days in DAYS:
            await falls_due(stage, NOW + timedelta(days=days))
        lived.record = record(stage)
        for number in (*PEOPLE, OPERATOR):
            phone = stage.phone(number)
            lived.chats[number] = [read(phone._face(message)) for message in phone.messages]
    monkeypatch.undo()
    return lived


async def test_a_clock_that_jumps_loses_nothing_and_doubles_nothing(
    sqlite_furnished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lived: list[Lived] = []
    for offs in (RIGHT, WRONG):
        database = tmp_path / f"{len(lived)}.sqlite"
        shutil.copy(sqlite_furnished, database)
        lived.append(await lives(database, offs, monkeypatch))
    right, wrong = lived
    assert wrong.chats == right.chats
    for table, rows in right.record.items():
        assert wrong.record[table] == rows, table
    for off in (-HOUR, DAY):
        await delivered_again(right, walked(tmp_path / "0.sqlite"), off)


async def delivered_again(lived: Lived, walked: Path, off: timedelta) -> None:
    """Everything again, to a process that begins while the machine's clock is off by so much."""
    database = walked.with_suffix(f".{off.total_seconds():.0f}")
    copy(walked, database)
    async with staged(f"sqlite:///{database}", now=lived.at + off, data_key=WRITTEN_KEY) as stage:
        before = snapshot(stage.app.sessions)
        for body in lived.updates:
            await stage.app.receiving.take(body)
        await stage.app.intake.settled()
        for table, rows in snapshot(stage.app.sessions).items():
            assert rows == before[table], (off, table)


def test_every_route_is_taken() -> None:
    """By its list in Routes, or by a text that nobody awaits: a code, an ID, something to look for. A route of another
    kind than these needs a way above, and so does another one that takes a text wherever it is typed.
    """
    routes, every = Routes(FEATURES), [route for feature in FEATURES for route in feature.ROUTES]
    takes = [route for route in every if isinstance(route, Takes)]
    assert {one.apart for one in takes} == {AwaitCode, AwaitId}
    finds = [route for route in every if isinstance(route, Finds)]
    taken = [routes.commands, routes.presses, routes.opens, routes.heard, routes.received, routes.files, takes, finds]
    assert sum(map(len, taken)) == len(every)


def walked(database: Path) -> Path:
    """Where the record is kept as it was after the walk."""
    return database.with_suffix(".walked")


def copy(source: Path, to: Path) -> None:
    """The whole record, also what is still in the write-ahead log."""
    with sqlite3.connect(source) as before, sqlite3.connect(to) as after:
        before.backup(after)
    before.close()
    after.close()


def read(face: str) -> str:
    """Without the seal of the log of staff, for whose keys lots are drawn, and the sandbox's port in links."""
    return re.sub(r"[0-9a-f]{32,}", "SEAL", re.sub(r"(127\.0\.0\.1%3A)\d+", r"\1PORT", face))
