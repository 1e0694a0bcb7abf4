"""Signed, expiring addresses. They say whom they are for and which film, and one that was made up or altered opens
nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from itsdangerous import BadData, URLSafeSerializer

from storage.engine.cipher import Cipher

WATCH_LASTS = timedelta(hours=12)


class BadTicket(Exception):
    """A ticket that we did not make."""


@dataclass(frozen=True)
class Ticket:
    """What a watch address stands for."""

    member_id: int
    film_id: int


class ExpiredTicket(Exception):
    """A ticket of ours that is too old: it was good until `until`."""

    def __init__(self, ticket: Ticket, until: datetime) -> None:
        super().__init__(f"expired at {until.isoformat()}")
        self.ticket = ticket
        self.until = until


class SignedLinks:
    """Makes and reads the addresses of the watch page and the check-in page.

    The time until which an address is good is part of what is signed. It is read off our own clock, so the signer's own
    time stamps are not used.
    """

    def __init__(self, public_url: str, cipher: Cipher, chat_url: Callable[[], str] = lambda: "") -> None:
        """`chat_url` gives the address of the chat with the bot, which is known once Telegram was reached."""
        self.public_url = public_url
        self._chat_url = chat_url
        self._signer = _signer(cipher, "watch links", salt="watch")
        # A key of its own, so that a ticket for one page never opens the other.
        self._rooms = _signer(cipher, "check-in links", salt="checkin")

    @property
    def mini_apps(self) -> bool:
        return self.public_url.startswith("https://")

    def watch(self, member_id: int, film_id: int, now: datetime) -> str:
        """The address of the watch page, good for twelve hours."""
        return f"{self.public_url}/watch/{self.ticket(member_id, film_id, now)}"

    def checkin(self, training_id: int, until: datetime) -> str:
        """The address of the page that shows a training's check-in code, good until then."""
        return f"{self.public_url}/checkin/{self._rooms.dumps([training_id, int(until.timestamp())])}"

    def chat(self, payload: str) -> str:
        """The address that opens the chat with the bot and says /start with this payload."""
        return f"{self._chat_url()}?start={payload}"

    def read_checkin(self, ticket: str, now: datetime) -> int:
        """The training that such an address is for. Raises BadTicket for an address that we did not make, or that is
        too old.
        """
        try:
            training_id, last = self._rooms.loads(ticket)
            good = now < datetime.fromtimestamp(last, UTC)
        except (BadData, ValueError, TypeError, OverflowError, OSError):
            raise BadTicket from None
        if not good:
            raise BadTicket
        return int(training_id)

    def ticket(self, member_id: int, film_id: int, now: datetime) -> str:
        """The part of the address that is signed."""
        return self._signer.dumps([member_id, film_id, int((now + WATCH_LASTS).timestamp())])

    def read(self, ticket: str, now: datetime) -> Ticket:
        """What a ticket stands for; raises BadTicket, ExpiredTicket."""
        try:
            found: Any = self._signer.loads(ticket)
            member_id, film_id, last = found
        except (BadData, ValueError, TypeError):
            raise BadTicket from None
        # The film and the member are known even if the time is over: the chat can then send a new address.
        known, until = Ticket(member_id, film_id), datetime.fromtimestamp(last, UTC)
        if now >= until:
            raise ExpiredTicket(known, until)
        return known


def _signer(cipher: Cipher, purpose: str, *, salt: str) -> URLSafeSerializer:
    """Signs under the newest data key, and takes what any of them signed (itsdangerous wants the newest one last)."""
    keys = [*reversed(cipher.derive_each(purpose))]
    return URLSafeSerializer(keys, salt=salt, signer_kwargs={"digest_method": sha256})
