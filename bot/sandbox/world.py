"""The state of a sandbox and everything that its people can do.

Methods of `World` are what a person does with a telephone; the Bot API's methods work on the same state.
"""

import asyncio
import random
import time
from collections.abc import Callable, Sequence
from datetime import datetime

from bot.sandbox import posting, text
from bot.sandbox.chats import Chat, Chats
from bot.sandbox.events import Events, Listener
from bot.sandbox.faults import Fault, Faults, Kind, When
from bot.sandbox.files import Files, photo_sizes
from bot.sandbox.kinds import KINDS
from bot.sandbox.people import Json, Person
from bot.sandbox.polling import Poller, Sleep
from bot.sandbox.presses import Presses
from bot.sandbox.profile import Profile
from bot.sandbox.rates import Rates
from bot.sandbox.updates import DAY, PRESS_LIFE, Updates, chat_queue, my_member_queue, press_queue
from bot.sandbox.webhook import Execute, Webhook

MOST_IN_MESSAGE = 4096

stopwatch = time.monotonic


class World:
    """People, chats, files and the queue of updates of one bot. Not safe for threads: use it on the event loop."""

    def __init__(
        self,
        *,
        token: str,
        username: str,
        people: Sequence[Person],
        now: Callable[[], datetime],
        execute: Execute,
        rates: bool = True,
        seed: int | None = None,
        local: bool = True,
        monotonic: Callable[[], float] = stopwatch,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        rng = random.Random(seed)
        self.token, self.local, self.now = token, local, now
        self.bot: Json = {"id": int(token.split(":")[0]), "is_bot": True, "first_name": username, "username": username}
        self.people = {person.id: person for person in people}
        self.chats = Chats(self.bot)
        self.files = Files(rng)
        self.events = Events()
        self.faults = Faults()
        self.rates = Rates(monotonic, rates)
        self.profile = Profile()
        self.presses = Presses(self.unix, rng)
        self.updates = Updates(rng.randint(2_000_000, 1 << 30), self.unix)
        self.poller = Poller(self.updates, monotonic, sleep)
        self.webhook = Webhook(self.updates, monotonic, sleep, self.unix, execute)
        self.sleep = sleep
        self.calls: list[tuple[str, Json]] = []
        for person in people:
            self.chats.private(person)

    def unix(self) -> float:
        return self.now().timestamp()

    @property
    def twice(self) -> bool:
        """Whether every update is delivered a second time, with the same update_id."""
        return self.updates.twice

    @twice.setter
    def twice(self, value: bool) -> None:
        self.updates.twice = value

    def join(self, person: Person) -> None:
        """Somebody new gets an account."""
        self.people[person.id] = person
        self.chats.private(person)

    def send_text(self, user_id: int, words: str, *, chat_id: int | None = None) -> int:
        """The person writes. A text of more than 4096 characters goes as several messages, as clients send it.

        Returns the (last) update_id, or 0 if the bot does not want such updates. Raises ValueError for a blank text.
        """
        number = 0
        for start in range(0, max(1, len(words)), MOST_IN_MESSAGE):
            kept = text.settled(words[start : start + MOST_IN_MESSAGE], [])
            if not kept.text:
                raise ValueError("a message can't be blank")
            content: Json = {"text": kept.text, **({"entities": kept.entities} if kept.entities else {})}
            number = self.send(user_id, content, chat_id=chat_id)[1]
        return number

    def send(self, user_id: int, content: Json, *, chat_id: int | None = None) -> tuple[Json, int]:
        """The person sends a message with these fields; returns the message and the update_id."""
        person, chat = self.people[user_id], self.chat_of(user_id, chat_id)
        if chat.blocked:
            raise ValueError("this person has blocked the bot")
        chat.known = chat.met = True
        message = posting.new(chat, person.user(), content, self.unix())
        self._tell(chat, "message", message=message)
        return message, self.updates.add("message", message, chat_queue(chat.id), DAY)

    def press(self, user_id: int, message_id: int, data: str, *, chat_id: int | None = None) -> str:
        """The person presses a button; returns the query's id. `data` may be forged, the message deleted."""
        chat = self.chat_of(user_id, chat_id)
        if chat_id is None and message_id not in chat.messages:
            chat = self.chats.holding(message_id) or chat
        gone = {"message_id": message_id, "chat": chat.card, "date": 0}
        number = self.presses.ask(user_id)
        query = {
            "id": number,
            "from": self.people[user_id].user(),
            "message": chat.messages.get(message_id, gone),
            "chat_instance": str(chat.id * 0x9E3779B1),
            "data": data,
        }
        self.updates.add("callback_query", query, press_queue(user_id), PRESS_LIFE)
        return number

    def send_document(self, user_id: int, name: str, data: bytes, caption: str = "") -> int:
        """The person sends a file; returns the update_id."""
        file = self.files.add("document", name, data)
        return self.send(user_id, {"document": posting.document(file), **posting.caption(caption)})[1]

    def send_photo(self, user_id: int, data: bytes, caption: str = "") -> int:
        file = self.files.add("photo", "", data)
        return self.send(user_id, {"photo": photo_sizes(self.files, file), **posting.caption(caption)})[1]

    def send_other(self, user_id: int, kind: str, *, chat_id: int | None = None) -> int:
        """The person sends any other message: `kind` is a name of `bot.sandbox.kinds.KINDS`."""
        return self.send(user_id, KINDS[kind](self.files), chat_id=chat_id)[1]

    def edit_text(self, user_id: int, message_id: int, words: str, *, chat_id: int | None = None) -> int:
        """The person edits a message that the person sent; returns the update_id of the edited_message."""
        chat = self.chat_of(user_id, chat_id)
        kept = text.settled(words, [])
        fields: Json = {"text": kept.text, "entities": kept.entities or None}
        message = self.change(chat, chat.messages[message_id], fields)
        return self.updates.add("edited_message", message, chat_queue(chat.id), DAY)

    def group(self, title: str, members: Sequence[int]) -> int:
        """A new group into which the first member takes the bot; returns the chat id."""
        people = tuple(self.people[user_id] for user_id in members)
        card = {"id": -4_000_000_000 - self.chats.count(), "title": title, "type": "group"}
        chat = self.chats.add(card, people)
        for person in people:
            self.chats.private(person).known = True
        self._member(chat, people[0], "left", "member")
        return chat.id

    def channel_post(self, title: str, words: str) -> int:
        """A post in the channel of that title, in which the bot is an administrator; returns the update_id."""
        chat = self.chats.titled(title)
        if chat is None:
            card = {"id": -1_002_000_000_000 - self.chats.count(), "title": title, "type": "channel"}
            chat = self.chats.add(card)
        kept = text.settled(words, [])
        content = {"text": kept.text, **({"entities": kept.entities} if kept.entities else {})}
        return self.updates.add("channel_post", posting.new(chat, None, content, self.unix()), chat_queue(chat.id), DAY)

    def block(self, user_id: int) -> int:
        """The person blocks the bot; returns the update_id."""
        return self._set_blocked(user_id, True)

    def unblock(self, user_id: int) -> int:
        return self._set_blocked(user_id, False)

    def _set_blocked(self, user_id: int, blocked: bool) -> int:
        chat = self.chats.private(self.people[user_id])
        if chat.blocked == blocked:
            return 0
        chat.blocked, chat.known = blocked, True
        states = ("member", "kicked") if blocked else ("kicked", "member")
        return self._member(chat, self.people[user_id], *states)

    def _member(self, chat: Chat, by: Person, before: str, after: str) -> int:
        change = posting.member_change(chat, by, self.bot, (before, after), self.unix())
        return self.updates.add("my_chat_member", change, my_member_queue(chat.id), DAY)

    def chat_of(self, user_id: int, chat_id: int | None = None) -> Chat:
        """A chat as this person names it: a group, or the one with the bot. Raises KeyError if there is none."""
        found = self.chats.get(chat_id if chat_id is not None else user_id)
        if found is None:
            raise KeyError(chat_id if chat_id is not None else user_id)
        return found

    def messages(self, user_id: int) -> list[Json]:
        """Messages of the private chat, the oldest first; deleted ones are not among them."""
        return list(self.chat_of(user_id).messages.values())

    def answers(self, user_id: int) -> list[Json]:
        """The answers to this person's presses."""
        return self.presses.answers(user_id)

    def file(self, file_id: str) -> bytes:
        """The bytes of a file. Raises KeyError for an unknown id."""
        found = self.files.get(file_id)
        if found is None:
            raise KeyError(file_id)
        return found.data

    def fault(
        self,
        method: str,
        kind: Kind,
        *,
        times: int = 1,
        seconds: float = 0.0,
        when: When = "before",
        chat_id: int | None = None,
    ) -> None:
        """Orders a fault for the next calls of a method ("*" means any method)."""
        self.faults.order(Fault(method.lower(), kind, times, seconds, when, chat_id))

    def listen(self, user_id: int) -> Listener:
        """Events of the person's chat from now on."""
        return Listener(self.events, user_id)

    def pending(self) -> int:
        """How many updates are neither confirmed (polling) nor delivered (webhook)."""
        return self.updates.pending()

    def say(self, chat: Chat, content: Json) -> Json:
        """The bot's new message in a chat."""
        message = posting.new(chat, None if chat.card["type"] == "channel" else self.bot, content, self.unix())
        self._tell(chat, "message", message=message)
        return message

    def change(self, chat: Chat, message: Json, fields: Json) -> Json:
        """Gives a message other fields (None removes one): a new message takes the place of the old one."""
        merged = {**message, **fields, "edit_date": int(self.unix())}
        edited = {name: value for name, value in merged.items() if value is not None}
        chat.messages[message["message_id"]] = edited
        self._tell(chat, "edit", message=edited)
        return edited

    def remove(self, chat: Chat, message_id: int) -> None:
        del chat.messages[message_id]
        chat.pinned = [number for number in chat.pinned if number != message_id]
        self._tell(chat, "delete", message_id=message_id)

    def _tell(self, chat: Chat, kind: str, **facts: object) -> None:
        if chat.private:
            self.events.tell(chat.id, kind, **facts)
