"""What a person did, as a value: handlers meet none of Telegram's types."""

import re
from dataclasses import dataclass
from unicodedata import category

from content.text.folding import plain


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
    """Any other message. A photo (in its largest size) or a document has a file; all others have an empty `file_id`.
    `album`: it was sent together with others.
    """

    file_id: str = ""
    name: str = ""
    mime: str = ""
    size: int = 0
    album: bool = False


@dataclass(frozen=True)
class Edited:
    """A message that was sent before, with another text or file."""

    text: str = ""


@dataclass(frozen=True)
class Sender:
    """How a person's Telegram account is called. Either may be empty: `username` has no @."""

    name: str = ""
    username: str = ""


@dataclass(frozen=True)
class Incoming:
    """One update of one person in a private chat with the bot."""

    update_id: int
    telegram_id: int
    language: str
    message_id: int
    what: Said | Pressed | Sent | Edited
    query_id: str = ""  # of a press, which has to be answered
    sender: Sender = Sender()


_COMMAND = re.compile(r"\s*[/／]([a-z0-9_ａ-ｚＡ-Ｚ０-９＿]+)(?:[@＠]\w*)?(.*)", re.IGNORECASE | re.DOTALL)


def command(text: str) -> tuple[str, str] | None:
    """("courses", "what follows") of a text that is a command, else None. "/courses@tani_bot" is one too, and what a
    Japanese keyboard makes of it: "／ｃｏｕｒｓｅｓ　74". A full stop alone behind it is no argument.
    """
    if "/" not in text and "／" not in text:
        return None
    seen = "".join(one for one in text if category(one) != "Cf")
    found = _COMMAND.fullmatch(seen)
    if found is None:
        return None
    argument = found[2].strip()
    return plain(found[1]).lower(), argument if argument.strip("。、.,") else ""
