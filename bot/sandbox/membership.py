"""Who may write to whom: groups, channels, and people who block the bot, leave Telegram or clear their chat."""

from collections.abc import Sequence

from bot.sandbox import posting, text
from bot.sandbox.chats import Chat
from bot.sandbox.people import Person
from bot.sandbox.state import State
from bot.sandbox.updates.updates import DAY, chat_queue, my_member_queue


class Membership(State):
    """What people do with the chats themselves."""

    def join(self, person: Person) -> None:
        """Somebody new gets an account."""
        self.people[person.id] = person
        self.chats.private(person)

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

    def deactivate(self, user_id: int) -> None:
        """The person's account is deleted. The bot is told nothing of it."""
        self.chats.private(self.people[user_id]).deactivated = True

    def clear(self, user_id: int) -> None:
        """The person clears the chat for both sides: no message of it can be edited or deleted any more."""
        chat = self.chats.private(self.people[user_id])
        for message_id in list(chat.messages):
            self.remove(chat, message_id)

    def remove_bot(self, chat_id: int) -> int:
        """The first member takes the bot out of a group; gives the update_id."""
        return self._set_kicked(chat_id, True)

    def take_back(self, chat_id: int) -> int:
        """The first member takes the bot in again."""
        return self._set_kicked(chat_id, False)

    def _set_kicked(self, chat_id: int, kicked: bool) -> int:
        chat = self.chat_of(0, chat_id)
        chat.kicked = kicked
        states = ("member", "kicked") if kicked else ("kicked", "member")
        return self._member(chat, chat.people[0], *states)

    def migrate(self, chat_id: int) -> int:
        """A group becomes a supergroup with an id of its own, which is returned. Both chats say so to the bot."""
        old = self.chat_of(0, chat_id)
        card = {"id": -1_003_000_000_000 - self.chats.count(), "title": old.card["title"], "type": "supergroup"}
        new = self.chats.add(card, old.people)
        for chat, said in ((old, {"migrate_to_chat_id": new.id}), (new, {"migrate_from_chat_id": old.id})):
            message = posting.new(chat, old.people[0].user(), said, self.unix())
            self.updates.add("message", message, chat_queue(chat.id), DAY)
        old.upgraded_to = new.id
        return new.id

    def _member(self, chat: Chat, by: Person, before: str, after: str) -> int:
        change = posting.member_change(chat, by, self.bot, (before, after), self.unix())
        return self.updates.add("my_chat_member", change, my_member_queue(chat.id), DAY)
