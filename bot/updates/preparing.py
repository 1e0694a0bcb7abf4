"""The slow work between the two transactions of a turn."""

import asyncio
from dataclasses import replace

from telegram import Bot
from telegram.error import BadRequest

from bot.updates.hashing import Hashing, QueueFull
from content.refusals import FileTooBig, NotSaved, Refusal, TooBusy
from handlers.work import Download, HashPassword, Prepared, VerifyPassword, Work

DOWNLOADS = 4
"""Files that are fetched at once, of at most 20 MB each in memory; a member who sends many makes everybody wait."""


class Preparing:
    """Does what a route declares: a password's comparison or its hash, a download."""

    def __init__(self, hashing: Hashing, bot: Bot) -> None:
        self._hashing = hashing
        self._bot = bot
        self._downloads = asyncio.Semaphore(DOWNLOADS)

    async def do(self, work: Work, *, message_deleted: bool) -> Prepared | Refusal:
        """The work with its result, or the refusal that it ends in. Raises TelegramError where a download fails."""
        try:
            if isinstance(work, Download):
                return Prepared(work, content=await self._download(work))
            prepared = await (self._verify(work) if isinstance(work, VerifyPassword) else self._hash(work))
            return replace(prepared, message_deleted=message_deleted)
        except QueueFull:
            return TooBusy()
        except BadRequest as error:
            return FileTooBig() if "too big" in error.message.lower() else NotSaved()

    async def _verify(self, work: VerifyPassword) -> Prepared:
        matches = await self._hashing.verify(work.stored, work.password)
        outdated = work.stored is not None and matches and self._hashing.is_outdated(work.stored)
        if not matches and work.former != work.password:
            matches = outdated = await self._hashing.verify(work.stored, work.former)
        return Prepared(work, matches=matches, hashed=await self._hashing.hash(work.password) if outdated else "")

    async def _hash(self, work: HashPassword) -> Prepared:
        guessable = work.judged and await self._hashing.guessable(work.password)
        return Prepared(work, hashed="" if guessable else await self._hashing.hash(work.password))

    async def _download(self, work: Download) -> bytes:
        """Telegram gives bots at most 20 MB, and says "file is too big" of more."""
        async with self._downloads:
            found = await self._bot.get_file(work.file_id)
            return bytes(await found.download_as_bytearray())
