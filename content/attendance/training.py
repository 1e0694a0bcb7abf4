"""A training (研修会) and its attendance, as frozen values. Organisers hand both in."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from content.rules import day_of
from content.study.course import CommonLecture


class Form(enum.StrEnum):
    """How a training is held. A recorded viewing is no attendance: it brings no credit."""

    IN_PERSON = "in_person"
    WEB_LIVE = "web_live"
    WEB_RECORDED = "web_recorded"


@dataclass(frozen=True)
class Training:
    """One talk of an organiser. It has one curriculum code and at most `half_units` of credit; moments are in UTC."""

    slug: str
    title: str
    organiser: str
    prefecture: str
    form: Form
    code: int
    half_units: int
    sample: bool
    starts_at: datetime
    ends_at: datetime
    common_lecture: CommonLecture | None = None
    title_en: str = ""
    reading: str = ""

    @property
    def held_on(self) -> date:
        """The day in Japan on which it begins. Its credits have this day."""
        return day_of(self.starts_at)

    @property
    def source(self) -> str:
        """The name under which the ledger keeps its credits."""
        return source_of(self.slug)


_SOURCE = "training:"


def source_of(slug: str) -> str:
    """The name under which the ledger keeps the credits of the training with this slug."""
    return f"{_SOURCE}{slug}"


def slug_of(source: str) -> str:
    """The slug in the ledger's name of a training; empty if the source is of another kind."""
    return source.removeprefix(_SOURCE) if source.startswith(_SOURCE) else ""


@dataclass(frozen=True)
class Present:
    """A line of an attendance file. The times are those of the organiser's list, if it states any."""

    line: int
    member_no: str
    half_units: int
    entered_at: str  # "14:05" in Japan, or empty
    left_at: str


@dataclass(frozen=True)
class Attendance:
    """The members that were at the training with this slug, by a file of the organiser."""

    file: Path
    slug: str
    present: tuple[Present, ...]


@dataclass(frozen=True)
class Announcement:
    """A training as its file announces it. `confirmed`: the organiser registers everybody that checked in by code."""

    file: Path
    training: Training
    confirmed: bool
    line: int  # of the confirmation, or of the training


class AttendanceStanding(enum.StrEnum):
    """How a member stands with a training."""

    COMING = "coming"  # nothing yet, and it is still possible to be there
    ABSENT = "absent"  # over, and nothing is recorded of the member
    ENTERED = "entered"  # 入室済
    LEFT = "left"  # 退室済: both are recorded, and the doors are not closed yet
    AWAITING = "awaiting"  # 主催者の登録待ち
    INCOMPLETE = "incomplete"  # only one of the two is recorded, and the doors are closed
    CLAIMED = "claimed"  # a late claim is with staff
    REFUSED = "refused"  # staff refused it
    REGISTERED = "registered"  # 登録済
    ELSEWHERE = "elsewhere"  # registered, but certified by another association (大阪府)
    RECORDED = "recorded"  # a recorded viewing: no attendance


@dataclass(frozen=True)
class ListedTraining:
    """A training as published. `registered`: its organiser has registered at least one attendance."""

    id: int
    training: Training
    registered: bool
