"""What a person types as a login ID, brought to one form.

The user ID is the 10-digit 会員ID; accounts of the association (the guide's `tokyo`) have letters; the form of a
MAMIS ID is not published, so nothing is refused for its form that could be one.
"""

from dataclasses import dataclass
from enum import Enum

from content.folding import signs

MEMBER_NO_DIGITS = 10
LONGEST = 64


class Form(Enum):
    """What an ID looks like; only the record knows what it is."""

    MEMBER_NO = "member_no"  # 10 digits
    ACCOUNT = "account"  # letters alone or letters first, as `tokyo`
    OTHER = "other"  # digits of another number, and all else that a MAMIS ID may be
    UNREADABLE = "unreadable"  # no ID at all: empty, a sentence, Japanese


@dataclass(frozen=True)
class LoginId:
    """`text` is the normal form by which an ID is looked up; empty when unreadable."""

    text: str
    form: Form


def read(typed: str) -> LoginId:
    """The ID that somebody typed, of any width, with any spaces and hyphens, in any case."""
    text = normal(typed)
    if not 1 <= len(text) <= LONGEST or not text.isascii() or not text.isprintable():
        return LoginId("", Form.UNREADABLE)
    if text.isdigit():
        return LoginId(text, Form.MEMBER_NO if len(text) == MEMBER_NO_DIGITS else Form.OTHER)
    return LoginId(text, Form.ACCOUNT if text[0].isalpha() else Form.OTHER)


def normal(typed: str) -> str:
    """Half-width, lower case, without blanks, hyphens of any kind, invisible characters, and what is put around."""
    return signs(typed).replace("-", "").casefold()
