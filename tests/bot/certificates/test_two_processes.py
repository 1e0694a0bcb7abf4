"""Two processes draw and sign the same certificate at once: it is one, and whatever is sent is its one file.

Two signings of one paper differ. So each process has drawn and signed a paper of its own before either may keep it.
They come to that although a person's letters are in one process at a time: the claim of the first runs out.
"""

import asyncio
import contextlib
import hashlib
import os
import time
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlalchemy import select, update

from bot.clock import RealClock
from bot.demo.people import PEOPLE
from bot.pages.webhook import SECRET_HEADER
from bot.sending.sealing import Sealing
from content.keys.letters import CertificatePaper
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.post import letters
from storage.tables import Certificate, Letter
from tests.bot.certificates.signing_bot import may_ask, signs
from tests.bot.certificates.test_killed import documents
from tests.bot.signing.keys import elliptic, judged
from tests.bot.test_run import SECRET, by_webhook, telegram
from tests.patience import LONGEST_S
from tests.process import quick_bot_process
from tests.someone import eventually

PERSON = PEOPLE[0].id
KEPT = "kept"
"""A file of this name tells the processes that the record has a paper of the certificate."""


@pytest.fixture
def sessions(furnished_url: str, cipher: Cipher) -> Iterator[Sessions]:
    with contextlib.closing(Sessions(furnished_url, cipher)) as opened:
        yield opened


async def test_one_certificate_and_every_letter_brings_its_file(
    sessions: Sessions, furnished_url: str, tmp_path: Path
) -> None:
    press = may_ask(sessions, PERSON).pack()
    async with telegram() as (world, settings):
        world.send_text(PERSON, "/start")  # otherwise nobody may write to this chat
        given = [settings | signs(tmp_path) | by_webhook() | {"DATABASE_URL": furnished_url} for _ in range(2)]
        async with (
            quick_bot_process(tmp_path / "one.log", **given[0]) as one,
            quick_bot_process(tmp_path / "other.log", **given[1]) as other,
        ):
            one.first = other.first = partial(both_sign, tmp_path)
            await asyncio.gather(one.start("run"), other.start("run"))
            await asyncio.gather(*(pressed(own["PUBLIC_URL"], at, press) for at, own in enumerate(given, start=1)))
            await eventually(lambda: len(list(tmp_path.glob("signed-*"))) == 1)
            in_the_morning(sessions)
            takes_too_long(sessions)
            await eventually(lambda: is_kept(sessions))
            (tmp_path / KEPT).touch()
            await eventually(lambda: states(sessions) == ["sent", "sent"])
    assert len(list(tmp_path.glob("signed-*"))) == 2
    with sessions.reading() as session:
        (row,) = session.execute(select(Certificate)).scalars()
        assert documents(world) == [row.paper] * 2
        assert row.paper is not None
        assert row.paper_sha256 == hashlib.sha256(row.paper).hexdigest()
    assert (await asyncio.to_thread(judged, row.paper, elliptic())).bottom_line
    drawn = {hashlib.sha256(file.read_bytes()).hexdigest() for file in tmp_path.glob("signed-*")}
    assert len(drawn) == 2
    assert row.paper_sha256 in drawn


def both_sign(folder: Path) -> None:
    """In the process of a bot: what is signed is not given on before the other process has signed, too. What is signed
    second is given on when the first is kept, so it is never the file of the certificate.
    """
    sealing: Any = Sealing
    whole = sealing.drawn

    async def together(self: Sealing, draw: Any, facts: Any) -> bytes:
        paper = bytes(await whole(self, draw, facts))
        is_second = any(folder.glob("signed-*"))
        (folder / f"unfinished-{os.getpid()}").write_bytes(paper)
        (folder / f"unfinished-{os.getpid()}").rename(folder / f"signed-{os.getpid()}")
        begun = time.monotonic()
        while not may_go_on(folder, is_second) and time.monotonic() - begun < LONGEST_S:
            await asyncio.sleep(0.02)
        return paper

    sealing.drawn = together


def may_go_on(folder: Path, is_second: bool) -> bool:
    return (folder / KEPT).exists() if is_second else len(list(folder.glob("signed-*"))) == 2


def is_kept(sessions: Sessions) -> bool:
    with sessions.reading() as session:
        return session.execute(select(Certificate.paper_sha256)).scalar() is not None


def in_the_morning(sessions: Sessions) -> None:
    """The notice of the morning queues the same certificate, in a slot of its own."""
    now = RealClock().now()
    with sessions.begin() as session:
        (row,) = session.execute(select(Certificate)).scalars()
        assert letters.put(
            session, member_id=row.member_id, key=CertificatePaper(row.id), slot="ready 2026-11-22", at=now
        )


def takes_too_long(sessions: Sessions) -> None:
    """The process that draws is so slow that its claim runs out, and the other one begins."""
    claimed = update(Letter).where(Letter.kind == "certificate", Letter.state == "claimed")
    with sessions.begin() as session:
        session.execute(claimed.values(claimed_until=RealClock().now() - timedelta(seconds=1)))


async def pressed(url: str, number: int, press: str) -> None:
    """Telegram pushes the press of the button to the process at this address."""
    chat = {"id": PERSON, "type": "private"}
    person = {"id": PERSON, "is_bot": False, "first_name": "Aoi", "language_code": "ja"}
    shown = {"message_id": 10, "date": 1, "chat": chat, "text": "x"}
    query = {"id": str(number), "from": person, "chat_instance": "1", "data": press, "message": shown}
    update = {"update_id": 900_000 + number, "callback_query": query}
    async with (
        aiohttp.ClientSession() as web,
        web.post(f"{url}/telegram", json=update, headers={SECRET_HEADER: SECRET}) as answer,
    ):
        assert answer.status == 200


def states(sessions: Sessions) -> list[str]:
    with sessions.reading() as session:
        return list(session.execute(select(Letter.state).where(Letter.kind == "certificate")).scalars())
