"""From the facts of a course, an issue, a training or a credit to why something is missing. Pure.

Each function gives the reasons of content.why that hold, the weightiest first; none where nothing is missing.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from content import journal, why
from content.checkin import Hours
from content.declaring import Declared, State, closes, last_day
from content.journal import JournalIssue
from content.rules import Rules, begins, day_of
from content.training import Standing, Training
from content.values import CERTIFIED, CreditKind


@dataclass(frozen=True)
class Past:
    """What the ledger knows of one content: the day of the credit that stands, or else how the last was reversed."""

    earned_on: tuple[date, ...] = ()
    taken_back: tuple[why.TakenBack, ...] = ()

    @property
    def reasons(self) -> tuple[why.EarnedOnce | why.TakenBack, ...]:
        return tuple(why.EarnedOnce(day) for day in self.earned_on) or self.taken_back


class Assessed(Enum):
    """How far a member has come with a course's self-assessment."""

    NONE = "never begun"
    UNDER_WAY = "begun, not handed in"
    FAILED = "handed in, not passed"
    PASSED = "passed"


@dataclass(frozen=True)
class CourseFacts:
    """`left`: what is missing of the chapters; `passed_on`: the first day of passing, if there is one."""

    past: Past
    can_earn: bool
    left: tuple[why.Left, ...]
    test: Assessed
    passed_on: tuple[date, ...]


def of_course(facts: CourseFacts, rules: Rules) -> tuple[why.Reason, ...]:
    """Why the credit of a course is missing: all that is still to be done, not only the first of it."""
    if facts.past.reasons or not facts.can_earn:
        return facts.past.reasons or (why.CannotEarn(),)
    chapters = (why.ChaptersLeft(facts.left),) if facts.left else ()
    test = _test(facts.test, rules.elearning_pass_pct)
    return (*chapters, *test) or tuple(why.FinishedWithoutEarning(day) for day in facts.passed_on)


def _test(test: Assessed, pct: int) -> tuple[why.Reason, ...]:
    of: Mapping[Assessed, tuple[why.Reason, ...]] = {
        Assessed.NONE: (why.TestNotTaken(pct),),
        Assessed.UNDER_WAY: (why.TestUnderWay(),),
        Assessed.FAILED: (why.TestNotPassed(pct),),
        Assessed.PASSED: (),
    }
    return of[test]


@dataclass(frozen=True)
class IssueFacts:
    """`right` counts, and `pct` is the mark, once it is graded; nothing of it is told before."""

    past: Past
    can_earn: bool
    issue: JournalIssue
    standing: journal.Standing
    right: int
    pct: int


def of_issue(facts: IssueFacts) -> tuple[why.Reason, ...]:
    """Why the credit of an issue of the journal is missing."""
    if facts.past.reasons or not facts.can_earn:
        return facts.past.reasons or (why.CannotEarn(),)
    issue = facts.issue
    too_early = why.FinishedWithoutEarning(day_of(issue.answers_published_at))
    of: Mapping[journal.Standing, why.Reason] = {
        journal.Standing.NEW: why.NotSubmitted(issue.deadline, begun=False),
        journal.Standing.UNDER_WAY: why.NotSubmitted(issue.deadline, begun=True),
        journal.Standing.MISSED: why.NotInTime(issue.deadline, begun=False),
        journal.Standing.LAPSED: why.NotInTime(issue.deadline, begun=True),
        journal.Standing.WAITING: why.AnswersAwaited(issue.answers_published_at),
        journal.Standing.FAILED: why.MarkMissed(facts.right, len(issue.questions), facts.pct),
        # nothing but an account that could not earn then keeps a passed sheet from its credit
        journal.Standing.PASSED: too_early,
        journal.Standing.CREDITED: too_early,
    }
    return (of[facts.standing],)


@dataclass(frozen=True)
class TrainingFacts:
    """`claimable`: whether the member may say now that he was there and could not check in. `refused`: why staff did
    not accept that he was.
    """

    past: Past
    can_earn: bool
    training: Training
    standing: Standing
    doors: Hours
    claimable: bool
    refused: str = ""


