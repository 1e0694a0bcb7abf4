"""The addresses of the check page. The token in them is printed on the certificate; nobody else knows it."""

import hashlib
import hmac
from collections.abc import Awaitable, Callable
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.logs import get
from bot.pages.answering import document, guarded
from bot.pages.around import Around
from bot.pages.certificate.guesses import Guesses
from bot.pages.certificate.shown import Shown, given
from bot.pages.html import files_of, page
from bot.pages.told import BadBody, body_of, parts_of
from content.text.lines import one_line
from content.verifying.standing import LARGEST_FILE, Standing
from content.words import Words, language_for, speak
from storage.certificates import asking, checks
from storage.certificates.asking import Compared
from storage.engine.sessions import is_passing

MOST_FORM_BYTES = 4096
LONGEST_NAME = 200
HIDDEN = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow"}
"""The address opens the page, so no other site may learn it, and no search engine may keep it."""
log = get("pages")


def certificate_routes(around: Around) -> list[BaseRoute]:
    """The page, its files, and the comparison of a name or a file."""
    checking = CertificatePage(around)
    return [
        files_of("certificate"),
        Route("/c/{token}", checking.page),
        Route("/c/{token}", checking.name, methods=["POST"]),
        Route("/c/{token}/file", guarded(checking.file), methods=["POST"]),
    ]


class CertificatePage:
    """Answers for the page. Of all that a visitor does, it notes only how many names were compared."""

    def __init__(self, around: Around) -> None:
        self._around = around
        self._guesses = Guesses()

    async def page(self, request: Request) -> Response:
        return await self._reached(request, self._opened)

    async def name(self, request: Request) -> Response:
        """The page with the answer: the form needs no script."""
        return await self._reached(request, self._answered)

    async def file(self, request: Request) -> Response:
        """Whether the body is the file that was issued: for browsers that can't make a hash. It is kept nowhere, not
        even while it comes: a thousand at once would take a gigabyte.
        """
        found = await self._found(request)
        if found is None:
            busy = self._guesses.wrong(_address(request), self._around.record.now())
            return document({"error": "busy"}, 429) if busy else document({"error": "refused"}, 404)
        sha256 = hashlib.sha256()
        async for part in parts_of(request, LARGEST_FILE):
            sha256.update(part)
        return document({"same": hmac.compare_digest(sha256.hexdigest(), found.sha256)})

    async def _opened(self, request: Request) -> Response:
        return self._page(request, await self._found(request))

    async def _answered(self, request: Request) -> Response:
        found, typed = await self._found(request), await _name(request)
        compared = await self._compared(found, typed) if found is not None and typed else None
        return self._page(request, found, compared)

    async def _compared(self, found: Standing, typed: str) -> Compared:
        """Once the tries of the day are used, nothing is written: members' taps would wait for a thousand names."""
        record, cipher, now = self._around.record, self._around.cipher, self._around.record.now()
        if not await record.read(lambda session: asking.may_compare(session, cipher, found, now)):
            return Compared(None, 0)
        return await record.write(lambda session: asking.compare(session, cipher, found, typed, now))

    async def _reached(self, request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
        """The answer; or the page that says that the record can't be read now."""
        try:
            return await answer(request)
        except Exception as error:
            if not is_passing(error):
                raise
            log.warning("record_not_reached", error=type(error).__name__)
        now = self._around.record.now()
        return _shown(request, Shown(None, self._around.profile, now, away=True), 503)

    async def _found(self, request: Request) -> Standing | None:
        token, cipher = request.path_params["token"], self._around.cipher
        return await self._around.record.read(lambda session: checks.by_token(session, cipher, token))

    def _page(self, request: Request, found: Standing | None, compared: Compared | None = None) -> Response:
        now = self._around.record.now()
        busy = found is None and self._guesses.wrong(_address(request), now)
        shown = Shown(found, self._around.profile, now, compared, busy)
        return _shown(request, shown, 200 if found else 429 if busy else 404)


def _shown(request: Request, shown: Shown, status: int) -> Response:
    answer = page("certificate/certificate.html", given(shown, _words(request)), form_action="'self'", img_src="data:")
    answer.headers.update(HIDDEN)
    answer.status_code = status
    return answer


async def _name(request: Request) -> str:
    """The name that the form sends; empty if it sends none that anybody could have."""
    try:
        fields = parse_qs((await body_of(request, MOST_FORM_BYTES)).decode(), max_num_fields=4)
    except (BadBody, ValueError):
        return ""
    typed = one_line(fields.get("name", [""])[0])
    return typed if len(typed) <= LONGEST_NAME else ""


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _words(request: Request) -> Words:
    """The words in the browser's language."""
    return speak(language_for(request.headers.get("accept-language", "")))
