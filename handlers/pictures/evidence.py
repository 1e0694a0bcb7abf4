"""Evidence looked into, and turned into what every desk can open. Both are slow, and run in a worker process."""

from __future__ import annotations

import io

import pi_heif
import pikepdf
from PIL import Image

from content.declarations.evidence import Bad, judged

MOST_PIXELS = 120_000_000
LONGEST_SIDE = 4_000
_QUALITY = 85
_NO_PICTURE = (ValueError, EOFError, OSError, RuntimeError, SyntaxError)


def is_doubtful(content: bytes, mime: str | Bad) -> bool:
    """Whether its first bytes don't tell that staff can open it: a PDF that may be locked, and any HEIC.

    The word /Encrypt stands outside of everything that a PDF packs or encrypts.
    """
    return mime == "image/heic" or (mime == "application/pdf" and b"/Encrypt" in content)


def look(content: bytes) -> str | Bad:
    """The MIME type of evidence that staff can open; otherwise why they can't."""
    mime = judged(content)
    if mime == "application/pdf":
        return _pdf(content)
    if mime == "image/heic":
        try:
            _heic(content)
        except _NO_PICTURE:
            return Bad.BROKEN
    return mime


def as_jpeg(content: bytes) -> bytes:
    """An iPhone's HEIC as a JPEG, without what the camera noted of place and time.

    What was kept before such files were looked into may be no picture; then it is shown as it was sent.
    """
    try:
        picture = _heic(content).convert("RGB")
    except _NO_PICTURE:
        return content
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    packed = io.BytesIO()
    picture.save(packed, "JPEG", quality=_QUALITY)
    return packed.getvalue()


def _heic(content: bytes) -> Image.Image:
    """The picture, unpacked; raises ValueError for one that is too large to be."""
    found = pi_heif.open_heif(io.BytesIO(content), convert_hdr_to_8bit=True)
    if found.size[0] * found.size[1] > MOST_PIXELS:
        raise ValueError("more pixels than a camera has")
    picture: Image.Image = found.to_pillow()
    return picture


def _pdf(content: bytes) -> str | Bad:
    """One that only forbids printing or copying opens without a password, and is taken."""
    try:
        pikepdf.open(io.BytesIO(content)).close()
    except pikepdf.PasswordError:
        return Bad.LOCKED
    except pikepdf.PdfError:
        return Bad.BROKEN
    return "application/pdf"
