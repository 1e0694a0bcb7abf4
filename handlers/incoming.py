"""What a person did, as a value: nothing of Telegram's types goes further up than `bot`."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """A text message, commands included."""

    text: str


@dataclass(frozen=True)
class Pressed:
    """A button of the message `message_id`, with the data it carries or was made to carry."""

    data: str
    message_id: int


@dataclass(frozen=True)
class Sent:
    """Anything else that a message can be. A photo (its largest size) or a document has a file, the rest none."""

    file_id: str = ""
    name: str = ""
    mime: str = ""
    size: int = 0


@dataclass(frozen=True)
class Edited:
    """A message that was sent before, with another text or file."""

    text: str = ""


@dataclass(frozen=True)
class Incoming:
    """One update of one person in his private chat."""

    update_id: int
    telegram_id: int
    language: str
    message_id: int
    what: Said | Pressed | Sent | Edited
    query_id: str = ""  # of a press, to be answered


def command(text: str) -> tuple[str, str] | None:
    """("courses", "what follows") of a text that is a command, else None. "/courses@tani_bot" is one too."""
    if not text.startswith("/"):
        return None
    word, _, argument = text[1:].partition(" ")
    return word.split("@")[0].strip().lower(), argument.strip()
