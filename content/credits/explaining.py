"""Explains why something is missing, from the facts of a course, an issue, a training, a declaration or a credit. Pure.

Each function gives the reasons of content.credits.why that apply.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from content import journal
from content.absence import given
from content.attendance.checkin import Hours
from content.attendance.training import AttendanceStanding, Training
from content.certificates import unlisted
from content.credits import why
from content.declarations.declaring import Declared, State, closes, last_day
from content.journal import JournalIssue
from content.rules import Rules, begins, day_of
from content.values import CERTIFIED, CertificatePurpose, CreditKind


@dataclass(frozen=True)
class Past:
    """What the ledger knows of one content. `earned_on`: the day of the credit that stands. If no credit stands,
    `taken_back` says how the last one was reversed. `counts`: False for the credit of a sample, outside the demo.
    `before`: an imported credit under another name stands, or may stand, for it.
    """

    earned_on: date | None = None
    taken_back: why.TakenBack | why.ImportUndone | None = None
    counts: bool = True
    before: why.Before | None = None

    @property
    def reason(self) -> why.OfCredit | None:
        if self.earned_on is None:
            return self.taken_back or self.before
        if self.before is not None:
            return self.before
        return why.EarnedOnce(self.earned_on) if self.counts else why.OnlySample(self.earned_on)


class Assessed(Enum):
    """How far a member has got in a course's self-assessment."""

    NONE = "never begun"
    UNDER_WAY = "begun, not handed in"
    FAILED = "handed in, not passed"
    PASSED = "passed"


@dataclass(frozen=True)
class CourseFacts:
    """`left`: what is missing of the chapters. `passed_on`: the day of the first passed test, if one was passed."""

    past: Past
    can_earn: bool
    left: tuple[why.Left, ...]
    test: Assessed
    passed_on: date | None


def of_course(facts: CourseFacts, rules: Rules) -> tuple[why.Reason, ...]:
    """Why the credit of a course is missing: everything that is still to be done, chapters first."""
    if first := _first(facts.past, facts.can_earn):
        return (first,)
    chapters = why.ChaptersLeft(facts.left) if facts.left else None
    left: tuple[why.Reason, ...] = given(chapters, _test(facts.test, rules.elearning_pass_pct))
    if left or facts.passed_on is None:
        return left
    return (why.FinishedWithoutEarning(facts.passed_on),)


def _test(test: Assessed, pct: int) -> why.Reason | None:
    of: Mapping[Assessed, why.Reason | None] = {
        Assessed.NONE: why.TestNotTaken(pct),
        Assessed.UNDER_WAY: why.TestUnderWay(),
        Assessed.FAILED: why.TestNotPassed(pct),
        Assessed.PASSED: None,
    }
    return of[test]


def _first(past: Past, can_earn: bool) -> why.Reason | None:
    """The reason that makes all others irrelevant: the credit was earned, or taken back, or the account can't earn."""
    return past.reason or (None if can_earn else why.CannotEarn())


@dataclass(frozen=True)
class IssueFacts:
    """`right` (how many answers are right) and `pct` (the pass mark) are told only after the grading."""

    past: Past
    can_earn: bool
    issue: JournalIssue
    standing: journal.IssueStanding
    right: int
    pct: int


def of_issue(facts: IssueFacts) -> why.Reason:
    """Why the credit of an issue of the journal is missing."""
    if first := _first(facts.past, facts.can_earn):
        return first
    issue = facts.issue
    too_early = why.FinishedWithoutEarning(day_of(issue.answers_published_at))
    of: Mapping[journal.IssueStanding, why.Reason] = {
        journal.IssueStanding.NEW: why.NotSubmitted(issue.deadline, begun=False),
        journal.IssueStanding.UNDER_WAY: why.NotSubmitted(issue.deadline, begun=True),
        journal.IssueStanding.MISSED: why.NotInTime(issue.deadline, begun=False),
        journal.IssueStanding.LAPSED: why.NotInTime(issue.deadline, begun=True),
        journal.IssueStanding.WAITING: why.AnswersAwaited(issue.answers_published_at),
        journal.IssueStanding.FAILED: why.MarkMissed(facts.right, len(issue.questions), facts.pct),
        # a passed sheet brings no credit only if the account could not earn at that time
        journal.IssueStanding.PASSED: too_early,
        journal.IssueStanding.CREDITED: too_early,
    }
    return of[facts.standing]


@dataclass(frozen=True)
class TrainingFacts:
    """`claimable`: the member may claim now to have been there without checking in. `refused`: why staff did not
    accept that claim, or empty.
    """

    past: Past
    can_earn: bool
    training: Training
    standing: AttendanceStanding
    doors: Hours
    claimable: bool
    refused: str = ""


