"""The QR code of a paper, drawn as surfaces: it stays sharp at any size."""

import segno

from handlers.papers.marks import Modules

_MASK = 2
"""Any of the eight masks is read. To try them all out would take four times as long."""


def qr(x: float, y: float, side: float, text: str) -> Modules:
    """The code of this text in a square of `side` mm, without the white margin of four modules that it needs around."""
    code = segno.make_qr(text, error="m", mask=_MASK)
    rows = ("".join("1" if dark else "0" for dark in row) for row in code.matrix)
    return Modules(x, y, side, tuple(rows))
