"""Every way in which the programme says no. A refusal leaves no trace in the record; the member is told why.

Each carries what its sentence needs, and nothing that is secret. The sentences are in content.words.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Refusal(Exception):
    """Nothing was recorded, and there is a reason that the member can understand."""


class NotLoggedIn(Refusal):
    """The chat belongs to nobody yet."""


class NotUnderstood(Refusal):
    """Neither a command we know, nor an answer we wait for. Also what those without a role hear of staff's commands."""


class StaleButton(Refusal):
    """A button of an older screen, of another's message, or made up: the record has moved on."""


class NotText(Refusal):
    """A photo, a voice, a place, where only words and buttons are read."""


class EditNotRead(Refusal):
    """A message that was sent before was edited: what was recorded of it stays as it was."""


class StillChecking(Refusal):
    """A password is being checked; what is said meanwhile is not taken."""


class FileTooBig(Refusal):
    """A file of more than 20 MB, or one that Telegram does not give out."""


class NotSaved(Refusal):
    """A download failed for now: nothing was kept."""


class TooBusy(Refusal):
    """So many passwords are being checked that this one could not be."""


class NotHere(Refusal):
    """Private matters are not spoken of in a group."""


class NoSuchCode(Refusal):
    """A number that is no curriculum code."""


class NoSuchCourse(Refusal):
    """A course that is not, or no longer, in the programme."""


class NoSuchTraining(Refusal):
    """A training that is not announced."""


class NoSuchBroadcast(Refusal):
    """A broadcast that is not, or no longer, in the schedule."""


@dataclass
class NoCourses(Refusal):
    """A curriculum code behind which there is no content."""

    code: int


@dataclass
class ChaptersMissing(Refusal):
    """The test is not open yet: these chapters are not 受講済."""

    chapters: tuple[int, ...]


@dataclass
class RetakeLater(Refusal):
    """The course asks for a pause between two tests."""

    at: datetime


class NoMoreTests(Refusal):
    """The course allows no further test."""


class NothingToCertify(Refusal):
    """No credit in the period that a certificate may show."""


class PeriodSlip(StrEnum):
    """What is wrong with two days that were typed."""

    UNREAD = "unread"
    """They could not be read as two days."""
    NO_DAY = "no_day"
    """One of them is in no calendar."""
    REVERSED = "reversed"
    AHEAD = "ahead"
    """The last day is after today."""


@dataclass
class BadPeriod(Refusal):
    """Two days that are no period to look back on."""

    slip: PeriodSlip


class NoSuchIssue(Refusal):
    """An issue of the journal that there is none of, or that has no questions."""


@dataclass
class JournalClosed(Refusal):
    """The deadline of the issue has passed: nothing of it can be answered or changed any more."""

    deadline: datetime  # the last second in which answers were taken


@dataclass
class AnswersNotPublished(Refusal):
    """The journal has not printed the answers yet; until then there are neither results nor explanations."""

    at: datetime


class NoSuchDeclaration(Refusal):
    """A declaration that the member has none of, or that staff were never given."""


@dataclass
class TooManyDrafts(Refusal):
    """So many declarations are begun and not submitted that no further one can be begun."""

    most: int
