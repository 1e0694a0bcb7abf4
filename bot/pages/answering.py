"""What a page gets if it can't have what it asks for: a status, and a word that its script knows."""

from collections.abc import Awaitable, Callable, Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.ceilings import TooMuchAtOnce
from bot.links import BadTicket, ExpiredTicket
from bot.logs import get
from bot.pages.html import PRIVATE
from bot.pages.told import BadBody
from storage.engine.sessions import is_passing

log = get("pages")
Answer = Callable[[Request], Awaitable[Response]]
Refused = Mapping[type[Exception], tuple[int, str]]
REFUSED: Refused = {
    BadTicket: (403, "refused"),
    ExpiredTicket: (410, "expired"),
    BadBody: (400, "refused"),
    TooMuchAtOnce: (429, "busy"),
}


def guarded(answer: Answer, more: Refused | None = None) -> Answer:
    """The same answers, but the exceptions of REFUSED and `more` become a status and a word. After a passing failure
    the word tells the page to try again.
    """
    refused = {**REFUSED, **(more or {})}

    async def answered(request: Request) -> Response:
        try:
            return await answer(request)
        except tuple(refused) as error:
            status, word = refused[type(error)]
        except Exception as error:
            if not is_passing(error):
                raise
            log.warning("record_not_reached", error=type(error).__name__)
            status, word = 503, "unreachable"
        return document({"error": word}, status)

    return answered


def document(told: Mapping[str, object], status: int = 200) -> Response:
    """JSON that nobody but the page may keep."""
    return JSONResponse(told, status_code=status, headers=PRIVATE)
