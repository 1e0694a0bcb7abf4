"""What the pages need of the running machine. The application makes it."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.links import SignedLinks
from bot.record import Record
from content.operator import Profile
from content.rules import Rulebook
from storage.engine.cipher import Cipher


@dataclass(frozen=True)
class Around:
    """The record, the addresses, the rules, and who runs this bot. `chat_url` returns the address of the chat."""

    record: Record
    links: SignedLinks
    rulebook: Rulebook
    cipher: Cipher
    profile: Profile
    token: str  # the bot's: Telegram signs with it what a Mini App is given
    chat_url: Callable[[], str]
