"""Is this process alive (/healthz), and can it do its work (/readyz)? Only a status is said, to whoever asks.

/health is the former name of /readyz.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.logs import get
from bot.pages.html import PRIVATE
from bot.record import Record
from content.keys.letter import Rank
from storage.engine import pulse
from storage.migrations import at_newest
from storage.post import waiting

log = get("health")
LATEST = {
    Rank.AT_ONCE: timedelta(minutes=15),
    Rank.RESULT: timedelta(hours=3),
    Rank.NUDGE: timedelta(hours=3),
    Rank.LAST: timedelta(hours=6),
}
"""A letter that has been due for so long says that nobody sends letters. Those to everybody take nearly two hours at
the pace of Telegram.
"""
ASKED_AGAIN = timedelta(seconds=2)
"""A look writes to the disk, so within this time the last finding is told again."""


class Readiness:
    """Whether the process is up, the record can be written and has the tables of this version, and letters go out."""

    def __init__(self, record: Record, is_up: Callable[[], bool]) -> None:
        self._record = record
        self._is_up = is_up
        self._one = asyncio.Lock()
        self._found: tuple[datetime, str] | None = None

    async def lacking(self) -> str:
        """What is not as it must be, in a word for the log; empty if all is well."""
        async with self._one:
            now = self._record.now()
            if self._found is None or not self._found[0] <= now < self._found[0] + ASKED_AGAIN:
                self._found = (now, await self._look(now))
                if self._found[1]:
                    log.warning("not_ready", lacking=self._found[1])
            return self._found[1]

    async def _look(self, now: datetime) -> str:
        if not self._is_up():
            return "start"
        try:
            await self._record.write(lambda session: pulse.beat(session, now))
            if not await self._record.read(lambda session: at_newest(session.connection())):
                return "migrations"
            late = await self._record.read(lambda session: _late(session, now))
        except Exception as error:
            return type(error).__name__
        return "letters" if late else ""


def _late(session: Session, now: datetime) -> bool:
    """Whether a letter is due for so long that nobody seems to send any."""
    oldest = {rank: waiting.oldest_due(session, now, (rank,)) for rank in Rank}
    return any(at is not None and at <= now - LATEST[rank] for rank, at in oldest.items())


def health_routes(readiness: Readiness) -> list[Route]:
    """The three addresses."""

    async def alive(_: Request) -> Response:
        return _said("ok", 200)

    async def ready(_: Request) -> Response:
        return _said("not ready", 503) if await readiness.lacking() else _said("ok", 200)

    return [Route("/healthz", alive), Route("/readyz", ready), Route("/health", ready)]


def _said(word: str, status: int) -> Response:
    return PlainTextResponse(word, status_code=status, headers=PRIVATE)
