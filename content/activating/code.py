"""The activation code of a letter, as a doctor types it from paper: K7MP-3XQ2-….

It has 27 characters at random (135 bits), and a check character by ISO 7064 for the 32 characters of the alphabet,
which are Crockford's: no I, L, O and U. So 0 and O, or 1, I and L, are read as the same. The check finds every wrong
character: who mistypes is told so before anything is counted.
"""

import re

from stdnum.iso7064 import mod_37_36

from content.text import folding

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
DRAWN = 27
LENGTH = DRAWN + 1
GROUP = 4
DRAWS = len(ALPHABET) ** DRAWN
PREFIX = "a"
"""A link that fills in a code begins so: start=a_CODE."""
_GROUPS = re.compile(rf"[0-9A-Za-z]{{{GROUP}}}(?:[^0-9A-Za-z]+[0-9A-Za-z]{{{GROUP}}}){{{LENGTH // GROUP - 1}}}")
_READ = str.maketrans("OIL", "011")


class Mistyped(ValueError):
    """The text is as long as a code, but no code reads so."""


def written(drawn: int) -> str:
    """The code with these random characters, a number below DRAWS; without its blanks."""
    if not 0 <= drawn < DRAWS:
        raise ValueError("27 characters of the alphabet")
    bare = ""
    for _ in range(DRAWN):
        drawn, place = divmod(drawn, len(ALPHABET))
        bare += ALPHABET[place]
    return bare + mod_37_36.calc_check_digit(bare, ALPHABET)


def grouped(code: str) -> str:
    """As it is printed: seven groups of four."""
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def hidden(code: str) -> str:
    """The first and the last group: the code is a secret, and the chat stays."""
    return f"{code[:GROUP]}…{code[-GROUP:]}"


def is_as_printed(text: str) -> bool:
    """Whether a text has seven groups of four, whatever parts them."""
    return _GROUPS.fullmatch(folding.bare(text)) is not None


def read(text: str) -> str | None:
    """The code that was typed, in any width and case, with any blanks and dashes. None if the text is no code at all.

    Raises Mistyped if it could be one but for its check character.
    """
    bare = folding.letters(text).upper().translate(_READ)
    if len(bare) != LENGTH or any(one not in ALPHABET for one in bare):
        return None
    if not mod_37_36.is_valid(bare, ALPHABET):
        raise Mistyped
    return bare


def may_be_one(text: str) -> bool:
    """Whether a text is a code, or one with a slip."""
    try:
        return read(text) is not None
    except Mistyped:
        return True
