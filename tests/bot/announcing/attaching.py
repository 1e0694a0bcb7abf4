"""What tests of files of announcements do."""

import io

import pikepdf
from PIL import Image

from content.words import JA
from tests.bot.announcing.writing import drafts
from tests.phone import Phone

SECRET = "sakura"


def a_picture(width: int = 40, height: int = 30, kind: str = "JPEG") -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(kept, kind)
    return kept.getvalue()


def a_pdf(password: str = "") -> bytes:
    kept = io.BytesIO()
    with pikepdf.new() as paper:
        paper.add_blank_page()
        paper.save(kept, encryption=pikepdf.Encryption(owner="x", user=password) if password else None)
    return kept.getvalue()


async def attaches(phone: Phone, *files: bytes, name: str = "", **texts: str) -> str:
    """Write an announcement to everybody with this file."""
    await drafts(phone, **texts)
    await phone.taps(JA.attaching.to_file())
    return await phone.sends(*files, name=name)
