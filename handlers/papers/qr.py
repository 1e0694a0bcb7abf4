"""The QR code of a paper, drawn as surfaces: it stays sharp at any size."""

import segno

from handlers.papers.marks import Modules

_MASK = 2
"""Any of the eight masks is read. To try them all out would take four times as long."""


def qr(x: float, y: float, side: float, address: str, said: str) -> Modules:
    """The code of this address in a square of `side` mm, without the white margin of four modules that it needs around.
    The address also opens if the code is tapped: the phone that shows the paper can't scan its own screen. `said` names
    the place.
    """
    code = segno.make_qr(address, error="m", mask=_MASK)
    rows = ("".join("1" if dark else "0" for dark in row) for row in code.matrix)
    return Modules(x, y, side, tuple(rows), address, said)
