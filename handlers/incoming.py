"""What a person did, as a value: handlers meet none of Telegram's types."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """A text message, commands included."""

    text: str


@dataclass(frozen=True)
class Pressed:
    """The person pressed a button of the message `message_id`. `data` is what it carries, or what a forger sent."""

    data: str
    message_id: int


@dataclass(frozen=True)
class Sent:
    """Any other message. A photo (in its largest size) or a document has a file; all others have an empty `file_id`."""

    file_id: str = ""
    name: str = ""
    mime: str = ""
    size: int = 0


@dataclass(frozen=True)
class Incoming:
    """One update of one person in a private chat with the bot."""

    update_id: int
    telegram_id: int
    language: str
    message_id: int
    what: Said | Pressed | Sent
    query_id: str = ""  # of a press, which has to be answered


def command(text: str) -> tuple[str, str] | None:
    """("courses", "what follows") if the text is a command, otherwise None. "/courses@tani_bot" is a command too."""
    if not text.startswith("/"):
        return None
    word, _, argument = text[1:].partition(" ")
    return word.split("@")[0].strip().lower(), argument.strip()
