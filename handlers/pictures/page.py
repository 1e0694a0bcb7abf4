"""The first page of a paper as a picture: what a reader of the very file sees, signature, variants and all.

It is rendered from the bytes that are on record, by PDFium. Drawn by the means of the other pictures it would be a
second layout of the same paper, and Pillow can't shape a character with a variation selector.
"""

from __future__ import annotations

import io

import pypdfium2

from handlers.pictures.canvas import WIDTH

_BITS = 4
_GREYS = 2**_BITS
"""Four bits for a pixel are enough for print on white. To look for the best greys took ten times as long."""


def first(paper: bytes) -> bytes:
    """PNG bytes, 1080 px wide, of which Telegram makes 905: no side of a photo is over 1280 there. The whole page is
    shown all the same, because one that is cut off would be no page. Raises PdfiumError if the paper is no PDF.
    """
    with pypdfium2.PdfDocument(paper) as document:
        sheet = document[0]
        scale = WIDTH / sheet.get_width()
        drawn = sheet.render(scale=scale, grayscale=True).to_pil()
    # rounding up may have added a pixel
    exact = drawn.crop((0, 0, WIDTH, drawn.height)).convert("L")
    few = exact.point([grey * _GREYS // 256 for grey in range(256)])
    few.putpalette([shade for grey in range(_GREYS) for shade in [grey * 255 // (_GREYS - 1)] * 3])
    done = io.BytesIO()
    few.save(done, "PNG", bits=_BITS)
    return done.getvalue()
