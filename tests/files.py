"""The first bytes of files of every sort that people send, and whole pictures."""

import io

from PIL import Image

JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0" + b"\0" * 40 + b"\xff\xd9"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 20
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 20
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
EXECUTABLE = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff" + b"\0" * 40
ZIP = b"PK\x03\x04\x14\0\0\0\x08\0" + b"\0" * 40
HTML = b"<!doctype html><script>alert(1)</script>"


def picture(kind: str, size: tuple[int, int] = (30, 20), **more: object) -> bytes:
    """A black picture of this kind ("PNG") and size in pixels."""
    written = io.BytesIO()
    Image.new("RGB", size).save(written, kind, **more)
    return written.getvalue()