def of_training(facts: TrainingFacts) -> tuple[why.Reason, ...]:
    """Why the credit of a training is missing. A recording never brings one, whoever watches it."""
    if facts.past.reasons:
        return facts.past.reasons
    if not facts.can_earn and facts.standing is not Standing.RECORDED:
        return (why.CannotEarn(),)
    return (_OF_TRAINING[facts.standing](facts),)


_OF_TRAINING: Mapping[Standing, Callable[[TrainingFacts], why.TrainingReason]] = {
    Standing.COMING: lambda facts: why.NotHeldYet(facts.training.starts_at),
    Standing.ABSENT: lambda facts: why.NotAttended(facts.claimable),
    Standing.ENTERED: lambda facts: why.StillInside(facts.doors.exit_from, facts.doors.exit_until),
    Standing.LEFT: lambda facts: why.NotRegistered(facts.training.organiser),
    Standing.AWAITING: lambda facts: why.NotRegistered(facts.training.organiser),
    Standing.INCOMPLETE: lambda facts: why.OneDoorOnly(facts.claimable),
    Standing.CLAIMED: lambda _: why.ClaimWaiting(),
    Standing.REFUSED: lambda facts: why.ClaimRefused(facts.refused),
    # registered, and still no credit in the ledger: its organiser has to look
    Standing.REGISTERED: lambda facts: why.NotRegistered(facts.training.organiser),
    Standing.ELSEWHERE: lambda facts: why.NotRegistered(facts.training.organiser),
    Standing.RECORDED: lambda _: why.RecordedViewing(),
}


@dataclass(frozen=True)
class Paper:
    """The last certificate that was asked for: its days, both included, and when it was."""

    first: date
    last: date
    asked_at: datetime


@dataclass(frozen=True)
class LineFacts:
    """A credit that stands, as a certificate sees it. `elsewhere`: the prefecture that certifies it, if one does."""

    kind: CreditKind
    earned_on: date
    written_at: datetime
    elsewhere: tuple[str, ...]
    paper: tuple[Paper, ...]


def of_line(facts: LineFacts, now: datetime, rules: Rules) -> tuple[why.LineReason, ...]:
    """Why a credit is on no 受講証明書: what forbids it for ever, else from when on, else why not on the last one."""
    if facts.kind not in CERTIFIED:
        return (why.NeverShown(facts.kind),)
    if facts.elsewhere:
        return tuple(why.CertifiedElsewhere(one) for one in facts.elsewhere)
    from_day = facts.earned_on + timedelta(days=rules.certificate_after_days)
    if day_of(now) < from_day:
        return (why.NotUntil(begins(from_day)),)
    return tuple(reason for paper in facts.paper for reason in _of_paper(facts, paper))


def _of_paper(facts: LineFacts, paper: Paper) -> Sequence[why.LineReason]:
    if not paper.first <= facts.earned_on <= paper.last:
        return (why.OutsidePeriod(paper.first, paper.last),)
    if facts.written_at > paper.asked_at:
        return (why.AfterThePaper(day_of(paper.asked_at)),)
    return ()


def of_declaration(declared: Declared, past: Past, now: datetime, rules: Rules) -> tuple[why.Reason, ...]:
    """Why the credit of a declaration is missing. `rules` are those of the day that it is of."""
    if past.reasons:
        return past.reasons
    if declared.state is State.DRAFT:
        return (_of_draft(declared, now, rules),)
    of: Mapping[State, why.Reason] = {
        State.SUBMITTED: why.Undecided(),
        State.REFUSED: why.Declined(declared.reason),
        State.WITHDRAWN: why.Withdrawn(),
    }
    # an accepted one has its credit, by the same act
    return (of.get(declared.state, why.Undecided()),)


def _of_draft(declared: Declared, now: datetime, rules: Rules) -> why.Reason:
    """What has no day yet is taken for something of today."""
    day = next(iter(declared.held_on), day_of(now))
    last = last_day(day, rules)
    return why.NotDeclared(last) if now < closes(day, rules) else why.DeclaredTooLate(last)
