"""What the pages need of the running machine. The application makes it."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.links import SignedLinks
from bot.record import Record
from content.rules import Rulebook


@dataclass(frozen=True)
class Around:
    """The record, the addresses and the rules. `chat_url` returns the address of the chat with the bot."""

    record: Record
    links: SignedLinks
    rulebook: Rulebook
    token: str  # the bot's: Telegram signs with it what a Mini App is given
    chat_url: Callable[[], str]
