"""Everything that the people of a sandbox do with a telephone; the Bot API's methods work on the same state."""

from collections.abc import Sequence

from bot.sandbox import posting, text
from bot.sandbox.kinds import KINDS
from bot.sandbox.membership import Membership
from bot.sandbox.people import Json
from bot.sandbox.updates.updates import DAY, PRESS_LIFE, chat_queue, press_queue

MOST_IN_MESSAGE = 4096
MOST_IN_ALBUM = 10


class World(Membership):
    """What people say, tap and send."""

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
        if self.chats.private(person).deactivated:
            raise ValueError("this person's account is deleted")
        if chat.upgraded_to:
            raise ValueError("this group is a supergroup now")
        chat.known = chat.met = True
        message = posting.new(chat, person.user(), content, self.unix())
        self._tell(chat, "message", message=message)
        return message, self.updates.add("message", message, chat_queue(chat.id), DAY) if chat.heard else 0

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
        return self.send(user_id, {**self._document(name, data), **posting.caption(caption)})[1]

    def send_photo(self, user_id: int, data: bytes, caption: str = "") -> int:
        """The person sends a picture as a photo: the bot gets it encoded again. Raises ApiError for what is none."""
        return self.send(user_id, {**self._photo(data), **posting.caption(caption)})[1]

    def send_album(self, user_id: int, files: Sequence[tuple[str, bytes]], caption: str = "") -> list[int]:
        """Files that are sent together are as many updates, which share a media_group_id; gives the update_ids.

        A file with a name goes as a document, one without ("") as a photo. Raises ValueError for what no client sends:
        fewer than two or more than ten, or documents together with photos.
        """
        if not 2 <= len(files) <= MOST_IN_ALBUM or len({bool(name) for name, _ in files}) > 1:
            raise ValueError("an album is of two to ten photos, or of two to ten documents")
        group = {"media_group_id": str(self.rng.getrandbits(53))}
        made = [{**(self._document(name, data) if name else self._photo(data)), **group} for name, data in files]
        made[0] |= posting.caption(caption)
        return [self.send(user_id, content)[1] for content in made]

    def send_again(self, user_id: int, message_id: int) -> int:
        """The person forwards a photo or a document of the chat: it is the same file, under the same ids."""
        sent = self.chat_of(user_id).messages[message_id]
        content: Json = {name: sent[name] for name in ("photo", "document") if name in sent}
        origin = {"type": "user", "date": sent["date"], "sender_user": sent["from"]}
        return self.send(user_id, {**content, "forward_origin": origin})[1]

    def _document(self, name: str, data: bytes) -> Json:
        return {"document": posting.document(self.files.add("document", name, data))}

    def _photo(self, data: bytes) -> Json:
        return {"photo": self.files.add_photo(data)}

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
