"""Photos as Telegram keeps them: encoded again, in several sizes, upright and without what the camera noted."""

import io
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

SIDES = (90, 320, 800, 1280)
"""The longest side of each size in pixels; the largest one is never larger than the picture that was sent."""

_QUALITY = 87
_BROKEN = (
    UnidentifiedImageError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
    OSError,
    SyntaxError,
    ValueError,
)
"""Whatever Pillow says of what is no whole picture."""

_FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "BMP")


@dataclass(frozen=True)
class Size:
    """One size of a photo, as JPEG."""

    width: int
    height: int
    data: bytes


def may_be_photo(data: bytes) -> bool:
    """Whether Telegram takes it as a photo: width and height are at most 10000 together, and at most 20 to 1."""
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
            if sum(picture.size) > 10_000 or max(picture.size) > 20 * min(picture.size):
                return False
            picture.load()
    except _BROKEN:
        return False
    return True


def encoded(data: bytes, mark: str) -> list[Size]:
    """The sizes of a photo, the smallest first. The `mark` in it makes its bytes differ from those of any other."""
    with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
        picture = ImageOps.exif_transpose(opened).convert("RGB")
    longest = max(picture.size)
    sides = [side for side in SIDES[:-1] if side < longest] + [min(longest, SIDES[-1])]
    return [_size(picture, side, mark) for side in sides]


def _size(picture: Image.Image, side: int, mark: str) -> Size:
    smaller = picture.copy()
    smaller.thumbnail((side, side))
    kept = io.BytesIO()
    smaller.save(kept, "JPEG", quality=_QUALITY, comment=mark)
    return Size(*smaller.size, kept.getvalue())
