"""People of the sandbox: what Telegram itself knows about a person with an account."""

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
    """Somebody with a Telegram account in this sandbox.

    `language` is the language code of the client; "" is of a client that gives none. A last name and a username are
    what many accounts have, and many have not. The page shows role, about and hints; in a browser of another language
    than Japanese those of `english`, if there are any.
    """

    id: int
    first_name: str
    language: str = "ja"
    role: str = ""
    about: str = ""
    hints: tuple[str, ...] = ()
    last_name: str = ""
    username: str = ""
    english: Card | None = None

    def user(self) -> Json:
        """The Bot API's User."""
        code = {"language_code": self.language} if self.language else {}
        return {"id": self.id, "is_bot": False, **self._names(), **code}

    def chat(self) -> Json:
        """The Bot API's Chat of the private chat between this person and the bot."""
        return {"id": self.id, **self._names(), "type": "private"}

    def _names(self) -> Json:
        names = {"first_name": self.first_name, "last_name": self.last_name, "username": self.username}
        return {name: value for name, value in names.items() if value}

    def card(self) -> Json:
        """What the chat page shows of a person who can be chosen there."""
        return {
            "id": self.id,
            "name": f"{self.first_name} {self.last_name}".strip(),
            "language": self.language,
            **Card(self.role, self.about, self.hints).document(),
            "english": self.english.document() if self.english else None,
        }
