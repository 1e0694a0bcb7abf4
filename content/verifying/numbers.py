"""The number of a certificate, as it is read out on the phone: TN26-3048-7719-2289-9.

It has a prefix, the fiscal year, twelve random digits and a check character by ISO 7064 MOD 37,36. That finds every
wrong character and nearly every exchange of neighbours; a number in which it would miss one is not given out. Nothing
in a number is counted, so nobody can go on from one to the next.

The two digits of the year are the same for everybody, so an exchange of those two is left out: in 2023 none would be
found, and no number could be given out at all.
"""

import itertools
from collections.abc import Iterator

from stdnum.iso7064 import mod_37_36

from content.text import folding

PREFIX = "TN"
_HEAD = len(PREFIX) + 2
DIGITS = 12
RANDOM = 10**DIGITS
"""The random part is one of so many."""
_BARE = _HEAD + DIGITS + 1


class BadNumber(ValueError):
    """No certificate can have this number: it was mistyped or misheard."""


def written(year: int, drawn: int) -> str | None:
    """The number of this fiscal year with these random digits. None if its check character would be a letter, which a
    phone makes another of, or if an exchange of neighbours would go unnoticed: draw again. One in four can be used.
    """
    if not 0 <= drawn < RANDOM:
        raise ValueError("the random part has twelve digits")
    bare = f"{PREFIX}{year % 100:02}{drawn:0{DIGITS}}"
    check = str(mod_37_36.calc_check_digit(bare))
    whole = bare + check
    return _grouped(whole) if check.isdigit() and not any(map(mod_37_36.is_valid, _exchanged(whole))) else None


def read(text: str) -> str:
    """The number as it is printed, whatever width, case, blanks and dashes were typed. Raises BadNumber."""
    bare = folding.letters(text).upper()
    digits = bare.removeprefix(PREFIX)
    fits = len(bare) == _BARE and bare.startswith(PREFIX) and digits.isascii() and digits.isdigit()
    if not fits or not mod_37_36.is_valid(bare):
        raise BadNumber
    return _grouped(bare)


def _exchanged(whole: str) -> Iterator[str]:
    """The number with each two neighbours exchanged that differ, but for those of its fixed head."""
    for at, (one, next_one) in enumerate(itertools.pairwise(whole)):
        if one != next_one and at + 1 >= _HEAD:
            yield whole[:at] + next_one + one + whole[at + 2 :]


def _grouped(bare: str) -> str:
    """In groups of four, the prefix with its year and the check character apart."""
    parts = [bare[:_HEAD], *(bare[at : at + 4] for at in range(_HEAD, _HEAD + DIGITS, 4)), bare[-1]]
    return "-".join(parts)
