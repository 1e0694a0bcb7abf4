"""What our papers can print: the characters of their one face, Noto Serif JP.

It stands on this floor because nothing may be published, imported or typed that a paper could not print; the drawing
of papers asks here too.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache

import pylopdf_fonts_jp
import uharfbuzz as hb

# Drawn together with a neighbour, or not at all: set one by one, such a character would be a hole or a stray mark.
_NEVER_ALONE = frozenset({"Cc", "Cf", "Cs", "Mn", "Mc", "Me", "Zl", "Zp"})


def is_selector(character: str) -> bool:
    """Whether it chooses a variant of the character before it (U+FE00–FE0F, U+E0100–E01EF)."""
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def clusters(text: str) -> Iterator[str]:
    """The text in pieces that must stay together: a character with the selectors that follow it."""
    piece = ""
    for character in text:
        if piece and not is_selector(character):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def uncovered(text: str) -> tuple[str, ...]:
    """The characters, and pairs of a character and a selector, that the font cannot print; each once, in order."""
    return tuple(dict.fromkeys(piece for piece in clusters(text) if not covered(piece)))


@cache
def covered(piece: str) -> bool:
    """Whether the font prints this cluster."""
    if len(piece) == 1:
        return ord(piece) in _characters() and unicodedata.category(piece) not in _NEVER_ALONE
    return len(piece) == 2 and ord(piece[0]) in _variants(ord(piece[1]))


def named(pieces: tuple[str, ...]) -> str:
    """The clusters with their numbers, as staff look them up: ₂ (U+2082)."""
    return ", ".join(map(_named, pieces))


def _named(piece: str) -> str:
    numbers = " ".join(f"U+{ord(sign):04X}" for sign in piece)
    return f"{piece} ({numbers})" if piece.isprintable() else numbers


@cache
def face() -> hb.Face:
    return hb.Face(hb.Blob.from_file_path(str(pylopdf_fonts_jp.serif_path())))


@cache
def _characters() -> frozenset[int]:
    return frozenset(face().unicodes)


@cache
def _variants(selector: int) -> frozenset[int]:
    """The characters of which the font has this variant."""
    return frozenset(face().variation_unicodes(selector))
