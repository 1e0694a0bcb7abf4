"""The first page of a paper as a picture: what a reader of the very file sees, signature, variants and all.

It is rendered from the bytes that are on record, by PDFium. Drawn by the means of the other pictures it would be a
second layout of the same paper, and Pillow can't shape a character with a variation selector.
"""

from __future__ import annotations

import io

import pypdfium2

from handlers.pictures.canvas import WIDTH

_GREYS = 32


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
    done = io.BytesIO()
    exact.quantize(_GREYS).save(done, "PNG", optimize=True)
    return done.getvalue()
