"""The slow work between the two transactions of a turn."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

from telegram import Bot
from telegram.error import BadRequest

from bot.ceilings import Ceiling, TooMuchAtOnce
from bot.logs import get
from bot.record import nobody
from bot.sending.drawing import Drawing, DrawingInterrupted
from bot.sending.insisting import insist
from bot.updates.hashing import Hashing, QueueFull
from bot.updates.keeping import Keeping
from content.announcing.attached import Unfit
from content.declarations.evidence import Bad, judged
from content.refusals import FileTooBig, NotSaved, Refusal, TooBusy
from handlers.incoming import Incoming
from handlers.pictures import evidence, showable
from handlers.work import Download, HashPassword, Prepared, VerifyPassword, Work

log = get("preparing")
DOWNLOADS = 4
"""At most so many files are fetched at once: each takes up to 20 MB of memory."""
OF_ONE, OF_ONE_WAITING = 1, 9
"""One person has so many of them at once, and so many more wait: together an album. So a thousand files of one person
don't delay everybody's, and those of an album are kept and answered in the order in which they were sent.
"""


class Preparing:
    """Does what a route declares: a password's comparison or its hash, a download."""

    def __init__(self, hashing: Hashing, bot: Bot, drawing: Drawing, keeping: Keeping) -> None:
        self._hashing = hashing
        self._drawing = drawing
        self._bot = bot
        self._keeping = keeping
        self._downloads = asyncio.Semaphore(DOWNLOADS)
        self._of_one = Ceiling(OF_ONE, OF_ONE_WAITING)

    async def surely(
        self, work: Work, incoming: Incoming, *, message_deleted: bool, waits: Callable[[], None]
    ) -> Prepared | Refusal:
        """The result of the work. If it fails, the turn ends with a refusal: otherwise the chat would wait for ever.
        The rest is as in `do`.
        """
        try:
            return await self.do(work, incoming.telegram_id, message_deleted=message_deleted, waits=waits)
        except Exception as error:
            name = type(error).__name__
            log.error("work_failed", update_id=incoming.update_id, work=type(work).__name__, error=name)
            return NotSaved()

    async def do(
        self, work: Work, telegram_id: int, *, message_deleted: bool, waits: Callable[[], None] = nobody
    ) -> Prepared | Refusal:
        """Do the work of this person; returns its result or the refusal that it ends in. `waits` is called once, if the
        record can't be written. Raises TelegramError if a download fails.
        """
        try:
            if isinstance(work, Download):
                async with self._of_one.turn(telegram_id):
                    return await self._fetched(work, waits)
            prepared = await (self._verify(work) if isinstance(work, VerifyPassword) else self._hash(work))
            return replace(prepared, message_deleted=message_deleted)
        except QueueFull:
            return TooBusy()
        except (DrawingInterrupted, TooMuchAtOnce):
            return NotSaved()
        except BadRequest as error:
            return FileTooBig() if "too big" in error.message.lower() else NotSaved()

    async def _verify(self, work: VerifyPassword) -> Prepared:
        matches = await self._hashing.verify(work.stored, work.password)
        outdated = work.stored is not None and matches and self._hashing.is_outdated(work.stored)
        # Older versions hashed another form of the password. One that fits is hashed anew.
        if not matches and work.former != work.password:
            matches = outdated = await self._hashing.verify(work.stored, work.former)
        return Prepared(work, matches=matches, hashed=await self._hashing.hash(work.password) if outdated else "")

    async def _hash(self, work: HashPassword) -> Prepared:
        guessable = work.judged and await self._hashing.guessable(work.password)
        return Prepared(work, hashed="" if guessable else await self._hashing.hash(work.password))

    async def _fetched(self, work: Download, waits: Callable[[], None]) -> Prepared:
        content = await self._download(work)
        if work.kept:
            return Prepared(work, kept=await self._keeping.keep(content, waits))
        if not (work.judged or work.shown):
            return Prepared(work, content=content)
        mime = await self._judged(work, content)
        if isinstance(mime, Bad | Unfit):
            return Prepared(work, mime=mime)
        return Prepared(work, mime=mime, kept=await self._keeping.keep(content, waits))

    async def _judged(self, work: Download, content: bytes) -> str | Bad | Unfit:
        if work.shown:
            return await self._drawing.drawn(showable.look, content)
        mime = judged(content)
        return await self._drawing.drawn(evidence.look, content) if evidence.is_doubtful(content, mime) else mime

    async def _download(self, work: Download) -> bytes:
        """The file's bytes. Telegram gives bots at most 20 MB; for a larger file it raises BadRequest ("file is too
        big").
        """
        async with self._downloads:
            return await insist(lambda: self._bytes(work.file_id))

    async def _bytes(self, file_id: str) -> bytes:
        """Asked for and fetched in one go: the link that Telegram gives ends after an hour."""
        found = await self._bot.get_file(file_id)
        return bytes(await found.download_as_bytearray())
