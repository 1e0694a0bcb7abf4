"""A screen as a value: its text, its buttons, its paper or picture. Nothing is sent here."""

import html
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum
from typing import ClassVar

from content.credits.goal import Picture
from handlers.press import Press


class Place(Enum):
    """Which message a screen becomes."""

    LIVING = "living"  # the one message that browsing edits
    OWN = "own"  # a message of its own, worth keeping
    PRESSED = "pressed"  # the message whose button was pressed, which shows the same in another way


@dataclass(frozen=True)
class Button:
    """A label and one thing that it does."""

    label: str
    press: Press | None = None
    url: str = ""
    mini_app: str = ""  # an https address, opened inside Telegram
    copies: str = ""


Row = tuple[Button, ...]


class Paper:
    """A document of the record that goes with a screen. `bot` fetches its bytes as its feature's PAPERS say.

    Subclass as a frozen dataclass with a `file_name` and what finds the bytes. `protected`: nobody can forward or save
    it.
    """

    protected: ClassVar[bool] = False
    file_name: str

    def __init_subclass__(cls, *, protected: bool = False) -> None:
        cls.protected = protected


@dataclass(frozen=True)
class KeptPaper(Paper):
    """A certificate, drawn once and kept."""

    certificate_id: int
    file_name: str


@dataclass(frozen=True)
class FormPaper(Paper):
    """The form of a fiscal year's declarations, made anew each time. `operator` and `goes_to` are what it prints."""

    member_id: int
    year: int
    printed_on: date
    operator: str
    goes_to: str
    sample: bool
    file_name: str


@dataclass(frozen=True)
class CalendarPaper(Paper):
    """An entry for the phone's calendar, made anew each time. `source` names what it is about; moments are aware."""

    source: str
    title: str
    starts_at: datetime
    ends_at: datetime
    text: str
    place: str
    written_at: datetime
    file_name: str


@dataclass(frozen=True)
class KeptEvidence(Paper, protected=True):
    """A file that goes with a declaration, as its member sent it."""

    declaration_id: int
    evidence_id: int
    file_name: str


@dataclass(frozen=True)
class KeptHeic(Paper, protected=True):
    """An iPhone's photo that goes with a declaration, shown as a JPEG, which every desk can open."""

    declaration_id: int
    evidence_id: int
    file_name: str


class SharedPaper(Paper):
    """A file that goes to many. `print`: the SHA-256 of its bytes. `uploaded`: Telegram's file_id of it, empty while
    nobody knows one. A picture is shown as a photo.
    """

    print: str
    is_picture: bool
    uploaded: str


@dataclass(frozen=True)
class AnnouncedFile(SharedPaper):
    """The picture or PDF of an announcement."""

    announcement: int
    print: str
    file_name: str
    is_picture: bool
    uploaded: str = ""


@dataclass(frozen=True)
class Screen:
    """`text` is HTML by Telegram's rules. `subject` says what a living message shows ("course:5"), so that a later edit
    finds it.
    """

    text: str
    rows: tuple[Row, ...] = ()
    place: Place = Place.LIVING
    subject: str = ""
    toast: str = ""  # answers a press; shown for a moment
    alert: bool = False  # whether the toast stays until it is dismissed
    paper: Paper | None = None
    picture: Picture | None = None  # drawn when the record is on disk; the text is its caption
    first_page: Paper | None = None  # of a letter: the picture is the first page of this paper
    hides: bool = False  # what it answers may be a password, so that message is deleted
    over: bool = False  # answers a text that is deleted: shown in the living message above it, if that shows the same
    also: tuple["Screen", ...] = field(
        default=()
    )  # further messages, sent after this one; of a letter, its other parts

    def own(self) -> "Screen":
        """The same, as a message of its own."""
        return replace(self, place=Place.OWN)


def toast(text: str, *, alert: bool = False) -> Screen:
    """Only an answer to a press; no message changes."""
    return Screen("", toast=text, alert=alert)


def plain(text: str) -> str:
    """A text made safe for HTML. It is in the normal form that Telegram keeps: NFC, because Telegram removes combining
    marks.
    """
    return html.escape(unicodedata.normalize("NFC", text), quote=False)


def bold(text: str) -> str:
    return f"<b>{plain(text)}</b>"


def page(title: str, *lines: str) -> str:
    """A bold title, then plain lines; an empty line parts paragraphs."""
    return "\n".join([bold(title), *(plain(line) for line in lines)])


def row(*buttons: Button) -> Row:
    return tuple(buttons)


def rows_of(buttons: Iterable[Button], width: int) -> tuple[Row, ...]:
    """Buttons in rows of `width`."""
    every = list(buttons)
    return tuple(tuple(every[start : start + width]) for start in range(0, len(every), width))
