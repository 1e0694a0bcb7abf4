"""The one typeface of our papers, Noto Serif JP: what it covers, how wide it runs, and the small font a paper carries.

It is a CFF font of 6 MB. Handed to fpdf2 whole it costs 260 ms a paper; cut by HarfBuzz before, it costs 10 to 35 ms.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

import pylopdf_fonts_jp
import uharfbuzz as hb

MM_PER_POINT = 25.4 / 72

_UNUSED_TABLES = ("GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG")
# These are drawn together with a neighbour, or not at all. Set one by one, they would be a hole or a stray mark.
_NEVER_ALONE = frozenset({"Cc", "Cf", "Cs", "Mn", "Mc", "Me", "Zl", "Zp"})


def is_selector(character: str) -> bool:
    """Whether this chooses a variant of the character before it (U+FE00–FE0F, U+E0100–E01EF)."""
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
    return tuple(dict.fromkeys(piece for piece in clusters(text) if not _covered(piece)))


def width(text: str, size: float) -> float:
    """How wide the text runs at `size` points, in mm. A character that the font lacks counts as one em."""
    return sum(_advance(piece) for piece in clusters(text)) * size * MM_PER_POINT


def subset(text: str) -> bytes:
    """An OpenType font with the glyphs of this text alone. Pairs of character and selector keep their variant."""
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(ord(character) for character in text)
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _UNUSED_TABLES)
    wanted.flags = hb.SubsetFlags.DESUBROUTINIZE | hb.SubsetFlags.NO_HINTING
    return bytes(wanted.subset(_face()).blob.data)


@cache
def _covered(piece: str) -> bool:
    if len(piece) == 1:
        return ord(piece) in _characters() and unicodedata.category(piece) not in _NEVER_ALONE
    return len(piece) == 2 and ord(piece[0]) in _variants(ord(piece[1]))


@cache
def _advance(piece: str) -> float:
    """The width of a piece in em."""
    if not _covered(piece):
        return 1.0
    font = hb.Font(_face())
    glyph = (
        font.get_nominal_glyph(ord(piece))
        if len(piece) == 1
        else font.get_variation_glyph(ord(piece[0]), ord(piece[1]))
    )
    return float(font.get_glyph_h_advance(glyph)) / float(_face().upem)


@cache
def _face() -> hb.Face:
    return hb.Face(hb.Blob.from_file_path(str(pylopdf_fonts_jp.serif_path())))


@cache
def _characters() -> frozenset[int]:
    return frozenset(_face().unicodes)


@cache
def _variants(selector: int) -> frozenset[int]:
    """The characters of which the font has this variant."""
    return frozenset(_face().variation_unicodes(selector))
