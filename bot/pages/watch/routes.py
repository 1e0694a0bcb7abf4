"""Addresses of the watch page. Each carries a ticket: whom it is for, and which film."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.links import BadTicket, ExpiredTicket, SignedLinks, Ticket
from bot.logs import get
from bot.pages.mini_app import BadInitData
from bot.pages.watch import media
from bot.pages.watch.answers import Answers, language_of
from bot.pages.watch.files import Files
from bot.pages.watch.told import BadBody, told_by
from bot.updates.turns import Turns
from content.refusals import NoSuchCourse
from content.rules import Rulebook
from content.words import Words, speak
from content.words.pages import unrunnable
from content.words.watch import for_page
from storage.engine.sessions import is_passing
from storage.study.watching import NoSuchFilm, NoSuchViewing

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; media-src 'self' https:; connect-src 'self';"
    " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self' https://web.telegram.org {chat}"
)
PRIVATE = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"}
REFUSED: dict[type[Exception], tuple[int, str]] = {
    BadTicket: (403, "refused"),
    BadInitData: (403, "refused"),
    ExpiredTicket: (410, "expired"),
    NoSuchViewing: (409, "taken_over"),
    NoSuchFilm: (403, "refused"),
    NoSuchCourse: (403, "refused"),
    BadBody: (400, "refused"),
}
log = get("watch")
Answering = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True)
class Around:
    """What the page needs of the running machine."""

    turns: Turns
    links: SignedLinks
    rulebook: Rulebook
    token: str  # of the bot: with it Telegram signs what a Mini App is handed
    chat_url: Callable[[], str]
    written: Callable[[], None]  # a letter was written


def watch_routes(around: Around) -> list[Route]:
    """The page, its files, its film, and the two things that it says."""
    watch = WatchPage(around)
    return [
        Route("/watch/files/{name}", Files().answer),
        Route("/watch/{ticket}", watch.page),
        Route("/watch/{ticket}/open", _guarded(watch.open), methods=["POST"]),
        Route("/watch/{ticket}/beat", _guarded(watch.beat), methods=["POST"]),
        Route("/watch/{ticket}/media/{sha256}", _guarded(watch.film), methods=["GET", "HEAD"]),
    ]


def _guarded(answer: Answering) -> Answering:
    """Refusals as a status and a word that the page understands; a failure that passes asks it to come again."""

    async def answered(request: Request) -> Response:
        try:
            return await answer(request)
        except tuple(REFUSED) as error:
            status, word = REFUSED[type(error)]
        except Exception as error:
            if not is_passing(error):
                raise
            log.warning("record_not_reached", error=type(error).__name__)
            status, word = 503, "unreachable"
        return JSONResponse({"error": word}, status_code=status, headers=PRIVATE)

    return answered


class WatchPage:
    """Answers for the page and for what it tells."""

    def __init__(self, around: Around) -> None:
        self._around = around
        self._turns = around.turns
        self._answers = Answers(around.links, around.rulebook, around.token, around.chat_url)
        self._html = Files.page()

    async def page(self, request: Request) -> Response:
        """The page itself; it asks for the rest. It is given words even where its ticket is no good."""
        words, chat_url = await self._words(request.path_params["ticket"]), self._around.chat_url()
        said, unable = for_page(words.watch), unrunnable(words.pages)
        given = json.dumps({"words": unable | said, "chat_url": chat_url}, ensure_ascii=False)
        filled = {"lang": words.language, "given": given.replace("<", "\\u003c"), "no_script": said["no_script"]}
        filled |= unable
        html = self._html
        for name, value in filled.items():
            html = html.replace("{{" + name + "}}", value)
        policy = {"Content-Security-Policy": POLICY.format(chat=_origins(chat_url))}
        return Response(html, media_type="text/html", headers=policy | PRIVATE)

    async def open(self, request: Request) -> Response:
        """Begin to watch here; wherever the member watched before, it ends."""
        ticket, told = await self._ticket(request), await told_by(request)
        address, now = request.path_params["ticket"], self._turns.clock.now()
        opened = await self._turns.write(lambda session: self._answers.open(session, ticket, address, told, now))
        return JSONResponse(opened, headers=PRIVATE)

    async def beat(self, request: Request) -> Response:
        """What was played since the last beat."""
        ticket, told = await self._ticket(request), await told_by(request)
        now = self._turns.clock.now()
        standing, wrote = await self._turns.write(lambda session: self._answers.beat(session, ticket, told, now))
        if wrote:
            self._around.written()
        return JSONResponse(standing, headers=PRIVATE)

    async def film(self, request: Request) -> Response:
        """The film's bytes, in the ranges that a player asks for; of this ticket's film only."""
        ticket, sha256 = self._read(request), request.path_params["sha256"]
        blob = await self._turns.read(lambda session: media.find(session, ticket, sha256))
        return media.answer(self._turns, blob, request.method, request.headers)

    async def _ticket(self, request: Request) -> Ticket:
        """Raises BadTicket, and ExpiredTicket when the chat has been given a new one."""
        try:
            return self._read(request)
        except ExpiredTicket as error:
            expired, now = error, self._turns.clock.now()
        if await self._turns.write(lambda session: self._answers.renew(session, expired, now)):
            self._around.written()
        raise expired

    def _read(self, request: Request) -> Ticket:
        return self._around.links.read(request.path_params["ticket"], self._turns.clock.now())

    async def _words(self, address: str) -> Words:
        try:
            ticket = self._around.links.read(address, self._turns.clock.now())
        except ExpiredTicket as expired:
            ticket = expired.ticket
        except BadTicket:
            return speak("ja")
        return speak(await self._turns.read(lambda session: language_of(session, ticket.member_id)))


def _origins(address: str) -> str:
    """The chat's page may show this one inside itself: Telegram's, or a sandbox's by either name of its host."""
    parts = urlsplit(address)
    hosts = [parts.netloc, *([f"localhost:{parts.port}"] if parts.hostname == "127.0.0.1" else [])]
    return " ".join(f"{parts.scheme}://{host}" for host in hosts)
