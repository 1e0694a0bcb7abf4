"""Two owners decide one act at the same moment, each in a process of its own: one of them does, and the other hears the
true reason why nothing is left to decide.
"""

import asyncio
import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import select, text

from bot.clock import RealClock
from bot.pages.webhook import SECRET_HEADER
from content.staff.joint import GrantOwner, fingerprint
from content.words import JA
from handlers.staff import second
from handlers.staff.joint import AwaitPin, AwaitRefusal
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.people import chats
from storage.staff import joint, log, pins, roles
from storage.staff.log_check import verify
from storage.tables import JointRequest, Letter
from tests.bot.neighbour import id_of
from tests.bot.test_run import SECRET, by_webhook, telegram
from tests.cheap import cheap_hashing
from tests.databases import WAITS_FOR_A_LOCK
from tests.handlers.staff.pairing import PIN
from tests.process import quick_bot_process
from tests.someone import Someone, eventually, text_of

ASKER, WHO, OWNERS = "9000000001", "9000000002", ("9000000005", "9000000006")
PHONES = (14, 15)
"""The owners who decide, by their number among the people of the demo."""
WHY = "人違いです"
_WAITING = text(f"SELECT count(*) FROM {WAITS_FOR_A_LOCK}")


@dataclass(frozen=True)
class Record:
    """The record that both processes work on."""

    sessions: Sessions
    now: datetime

    def asks(self) -> int:
        """Another owner asks that somebody become an owner; returns the number of the request."""
        with self.sessions.begin() as session:
            asker = id_of(session, ASKER)
            roles.grant(session, asker, "owner", self.now)
            return joint.ask(session, GrantOwner(id_of(session, WHO)), "着任", asker, self.now)

    def logs_in(self, phone: Someone, member_no: str, hashed: str) -> None:
        """The owner is logged in and has a PIN."""
        with self.sessions.begin() as session:
            owner = id_of(session, member_no)
            chat = chats.meet(session, self.sessions.cipher, phone.person.id, "ja", self.now)
            chats.bind(session, chat, owner, self.now)
            assert pins.choose(session, owner, hashed, self.now)

    def awaits(self, phone: Someone, request: int, way: str) -> None:
        """The owner saw what will happen, and tapped the button that confirms it, or the one that refuses it."""
        with self.sessions.begin() as session:
            chat = chats.meet(session, self.sessions.cipher, phone.person.id, "ja", self.now)
            act = joint.asked(session, request).act
            shown = fingerprint(act, request, second.effect(session, act))
            chats.expect(session, chat.id, AwaitPin(request, shown) if way == PIN else AwaitRefusal(request), self.now)

    @contextlib.contextmanager
    def undecided(self, request: int) -> Iterator[None]:
        """Nobody can decide it until the block ends; then those who wait do so in the order in which they came. SQLite
        has one writer at a time, and keeps its order itself.
        """
        with contextlib.ExitStack() as held:
            if self.sessions.kind == "postgresql":
                session = held.enter_context(self.sessions.begin())
                session.execute(select(JointRequest).where(JointRequest.id == request).with_for_update())
            yield

    async def come(self, many: int) -> None:
        """Wait until so many processes have come as far as the decision."""
        if self.sessions.kind == "postgresql":
            await eventually(lambda: self._waiting() == many)

    def _waiting(self) -> int:
        with self.sessions.reading() as session:
            return int(session.execute(_WAITING).scalar_one())

    def ended(self, cipher: Cipher) -> tuple[bool, list[str], list[str]]:
        """Whether the act was done, the acts in the log, and the kinds of letters that wait."""
        with self.sessions.reading() as session:
            assert verify(session, cipher) == []
        with self.sessions.begin() as session:
            done = "owner" in roles.roles(session, id_of(session, WHO))
            kinds = session.execute(select(Letter.kind).where(Letter.state == "waiting")).scalars()
            return done, [line.act for line in log.read(session)], list(kinds)


