"""The beginnings of files of every sort that people send, and whole pictures."""

import io

from PIL import Image


def picture(kind: str, size: tuple[int, int] = (30, 20), **more: object) -> bytes:
    """A black picture of this kind ("PNG") and size in pixels. Telegram reads the whole of what is sent as a photo."""
    written = io.BytesIO()
    Image.new("RGB", size).save(written, kind, **more)
    return written.getvalue()


JPEG = picture("JPEG", (400, 300))
PNG = picture("PNG")
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 20
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
EXECUTABLE = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff" + b"\0" * 40
ZIP = b"PK\x03\x04\x14\0\0\0\x08\0" + b"\0" * 40
HTML = b"<!doctype html><script>alert(1)</script>"
