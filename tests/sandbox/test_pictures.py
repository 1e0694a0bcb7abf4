"""Which pictures may be photos."""

import io
import struct
import zlib

import pytest
from PIL import Image

from bot.sandbox.pictures import encoded, may_be_photo
from tests.files import picture


def png_head(width: int, height: int) -> bytes:
    """The head of a PNG of any size, up to where its pixels would begin."""
    about = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", about) + _chunk(b"IDAT", b"")


def _chunk(kind: bytes, said: bytes) -> bytes:
    return struct.pack(">I", len(said)) + kind + said + struct.pack(">I", zlib.crc32(kind + said))


@pytest.mark.parametrize("kind", ["PNG", "GIF", "JPEG", "WEBP", "BMP"])
def test_each_kind_of_picture_may_be_a_photo(kind: str) -> None:
    assert may_be_photo(picture(kind))
    assert [(size.width, size.height) for size in encoded(picture(kind), "mark")] == [(30, 20)]


def test_other_kinds_are_no_pictures_here() -> None:
    assert not may_be_photo(picture("TIFF"))


@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"\xff\xd8\xff\xc0", b"RIFF....WEBPVP8X", b"%PDF-"]
)
def test_what_is_cut_off_or_no_picture_is_no_photo(data: bytes) -> None:
    assert not may_be_photo(data)


def test_a_picture_without_its_pixels_is_no_photo() -> None:
    assert not may_be_photo(png_head(30, 20))


@pytest.mark.parametrize(
    ("width", "height", "right"),
    [
        (5_000, 5_000, True),
        (5_001, 5_000, False),
        (200, 10, True),
        (201, 10, False),
        (10, 201, False),
    ],
)
def test_the_sides_of_a_photo(width: int, height: int, right: bool) -> None:
    written = io.BytesIO()
    Image.new("1", (width, height)).save(written, "PNG")
    assert may_be_photo(written.getvalue()) is right


@pytest.mark.parametrize("side", [9_500, 60_000])
def test_what_is_far_too_large_is_not_even_drawn(side: int) -> None:
    """Pillow warns of the first one, and refuses the second one, which has more than twice as many pixels."""
    assert not may_be_photo(png_head(side, side))