def of_training(facts: TrainingFacts) -> why.Reason:
    """Why the credit of a training is missing."""
    # a recording brings no credit to any account, so "this account can't earn" would be the wrong reason
    if first := _first(facts.past, facts.can_earn or facts.standing is AttendanceStanding.RECORDED):
        return first
    return _OF_TRAINING[facts.standing](facts)


_OF_TRAINING: Mapping[AttendanceStanding, Callable[[TrainingFacts], why.TrainingReason]] = {
    AttendanceStanding.COMING: lambda facts: why.NotHeldYet(facts.training.starts_at),
    AttendanceStanding.ABSENT: lambda facts: why.NotAttended(facts.claimable),
    AttendanceStanding.ENTERED: lambda facts: why.StillInside(facts.doors.exit_from, facts.doors.exit_until),
    AttendanceStanding.LEFT: lambda facts: why.NotRegistered(facts.training.organiser),
    AttendanceStanding.AWAITING: lambda facts: why.NotRegistered(facts.training.organiser),
    AttendanceStanding.INCOMPLETE: lambda facts: why.OneDoorOnly(facts.claimable),
    AttendanceStanding.CLAIMED: lambda _: why.ClaimWaiting(),
    AttendanceStanding.REFUSED: lambda facts: why.ClaimRefused(facts.refused),
    # registered, but the ledger has no credit: only the organiser can clear that up
    AttendanceStanding.REGISTERED: lambda facts: why.NotRegistered(facts.training.organiser),
    AttendanceStanding.ELSEWHERE: lambda facts: why.NotRegistered(facts.training.organiser),
    AttendanceStanding.RECORDED: lambda _: why.RecordedViewing(),
}


@dataclass(frozen=True)
class Paper:
    """The last certificate that the member asked for: its first and last day (both included), when it was asked for,
    its purpose, and whether the member has the 医籍登録番号 on it.
    """

    first: date
    last: date
    asked_at: datetime
    purpose: CertificatePurpose = CertificatePurpose.GENERAL
    registry: bool = True


@dataclass(frozen=True)
class LineFacts:
    """What decides whether a standing credit is on a certificate. `elsewhere`: the prefecture whose own association
    certifies it, if that is so. `brought`: why the operator does not certify it, if it was imported.
    `paper`: the last certificate, if the member asked for one; `not_of_paper`: why one for its purpose leaves the
    credit out.
    """

    kind: CreditKind
    earned_on: date
    written_at: datetime
    elsewhere: str | None
    paper: Paper | None
    not_of_paper: unlisted.LineReason | None = None
    brought: unlisted.BroughtAlong | None = None


def of_line(facts: LineFacts, now: datetime, rules: Rules) -> unlisted.LineReason | None:
    """Why a credit is on no 受講証明書. First what forbids it for ever; then from when on it can be there; then why it
    is not on the last one. None if it is on the last one, or the member asked for no certificate yet.
    """
    if facts.kind not in CERTIFIED:
        return unlisted.NeverShown(facts.kind)
    if facts.elsewhere is not None:
        return unlisted.CertifiedElsewhere(facts.elsewhere)
    if facts.brought is not None:
        return facts.brought
    from_day = facts.earned_on + timedelta(days=rules.certificate_after_days)
    if day_of(now) < from_day:
        return unlisted.NotUntil(begins(from_day))
    return None if facts.paper is None else _of_paper(facts, facts.paper)


def _of_paper(facts: LineFacts, paper: Paper) -> unlisted.LineReason | None:
    if not paper.first <= facts.earned_on <= paper.last:
        return unlisted.OutsidePeriod(paper.first, paper.last)
    if facts.not_of_paper is not None:
        return facts.not_of_paper
    if facts.written_at > paper.asked_at:
        return unlisted.AfterThePaper(day_of(paper.asked_at))
    return None


def of_declaration(declared: Declared, past: Past, now: datetime, rules: Rules) -> why.Reason:
    """Why the credit of a declaration is missing. `rules` are the rules of the day that is declared."""
    if past.reason:
        return past.reason
    if declared.state is State.DRAFT:
        return _of_draft(declared, now, rules)
    of: Mapping[State, why.Reason] = {
        State.SUBMITTED: why.Undecided(),
        State.REFUSED: why.Declined(declared.reason),
        State.WITHDRAWN: why.Withdrawn(),
    }
    # the act that accepts a declaration also writes its credit, so ACCEPTED has returned above
    return of.get(declared.state, why.Undecided())


def _of_draft(declared: Declared, now: datetime, rules: Rules) -> why.Reason:
    """A draft without a day is treated as if it were about today."""
    day = declared.held_on or day_of(now)
    last = last_day(day, rules)
    return why.NotDeclared(last) if now < closes(day, rules) else why.DeclaredTooLate(last)