@pytest.fixture
def record(furnished_url: str, cipher: Cipher) -> Iterator[Record]:
    with contextlib.closing(Sessions(furnished_url, cipher)) as sessions:
        yield Record(sessions, RealClock().now())


async def pushed(url: str, phone: Someone, number: int, said: str) -> None:
    """Telegram pushes a message of this person to the process at this address."""
    person = {"id": phone.person.id, "is_bot": False, "first_name": "Owner", "language_code": "ja"}
    about = {"message_id": number, "date": 1, "chat": {"id": phone.person.id, "type": "private"}, "from": person}
    update = {"update_id": number, "message": about | {"text": said}}
    async with (
        aiohttp.ClientSession() as web,
        web.post(f"{url}/telegram", json=update, headers={SECRET_HEADER: SECRET}) as answer,
    ):
        assert answer.status == 200


async def say_at_once(
    record: Record, request: int, phones: Sequence[Someone], urls: Sequence[str], ways: Sequence[str]
) -> list[str]:
    """What each says is pushed to a process of its own; returns what each of them hears then."""
    heard = [len(phone.heard) for phone in phones]
    async with asyncio.TaskGroup() as tasks:
        with record.undecided(request):
            for number, (phone, url, way) in enumerate(zip(phones, urls, ways, strict=True), start=1):
                tasks.create_task(pushed(url, phone, 900_000 + number, way))
                await record.come(number)
    for phone, before in zip(phones, heard, strict=True):
        await eventually(lambda phone=phone, before=before: len(phone.heard) > before)  # type: ignore[misc]  # bound now
    return [text_of(phone.heard[-1]) for phone in phones]


@pytest.fixture
async def decided(record: Record, tmp_path: Path, furnished_url: str, ways: Sequence[str]) -> Sequence[str]:
    """What both owners hear."""
    hashing = cheap_hashing()
    hashed = await hashing.hash(PIN)
    hashing.close()
    async with telegram() as (world, settings):
        given = [settings | by_webhook() | {"DATABASE_URL": furnished_url} for _ in PHONES]
        async with (
            quick_bot_process(tmp_path / "one.log", **given[0]) as one,
            quick_bot_process(tmp_path / "other.log", **given[1]) as other,
        ):
            await asyncio.gather(one.start("web"), other.start("web"))
            phones = [Someone(world, number) for number in PHONES]
            for phone, member_no in zip(phones, OWNERS, strict=True):
                phone.says("/settings")
                await phone.sees("設定")
                record.logs_in(phone, member_no, hashed)
            request = record.asks()
            for phone, way in zip(phones, ways, strict=True):
                record.awaits(phone, request, way)
            return await say_at_once(record, request, phones, [one["PUBLIC_URL"] for one in given], ways)


@pytest.mark.parametrize("ways", [(PIN, PIN)], ids=["both confirm"])
async def test_one_does_it_and_the_other_hears_that_it_is_done(
    decided: Sequence[str], record: Record, cipher: Cipher
) -> None:
    said = [(JA.joint.done() in text, JA.joint.over("done") in text) for text in decided]
    assert sorted(said) == [(False, True), (True, False)]
    done, acts, kinds = record.ended(cipher)
    assert (done, acts.count("grant_owner"), kinds.count("joint_decided")) == (True, 1, 1)


@pytest.mark.parametrize("ways", [(PIN, WHY), (WHY, PIN)], ids=["confirm, refuse", "refuse, confirm"])
async def test_of_one_who_confirms_and_one_who_refuses_one_decides(
    decided: Sequence[str], ways: Sequence[str], record: Record, cipher: Cipher
) -> None:
    confirmed, refused = decided if ways[0] == PIN else reversed(decided)
    done, acts, kinds = record.ended(cipher)
    assert (JA.joint.done() in confirmed) is done
    assert (JA.joint.refused(WHY) in refused) is not done
    assert JA.joint.over("done" if done else "refused") in (refused if done else confirmed)
    assert (acts.count("grant_owner"), acts.count("refuse_joint")) == ((1, 0) if done else (0, 1))
    assert kinds.count("joint_decided") == 1
