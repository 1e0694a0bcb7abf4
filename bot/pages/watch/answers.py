"""What the page is answered. Each answer is made in the transaction of its request."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from urllib.parse import urlsplit

from sqlalchemy.orm import Session

from bot.links import BadTicket, ExpiredTicket, SignedLinks, Ticket
from bot.pages.mini_app import BadInitData, OldInitData, check_init_data
from content.keys.letters import ChapterDone
from content.rules import Rulebook
from content.study.beats import read_beat, read_position
from content.study.course import ChapterState
from content.words import speak
from content.words.watch import for_page
from storage.people import callers, chats
from storage.people.chat import Chat
from storage.post import requested
from storage.study import progress, watching
from storage.study.watching import FilmOf, WatchedFilm

BEAT_EVERY_S = 10
RENEWED = "renewed "
"""So begins the slot of a letter that shows new addresses; the moment follows at which the old one ended."""
_TOKEN = re.compile(r"[A-Za-z0-9_-]{1,64}")
Document = dict[str, object]


class Answers:
    """Opens viewings and takes beats. What it returns goes to the page as JSON."""

    def __init__(self, links: SignedLinks, rulebook: Rulebook, token: str, chat_url: Callable[[], str]) -> None:
        self._links = links
        self._rulebook = rulebook
        self._token = token
        self._chat_url = chat_url

    def open(
        self, session: Session, ticket: Ticket, told: Mapping[str, object], now: datetime, steady: datetime
    ) -> Document:
        """Begin a viewing. The addresses of the film and for the browser are good as long as the ticket, not longer.

        Raises BadTicket, BadInitData, ExpiredTicket, NoSuchFilm, NoSuchCourse.
        """
        # a log-in elsewhere comes before this or after it, never between
        callers.hold_member(session, ticket.member_id)
        chat = chat_of(session, ticket)
        # In a browser the ticket alone has to do: nobody there says who opened the page.
        if ticket.in_app or "init_data" in told:
            self._check(told.get("init_data"), chat, ticket, now)
        film = watching.film(session, ticket.film_id)
        chapter = film.listed.chapter(film.chapter)
        rules, words = self._rulebook.now(now), speak(chat.language)
        opened = watching.open_viewing(session, ticket.member_id, film, now, rules, steady)
        page = self._links.address(ticket.outside())
        return {
            "viewing": opened.token,
            "seq": 0,
            "course": words.titled(film.course),
            "chapter": {"number": chapter.number, "title": words.titled(chapter)},
            "chapters": _bar(progress.chapters(session, ticket.member_id, film.listed)),
            "seconds": film.seconds,
            "media": [{"src": _source(page, source), "type": kind} for source, kind in film.media],
            "position": opened.standing.position,
            "speed": rules.watch_speed_pct / 100,
            "beat_every": BEAT_EVERY_S,
            "earns": opened.earns,
            "chat_url": self._chat_url(),
            "browser_url": page,
            "words": for_page(speak(chat.language).watch),
        } | self._standing(session, chat, ticket, film, opened.standing, now)

    def beat(
        self, session: Session, ticket: Ticket, told: Mapping[str, object], now: datetime, steady: datetime
    ) -> Document:
        """Take a beat. Raises BadTicket, NoSuchFilm, NoSuchViewing."""
        chat = chat_of(session, ticket)
        film = watching.film(session, ticket.film_id)
        position = read_position(told.get("position"), film.seconds * 1000, -1)
        standing = watching.take_beat(
            session,
            _token(told.get("viewing")),
            ticket.member_id,
            film,
            read_beat(told),
            position if position >= 0 else None,
            now,
            self._rulebook.now(now),
            steady,
        )
        document = self._standing(session, chat, ticket, film, standing, now)
        return document | {"taken_over": standing.taken_over}

    def renew(self, session: Session, expired: ExpiredTicket, now: datetime) -> bool:
        """Have the chat show the course again, with new addresses. False if that was done before for this
        address, or for one that ended later.

        Raises BadTicket, NoSuchFilm, NoSuchCourse.
        """
        chat_of(session, expired.ticket)
        film = watching.film(session, expired.ticket.film_id)
        return requested.renew(
            session,
            member_id=expired.ticket.member_id,
            key=ChapterDone(film.listed.id, film.chapter),
            slots=RENEWED,
            slot=f"{RENEWED}{expired.ticket.until:%Y-%m-%dT%H:%M:%S}",
            at=now,
        )

    def _check(self, init_data: object, chat: Chat, ticket: Ticket, now: datetime) -> None:
        if not isinstance(init_data, str):
            raise BadInitData
        try:
            check_init_data(init_data, self._token, chat.telegram_id, now)
        except OldInitData:
            raise ExpiredTicket(ticket) from None

    def _standing(
        self, session: Session, chat: Chat, ticket: Ticket, film: FilmOf, standing: WatchedFilm, now: datetime
    ) -> Document:
        document: Document = {
            "spans": [list(stretch) for stretch in standing.watched.stretches()],
            "watched": standing.watched.count,
            "complete": standing.complete,
        }
        if not standing.complete:  # the course is read only when there is a way on: beats are many
            return document | {"next": None, "all_done": False, "test_open": False}
        chapters = progress.chapters(session, ticket.member_id, film.listed)
        done = all(one.done for one in chapters)
        passed = done and progress.tests(session, ticket.member_id, film.listed.id).passed_at is not None
        following = self._next(chat, ticket, film, chapters, now)
        return document | {"next": following, "all_done": done, "test_open": done and not passed}

    def _next(
        self, chat: Chat, ticket: Ticket, film: FilmOf, chapters: Sequence[ChapterState], now: datetime
    ) -> dict[str, str] | None:
        """The next chapter that is not 受講済: first those that follow this one, then those before it."""
        left = [one for one in chapters if not one.done]
        if not left:
            return None
        following = next((one for one in left if one.number > film.chapter), left[0])
        url, words = self._links.address(ticket.onward(following.film_id, now)), speak(chat.language)
        return {"url": url, "title": words.watch.chapter(str(following.number), words.titled(following))}


def _bar(chapters: Iterable[ChapterState]) -> list[Document]:
    """How far the member is in every chapter, for the bar of the whole course."""
    return [
        {"number": one.number, "seconds": one.seconds, "watched": min(one.watched, one.seconds), "done": one.done}
        for one in chapters
    ]


def chat_of(session: Session, ticket: Ticket) -> Chat:
    """The chat in which the ticket's member is logged in. Raises BadTicket if the member has logged out since, whether
    the member has logged in again or not.
    """
    chat = chats.of_member(session, ticket.member_id)
    if chat is None or chat.caller is None or chat.caller.login != ticket.login:
        raise BadTicket
    return chat


def language_of(session: Session, member_id: int) -> str:
    """The language that a member chose, if the member is logged in; otherwise Japanese."""
    chat = chats.of_member(session, member_id)
    return "ja" if chat is None else chat.language


def _source(page: str, source: str) -> str:
    """Where the player gets the film: on another server, or here, by the path alone."""
    return source if source.startswith("https://") else f"{urlsplit(page).path}/media/{source}"


def _token(told: object) -> str:
    """A viewing's token. A text that can't be one becomes "", which no viewing has."""
    return told if isinstance(told, str) and _TOKEN.fullmatch(told) else ""
