"""One normal form for every text that comes in: typed, sent, imported or published."""

import re
import unicodedata

_COMPATIBILITY = re.compile("([\uf900-\ufaff\U0002f800-\U0002fa1f])")


def composed(text: str) -> str:
    """The text in NFC, as a phone or Windows writes it: a Mac writes が as two characters.

    A compatibility ideograph (神 as U+FA19) stays: NFC would turn it into another shape, which is not to happen unseen
    to a name.
    """
    if unicodedata.is_normalized("NFC", text):
        return text
    parts = _COMPATIBILITY.split(text)
    return "".join(part if number % 2 else unicodedata.normalize("NFC", part) for number, part in enumerate(parts))
