"""Why a credit, or its line on a certificate, is missing: the closed set of reasons.

content.explaining chooses them from facts. Each has a sentence and a next step in content.words.why: mypy holds the
words to be complete.
"""

from dataclasses import dataclass
from datetime import date, datetime

from content.values import CreditKind


@dataclass(frozen=True)
class EarnedOnce:
    """The credit stands, of that day; the same content brings no second one."""

    day: date


@dataclass(frozen=True)
class TakenBack:
    """Staff reversed it on that day; `why` are their words."""

    day: date
    why: str


@dataclass(frozen=True)
class CannotEarn:
    """このユーザーIDでは、単位の取得ができません。"""


@dataclass(frozen=True)
class Left:
    """A chapter that is not 受講済, and the seconds that it still takes to be."""

    number: int
    seconds: int


@dataclass(frozen=True)
class ChaptersLeft:
    """各章（すべて）のビデオ受講【必須】"""

    chapters: tuple[Left, ...]


@dataclass(frozen=True)
class TestNotTaken:
    pct: int


@dataclass(frozen=True)
class TestUnderWay:
    """Begun, and not handed in."""


@dataclass(frozen=True)
class TestNotPassed:
    pct: int


@dataclass(frozen=True)
class FinishedWithoutEarning:
    """Chapters and test were done by that day, when the account was one that can't earn."""

    day: date


CourseReason = ChaptersLeft | TestNotTaken | TestUnderWay | TestNotPassed | FinishedWithoutEarning


@dataclass(frozen=True)
class NotSubmitted:
    """It can be answered until the deadline. `begun`: something is answered."""

    deadline: datetime
    begun: bool


@dataclass(frozen=True)
class NotInTime:
    """The deadline passed without a submission."""

    deadline: datetime
    begun: bool


@dataclass(frozen=True)
class AnswersAwaited:
    """Submitted; the journal prints the answers at that moment, and nothing is told before."""

    at: datetime


@dataclass(frozen=True)
class MarkMissed:
    """So many right of so many asked do not reach the mark of `pct`."""

    right: int
    asked: int
    pct: int


@dataclass(frozen=True)
class NoQuestions:
    """A special issue of the journal."""


JournalReason = NotSubmitted | NotInTime | AnswersAwaited | MarkMissed | NoQuestions


@dataclass(frozen=True)
class NotHeldYet:
    at: datetime


@dataclass(frozen=True)
class NotAttended:
    """Over, and neither door knows of him. `claimable`: he may still say that he was there."""

    claimable: bool


@dataclass(frozen=True)
class StillInside:
    """Entered; the exit is taken between these moments."""

    first: datetime
    last: datetime


@dataclass(frozen=True)
class OneDoorOnly:
    claimable: bool


@dataclass(frozen=True)
class ClaimWaiting:
    """A late claim is with staff."""


@dataclass(frozen=True)
class ClaimRefused:
    """Staff refused the late claim; `why` are their words."""

    why: str


@dataclass(frozen=True)
class RecordedViewing:
    """A recording of a web seminar is no attendance."""


@dataclass(frozen=True)
class NotRegistered:
    """主催者が受講実績を登録していない"""

    organiser: str


TrainingReason = (
    NotHeldYet | NotAttended | StillInside | OneDoorOnly | ClaimWaiting | ClaimRefused | RecordedViewing | NotRegistered
)


@dataclass(frozen=True)
class NotDeclared:
    """A draft; `last` is the last day on which it can be submitted."""

    last: date


@dataclass(frozen=True)
class DeclaredTooLate:
    """A draft whose last day has passed."""

    last: date


@dataclass(frozen=True)
class Undecided:
    """Submitted, and with staff."""


@dataclass(frozen=True)
class Declined:
    """Staff did not accept it; `why` are their words."""

    why: str


@dataclass(frozen=True)
class Withdrawn:
    """The member took it back himself."""


DeclarationReason = NotDeclared | DeclaredTooLate | Undecided | Declined | Withdrawn


@dataclass(frozen=True)
class NotUntil:
    """受講日の翌日以降: from this moment on."""

    at: datetime


@dataclass(frozen=True)
class NeverShown:
    """日医雑誌問題解答、申告書 are 発行対象外."""

    kind: CreditKind


@dataclass(frozen=True)
class CertifiedElsewhere:
    """Held in this prefecture (大阪府), whose association certifies it."""

    prefecture: str


@dataclass(frozen=True)
class OutsidePeriod:
    """Not within the days of the last certificate that was asked for."""

    first: date
    last: date


@dataclass(frozen=True)
class AfterThePaper:
    """Registered after the last certificate, of that day, was made."""

    day: date


LineReason = NotUntil | NeverShown | CertifiedElsewhere | OutsidePeriod | AfterThePaper
Reason = (
    EarnedOnce | TakenBack | CannotEarn | CourseReason | JournalReason | TrainingReason | DeclarationReason | LineReason
)
