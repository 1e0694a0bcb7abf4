"""What a sandbox holds, and the ground on which its people act."""

import asyncio
import random
import time
from collections.abc import Callable, Sequence
from datetime import datetime

from bot.sandbox import posting
from bot.sandbox.chats import Chat, Chats
from bot.sandbox.events import Events, Listener
from bot.sandbox.faults import Fault, Faults, Kind, When
from bot.sandbox.files import Files
from bot.sandbox.people import Json, Person
from bot.sandbox.presses import Presses
from bot.sandbox.profile import Profile
from bot.sandbox.rates import Rates
from bot.sandbox.updates.polling import Poller, Sleep
from bot.sandbox.updates.updates import Updates
from bot.sandbox.updates.webhook import Execute, Webhook

stopwatch = time.monotonic


class State:
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
        rng = self.rng = random.Random(seed)
        self.token, self.local, self.now = token, local, now
        self.bot: Json = {"id": int(token.split(":")[0]), "is_bot": True, "first_name": username, "username": username}
        self.people = {person.id: person for person in people}
        self.chats = Chats(self.bot)
        self.files = Files(rng)
        self.events = Events()
        self.faults = Faults(sleep, seed)
        self.rates = Rates(monotonic, rates)
        self.profile = Profile()
        self.presses = Presses(self.unix, rng)
        self.updates = Updates(lambda: rng.randint(2_000_000, 1 << 30), self.unix)
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
