"""Addresses of the watch page. Each carries a ticket that says whom it is for, and which film."""

from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.ceilings import Ceiling, TooMuchAtOnce
from bot.links import BadTicket, ExpiredTicket, Ticket
from bot.pages.answering import Refused, document, guarded
from bot.pages.around import Around
from bot.pages.html import files_of, page
from bot.pages.mini_app import BadInitData
from bot.pages.told import told_by
from bot.pages.watch import media
from bot.pages.watch.answers import Answers, language_of
from content.refusals import NoSuchCourse
from content.words import Words, speak
from content.words.pages import unrunnable
from content.words.watch import for_page
from storage.study.watching import NoSuchFilm, NoSuchViewing

WAITING = 8
"""One request of a member is in work, and so many more may wait. A page has two or three under way."""
FILMS = 6
"""So many streams of films a member may have. A player has one or two."""
REFUSED: Refused = {
    BadInitData: (403, "refused"),
    NoSuchViewing: (409, "taken_over"),
    NoSuchFilm: (403, "refused"),
    NoSuchCourse: (403, "refused"),
}


def watch_routes(around: Around) -> list[BaseRoute]:
    """The page, its files, its film, and the two addresses to which it reports."""
    watch = WatchPage(around)
    return [
        files_of("watch"),
        Route("/watch/{ticket}", watch.page),
        Route("/watch/{ticket}/open", guarded(watch.open, REFUSED), methods=["POST"]),
        Route("/watch/{ticket}/beat", guarded(watch.beat, REFUSED), methods=["POST"]),
        Route("/watch/{ticket}/media/{sha256}", guarded(watch.film, REFUSED), methods=["GET", "HEAD"]),
    ]


class WatchPage:
    """Answers the requests of the page."""

    def __init__(self, around: Around) -> None:
        self._around = around
        self._record = around.record
        self._answers = Answers(around.links, around.rulebook, around.token, around.chat_url)
        self._work, self._films = Ceiling(1, WAITING), Ceiling(FILMS, 0)

    async def page(self, request: Request) -> Response:
        """The page itself; it asks for the rest. It gets its words even if its ticket is no good."""
        try:
            words = await self._words(request.path_params["ticket"])
        except TooMuchAtOnce:
            words = speak("ja")
        chat_url = self._around.chat_url()
        said, unable = for_page(words.watch), unrunnable(words.pages)
        given = {"words": unable | said, "chat_url": chat_url}
        return page(
            "watch/watch.html",
            {"lang": words.language, "given": given, "no_script": said["no_script"], **unable},
            media_src="'self' https:",
            img_src="'self' data:",
            frame_ancestors=f"'self' https://web.telegram.org {_origins(chat_url)}",
        )

    async def open(self, request: Request) -> Response:
        """Begin to watch here. If the member was watching elsewhere, that viewing ends."""
        ticket, told = await self._ticket(request), await told_by(request)
        async with self._work.turn(ticket.member_id):
            now, steady = self._record.now(), self._record.steady()
            try:
                opened = await self._record.write(
                    lambda session: self._answers.open(session, ticket, told, now, steady)
                )
            except ExpiredTicket as expired:
                await self._renew(expired)
                raise
        return document(opened)

    async def beat(self, request: Request) -> Response:
        """Take what was played since the last beat."""
        ticket, told = await self._ticket(request), await told_by(request)
        async with self._work.turn(ticket.member_id):
            now, steady = self._record.now(), self._record.steady()
            standing = await self._record.write(lambda session: self._answers.beat(session, ticket, told, now, steady))
        return document(standing)

    async def film(self, request: Request) -> Response:
        """The film's bytes, in the ranges that a player asks for. Only the ticket's own film is given."""
        ticket, sha256 = self._read(request), request.path_params["sha256"]
        async with self._work.turn(ticket.member_id):
            blob = await self._record.read(lambda session: media.find(session, ticket, sha256))
        return await media.answer(
            self._record, blob, request.method, request.headers, self._films.turn(ticket.member_id)
        )

    async def _ticket(self, request: Request) -> Ticket:
        """The request's ticket. Raises BadTicket. Raises ExpiredTicket after the chat was sent a new address."""
        try:
            return self._read(request)
        except ExpiredTicket as expired:
            async with self._work.turn(expired.ticket.member_id):
                await self._renew(expired)
            raise

    async def _renew(self, expired: ExpiredTicket) -> None:
        now = self._record.now()
        await self._record.write(lambda session: self._answers.renew(session, expired, now))

    def _read(self, request: Request) -> Ticket:
        return self._around.links.read(request.path_params["ticket"], self._record.now())

    async def _words(self, address: str) -> Words:
        try:
            ticket = self._around.links.read(address, self._record.now())
        except ExpiredTicket as expired:
            ticket = expired.ticket  # it still tells whose language to speak
        except BadTicket:
            return speak("ja")
        async with self._work.turn(ticket.member_id):
            return speak(await self._record.read(lambda session: language_of(session, ticket.member_id)))


def _origins(address: str) -> str:
    """The addresses that may show this page in a frame: the chat's page. A sandbox's host goes by two names."""
    parts = urlsplit(address)
    hosts = [parts.netloc, *([f"localhost:{parts.port}"] if parts.hostname == "127.0.0.1" else [])]
    return " ".join(f"{parts.scheme}://{host}" for host in hosts)
