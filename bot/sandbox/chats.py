"""Chats and the messages in them."""

from collections.abc import Callable
from itertools import count

from bot.sandbox.errors import bad, forbidden, upgraded
from bot.sandbox.people import Json, Person


class Chat:
    """One chat as the server keeps it. `messages` are the Bot API's Messages by id; deleted ones are not among them."""

    def __init__(self, card: Json, number: "Callable[[Chat], int]", people: tuple[Person, ...] = ()) -> None:
        self.card = card
        self.id: int = card["id"]
        self.people = people
        self._number = number
        self.messages: dict[int, Json] = {}
        self.fixed: set[int] = set()
        self.pinned: list[int] = []
        self.known = card["type"] != "private"
        self.met = self.known
        self.blocked = False
        self.deactivated = False
        self.left = False
        self.kicked = False
        self.upgraded_to = 0

    @property
    def private(self) -> bool:
        return bool(self.card["type"] == "private")

    @property
    def heard(self) -> bool:
        """Whether the bot hears what is said here."""
        return not (self.kicked or self.left)

    def number(self) -> int:
        """The next message's id."""
        return self._number(self)

    def keep(self, message: Json) -> Json:
        """Puts a new message into the chat."""
        self.messages[message["message_id"]] = message
        return message

    def must_be_open(self) -> None:
        """Raises ApiError if the bot may not write here."""
        place = {"group": "the group chat", "supergroup": "the supergroup chat"}.get(self.card["type"], "the channel")
        if self.upgraded_to:
            raise upgraded(self.upgraded_to)
        if self.kicked:
            raise forbidden(f"bot was kicked from {place}")
        if self.left:
            raise forbidden(f"bot is not a member of {place}")
        if self.deactivated:
            raise forbidden("user is deactivated")
        if self.blocked:
            raise forbidden("bot was blocked by the user")
        if not self.met:
            raise forbidden("bot can't initiate conversation with a user")


class Chats:
    """All chats; private chats and groups count their messages together, others count their own."""

    def __init__(self, bot: Json) -> None:
        self.bot = bot
        self._by_id: dict[int, Chat] = {}
        self._by_name: dict[str, Chat] = {}
        self._numbers = count(1)
        self._places: dict[int, Chat] = {}

    def private(self, person: Person) -> Chat:
        chat = self._by_id.get(person.id)
        if chat is None:
            chat = self._by_id[person.id] = Chat(person.chat(), self._number, (person,))
        return chat

    def _number(self, chat: Chat) -> int:
        number = next(self._numbers)
        self._places[number] = chat
        return number

    def count(self) -> int:
        return len(self._by_id)

    def add(self, card: Json, people: tuple[Person, ...] = ()) -> Chat:
        """A group, a supergroup or a channel."""
        own = count(1)
        number = self._number if card["type"] == "group" else lambda _chat: next(own)
        chat = self._by_id[card["id"]] = Chat(card, number, people)
        if card.get("username"):
            self._by_name["@" + card["username"].lower()] = chat
        return chat

    def get(self, chat_id: int) -> Chat | None:
        return self._by_id.get(chat_id)

    def is_group(self, chat_id: int | str) -> bool:
        chat = self._by_id.get(chat_id) if isinstance(chat_id, int) else None
        return chat is not None and chat.card["type"] in ("group", "supergroup")

    def find(self, chat_id: int | str) -> Chat:
        """The chat that a call names. Raises ApiError 400 for a chat that the bot has never met."""
        chat = self._by_name.get(chat_id.lower()) if isinstance(chat_id, str) else self._by_id.get(chat_id)
        if chat is None or not chat.known:
            raise bad("chat not found")
        return chat

    def titled(self, title: str) -> Chat | None:
        return next((chat for chat in self._by_id.values() if chat.card.get("title") == title), None)

    def holding(self, message_id: int) -> Chat | None:
        """The private chat or group that this message is in, or was in before it was deleted."""
        return self._places.get(message_id)
