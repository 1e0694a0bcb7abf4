"""The addresses of the page with the file of activation letters. Looking at it changes nothing, so a preview or a
scanner uses nothing up: the file comes in answer to the form, with the number that the chat shows, once.
"""

import asyncio
import itertools
from datetime import datetime
from urllib.parse import parse_qs

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.pages.answering import guarded
from bot.pages.around import Around
from bot.pages.html import PRIVATE, files_of, page
from bot.pages.told import BadBody, body_of
from content.access.passwords import as_digits
from content.activating import code
from content.rules import day_of
from content.tables.writing import csv_of
from content.words import Words, language_for, speak
from storage.activating import batches, opening
from storage.activating.opening import Against, Opened
from storage.engine.cipher import Cipher
from storage.staff import log

MOST_FORM_BYTES = 1024
HIDDEN = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow"}


def letter_routes(around: Around) -> list[BaseRoute]:
    """The page and the file. Its style is that of the check of certificates, and some of its own."""
    letters = LettersPage(around)
    return [
        files_of("letters"),
        Route("/letters/{link}", guarded(letters.page)),
        Route("/letters/{link}", guarded(letters.file), methods=["POST"]),
    ]


class LettersPage:
    def __init__(self, around: Around) -> None:
        self._around = around
        self._one = asyncio.Lock()  # a file of everybody takes some seconds, and memory

    async def page(self, request: Request) -> Response:
        record, link = self._around.record, request.path_params["link"]
        now = record.now()
        good = await record.read(lambda session: opening.is_good(session, link, now))
        return self._shown(request, None if good else Against.OVER)

    async def file(self, request: Request) -> Response:
        """Make the file, and only then use the link up: if anything fails before, the link is good still. If two ask at
        once, both files are made, and one is handed out.
        """
        record, link, pin = self._around.record, request.path_params["link"], await _pin(request)
        now = record.now()
        found = await record.write(lambda session: opening.check(session, link, pin, now))
        if isinstance(found, Against):
            return self._shown(request, found)
        number, words = found.batch, _words(request)
        async with self._one:
            made, people = await record.read(lambda session: self._made(session, number, words), unhurried=True)
            now = record.now()
            used = await record.write(lambda session: _used(session, self._around.cipher, link, pin, now, people))
        return self._shown(request, used) if isinstance(used, Against) else _handed_out(number, made)

    def _shown(self, request: Request, against: Against | None) -> Response:
        words = _words(request)
        say = words.activation
        told = {None: "", Against.WRONG: say.page_wrong(), Against.OVER: say.page_over()}[against]
        given = {"lang": words.language, "say": say, "told": told, "asks": against is not Against.OVER}
        name = self._around.profile.name
        given["operator"] = name.en if words.language == "en" else name.ja
        answer = page("letters/letters.html", given, form_action="'self'", img_src="data:")
        answer.headers.update(HIDDEN)
        answer.status_code = {None: 200, Against.WRONG: 403, Against.OVER: 404}[against]
        return answer

    def _made(self, session: Session, batch: int, words: Words) -> tuple[bytes, int]:
        """The bytes of the file, and of how many people it is. It takes its time: not in the loop of events."""
        chat = self._around.links.chat
        lines = batches.lines(session, batch)
        rows = (
            (
                *(one.member_no, one.name, one.prefecture, code.grouped(one.code)),
                *(day_of(one.until).isoformat(), chat(f"{code.PREFIX}_{one.code}")),
            )
            for one in lines
        )
        return csv_of(itertools.chain([tuple(words.activation.columns())], rows)), len(lines)


def _handed_out(batch: int, made: bytes) -> Response:
    name = {"Content-Disposition": f'attachment; filename="letters-{batch}.csv"'}
    return Response(made, media_type="text/csv; charset=utf-8", headers={**PRIVATE, **HIDDEN, **name})


def _used(session: Session, cipher: Cipher, link: str, pin: str, now: datetime, people: int) -> Opened | Against:
    """Use the link up, with a line in the log."""
    found = opening.open_once(session, link, pin, now)
    if isinstance(found, Opened):
        log.write(
            session,
            cipher,
            staff_id=found.person,
            member_id=None,
            act="fetch_letters",
            why="by the link and its number",
            before={},
            after={"letters": found.batch, "people": people},
            at=now,
        )
    return found


async def _pin(request: Request) -> str:
    try:
        fields = parse_qs((await body_of(request, MOST_FORM_BYTES)).decode(), max_num_fields=4)
    except (BadBody, ValueError):
        return ""
    return as_digits(fields.get("pin", [""])[0])


def _words(request: Request) -> Words:
    """The words in the browser's language."""
    return speak(language_for(request.headers.get("accept-language", "")))
