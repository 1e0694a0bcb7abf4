"""The name on a certificate, as a stranger meets it: hidden, and compared with what the stranger types."""

import hmac

from content.text.folding import fold
from content.text.printing import clusters

HIDDEN = "○○"


def masked(name: str) -> str:
    """The first character with its variant, and as many signs for every name: they don't tell how long it is."""
    return f"{next(clusters(name), '')}{HIDDEN}"


def agrees(name: str, typed: str) -> bool:
    """Whether it is the same name in whatever width, kana and form of a kanji. An empty one never is."""
    kept, said = fold(name), fold(typed)
    return bool(said) and hmac.compare_digest(kept.encode(), said.encode())
