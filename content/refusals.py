"""Every way in which the programme says no. A refusal leaves no trace in the record; the member is told why.

Each carries what its sentence needs, and no secret. The sentences are in content.words.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Refusal(Exception):
    """Nothing was recorded, and there is a reason that the member can understand."""


class NotLoggedIn(Refusal):
    """The chat belongs to nobody yet."""


class NotAMember(Refusal):
    """A staff account is logged in here: what belongs to a member is not there for it."""


class NotUnderstood(Refusal):
    """Neither a known command nor an expected answer. People without a role hear this to commands of staff, too."""


class StaleButton(Refusal):
    """The button is old, belongs to another member's screen, or was made up. The record decides, not the button."""


class OnlyLooking(Refusal):
    """Staff see what a member sees. This act is closed: it would write, open a file or lead out of the chat."""


class NotText(Refusal):
    """A photo, a voice message or a place came, but only words and buttons are read here."""


class EditNotRead(Refusal):
    """A message that was sent before was edited: what was recorded of it stays as it was."""


class StillChecking(Refusal):
    """A password is being checked; what is said meanwhile is not taken."""


class AnswerTooLate(Refusal):
    """A chat waits for some minutes for a text; what comes later is not taken for it."""


class RestOfText(Refusal):
    """A text that was too long comes as several messages. This is not the first one, and is not taken for an answer."""


class FileTooBig(Refusal):
    """The file has more than 20 MB, or Telegram does not let the bot download it."""


class NotSaved(Refusal):
    """A download failed for now, so nothing was saved."""


class TooFast(Refusal):
    """So much of this person came at once that some of it was not looked at."""


class TooBusy(Refusal):
    """So many passwords are being checked that this one could not be."""


class NotHere(Refusal):
    """Private matters are not spoken of in a group."""


class NoSuchCode(Refusal):
    """No curriculum code has this number."""


class NoSuchCourse(Refusal):
    """The course is not, or no longer, in the programme."""


class NoSuchTraining(Refusal):
    """No such training is announced."""


class NoSuchBroadcast(Refusal):
    """The schedule never had this broadcast."""


@dataclass
class NoCourses(Refusal):
    """No course has this curriculum code."""

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


class NoPractice(StrEnum):
    """Why the wrong questions of an attempt can't be practised."""

    RETAKEN = "retaken"
    """The member has begun the test again since."""
    REVISED = "revised"
    """The course has another edition since."""
    CANNOT_EARN = "cannot_earn"


@dataclass
class PracticeClosed(Refusal):
    """The practice of a failed test is over, or was never open to this account."""

    why: NoPractice


class NothingToCertify(Refusal):
    """The period has no credit that a certificate may show."""


@dataclass
class TooManyCertificates(Refusal):
    """The member has had `most` new certificates made today."""

    most: int


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


@dataclass
class BeforeProgramme(Refusal):
    """A period that begins before the programme did, on this day: there were no credits to certify."""

    began: date


class NoSuchIssue(Refusal):
    """The journal has no such issue, or the issue has no questions."""


@dataclass
class JournalClosed(Refusal):
    """The deadline of the issue has passed: answers can no longer be given or changed."""

    deadline: datetime  # the last second in which answers were taken


@dataclass
class AnswersNotPublished(Refusal):
    """The journal has not printed the answers yet; until then there are neither results nor explanations."""

    at: datetime


class NoSuchDeclaration(Refusal):
    """The member has no such declaration, or it was never submitted to staff."""


@dataclass
class TooManySubmitted(Refusal):
    """The member has submitted `most` declarations today already."""

    most: int


@dataclass
class TooManyDrafts(Refusal):
    """The member has `most` drafts already: one must be submitted or discarded before another can be begun."""

    most: int


class NoSuchRequest(Refusal):
    """The member has no such request, or it was never sent to staff."""


@dataclass
class TooManyRequests(Refusal):
    """`most` requests of the member wait for staff already."""

    most: int


@dataclass
class TooManyMessages(Refusal):
    """The member has sent `most` messages to staff today already."""

    most: int
