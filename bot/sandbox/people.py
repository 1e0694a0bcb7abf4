"""People of the sandbox: what Telegram itself knows about somebody with an account."""

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class Card:
    """What the page says of a person, in one language."""

    role: str = ""
    about: str = ""
    hints: tuple[str, ...] = ()

    def document(self) -> Json:
        return {"role": self.role, "about": self.about, "hints": list(self.hints)}


@dataclass(frozen=True)
class Person:
    """Somebody with a Telegram account in this sandbox; `language` is the language code of the client. The page shows
    role, about and hints; in a browser of another language than Japanese those of `english`, if there are any.
    """

    id: int
    first_name: str
    language: str = "ja"
    role: str = ""
    about: str = ""
    hints: tuple[str, ...] = ()
    english: Card | None = None

    def user(self) -> Json:
        """The Bot API's User."""
        return {"id": self.id, "is_bot": False, "first_name": self.first_name, "language_code": self.language}

    def chat(self) -> Json:
        """The Bot API's Chat of the private chat between this person and the bot."""
        return {"id": self.id, "first_name": self.first_name, "type": "private"}

    def card(self) -> Json:
        """What the chat page shows when one chooses whom to be."""
        return {
            "id": self.id,
            "name": self.first_name,
            "language": self.language,
            **Card(self.role, self.about, self.hints).document(),
            "english": self.english.document() if self.english else None,
        }
