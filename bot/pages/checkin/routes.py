"""Addresses of the check-in page. Each carries a ticket that says which training, and until when."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.ceilings import Ceiling
from bot.links import BadTicket, RoomTicket
from bot.pages.answering import document, guarded
from bot.pages.around import Around
from bot.pages.checkin.shown import Shown, shown
from bot.pages.html import files_of, page
from content.attendance.training import ListedTraining
from content.staff.rights import Act, may
from content.words import Words, language_for, speak
from content.words.checkin import names
from content.words.pages import unrunnable
from storage.staff import roles
from storage.trainings import published

Found = tuple[ListedTraining, bytes]
READ_AGAIN = timedelta(seconds=5)
"""So long a page may go on after its training or the right to show it has changed."""
WAITING, OF_ADDRESS = 64, 128
"""One request of a link is in work, two of an address are, and so many more of each may wait: all screens of a room ask
in the same moment, when the code changes, and a house may have one address for all its rooms.
"""
SECOND = timedelta(seconds=1)


def checkin_routes(around: Around) -> list[BaseRoute]:
    """The page, its files, and what it shows now."""
    checkin = CheckinPage(around)
    return [
        files_of("checkin"),
        Route("/checkin/{ticket}", checkin.page),
        Route("/checkin/{ticket}/now", guarded(checkin.now)),
    ]


class CheckinPage:
    """Answers for the page. It reads the record and changes nothing."""

    def __init__(self, around: Around) -> None:
        self._around = around
        self._links, self._addresses = Ceiling(1, WAITING), Ceiling(2, OF_ADDRESS)
        self._found: dict[RoomTicket, tuple[datetime, Found]] = {}
        self._kept: dict[tuple[str, str], tuple[datetime, Response]] = {}

    async def page(self, request: Request) -> Response:
        """The page itself. It asks for the rest, and tells by itself if its ticket is no good."""
        words = _words(request)
        unable = unrunnable(words.pages)
        given = {
            "lang": words.language,
            "title": words.checkin.page_title(),
            "how": words.checkin.page_how(),
            "qr": words.checkin.page_qr(),
            "no_script": words.checkin.page_no_script(),
            "given": unable | dict(names(words.checkin)),
            **unable,
        }
        return page("checkin/checkin.html", given, img_src="data:")

    async def now(self, request: Request) -> Response:
        """What the page shows until the code changes. However many ask within a second, it is made once. Raises
        BadTicket, TooMuchAtOnce.
        """
        address, words = request.path_params["ticket"], _words(request)
        if kept := self._answered(address, words.language):
            return kept
        async with self._addresses.turn(request.client.host if request.client else ""), self._links.turn(address):
            if kept := self._answered(address, words.language):
                return kept
            moment = self._around.record.now()
            answer = await self._made(address, words, moment)
            self._kept = {key: one for key, one in self._kept.items() if _is_of(one[0], moment, SECOND)}
            self._kept[address, words.language] = (moment.replace(microsecond=0), answer)
            return answer

    def _answered(self, address: str, language: str) -> Response | None:
        """What was answered within this second. Codes and doors change with a second, so it is still true."""
        kept = self._kept.get((address, language))
        return kept[1] if kept and _is_of(kept[0], self._around.record.now(), SECOND) else None

    async def _made(self, address: str, words: Words, moment: datetime) -> Response:
        ticket = self._around.links.read_checkin(address, moment)
        listed, secret = await self._training(ticket, moment)
        rules = self._around.rulebook.now(moment)
        facts = Shown(listed, secret, moment, rules, self._around.chat_url())
        return document(shown(facts, words))

    async def _training(self, ticket: RoomTicket, moment: datetime) -> Found:
        """The training and its secret, read anew after some seconds. Raises BadTicket."""
        self._found = {one: found for one, found in self._found.items() if _is_of(found[0], moment, READ_AGAIN)}
        if ticket not in self._found:
            found = await self._around.record.read(lambda session: _training(session, ticket))
            self._found[ticket] = (moment, found)
        return self._found[ticket][1]


def _is_of(at: datetime, moment: datetime, lasts: timedelta) -> bool:
    return timedelta() <= moment - at < lasts


def _training(session: Session, ticket: RoomTicket) -> Found:
    """The training and its secret. Raises BadTicket if who has shown the address may no longer do so.

    A log-out does not end the page, unlike a member's watch page: it stands in a room, on another machine.
    """
    shown_by = ticket.shown_by
    if shown_by is not None and not may(Act.SHOW_CHECKIN_CODES, roles.roles(session, shown_by)):
        raise BadTicket
    return published.training(session, ticket.training_id), published.secret(session, ticket.training_id)


def _words(request: Request) -> Words:
    """The words in the browser's language: the page is shown to a room, not to a person."""
    return speak(language_for(request.headers.get("accept-language", "")))
