"""kill -9 at every step from the facts of a certificate to its file in the chat: it stays one certificate."""

import asyncio
import contextlib
import hashlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.clock import RealClock
from bot.demo.people import PEOPLE
from bot.sandbox.world import World
from storage.certificates import checks
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.tables import Certificate, CertificateCheck, Letter
from tests.bot.certificates.killed import MOMENTS
from tests.bot.certificates.signing_bot import may_ask, signs
from tests.bot.signing.keys import elliptic, judged
from tests.bot.test_run import telegram
from tests.process import nothing, quick_bot_process
from tests.someone import eventually

PERSON = PEOPLE[0].id
Paper = tuple[int, str, str, bytes | None]
"""The number of its row, what it is checked by, and its file."""


@pytest.fixture
def sessions(sqlite_furnished: Path, tmp_path: Path, cipher: Cipher) -> Iterator[Sessions]:
    (tmp_path / "tani.sqlite").write_bytes(sqlite_furnished.read_bytes())
    with contextlib.closing(Sessions(f"sqlite:///{tmp_path / 'tani.sqlite'}", cipher)) as opened:
        yield opened


async def test_killed_at_every_step_it_is_one_certificate_with_one_file(sessions: Sessions, tmp_path: Path) -> None:
    """Each process is killed one step after the one before it, and takes up what that one left. The kind of the letter
    may arrive twice: so it does if the process died between Telegram's answer and the settling, and only then.
    """
    press = may_ask(sessions, PERSON).pack()
    seen: set[Paper] = set()
    async with telegram() as (world, settings):
        given = settings | signs(tmp_path) | {"DATABASE_URL": str(sessions.url)}
        async with quick_bot_process(tmp_path / "bot.log", **given) as bot:
            world.send_text(PERSON, "/help")
            world.press(PERSON, 1, press)
            for moment, (certificates, files, arrived) in MOMENTS.items():
                bot.first = moment
                await bot.start()
                await bot.dies()
                papers = on_record(sessions)
                seen.update(papers)
                assert len(papers) == certificates, moment
                assert len([file for *_, file in papers if file]) == files, moment
                assert len(documents(world)) == arrived, moment
                claims_run_out(sessions)
            bot.first = nothing
            await bot.start()
            await eventually(lambda: states(sessions) == ["sent"])
            assert await bot.stop() == 0
    (paper,) = on_record(sessions)
    assert len({(number, token) for _, number, token, _ in {*seen, paper}}) == 1
    assert documents(world) == [paper[3]] * 2
    assert paper[3] is not None
    assert (await asyncio.to_thread(judged, paper[3], elliptic())).bottom_line


def on_record(sessions: Sessions) -> list[Paper]:
    """The certificates. The number finds its own certificate as soon as it has a file."""
    with sessions.reading() as session:
        found = session.execute(
            select(Certificate, CertificateCheck)
            .outerjoin(CertificateCheck, CertificateCheck.certificate_id == Certificate.id)
            .order_by(Certificate.id)
        ).all()
        for row, check in found:
            standing = checks.by_token(session, sessions.cipher, check.token)
            assert (standing is None) is (row.paper is None)
            assert row.paper is None or row.paper_sha256 == hashlib.sha256(row.paper).hexdigest()
        return [(row.id, check.number, check.token, row.paper) for row, check in found]


def documents(world: World) -> list[bytes]:
    """The files that have arrived."""
    messages = [one for one in world.messages(PERSON) if one["from"]["is_bot"] and "document" in one]
    return [world.file(one["document"]["file_id"]) for one in messages]


def states(sessions: Sessions) -> list[str]:
    with sessions.reading() as session:
        return list(session.execute(select(Letter.state).where(Letter.kind == "certificate")).scalars())


def claims_run_out(sessions: Sessions) -> None:
    """Let the claims run out, as they do after two minutes."""
    with sessions.begin() as session:
        past = RealClock().now() - timedelta(seconds=1)
        session.execute(update(Letter).where(Letter.claimed_until.is_not(None)).values(claimed_until=past))
