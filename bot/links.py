"""Signed, expiring addresses. They say whom they are for and which film, and one that was made up or altered opens
nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from itsdangerous import BadData, URLSafeSerializer

from content.verifying.standing import LINK
from storage.engine.cipher import Cipher

WATCH_LASTS = timedelta(hours=12)


class BadTicket(Exception):
    """A ticket that we did not make."""


@dataclass(frozen=True)
class Ticket:
    """What a watch address stands for. `login`: which log-in of the member (Caller.login) it was handed out in.

    `in_app`: it was handed out by a button that opens inside Telegram, so that Telegram has to say who opened it. It is
    good until `until`, and an address that it gives to another chapter until `latest` at most.
    """

    member_id: int
    film_id: int
    login: int
    until: datetime
    latest: datetime
    in_app: bool = False

    def onward(self, film_id: int, now: datetime) -> "Ticket":
        """A ticket to another film, from the page that this one has opened. Such tickets don't renew each other for
        ever: all of them end with the first one's `latest`.
        """
        return replace(self, film_id=film_id, until=min(now + WATCH_LASTS, self.latest))

    def outside(self) -> "Ticket":
        """The same for what can't show Telegram's data: the film's player, and a browser outside of Telegram."""
        return replace(self, in_app=False)


@dataclass(frozen=True)
class RoomTicket:
    """What an address of the check-in page stands for: a training, and who of staff has shown the address."""

    training_id: int
    shown_by: int | None


class ExpiredTicket(Exception):
    """A ticket of ours that is too old."""

    def __init__(self, ticket: Ticket) -> None:
        super().__init__(f"expired at {ticket.until.isoformat()}")
        self.ticket = ticket


class SignedLinks:
    """Makes and reads the addresses of the watch page and the check-in page, and makes those that check a certificate.

    The time until which an address is good is part of what is signed. It is read off our own clock, so the signer's own
    time stamps are not used.
    """

    def __init__(self, public_url: str, cipher: Cipher, chat_url: Callable[[], str] = lambda: "") -> None:
        """`chat_url` gives the address of the chat with the bot, which is known once Telegram was reached."""
        self.public_url = public_url
        self._chat_url = chat_url
        self._is_near = is_near(public_url)
        self._signer = _signer(cipher, "watch links", salt="watch")
        # A key of its own, so that a ticket for one page never opens the other.
        self._rooms = _signer(cipher, "check-in links", salt="checkin")

    @property
    def mini_apps(self) -> bool:
        return self.public_url.startswith("https://")

    @property
    def private(self) -> bool:
        return self.mini_apps or self._is_near

    def watch(self, member_id: int, film_id: int, login: int, now: datetime) -> str:
        """The address of the watch page for a button in the chat, good for twelve hours."""
        until = now + WATCH_LASTS
        return self.address(Ticket(member_id, film_id, login, until, until + WATCH_LASTS, self.mini_apps))

    def address(self, ticket: Ticket) -> str:
        """The address of the watch page with this ticket."""
        return f"{self.public_url}/watch/{self.sign(ticket)}"

    def checkin(self, training_id: int, shown_by: int, until: datetime) -> str:
        """The address of the page that shows a training's check-in code, good until then."""
        return f"{self.public_url}/checkin/{self._rooms.dumps([training_id, int(until.timestamp()), shown_by])}"

    def certificate(self, token: str) -> str:
        """The address at which a stranger checks the certificate with this token: of the page, or of the chat if only
        this machine can open our pages. A sandbox's chat is on this machine too.
        """
        if self._is_near and self._chat_url().startswith("https://"):
            return self.chat(f"{LINK}_{token}")
        return f"{self.public_url}/c/{token}"

    def letters(self, link: str) -> str:
        """The address of the page that hands out the file of activation letters, once."""
        return f"{self.public_url}/letters/{link}"

    def chat(self, payload: str) -> str:
        """The address that opens the chat with the bot and says /start with this payload."""
        return f"{self._chat_url()}?start={payload}"

    def read_checkin(self, ticket: str, now: datetime) -> RoomTicket:
        """What such an address stands for. Raises BadTicket for an address that we did not make, or that is too old."""
        try:
            found: Any = self._rooms.loads(ticket)
            training_id, last, shown_by = (*found, None)[:3]  # versions up to 0.3 did not say who
            good = now < datetime.fromtimestamp(last, UTC)
        except (BadData, ValueError, TypeError, OverflowError, OSError):
            raise BadTicket from None
        if not good:
            raise BadTicket
        return RoomTicket(training_id, shown_by)

    def sign(self, ticket: Ticket) -> str:
        """The part of the address that is signed."""
        ends = [int(moment.timestamp()) for moment in (ticket.until, ticket.latest)]
        return self._signer.dumps([ticket.member_id, ticket.film_id, ends[0], ticket.login, ends[1], ticket.in_app])

    def read(self, ticket: str, now: datetime) -> Ticket:
        """What a ticket stands for; raises BadTicket, ExpiredTicket."""
        try:
            found: Any = self._signer.loads(ticket)
            # Versions up to 0.3 signed three values. The others then say: no log-in since, no further address.
            member_id, film_id, last, login, latest, in_app = (*found, 0, found[2], False)[:6]
        except (BadData, ValueError, TypeError):
            raise BadTicket from None
        ends = datetime.fromtimestamp(last, UTC), datetime.fromtimestamp(latest, UTC)
        known = Ticket(member_id, film_id, login, *ends, in_app)
        # The film and the member are known even if the time is over: the chat can then send a new address.
        if now >= known.until:
            raise ExpiredTicket(known)
        return known


def is_near(url: str) -> bool:
    """Whether its host can be opened on this machine or in its own network alone, so that a stranger can't."""
    host = urlsplit(url).hostname or ""
    try:
        return not ip_address(host).is_global
    except ValueError:  # a name
        return "." not in host or host.endswith((".localhost", ".local"))


def _signer(cipher: Cipher, purpose: str, *, salt: str) -> URLSafeSerializer:
    """Signs under the newest data key, and takes what any of them signed (itsdangerous wants the newest one last)."""
    keys = [*reversed(cipher.derive_each(purpose))]
    return URLSafeSerializer(keys, salt=salt, signer_kwargs={"digest_method": sha256})
