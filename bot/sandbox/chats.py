"""Chats and the messages in them."""

from collections.abc import Callable
from itertools import count

from bot.sandbox.errors import bad, forbidden
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
        self.left = False

    @property
    def private(self) -> bool:
        return bool(self.card["type"] == "private")

    def number(self) -> int:
        """The next message's id."""
        return self._number(self)

    def keep(self, message: Json) -> Json:
        """Puts a new message into the chat."""
        self.messages[message["message_id"]] = message
        return message

    def must_be_open(self) -> None:
        """Raises ApiError if the bot may not write here."""
        if self.left:
            place = {"group": "the group chat", "supergroup": "the supergroup chat"}.get(
                self.card["type"], "the channel"
            )
            raise forbidden(f"bot is not a member of {place}")
        if self.blocked:
            raise forbidden("bot was blocked by the user")
        if not self.met:
            raise forbidden("bot can't initiate conversation with a user")


class Chats:
    """All chats. Private chats and groups count their messages together; each channel counts its own."""

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
        """Adds a group or a channel."""
        own = count(1)
        number = (lambda chat: next(own)) if card["type"] == "channel" else self._number
        chat = self._by_id[card["id"]] = Chat(card, number, people)
        if card.get("username"):
            self._by_name["@" + card["username"].lower()] = chat
        return chat

    def get(self, chat_id: int) -> Chat | None:
        return self._by_id.get(chat_id)

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
