"""Files of every sort that people send; of most the beginning is enough."""

import io

from PIL import Image


def picture(size: tuple[int, int], kind: str, colour: str = "white") -> bytes:
    """A whole picture of this size in pixels, as JPEG or PNG: Telegram reads what is sent as a photo."""
    made = io.BytesIO()
    Image.new("RGB", size, colour).save(made, kind)
    return made.getvalue()


JPEG = picture((400, 300), "JPEG")
PNG = picture((40, 30), "PNG")
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 20
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
EXECUTABLE = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff" + b"\0" * 40
ZIP = b"PK\x03\x04\x14\0\0\0\x08\0" + b"\0" * 40
HTML = b"<!doctype html><script>alert(1)</script>"
