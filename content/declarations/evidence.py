"""Evidence for a declaration: which files are accepted (their first bytes decide), and the name that is shown."""

import re
import unicodedata
from enum import StrEnum

from content.text.composing import composed

MOST_BYTES = 20 * 1024 * 1024
"""Telegram lets a bot download no larger file."""

LONGEST_NAME = 40
_HEIC = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"})
_HEIF = frozenset({b"mif1", b"msf1"})
_BEGINNINGS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
)
_PDF = re.compile(rb"(?:\xef\xbb\xbf)?[\0\t\n\f\r ]{0,1024}%PDF-")
_ENDINGS = {
    "image/jpeg": (".jpg", ".jpeg"),
    "image/png": (".png",),
    "image/heic": (".heic", ".heif"),
    "application/pdf": (".pdf",),
}
MIMES = frozenset(_ENDINGS)


class Bad(StrEnum):
    """Why a file is not accepted as evidence."""

    NO_FILE = "neither a photo nor a document"
    EMPTY = "nothing is in it"
    TOO_BIG = "more than Telegram gives out to bots"
    LOCKED = "a PDF that opens with a password only"
    BROKEN = "a PDF or a photo that can't be opened"
    OTHER = "neither a photo nor a PDF, whatever its name says"


class Added(StrEnum):
    """What became of a file that may be evidence."""

    NEW = "it goes with the declaration now"
    SAME = "the same file goes with it already"
    FULL = "no further file goes with it"
    NO_ROOM = "no more is kept of this member"


def judged(content: bytes) -> str | Bad:
    """The MIME type of what may be evidence, by its first bytes; otherwise why it may not.

    Before those of a PDF viewers pass over a byte order mark and white space, and so is it done here.
    """
    if not content:
        return Bad.EMPTY
    if len(content) > MOST_BYTES:
        return Bad.TOO_BIG
    for beginning, mime in _BEGINNINGS:
        if content.startswith(beginning):
            return mime
    if _PDF.match(content):
        return "application/pdf"
    return "image/heic" if _is_heic(content) else Bad.OTHER


def shown_name(name: str, mime: str, otherwise: str = "evidence") -> str:
    """A sender's file name, made safe to show. It has no path, no invisible characters and none that reverse the
    direction of the line; it is short, and its ending says what the file really is. If nothing else is left, it is
    called `otherwise`.
    """
    last = composed(name).replace("\\", "/").rpartition("/")[2]
    seen = "".join(letter if unicodedata.category(letter)[0] not in "CZ" else " " for letter in last)
    stem, ending = _parted(" ".join(seen.split()), _ENDINGS[mime])
    return (stem[: LONGEST_NAME - len(ending)].strip(" .") or otherwise) + ending


def jpeg_name(name: str) -> str:
    """The name of a HEIC when it is shown as a JPEG."""
    return _parted(name, _ENDINGS["image/heic"])[0] + ".jpg"


def _parted(name: str, endings: tuple[str, ...]) -> tuple[str, str]:
    for ending in endings:
        if name.lower().endswith(ending):
            return name[: -len(ending)], name[-len(ending) :]
    return name, endings[0]


def _is_heic(content: bytes) -> bool:
    """Whether the file begins with an ftyp box whose brand is HEIC, or HEIF with HEIC among its compatible brands."""
    if content[4:8] != b"ftyp":
        return False
    length, brand = int.from_bytes(content[:4], "big"), content[8:12]
    others = {content[start : start + 4] for start in range(16, min(length, 256), 4)}
    return brand in _HEIC or (brand in _HEIF and bool(others & _HEIC))
