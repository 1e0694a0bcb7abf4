"""An announcement as a value: who gets it, what it says, when it goes, and how it went. Pure."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from content.announcing.attached import Attached
from content.curriculum import UnknownCode, load
from content.prefectures import PREFECTURES
from content.staff.rights import Role

MOST_ALONE = 100
"""An announcement goes to more people than this only if a second person confirms it."""
LONGEST = 4000
"""Characters of a text. Telegram takes 4096 in a message, and cuts what a person types after 4096: so a text of
several messages is always too long here, and no part of it passes for a whole one.
"""
LONGEST_TITLE = 40
EARLIEST = date(2000, 1, 1)
"""No day before this one is of use, and near the year 1 a day of Japan begins before time does."""
TENTHS = 10
FINGERPRINT = 16
"""Hex digits of a fingerprint, which a button has to carry."""


class Of(StrEnum):
    """What an audience is chosen by."""

    ALL = "all"
    PREFECTURE = "prefecture"
    ROLE = "role"
    CODE = "code"  # has no credit of this curriculum code within the years of the goal
    COURSE = "course"  # began this course and has not finished it
    SINCE = "since"  # logged in before this day, and never since


class State(StrEnum):
    """Where an announcement stands. The value stands on record."""

    DRAFT = "draft"
    GOING = "going"  # from its moment on it goes out
    PAUSED = "paused"
    DONE = "done"
    CANCELLED = "cancelled"


class Language(StrEnum):
    """The languages of the text; each member reads the one of the chat."""

    JA = "ja"
    EN = "en"


class Page(StrEnum):
    """A page of the bot that the button of an announcement can open."""

    COURSES = "courses"
    CREDITS = "credits"
    CERTIFICATE = "certificate"
    JOURNAL = "journal"
    TRAININGS = "trainings"
    DECLARE = "declare"
    REQUESTS = "requests"


class Against(StrEnum):
    """Why an announcement can't be sent, stopped or changed now."""

    COUNTING = "its audience is being counted"
    NOBODY = "nobody is in its audience"
    NO_TEXT = "a text is missing"
    CHANGED = "it has changed since it was shown"
    BEGUN = "it is no draft any more"
    NOT_GOING = "it does not go out"
    NOT_PAUSED = "it is not paused"
    GREW = "more people than one person may write to"


@dataclass(frozen=True)
class Audience:
    """`value`: the Japanese name of a prefecture, a role, a code, the number of a course, or an ISO day; empty for
    everybody.
    """

    of: Of
    value: str = ""


@dataclass(frozen=True)
class Announcement:
    """An announcement as it is on record. `button`: "course:5", "page:credits" or empty. Without `starts_at` it goes
    at once. `counted`: how many it reaches, None while they are being counted.
    """

    id: int
    written_by: int
    audience: Audience
    ja: str
    en: str
    button: str
    state: State
    starts_at: datetime | None
    confirmed_by: int | None
    counted: int | None
    counted_at: datetime | None
    attached: Attached | None = None

    @property
    def needs_second(self) -> bool:
        return self.confirmed_by is None and (self.counted is None or self.counted > MOST_ALONE)

    def text(self, language: str) -> str:
        """The text in this language; Japanese if the language is not English."""
        return self.en if language == Language.EN else self.ja

    def title(self) -> str:
        """The first line of the Japanese text, by which staff know it; cut if it is long."""
        line = self.ja.partition("\n")[0]
        return line if len(line) <= LONGEST_TITLE else f"{line[: LONGEST_TITLE - 1]}…"

    def against(self) -> Against | None:
        """What is missing before it can go out."""
        if not (self.ja and self.en):
            return Against.NO_TEXT
        if self.counted is None:
            return Against.COUNTING
        return None if self.counted else Against.NOBODY

    def shown(self) -> str:
        """A fingerprint of what goes out, to whom and when: whoever sends it sends what was shown."""
        said: tuple[object, ...] = (self.id, *self.audience_facts().values(), self.ja, self.en, self.button)
        said += (self.starts_at, self.counted, *((self.attached.print,) if self.attached else ()))
        return hashlib.sha256(repr(said).encode()).hexdigest()[:FINGERPRINT]

    def audience_facts(self) -> Mapping[str, str]:
        return {"of": self.audience.of.value, "value": self.audience.value}


@dataclass(frozen=True)
class Report:
    """How the letters of an announcement ended so far, and how many were sent in which hour of Japan."""

    waiting: int = 0
    sent: int = 0
    blocked: int = 0
    failed: int = 0
    unknown: int = 0
    unwanted: int = 0
    hours: tuple[tuple[datetime, int], ...] = ()

    @property
    def ended(self) -> int:
        return self.sent + self.blocked + self.failed + self.unknown + self.unwanted

    def percent(self, counted: int) -> int:
        """How much of it has ended, of as many as were counted: 0 to 100. It is 100 only if nothing is left."""
        return percent(self.ended, max(counted, self.ended + self.waiting))


def audience(of: str, value: str) -> Audience | None:
    """The audience of these two texts, if there can be one. Whether a course exists is for the record to say."""
    if of not in set(Of):
        return None
    chosen = Audience(Of(of), value)
    return chosen if _FITS[chosen.of](value) else None


def percent(ended: int, every: int) -> int:
    """How much of a number has ended: 0 to 100. It is 0 of nothing."""
    return 100 * ended // max(every, 1)


def bar(share: int) -> str:
    """▓▓▓▓░░░░░░ 42%. `share`: in percent."""
    full = share // TENTHS
    return f"{'▓' * full}{'░' * (TENTHS - full)} {share}%"


def _is_code(value: str) -> bool:
    try:
        return str(load().code(int(value)).number) == value
    except (ValueError, UnknownCode):
        return False


def _is_day(value: str) -> bool:
    try:
        found = date.fromisoformat(value)
        return found >= EARLIEST and found.isoformat() == value
    except ValueError:
        return False


_FITS: Mapping[Of, Callable[[str], bool]] = {
    Of.ALL: lambda value: not value,
    Of.PREFECTURE: lambda value: value in PREFECTURES,
    Of.ROLE: lambda value: value in set(Role),
    Of.CODE: _is_code,
    Of.COURSE: lambda value: value.isascii() and value.isdigit() and len(value) < 10 and str(int(value)) == value,
    Of.SINCE: _is_day,
}
