"""Every kind of letter: what it is about, and how it is treated. Storage queues letters; handlers write their text.
Those about requests, credits, imports, plans, the life of a certificate, a member's whole record and the phone's
calendar have modules of their own (*_letters.py).

A new kind also needs a `Writes` in the LETTERS of its feature, and a `letters.put` (storage/post/letters.py) in the
transaction that causes it. tests/house/test_presses.py names what is missing.

A row on record holds `kind` and the packed fields. So renaming a kind, or adding a field, makes existing rows
unreadable. tests/content/test_letters.py checks each kind against the rows of earlier versions.
"""

from dataclasses import dataclass
from datetime import date, datetime

from content.keys.letter import LetterKey
from content.values import Reminder


@dataclass(frozen=True)
class ChapterDone(LetterKey, kind="chapter", word="course", again=True, waits=False):
    """A chapter has become 受講済: the card of its course is shown again."""

    course: int
    chapter: int


@dataclass(frozen=True)
class Unfinished(LetterKey, kind="reminder", word="course", again=False, waits=True, nudge=Reminder.COURSE):
    """The member began a course and has not gone on with it."""

    course: int


@dataclass(frozen=True)
class StillUnfinished(LetterKey, kind="reminder_again", again=False, waits=True, nudge=Reminder.COURSE):
    """The member was reminded of the course and has not gone on with it. It is the last reminder of this course."""

    course: int


@dataclass(frozen=True)
class BroadcastSoon(LetterKey, kind="radio", word="broadcast", again=False, waits=True):
    """The member asked to be reminded of this broadcast."""

    broadcast: int


@dataclass(frozen=True)
class JournalResult(LetterKey, kind="journal_result", word="issue", again=True, waits=True):
    """The member's answers to this issue of the journal are graded."""

    issue: int


@dataclass(frozen=True)
class JournalDeadline(
    LetterKey, kind="journal_reminder", word="issue", again=False, waits=True, nudge=Reminder.JOURNAL
):
    """The deadline of this issue is near, and the member's answers are not submitted."""

    issue: int


@dataclass(frozen=True)
class TrainingRegistered(LetterKey, kind="training_registered", again=True, waits=True):
    """The organiser registered the member's attendance."""

    training: int


@dataclass(frozen=True)
class ClaimDecided(LetterKey, kind="claim_decided", again=True, waits=True):
    """Staff decided on a late claim of attendance."""

    claim: int


@dataclass(frozen=True)
class DeclarationDecided(LetterKey, kind="declaration_decided", again=True, waits=True):
    """Staff decided on a declaration."""

    declaration: int


@dataclass(frozen=True)
class DraftsOpen(LetterKey, kind="drafts_open", again=False, waits=True, nudge=Reminder.DECLARATION):
    """The member has drafts of declarations of this fiscal year, and the time to submit them ends soon."""

    year: int


@dataclass(frozen=True)
class YearEnds(LetterKey, kind="year_ends", again=False, waits=True, nudge=Reminder.YEAR_END):
    """This fiscal year ends soon, and something is missing to the member's goal."""

    year: int


@dataclass(frozen=True)
class NewCourses(LetterKey, kind="new_courses", again=False, waits=True, nudge=Reminder.NEW_COURSES):
    """In the seven days before this day, courses came in curriculum codes that the member lacks."""

    day: date


@dataclass(frozen=True)
class CreditsFall(LetterKey, kind="credits_fall", again=False, waits=True, nudge=Reminder.FALLING):
    """At the end of this fiscal year credits leave the window of the member's goal."""

    year: int


@dataclass(frozen=True)
class DeclarationFormHeld(LetterKey, kind="form_held", again=True, waits=False):
    """The form of this fiscal year can't be made: the font lacks a character of it."""

    year: int


@dataclass(frozen=True)
class DeclarationForm(LetterKey, kind="form", again=True, waits=False):
    """The form of a fiscal year's declarations that the member asked for."""

    year: int

    def instead(self) -> LetterKey | None:
        return DeclarationFormHeld(self.year)


@dataclass(frozen=True)
class EvidenceFile(LetterKey, kind="evidence", again=True, waits=False):
    """Brings a file of a declaration to the member of staff that asked for it."""

    declaration: int
    evidence: int


@dataclass(frozen=True)
class LogExport(LetterKey, kind="log_export", again=True, waits=False):
    """Brings what a filter leaves of the log of staff, as a file, to the owner who asked for it."""

    what: str


@dataclass(frozen=True)
class RoleChanged(LetterKey, kind="role_changed", again=True, waits=False):
    """A role was given to the member, or taken, at this moment."""

    role: str
    given: bool
    at: datetime


@dataclass(frozen=True)
class CodeGiven(LetterKey, kind="code_given", again=True, waits=False):
    """Staff gave the member a one-time code that ends at this moment."""

    until: datetime


@dataclass(frozen=True)
class CodeDisowned(LetterKey, kind="code_disowned", again=True, waits=False):
    """To an owner: this member did not ask for a code that staff gave, and made it void at this moment."""

    member: int
    at: datetime


@dataclass(frozen=True)
class CodeOver(LetterKey, kind="code_over", again=True, waits=False):
    """To who gave it: the code of this member, which ends at this moment, is to be shown no longer."""

    member: int
    until: datetime


@dataclass(frozen=True)
class SecondWanted(LetterKey, kind="second_wanted", again=True, waits=False):
    """Tells each person who can confirm it that somebody asks for an act that takes two persons."""

    request: int


@dataclass(frozen=True)
class JointDecided(LetterKey, kind="joint_decided", again=True, waits=False):
    """Tells the person who asked that the act was done or refused, for which reason and by whom."""

    request: int
    by: int
    why: str


@dataclass(frozen=True)
class InvitationOpened(LetterKey, kind="invitation_opened", again=True, waits=False):
    """To who invited somebody of staff: a Telegram account opened the link."""

    invitation: int


@dataclass(frozen=True)
class AccountReady(LetterKey, kind="account_ready", again=True, waits=False):
    """To somebody with a staff account: at this moment it was confirmed, and is logged in."""

    at: datetime


@dataclass(frozen=True)
class AttemptRefused(LetterKey, kind="attempt_refused", again=True, waits=False):
    """To an owner: this member of staff tried, at this moment, an act of the owners, by its name in the log."""

    by: int
    what: str
    at: datetime


@dataclass(frozen=True)
class CertificateHeld(LetterKey, kind="certificate_held", again=True, waits=False):
    """The certificate can't be drawn correctly, so the member gets no certificate and is told so."""

    certificate: int


@dataclass(frozen=True)
class CertificatePaper(LetterKey, kind="certificate", again=True, waits=False):
    """The certificate that the member asked for."""

    certificate: int

    def instead(self) -> LetterKey | None:
        return CertificateHeld(self.certificate)


@dataclass(frozen=True)
class CertificateReady(LetterKey, kind="certificate_ready", again=True, waits=True):
    """What was earned on this day can be certified now: for this purpose, from its first day on, with or without the
    医籍登録番号. Letters of version 0.4.0 say only the day.
    """

    earned_on: date
    purpose: str = ""
    first: date = date.min
    registry: bool = True


@dataclass(frozen=True)
class SessionEnded(LetterKey, kind="session_ended", again=True, waits=False):
    """Tells the member's former chat that the member logged in elsewhere at this moment."""

    at: datetime
