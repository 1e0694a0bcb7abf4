"""Files of every sort that people send, whole or their beginning, and what the repository publishes."""

import base64
import io
from pathlib import Path

import pikepdf
from PIL import Image

from tests.house.source import ROOT


def picture(kind: str, size: tuple[int, int] = (30, 20), colour: str = "white", **more: object) -> bytes:
    """A whole picture of this kind and size in pixels."""
    written = io.BytesIO()
    Image.new("RGB", size, colour).save(written, kind, **more)
    return written.getvalue()


JPEG = picture("JPEG", (400, 300))
PNG = picture("PNG", (40, 30))
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
BROKEN_HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 20
EXECUTABLE = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff" + b"\0" * 40
ZIP = b"PK\x03\x04\x14\0\0\0\x08\0" + b"\0" * 40
HTML = b"<!doctype html><script>alert(1)</script>"

HEIC = base64.b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAX1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA"
    "ACJpbG9jAAAAAERAAAEAAQAAAAABoQABAAAAAAAAAO0AAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABodmMxAAAAAA5waXRt"
    "AAAAAAABAAAA/WlwcnAAAADdaXBjbwAAAHZodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMA"
    "AAMAHroCQGEAAQAqQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq5Ka5uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkAAAATY29scm5j"
    "bHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAoY2xhcAAAAEAAAAABAAAAMAAAAAEAAAAAAAAAAv////AAAAACAAAAEHBp"
    "eGkAAAAAAwgICAAAABhpcG1hAAAAAAAAAAEAAQWBAgMFhAAAAPVtZGF0AAAA6SgBr1izdWinpUL4LgbTTBqlj6SppLgFuFsQlLYw"
    "s0IAV/+d/Mlh0+iyP+p9E+/1egbu9RA/qvBmj9J/YPNymabuZ14H6IqZj1bqhmiV3RH2fTfrK3yVLkp3AsPcSJdpH4ZIzfHp5UHc"
    "vUzW2FZH5hQREgmbQrZpd3K0XhCb7txTo+2ilgDawMDH334maqUsFi8ZvhPKKze3HraucBUTGdpVxnAA7Xe4PVT7YHxFEEi4wIfL"
    "pG8/uyxzb7qFGisBa0fWe1e2apcEEovB/NPAjFcSeKUKfw5GLK7LG5zvjR+osXEcaDn4tS3m"
)
"""A picture of 64 by 48 pixels, as an iPhone keeps one; the square in its corner is red."""


def pdf_with(owner: str, reader: str) -> bytes:
    """A PDF of one blank page that opens with the reader's password, if there is one."""
    packed = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(packed, encryption=pikepdf.Encryption(owner=owner, user=reader))
    return packed.getvalue()


def published(folder: str) -> list[Path]:
    """The YAML files of a folder of content. There is one at least: what looks at each of none sees nothing."""
    found = sorted((ROOT / "content" / folder).glob("*.yaml"))
    assert found, f"content/{folder} is empty"
    return found
