"""Width and height of a picture, as Pillow reads them from its head."""

import io

from PIL import Image, UnidentifiedImageError

TOO_LARGE = (Image.DecompressionBombError, Image.DecompressionBombWarning)  # far beyond what Telegram takes
FORMATS = ("PNG", "GIF", "JPEG", "WEBP")


def size_of(data: bytes) -> tuple[int, int] | None:
    """(width, height) of a PNG, GIF, JPEG or WebP picture in pixels, None for anything else. Draws nothing."""
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            return picture.size
    except (*TOO_LARGE, UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return None


def may_be_photo(data: bytes) -> bool:
    """Telegram takes a picture whose sides make at most 10000 together and at most 20 to 1."""
    size = size_of(data)
    if size is None or not all(size):
        return False
    return sum(size) <= 10_000 and max(size) <= 20 * min(size)
