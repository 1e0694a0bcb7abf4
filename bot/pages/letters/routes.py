"""The addresses of the page with the file of activation letters. Looking at it changes nothing, so a preview or a
scanner uses nothing up: the file comes in answer to the form, with the number that the chat shows, once.
"""

from datetime import datetime
from urllib.parse import parse_qs

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.pages.answering import guarded
from bot.pages.around import Around
from bot.pages.html import PRIVATE, page
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
    """The page and the file. Its style is that of the check of certificates."""
    letters = LettersPage(around)
    return [
        Route("/letters/{link}", guarded(letters.page)),
        Route("/letters/{link}", guarded(letters.file), methods=["POST"]),
    ]


class LettersPage:
    def __init__(self, around: Around) -> None:
        self._around = around

    async def page(self, request: Request) -> Response:
        record, link = self._around.record, request.path_params["link"]
        now = record.now()
        good = await record.read(lambda session: opening.is_good(session, link, now))
        return _shown(request, None if good else Against.OVER)

    async def file(self, request: Request) -> Response:
        """Use the link up, and only then open what is in the file: nobody else can get it meanwhile."""
        record, link, pin = self._around.record, request.path_params["link"], await _pin(request)
        now = record.now()
        found = await record.write(lambda session: _used(session, self._around.cipher, link, pin, now))
        if isinstance(found, Against):
            return _shown(request, found)
        return await self._handed_out(found, _words(request))

    async def _handed_out(self, found: Opened, words: Words) -> Response:
        read, links = self._around.record.read, self._around.links
        lines = await read(lambda session: batches.lines(session, found.batch), unhurried=True)
        rows = [
            (
                *(one.member_no, one.name, one.prefecture, code.grouped(one.code)),
                *(day_of(one.until).isoformat(), links.chat(f"{code.PREFIX}_{one.code}")),
            )
            for one in lines
        ]
        content = csv_of([tuple(words.activation.columns()), *rows])
        name = {"Content-Disposition": f'attachment; filename="letters-{found.batch}.csv"'}
        return Response(content, media_type="text/csv; charset=utf-8", headers={**PRIVATE, **HIDDEN, **name})


def _used(session: Session, cipher: Cipher, link: str, pin: str, now: datetime) -> Opened | Against:
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
            after={"letters": found.batch, "people": found.made},
            at=now,
        )
    return found


def _shown(request: Request, against: Against | None) -> Response:
    words = _words(request)
    say = words.activation
    told = {None: "", Against.WRONG: say.page_wrong(), Against.OVER: say.page_over()}[against]
    given = {"lang": words.language, "say": say, "told": told, "asks": against is not Against.OVER}
    answer = page("letters/letters.html", given, form_action="'self'", img_src="data:")
    answer.headers.update(HIDDEN)
    answer.status_code = {None: 200, Against.WRONG: 403, Against.OVER: 404}[against]
    return answer


async def _pin(request: Request) -> str:
    try:
        fields = parse_qs((await body_of(request, MOST_FORM_BYTES)).decode(), max_num_fields=4)
    except (BadBody, ValueError):
        return ""
    return as_digits(fields.get("pin", [""])[0])


def _words(request: Request) -> Words:
    """The words in the browser's language."""
    return speak(language_for(request.headers.get("accept-language", "")))
