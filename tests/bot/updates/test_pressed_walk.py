"""Every kind of button, pressed five times in a second: no message comes twice.

Two tests, since no walk reaches every button: one walks from the commands to whatever buttons come, as persons of each
role, and presses the first of each kind five times. The other has the record say of each kind in the registry of routes
that it was answered a second ago: then no route answers it.
"""

import shutil
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field, fields
from datetime import timedelta
from functools import cache, partial
from pathlib import Path
from typing import get_type_hints

import pytest
from sqlalchemy.orm import Session

from content.pressing import Answered, mark_of
from handlers.press import Press, unpack
from storage.people import chats
from tests.bot.updates.test_pressed_again import AGAIN, TIMES, five, told_again
from tests.bot.updates.test_twice import earns
from tests.conftest import NOW, WRITTEN_KEY
from tests.house.test_presses import TEXTS
from tests.phone import Phone
from tests.sizes import SOAK
from tests.stage import Stage, logged_in, staged

LATER = timedelta(seconds=6)
"""After it a press is another one."""
MOST, FEWEST = (40, 100) if SOAK else (1, 90)
"""So many buttons of a kind are pressed on the way to others; and so many kinds are reached at least, or the walk has
lost its way.
"""
LAST = "session.LogOut"
"""It ends the walk of a person."""
SAID = {
    "declare_what": "第1回 見本学会",
    "declare_day": "11/3",
    "declare_units": "1.5",
    "declare_code": "74",
    "staff_why": "本人から電話で依頼",
    "claim_why": "主催者に電話で確認",
    "declaration_why": "参加証を確認",
    "request": "郵送を希望します",
    "request_answer": "郵送しました",
    "letters_prefecture": "東京都",
    "case_question": "参加証をお送りください",
    "request_note": "住所を確認してください",
    "request_why": "電話で回答しました",
    "role_of": "1000000001",
    "role_why": "会議で決定",
    "staff_find": "青井",
    "why": "高血圧",
}
"""What is typed if a button makes the chat wait for it."""


@pytest.fixture
async def stage(sqlite_furnished: Path, tmp_path: Path) -> AsyncIterator[Stage]:
    database = shutil.copy(sqlite_furnished, tmp_path / "tani.sqlite")
    async with staged(f"sqlite:///{database}", now=NOW, data_key=WRITTEN_KEY) as opened:
        yield opened


def kind_of(press: type[Press]) -> str:
    return f"{press.__module__.removeprefix('handlers.presses.')}.{press.__name__}"


@cache
def kind_in(data: str) -> str:
    """The kind of press that a button carries. A walk asks again and again, of every button in the chat."""
    return kind_of(type(unpack(data)))


@dataclass
class Walk:
    """One person's way from button to button. `seen` are the kinds that somebody has pressed, five times."""

    stage: Stage
    phone: Phone
    seen: set[str]
    done: set[str] = field(default_factory=set)
    times: Counter[str] = field(default_factory=Counter)

    async def goes(self) -> None:
        for command in sorted(self.stage.app.routes.commands):
            await self.phone.says(f"/{command}")
            while found := next(self._left(), None):
                await self._presses(*found)
        for message_id, data, kind in self._buttons():
            if kind == LAST and LAST not in self.seen:
                await self._presses(message_id, data, kind)

    async def _presses(self, message_id: int, data: str, kind: str) -> None:
        self.done.add(data)
        self.times[kind] += 1
        self.stage.clock.jump(self.stage.clock.now() + LATER)
        if kind in self.seen:
            await self.phone.presses(message_id, data)
        else:
            self.seen.add(kind)
            new = await five(self.stage, self.phone, message_id, data)
            faces = [self.phone._face(message) for message in new]
            assert len(set(faces)) == len(faces), (kind, faces)
            # a refusal and a mere word change nothing, and are said each time
            assert told_again(self.phone) == TIMES - 1 or (told_again(self.phone) == 0 and not new), kind
        await self._types()

    async def _types(self) -> None:
        with self.stage.app.sessions.begin() as session:
            chat = chats.meet(session, self.stage.app.sessions.cipher, self.phone.person.id, "ja", NOW)
        if chat.expects in SAID:
            await self.phone.says(SAID[chat.expects])

    def _left(self) -> Iterator[tuple[int, str, str]]:
        """Buttons of a new kind first, then some more of the kinds that were pressed."""
        left = [one for one in self._buttons() if one[1] not in self.done and one[2] != LAST]
        yield from (one for one in left if one[2] not in self.seen)
        yield from (one for one in left if self.times[one[2]] < MOST)

    def _buttons(self) -> Iterator[tuple[int, str, str]]:
        for message, button in self.phone._buttons():
            if "callback_data" in button:
                data = button["callback_data"]
                yield message["message_id"], data, kind_in(data)


async def test_whatever_button_a_walk_comes_by(stage: Stage) -> None:
    aoi = await logged_in(stage, 1)
    seen: set[str] = set()
    await earns(stage, aoi)
    await stage.until(NOW + timedelta(days=1))
    for phone in (aoi, *[await logged_in(stage, number) for number in (14, 11, 12)]):
        await Walk(stage, phone, seen).goes()
    every = {kind_of(press) for press in stage.app.routes.presses}
    assert len(seen) >= FEWEST, sorted(every - seen)


async def test_no_route_answers_what_was_answered_a_second_ago(stage: Stage) -> None:
    aoi = await logged_in(stage, 1)
    every = [TEXTS.get(press) or instance(press) for press in stage.app.routes.presses]
    assert len(every) == len(stage.app.routes.presses)
    for one in every:
        stage.clock.jump(stage.clock.now() + LATER)
        await stage.app.record.write(partial(answered, stage=stage, phone=aoi, data=one.pack()))
        before = len(aoi.messages)
        await aoi.presses(1, one.pack())
        assert (aoi.toast, len(aoi.messages)) == (AGAIN, before), one


def instance(press: type[Press]) -> Press:
    """A press of this kind whose fields hold a number or a truth."""
    kinds = get_type_hints(press)
    return press(*(kinds[one.name](1) for one in fields(press)))


def answered(session: Session, stage: Stage, phone: Phone, data: str) -> None:
    now = stage.clock.now()
    chat = chats.meet(session, stage.app.sessions.cipher, phone.person.id, "ja", now)
    chats.answer(session, chat, Answered(1, mark_of(data), now - timedelta(seconds=1), new=True), 5)
