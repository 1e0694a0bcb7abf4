"""Files that go to many: uploaded once, and sent again by the file_id that Telegram gave.

While no file_id is known, one letter at a time uploads the file, and the other letters of the process wait with nothing
sent: so each process uploads a file at most once. A file_id that Telegram refuses was refused before anything was sent:
it is forgotten, and the letter goes again with an upload.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from telegram.error import BadRequest, TelegramError

from bot.logs import get
from bot.record import Record, until_kept
from bot.sending.papers import Papers
from bot.sending.showing import Showing, keyboard
from handlers.screens.screen import Paper, Screen, SharedPaper

log = get("attaching")
# Telegram has no codes for it: these are its texts about a file_id of another bot, and about one that has ended.
_REFUSED = ("file identifier", "file_id", "file_reference", "file reference", "can't use file of type")


@dataclass(frozen=True)
class Uploaded:
    """Telegram has the file already, under this file_id."""

    file_id: str


File = bytes | Uploaded
"""What is sent of a file: its bytes, or the name that Telegram gave it. Empty bytes: nothing goes with it."""


class Refused(TelegramError):
    """Telegram does not know the file_id (any more), so nothing was sent."""


class Attaching:
    """Gives each letter its file, and learns from Telegram's answers."""

    def __init__(self, record: Record, showing: Showing, papers: Papers) -> None:
        self._record = record
        self._showing = showing
        self._papers = papers
        self._uploading: dict[str, asyncio.Lock] = {}

    @contextlib.asynccontextmanager
    async def file(self, telegram_id: int, paper: Paper) -> AsyncIterator[File]:
        """The file of a letter, for as long as it takes to send it. Raises as Papers.fetch does."""
        if not isinstance(paper, SharedPaper):
            await self._showing.doing(telegram_id, "upload_document")
            yield await self._papers.fetch(paper)
            return
        known = paper.uploaded
        if not known:
            lock = self._uploading.setdefault(paper.print, asyncio.Lock())
            async with lock:
                known = await self._known(paper)
                if not known:
                    yield await self._papers.fetch(paper)
                    return
        yield Uploaded(known)

    async def send(self, telegram_id: int, screen: Screen, paper: SharedPaper, file: File) -> int:
        """Try once to send a file that goes to many, with the screen as its caption; returns the message's number."""
        method, field = ("sendPhoto", "photo") if paper.is_picture else ("sendDocument", "document")
        about: dict[str, Any] = {"chat_id": telegram_id}
        if screen.text:
            about |= {"caption": screen.text, "parse_mode": "HTML"}
        if screen.rows:
            about["reply_markup"] = keyboard(screen.rows)
        telegram = self._showing.telegram
        if isinstance(file, Uploaded):
            try:
                sent = await telegram.call(method, **about, **{field: file.file_id})
            except BadRequest as error:
                if any(sign in error.message.lower() for sign in _REFUSED):
                    await self._forget(paper, file.file_id)
                    raise Refused(error.message) from None
                raise
        else:
            sent = await telegram.upload(method, field, file, paper.file_name, **about)
            await self._learn(paper, sent)
        return int(sent["message_id"])

    async def _known(self, paper: SharedPaper) -> str:
        shares = self._papers.shares(paper)
        return await self._record.read(lambda session: shares.known(session, paper), unhurried=True)

    async def _learn(self, paper: SharedPaper, sent: dict[str, Any]) -> None:
        """Note the file_id for every process. The message is there: if it can't be noted, it is uploaded once more."""
        try:
            file_id = sent["photo"][-1]["file_id"] if paper.is_picture else sent["document"]["file_id"]
            shares = self._papers.shares(paper)
            await until_kept(lambda: self._record.write(lambda session: shares.learn(session, paper, file_id)))
        except Exception as error:
            log.error("file_id_not_learned", error=type(error).__name__)

    async def _forget(self, paper: SharedPaper, file_id: str) -> None:
        shares = self._papers.shares(paper)
        await until_kept(lambda: self._record.write(lambda session: shares.forget(session, paper, file_id)))
        log.info("file_id_refused")
