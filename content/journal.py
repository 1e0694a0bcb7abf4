"""An issue of the journal (日医雑誌) and its questions (問題解答) as frozen values, and as JSON documents."""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from content.study.course import Item, plain
from content.study.grading import Pin, Places
from content.text.folding import signs


@dataclass(frozen=True)
class SpecialIssue:
    """A special issue, which has no questions. `month` is the first day of the month printed on it."""

    slug: str
    month: date
    title: str
    sample: bool
    title_en: str = ""
    reading: str = ""


@dataclass(frozen=True)
class JournalIssue:
    """A regular issue. It has one curriculum code and `half_units` of credit (2 is 1単位). `title`: its 特集.

    `deadline`: the last second in which answers are taken. `answers_published_at`: from then on, results may be seen.
    Both are aware moments in UTC.
    """

    slug: str
    month: date
    title: str
    sample: bool
    planning: str
    code: int
    half_units: int
    deadline: datetime
    answers_published_at: datetime
    questions: tuple[Item, ...]
    title_en: str = ""
    reading: str = ""

    @property
    def source(self) -> str:
        """The name under which the ledger knows this issue, whatever the edition."""
        return f"journal:{self.slug}"

    def takes_answers(self, now: datetime) -> bool:
        """Whether answers are still taken. The second of the deadline itself belongs to the time, hence the 1 s."""
        return now < self.deadline + timedelta(seconds=1)

    def tells(self, now: datetime) -> bool:
        """Whether the answers are published."""
        return now >= self.answers_published_at

    def asks_the_same(self, other: JournalIssue) -> bool:
        """Whether questions and choices have the same words in both, so that ticks mean the same in both."""
        mine, others = ([(question.text, question.choices) for question in issue.questions] for issue in (self, other))
        return mine == others


Issue = JournalIssue | SpecialIssue


class Channel(enum.StrEnum):
    """How a sheet arrived. A member never has both for one issue."""

    WEB = "web"
    POSTCARD = "postcard"


class SheetState(enum.StrEnum):
    """OPEN can still be changed. PASSED reached the mark, but the account can't earn the credit."""

    OPEN = "open"
    SUBMITTED = "submitted"
    CREDITED = "credited"
    PASSED = "passed"
    FAILED = "failed"


GRADED = frozenset({SheetState.CREDITED, SheetState.PASSED, SheetState.FAILED})


@dataclass(frozen=True)
class Ticks(Places[Item]):
    """The answers to an issue. Questions and choices keep the printed order, since a postcard names their numbers."""

    issue: JournalIssue
    ticked: tuple[int, ...]

    @property
    def questions(self) -> tuple[Item, ...]:
        return self.issue.questions

    @property
    def pinned(self) -> tuple[Pin, ...]:  # type: ignore[override]  # a value made of the issue, not one handed in
        return tuple(
            Pin(question.number, tuple(range(1, len(question.choices) + 1))) for question in self.issue.questions
        )


@dataclass(frozen=True)
class Postcard:
    """Answers that came by post: the line of the file that holds them, the member, the issue, the day of arrival.

    `ticked` is as in Ticks; 0 for a question that was left empty.
    """

    file: Path
    line: int
    member_no: str
    slug: str
    received_on: date
    ticked: tuple[int, ...]


def to_document(issue: Issue) -> dict[str, object]:
    """The issue as plain JSON values; equal issues give equal documents. An empty reading is left out, so that a
    document is the same as before there were any.
    """
    return {key: plain(value) for key, value in asdict(issue).items() if value or key != "reading"}


def from_document(document: Mapping[str, Any]) -> Issue:
    """The issue that `to_document` wrote. Raises KeyError, TypeError or ValueError for a document of another shape."""
    same = {**document, "month": date.fromisoformat(document["month"])}
    if "questions" not in document:  # the document of a SpecialIssue: that class has no such field
        return SpecialIssue(**same)
    moments = {name: datetime.fromisoformat(document[name]) for name in ("deadline", "answers_published_at")}
    return JournalIssue(**{**same, **moments, "questions": tuple(map(_item, document["questions"]))})


def _item(document: Mapping[str, Any]) -> Item:
    return Item(**{**document, "choices": tuple(document["choices"]), "right": frozenset(document["right"])})


_MONTH = re.compile(r"([0-9]{4})(?:[-/.]|年)([0-9]{1,2})(?:月号?)?")


def slug_said(text: str) -> str:
    """The slug of an issue as it was typed: 2026-12, 2026年12月号, 2026/12."""
    said = signs(text).lower()
    found = _MONTH.fullmatch(said)
    return f"{found[1]}-{int(found[2]):02}" if found else said


class IssueStanding(enum.StrEnum):
    """How a member stands with an issue. LAPSED: answered but not submitted by the deadline, so it does not count.
    MISSED: not begun by the deadline. CREDITED, PASSED and FAILED are as in SheetState.
    """

    NEW = "new"
    UNDER_WAY = "under_way"
    LAPSED = "lapsed"
    MISSED = "missed"
    WAITING = "waiting"
    CREDITED = "credited"
    PASSED = "passed"
    FAILED = "failed"


@dataclass(frozen=True)
class ListedIssue:
    """An issue with questions, as it is shown now. `id` stays the same over editions."""

    id: int
    edition_id: int
    issue: JournalIssue
