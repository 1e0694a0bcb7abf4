"""Credits that staff grant or take back from a member's card, as values. Pure.

What a certificate can show (courses, the journal's answers aside, and trainings that their organiser registered) is
granted only for a content that is published here: so a content brings one credit, whoever writes it first. Whatever
else counts is granted as what a declaration brings, and no certificate ever shows that.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum

from content.certificates.unlisted import CertifiedElsewhere, LineReason, NeverShown
from content.study.course import CommonLecture
from content.text.folding import fold
from content.titled import Titled
from content.values import CERTIFIED, CreditKind

FINGERPRINT = 16
"""Hex digits of a fingerprint, which a button has to carry."""
LONGEST_TITLE = 60
LONGEST_ORGANISER = 60
SHORTEST = 2


class Of(StrEnum):
    """What the credit is granted for: a content that is published here, or something else. A button carries it."""

    COURSE = "course"
    JOURNAL = "journal"
    TRAINING = "training"
    OTHER = "other"


class Step(StrEnum):
    """What is asked for, in this order, as far as the content does not say it. A button carries it."""

    TITLE = "title"
    ORGANISER = "organiser"
    CODE = "code"
    UNITS = "units"
    DAY = "day"
    WHY = "why"


class Slip(Enum):
    """Why an answer is not accepted."""

    LENGTH = "too short or too long"
    REASON = "too short or too long for a reason"
    NO_CODE = "names no code, or several"
    NO_UNITS = "no units, or more than one declaration may bring"
    NO_DAY = "no day"
    AHEAD = "a day that lies ahead"
    EARLY = "a day before the programme began"


class Outcome(Enum):
    """What came of a grant or a reversal. The values stand in the log."""

    DONE = "done"
    OWN = "nobody handles his own"
    CANNOT_EARN = "the account earns no credits"
    STANDS = "a credit of this content stands already"
    GONE = "it was reversed before"
    CHANGED = "the record changed since it was shown"


@dataclass(frozen=True)
class Content:
    """A published content as far as a grant needs it. `held_on`: the only day of its credits, None: staff say the day.
    `elsewhere`: the prefecture whose own association certifies it; empty if this one does. `title` is the Japanese one
    that the ledger keeps.
    """

    kind: CreditKind
    id: int
    source: str
    sample: bool
    title: str
    shown: Titled
    month: date | None
    organiser: str
    code: int
    half_units: int
    held_on: date | None
    common: CommonLecture | None
    elsewhere: str = ""


@dataclass(frozen=True)
class Grant:
    """A credit that is to be granted, with all that the ledgers keep of it. `content` is None for what is not published
    here.
    """

    member_id: int
    kind: CreditKind
    source: str
    sample: bool
    title: str
    organiser: str
    code: int
    half_units: int
    day: date
    common: CommonLecture | None
    why: str
    content: Content | None = None

    @property
    def certified(self) -> LineReason | None:
        """Why no certificate will ever show it; None if one can."""
        return certified(self.kind, self.content.elsewhere if self.content else "")


@dataclass(frozen=True)
class Told:
    """A credit as its member reads of it. `title` is in the member's language; `certificates`: the numbers of those
    that show it, of a credit that is taken back.
    """

    kind: CreditKind
    title: str
    sample: bool
    organiser: str
    code: int
    half_units: int
    day: date
    common: tuple[CommonLecture, ...]
    why: str
    never_certified: LineReason | None = None
    certificates: tuple[str, ...] = ()


def certified(kind: CreditKind, elsewhere: str) -> LineReason | None:
    """Why no certificate ever shows a credit of this kind, if the training was held there; None if one can."""
    if kind not in CERTIFIED:
        return NeverShown(kind)
    return CertifiedElsewhere(elsewhere) if elsewhere else None


def source_of(code: int, day: date, title: str, organiser: str) -> str:
    """The name under which the ledger keeps the credit of something that is not published here. The same thing has the
    same name, however it is typed, and whoever types it: so two of staff who grant it at once grant it once.
    """
    said = json.dumps([code, day.isoformat(), fold(title), fold(organiser)], ensure_ascii=False)
    return f"grant:{hashlib.sha256(said.encode()).hexdigest()[:FINGERPRINT]}"


def fingerprint(*facts: object) -> str:
    """The fingerprint of what was shown, for the button that does it."""
    said = json.dumps([str(one) for one in facts], ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()[:FINGERPRINT]
