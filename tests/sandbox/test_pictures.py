"""How large a picture is, and which pictures may be photos."""

import io
import struct
import zlib

import pytest
from PIL import Image

from bot.sandbox.pictures import may_be_photo, size_of


def picture(kind: str, size: tuple[int, int] = (30, 20), **more: object) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", size).save(written, kind, **more)
    return written.getvalue()


def png_head(width: int, height: int) -> bytes:
    """The head of a PNG of any size, up to where its pixels would begin."""
    about = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", about) + _chunk(b"IDAT", b"")


def _chunk(kind: bytes, said: bytes) -> bytes:
    return struct.pack(">I", len(said)) + kind + said + struct.pack(">I", zlib.crc32(kind + said))


@pytest.mark.parametrize("kind", ["PNG", "GIF", "JPEG", "WEBP"])
def test_each_kind_of_picture_is_measured(kind: str) -> None:
    assert size_of(picture(kind)) == (30, 20)


def test_a_picture_without_loss_is_measured_too() -> None:
    assert size_of(picture("WEBP", lossless=True)) == (30, 20)


@pytest.mark.parametrize("kind", ["BMP", "TIFF"])
def test_other_kinds_are_no_pictures_here(kind: str) -> None:
    assert size_of(picture(kind)) is None


@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"\xff\xd8\xff\xc0", b"RIFF....WEBPVP8X", b"%PDF-"]
)
def test_what_is_cut_off_or_no_picture_has_no_size(data: bytes) -> None:
    assert size_of(data) is None


@pytest.mark.parametrize(
    ("width", "height", "right"),
    [
        (5_000, 5_000, True),
        (5_001, 5_000, False),
        (200, 10, True),
        (201, 10, False),
        (10, 201, False),
        (9_500, 9_500, False),  # Pillow warns from here on, and refuses twice as many pixels
        (60_000, 60_000, False),
    ],
)
def test_the_sides_of_a_photo(width: int, height: int, right: bool) -> None:
    assert may_be_photo(png_head(width, height)) is right
