"""What the pages need of the running machine, in one value that the application makes."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.links import SignedLinks
from bot.record import Record
from content.rules import Rulebook


@dataclass(frozen=True)
class Around:
    """The record, the addresses and the rules; `chat_url` gives where the chat with the bot is."""

    record: Record
    links: SignedLinks
    rulebook: Rulebook
    token: str  # of the bot: with it Telegram signs what a Mini App is handed
    chat_url: Callable[[], str]
    written: Callable[[], None]  # to be called when a letter was written
