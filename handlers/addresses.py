"""The addresses that screens and papers hold. `bot` makes them."""

from datetime import datetime
from typing import Protocol


class Links(Protocol):
    """Makes addresses that the pages will accept."""

    def watch(self, member_id: int, film_id: int, login: int, now: datetime) -> str:
        """A signed, expiring address of the watch page of this film for this member, while this log-in lasts."""

    def checkin(self, training_id: int, shown_by: int, until: datetime) -> str:
        """A signed address of the training's check-in page, good until then and as long as `shown_by` may show it."""

    def certificate(self, token: str) -> str:
        """The address at which a stranger checks the certificate with this token."""

    def letters(self, link: str) -> str:
        """The address of the page that hands out the file of activation letters with this link."""

    def chat(self, payload: str) -> str:
        """The address that opens the chat with the bot and says /start with this payload."""

    @property
    def private(self) -> bool:
        """Whether nobody on the way reads what a page hands out: it is https, or in this machine's own network."""

    @property
    def mini_apps(self) -> bool:
        """Whether addresses are https. If so, Telegram opens them inside itself."""
