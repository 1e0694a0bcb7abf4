"""A phone for tests: what a person says, taps and sees, in the words on the screen."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from bot.sandbox import Person

if TYPE_CHECKING:
    from tests.stage import Stage

Message = dict[str, Any]


class Phone:
    """One person's Telegram. After each act `sees` holds what that act brought: new and edited messages, and toasts."""

    def __init__(self, stage: "Stage", person: Person) -> None:
        self.stage = stage
        self.person = person
        self._seen: dict[int, Message] = {}
        self._answers = 0
        self.sees = ""
        self.toast = ""

    @property
    def messages(self) -> Sequence[Message]:
        """The chat as it stands, oldest first."""
        return self.stage.world.messages(self.person.id)

    @property
    def last(self) -> Message:
        """The newest message of the bot."""
        return [message for message in self.messages if message["from"]["is_bot"]][-1]

    @property
    def buttons(self) -> list[str]:
        """The labels that can be tapped, newest message first."""
        return [button["text"] for _, button in self._buttons()]

    @property
    def offers(self) -> list[str]:
        """The labels under the newest message of the bot."""
        last = self.last["message_id"]
        return [button["text"] for message, button in self._buttons() if message["message_id"] == last]

    @property
    def documents(self) -> list[bytes]:
        """The bytes of every file that was received."""
        found = [message["document"]["file_id"] for message in self.messages if "document" in message]
        return [self.stage.world.file(file_id) for file_id in found]

    @property
    def pictures(self) -> list[bytes]:
        """The bytes of every photo in the chat, in its largest size."""
        photos = [message["photo"] for message in self.messages if "photo" in message]
        return [self.stage.world.file(sizes[-1]["file_id"]) for sizes in photos]

    async def says(self, text: str) -> str:
        """Send a text and wait for what comes of it."""
        self._look()
        self.stage.world.send_text(self.person.id, text)
        return await self.waits()

    async def edits(self, text: str) -> str:
        """Edit the newest message of one's own and wait for what comes of it."""
        self._look()
        own = [message["message_id"] for message in self.messages if not message["from"]["is_bot"]]
        self.stage.world.edit_text(self.person.id, own[-1], text)
        return await self.waits()

    async def sends(self, *files: bytes, name: str = "") -> str:
        """Send files and wait for what comes of them: documents of this name, or photos without one. Several go as
        an album.
        """
        self._look()
        if len(files) > 1:
            self.stage.world.send_album(self.person.id, [(name, content) for content in files])
        elif name:
            self.stage.world.send_document(self.person.id, name, files[0])
        else:
            self.stage.world.send_photo(self.person.id, files[0])
        return await self.waits()

    async def taps(self, label: str) -> str:
        """Tap the newest button with this label, or with a label that holds it, and wait."""
        message, button = self._button(label)
        if "callback_data" not in button:
            raise AssertionError(f"{button['text']} is no button to tap but a link: {button}")
        return await self.presses(message["message_id"], button["callback_data"])

    async def presses(self, message_id: int, data: str) -> str:
        """Press with any data on any message, as a forger could."""
        self._look()
        self.stage.world.press(self.person.id, message_id, data)
        return await self.waits()

    async def waits(self) -> str:
        """Wait until everything is done; returns what came, and keeps it in `sees`."""
        await self.stage.settled()
        return self._news()

    def link(self, label: str) -> str:
        """The address that a button opens."""
        _, button = self._button(label)
        address = button.get("url") or button.get("web_app", {}).get("url")
        if not address:
            raise AssertionError(f"{button['text']} opens nothing")
        return str(address)

    def text(self, message: Message) -> str:
        """What a person reads in a message."""
        return str(message.get("text") or message.get("caption") or "")

    def _look(self) -> None:
        self._seen = {message["message_id"]: message for message in self.messages}
        self._answers = len(self.stage.world.answers(self.person.id))

    def _news(self) -> str:
        ours = (message for message in self.messages if message["from"]["is_bot"])
        fresh = [message for message in ours if self._is_new(message)]
        answers = self.stage.world.answers(self.person.id)[self._answers :]
        self.toast = "\n".join(answer["text"] for answer in answers if answer.get("text"))
        self.sees = "\n".join([*([self.toast] if self.toast else []), *(self.text(message) for message in fresh)])
        return self.sees

    def _is_new(self, message: Message) -> bool:
        """Whether it came, or was edited, since the last look. An edited message is another object, so that the faces
        of a long chat need not all be compared: that took longer than all else.
        """
        before = self._seen.get(message["message_id"])
        return before is not message and (before is None or self._face(before) != self._face(message))

    def _face(self, message: Message) -> str:
        return f"{self.text(message)}{message.get('reply_markup', '')}{message.get('document', '')}"

    def _buttons(self) -> list[tuple[Message, dict[str, Any]]]:
        return [
            (message, button)
            for message in reversed(self.messages)
            for row in message.get("reply_markup", {}).get("inline_keyboard", [])
            for button in row
        ]

    def _button(self, label: str) -> tuple[Message, dict[str, Any]]:
        every = self._buttons()
        # a ticked choice has a ✓ behind its label
        for match in (
            lambda text: text == label,
            lambda text: re.sub(r"\s*✓$", "", text) == label,
            lambda text: label.isdigit() and text.startswith(f"{label} "),  # an item of a numbered list
            lambda text: label in text,
        ):
            for message, button in every:
                if match(button["text"]):
                    return message, button
        raise AssertionError(f"no button {label!r}; there are {[button['text'] for _, button in every]}")
