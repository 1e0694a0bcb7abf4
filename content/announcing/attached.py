"""A picture or a PDF that goes with an announcement: which files are taken, and how the text goes with one. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from content.declarations.evidence import MOST_BYTES, Bad
from content.text.composing import composed

MEGABYTE = 1024 * 1024
MOST_FILE = MOST_BYTES
"""Telegram lets a bot download no larger file."""
MOST_PICTURE = 10 * MEGABYTE
"""Telegram shows no larger file as a photo. This and the two limits below are those of its Bot API, sendPhoto."""
MOST_SIDES = 10_000
"""Pixels of width and height together."""
MOST_RATIO = 20
CAPTION = 1024
"""Characters of a text that Telegram shows below a file."""
PDF = "application/pdf"
PICTURES = frozenset({"image/jpeg", "image/png"})


class Unfit(StrEnum):
    """Why a file does not go with an announcement."""

    NO_FILE = "neither a photo nor a document"
    ALBUM = "several files at once"
    EMPTY = "nothing is in it"
    TOO_BIG = "more than Telegram gives out to bots"
    BIG_PICTURE = "more than Telegram shows as a photo"
    SIDES = "too many pixels, or too long and narrow"
    LOCKED = "a PDF that opens with a password only"
    BROKEN = "a PDF or a picture that can't be opened"
    OTHER = "neither a JPEG, a PNG nor a PDF, whatever its name says"


_OF_BAD = {
    Bad.EMPTY: Unfit.EMPTY,
    Bad.TOO_BIG: Unfit.TOO_BIG,
    Bad.LOCKED: Unfit.LOCKED,
    Bad.BROKEN: Unfit.BROKEN,
}


@dataclass(frozen=True)
class Attached:
    """The file of an announcement. `print`: the SHA-256 of its bytes, in hex. `uploaded`: Telegram's file_id of it,
    empty while it has not been sent. `kept`: its bytes are on record still.
    """

    name: str
    mime: str
    size: int
    print: str
    uploaded: str = ""
    kept: bool = True

    @property
    def is_picture(self) -> bool:
        return self.mime in PICTURES


def fits_below(text: str) -> bool:
    """Whether Telegram shows this text below a file. It counts what is read, without the marks of bold."""
    return len(composed(text)) <= CAPTION


def unfit(mime: str | Bad, size: int) -> Unfit | None:
    """Why a file of this type (content.declarations.evidence.judged) and size is not taken."""
    if isinstance(mime, Bad):
        return _OF_BAD.get(mime, Unfit.OTHER)
    if mime == PDF:
        return None
    if mime not in PICTURES:
        return Unfit.OTHER
    return None if size <= MOST_PICTURE else Unfit.BIG_PICTURE


def unshown(width: int, height: int) -> bool:
    """Whether a picture of so many pixels is none that Telegram shows as a photo."""
    return width + height > MOST_SIDES or max(width, height) > MOST_RATIO * min(width, height)
