"""The slow work between the two transactions of a turn."""

import asyncio

from telegram import Bot
from telegram.error import BadRequest

from bot.updates.hashing import Hashing, QueueFull
from bot.updates.turns import Outcome, Turns
from content.refusals import FileTooBig, NotSaved, Refusal, TooBusy
from handlers.incoming import Incoming
from handlers.turn import Download, Prepared, VerifyPassword, Work

DOWNLOADS = 4
"""Files that are fetched at once, of at most 20 MB each in memory; whoever sends many waits for himself and others."""


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
            if isinstance(work, VerifyPassword):
                matches = await self._hashing.verify(work.stored, work.password)
                return Prepared(work, matches=matches, message_deleted=message_deleted)
            hashed = await self._hashing.hash(work.password)
            return Prepared(work, hashed=hashed, message_deleted=message_deleted)
        except QueueFull:
            return TooBusy()
        except BadRequest as error:
            return FileTooBig() if "too big" in error.message.lower() else NotSaved()

    async def end(self, turns: Turns, incoming: Incoming, prepared: Prepared | Refusal) -> Outcome:
        """The second transaction."""
        if isinstance(prepared, Refusal):
            return await turns.give_up(incoming, prepared)
        return await turns.finish(incoming, prepared)

    async def _download(self, work: Download) -> bytes:
        """Telegram gives bots at most 20 MB, and says "file is too big" of more."""
        async with self._downloads:
            found = await self._bot.get_file(work.file_id)
            return bytes(await found.download_as_bytearray())
