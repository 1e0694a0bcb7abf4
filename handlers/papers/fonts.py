"""The face of our papers, set: how wide it runs, and the small font a paper carries. content/printing has its coverage.

It is a CFF font of 6 MB. Handed to fpdf2 whole it costs 260 ms a paper, cut by HarfBuzz first 10 to 35 ms.
"""

from __future__ import annotations

from functools import cache

import uharfbuzz as hb

from content.text.printing import clusters, covered, face, is_selector, uncovered

__all__ = ["MM_PER_POINT", "clusters", "is_selector", "subset", "uncovered", "width"]

MM_PER_POINT = 25.4 / 72

_UNUSED_TABLES = ("GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG")


def width(text: str, size: float) -> float:
    """How wide the text runs at `size` points, in mm. A character that the font lacks counts as one em."""
    return sum(_advance(piece) for piece in clusters(text)) * size * MM_PER_POINT


def subset(text: str) -> bytes:
    """An OpenType font with the glyphs of this text alone. Pairs of character and selector keep their variant."""
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(ord(character) for character in text)
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _UNUSED_TABLES)
    wanted.flags = hb.SubsetFlags.DESUBROUTINIZE | hb.SubsetFlags.NO_HINTING
    return bytes(wanted.subset(face()).blob.data)


@cache
def _advance(piece: str) -> float:
    """The width of a piece in em."""
    if not covered(piece):
        return 1.0
    font = hb.Font(face())
    glyph = (
        font.get_nominal_glyph(ord(piece))
        if len(piece) == 1
        else font.get_variation_glyph(ord(piece[0]), ord(piece[1]))
    )
    return float(font.get_glyph_h_advance(glyph)) / float(face().upem)
