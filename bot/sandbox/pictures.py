"""Width and height of a picture, which Pillow reads from the file's head."""

import io

from PIL import Image, UnidentifiedImageError

TOO_LARGE = (Image.DecompressionBombError, Image.DecompressionBombWarning)  # far more than Telegram takes
FORMATS = ("PNG", "GIF", "JPEG", "WEBP")


def size_of(data: bytes) -> tuple[int, int] | None:
    """(width, height) in pixels of a PNG, GIF, JPEG or WebP picture, otherwise None. The picture is not decoded."""
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            return picture.size
    except (*TOO_LARGE, UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return None


def may_be_photo(data: bytes) -> bool:
    """Whether Telegram takes it as a photo: width and height are at most 10000 together, and at most 20 to 1."""
    size = size_of(data)
    if size is None or not all(size):
        return False
    return sum(size) <= 10_000 and max(size) <= 20 * min(size)
