"""A file that is to go to many is looked into: whether everybody can open it. It is slow, and runs in a worker
process.
"""

from __future__ import annotations

import io

from PIL import Image

from content.announcing.attached import PDF, Unfit, unfit, unshown
from content.declarations.evidence import judged
from handlers.pictures import evidence

_BROKEN = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)
"""Whatever Pillow says of what is no whole picture."""


def look(content: bytes) -> str | Unfit:
    """The MIME type of a PDF that opens or a picture that Telegram shows as a photo; otherwise why it is neither."""
    mime = judged(content)
    against = unfit(mime, len(content))
    if against is not None:
        return against
    if mime == PDF:
        found = evidence.look(content)
        return unfit(found, len(content)) or found
    return _picture(content) or mime


def _picture(content: bytes) -> Unfit | None:
    try:
        with Image.open(io.BytesIO(content), formats=("JPEG", "PNG")) as picture:
            if unshown(*picture.size):
                return Unfit.SIDES
            picture.load()
    except _BROKEN:
        return Unfit.BROKEN
    return None
