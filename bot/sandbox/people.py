"""People of the sandbox: what Telegram itself knows about a person with an account."""

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class Person:
    """A person with a Telegram account in this sandbox. `language` is the language code of the person's client."""

    id: int
    first_name: str
    language: str = "ja"
    role: str = ""
    about: str = ""
    hints: tuple[str, ...] = ()

    def user(self) -> Json:
        """The Bot API's User."""
        return {"id": self.id, "is_bot": False, "first_name": self.first_name, "language_code": self.language}

    def chat(self) -> Json:
        """The Bot API's Chat of the private chat between this person and the bot."""
        return {"id": self.id, "first_name": self.first_name, "type": "private"}

    def card(self) -> Json:
        """What the chat page shows of a person who can be chosen there."""
        return {
            "id": self.id,
            "name": self.first_name,
            "language": self.language,
            "role": self.role,
            "about": self.about,
            "hints": list(self.hints),
        }
