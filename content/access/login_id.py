"""Brings what a person types as a login ID to one form.

The user ID is the 10-digit 会員ID. Accounts of the association (the guide's `tokyo`) have letters. The form of a
MAMIS ID is not published, so no text that could be one is refused because of its form.
"""

from dataclasses import dataclass
from enum import Enum

from content.text.folding import signs

MEMBER_NO_DIGITS = 10
LONGEST = 64


class Form(Enum):
    """The form of an ID. Only the record can say whose ID it is, and of which kind."""

    MEMBER_NO = "member_no"  # 10 digits
    ACCOUNT = "account"  # letters alone or letters first, as `tokyo`
    OTHER = "other"  # more or fewer digits, and everything besides that a MAMIS ID may be
    UNREADABLE = "unreadable"  # no ID at all: empty, a sentence, Japanese


@dataclass(frozen=True)
class LoginId:
    """`text` is the normal form by which an ID is looked up; empty if the form is UNREADABLE."""

    text: str
    form: Form


def read(typed: str) -> LoginId:
    """The ID that somebody typed, in any width and case, with any spaces and hyphens."""
    text = normal(typed)
    if not 1 <= len(text) <= LONGEST or not text.isascii() or not text.isprintable():
        return LoginId("", Form.UNREADABLE)
    if text.isdigit():
        return LoginId(text, Form.MEMBER_NO if len(text) == MEMBER_NO_DIGITS else Form.OTHER)
    return LoginId(text, Form.ACCOUNT if text[0].isalpha() else Form.OTHER)


def normal(typed: str) -> str:
    """Half-width, lower case, without blanks, hyphens of any kind, invisible characters, and what is put around."""
    if typed.isascii() and typed.isalnum():
        return typed.lower()  # what the rest comes to; an import reads 170,000
    return signs(typed).replace("-", "").casefold()
