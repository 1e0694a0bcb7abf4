"""Why a credit, or its line on a certificate, is missing: the closed set of reasons.

content.credits.explaining chooses them from facts. Each has a sentence and a next step in content.words.why; mypy
checks that no sentence is missing.
"""

from dataclasses import dataclass
from datetime import date, datetime

from content.certificates.unlisted import LineReason


@dataclass(frozen=True)
class EarnedOnce:
    """The credit of that day stands, and the same content brings no second one."""

    day: date


@dataclass(frozen=True)
class BroughtBefore:
    """An imported credit of that day, with this title, is of the same content, which brings no second one."""

    day: date
    title: str


@dataclass(frozen=True)
class MayBeBrought:
    """An imported credit of that day, with this title, may be of the same content: staff decide, once it is done."""

    day: date
    title: str


@dataclass(frozen=True)
class OnlySample:
    """The credit of that day is of a sample: it is in no total and on no certificate."""

    day: date


@dataclass(frozen=True)
class TakenBack:
    """Staff reversed it on that day; `why` are their words."""

    day: date
    why: str


@dataclass(frozen=True)
class ImportUndone:
    """It had been brought from the former record, and that import was taken back on this day."""

    day: date


@dataclass(frozen=True)
class CannotEarn:
    """このユーザーIDでは、単位の取得ができません。"""


@dataclass(frozen=True)
class Left:
    """A chapter that is not 受講済, and the seconds that are still to be watched."""

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
    """The test is begun and not handed in."""


@dataclass(frozen=True)
class TestNotPassed:
    pct: int


@dataclass(frozen=True)
class FinishedWithoutEarning:
    """Chapters and test were done by that day, but the account could not earn credits then."""

    day: date


CourseReason = ChaptersLeft | TestNotTaken | TestUnderWay | TestNotPassed | FinishedWithoutEarning


@dataclass(frozen=True)
class NotSubmitted:
    """The issue can be answered until the deadline. `begun`: something is answered already."""

    deadline: datetime
    begun: bool


@dataclass(frozen=True)
class NotInTime:
    """The deadline passed without a submission."""

    deadline: datetime
    begun: bool


@dataclass(frozen=True)
class AnswersAwaited:
    """The answers are submitted. The journal prints its own at that moment; no result is told before."""

    at: datetime


@dataclass(frozen=True)
class MarkMissed:
    """`right` answers out of `asked` do not reach the pass mark of `pct` percent."""

    right: int
    asked: int
    pct: int


@dataclass(frozen=True)
class NoQuestions:
    """This is a special issue of the journal, which has no questions."""


JournalReason = NotSubmitted | NotInTime | AnswersAwaited | MarkMissed | NoQuestions


@dataclass(frozen=True)
class NotHeldYet:
    at: datetime


@dataclass(frozen=True)
class NotAttended:
    """The training is over; neither entry nor exit is recorded. `claimable`: the member may still claim attendance."""

    claimable: bool


@dataclass(frozen=True)
class StillInside:
    """The member has entered. The exit is taken between these moments."""

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
    """The declaration is a draft. `last`: the last day on which it can be submitted."""

    last: date


@dataclass(frozen=True)
class DeclaredTooLate:
    """The declaration is a draft, and the last day to submit it has passed."""

    last: date


@dataclass(frozen=True)
class Undecided:
    """The declaration is submitted, and staff have not decided yet."""


@dataclass(frozen=True)
class Declined:
    """Staff did not accept it; `why` are their words."""

    why: str


@dataclass(frozen=True)
class Withdrawn:
    """The member took the declaration back."""


DeclarationReason = NotDeclared | DeclaredTooLate | Undecided | Declined | Withdrawn


Before = BroughtBefore | MayBeBrought
OfCredit = EarnedOnce | Before | OnlySample | TakenBack | ImportUndone | CannotEarn
Reason = OfCredit | CourseReason | JournalReason | TrainingReason | DeclarationReason | LineReason
