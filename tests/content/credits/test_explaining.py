"""Every reason of the closed set, and what it is chosen by: tables, with both sides of each boundary."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import get_args

import pytest

from content import journal
from content.attendance.checkin import hours
from content.attendance.training import AttendanceStanding
from content.certificates import unlisted
from content.credits import explaining, why
from content.credits.explaining import Assessed, CourseFacts, IssueFacts, LineFacts, Paper, Past, TrainingFacts
from content.declarations.declaring import Declared, Kind, State
from content.rules import Rulebook, begins
from content.values import CertificatePurpose, CreditKind
from content.words import EN, JA
from tests.issues import DEADLINE, TOLD, an_issue
from tests.operators import SAMPLE
from tests.storage.training import training

NOW = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
RULES = Rulebook().now(NOW)
DAY = date(2026, 11, 20)
LEFT = (why.Left(2, 290), why.Left(5, 30))
BACK = why.TakenBack(DAY, "重複")
BEFORE, PERHAPS = why.BroughtBefore(DAY, "高血圧"), why.MayBeBrought(DAY, "高血圧")
STANDS, GONE, NEW = Past(DAY), Past(taken_back=BACK), Past()
STARTS = begins(DAY)
ONE = training(STARTS)
DOORS = hours(ONE.starts_at, ONE.ends_at, RULES)
COURSE = CourseFacts(NEW, True, (), Assessed.PASSED, DAY)
ISSUE = IssueFacts(NEW, True, an_issue(), journal.IssueStanding.NEW, 2, 60)
TRAINING = TrainingFacts(NEW, True, ONE, AttendanceStanding.AWAITING, DOORS, claimable=True)
LINE = LineFacts(CreditKind.LECTURE, DAY, begins(DAY), None, None)

COURSES: list[tuple[CourseFacts, tuple[why.Reason, ...]]] = [
    (replace(COURSE, past=STANDS, left=LEFT), (why.EarnedOnce(DAY),)),
    (replace(COURSE, past=Past(DAY, before=BEFORE)), (BEFORE,)),
    (replace(COURSE, past=Past(before=PERHAPS), left=LEFT), (PERHAPS,)),
    (replace(COURSE, past=Past(taken_back=BACK, before=PERHAPS)), (BACK,)),
    (replace(COURSE, past=Past(DAY, counts=False)), (why.OnlySample(DAY),)),
    (replace(COURSE, past=GONE), (BACK,)),
    (replace(COURSE, past=Past(taken_back=why.ImportUndone(DAY))), (why.ImportUndone(DAY),)),
    (replace(COURSE, can_earn=False, left=LEFT), (why.CannotEarn(),)),
    (replace(COURSE, left=LEFT), (why.ChaptersLeft(LEFT),)),
    (replace(COURSE, left=LEFT, test=Assessed.NONE, passed_on=None), (why.ChaptersLeft(LEFT), why.TestNotTaken(80))),
    (replace(COURSE, test=Assessed.NONE, passed_on=None), (why.TestNotTaken(80),)),
    (replace(COURSE, test=Assessed.UNDER_WAY, passed_on=None), (why.TestUnderWay(),)),
    (replace(COURSE, test=Assessed.FAILED, passed_on=None), (why.TestNotPassed(80),)),
    (COURSE, (why.FinishedWithoutEarning(DAY),)),
]
ISSUES: list[tuple[IssueFacts, why.Reason]] = [
    (replace(ISSUE, past=STANDS), why.EarnedOnce(DAY)),
    (replace(ISSUE, past=GONE), BACK),
    (replace(ISSUE, can_earn=False), why.CannotEarn()),
    (ISSUE, why.NotSubmitted(DEADLINE, begun=False)),
    (replace(ISSUE, standing=journal.IssueStanding.UNDER_WAY), why.NotSubmitted(DEADLINE, begun=True)),
    (replace(ISSUE, standing=journal.IssueStanding.MISSED), why.NotInTime(DEADLINE, begun=False)),
    (replace(ISSUE, standing=journal.IssueStanding.LAPSED), why.NotInTime(DEADLINE, begun=True)),
    (replace(ISSUE, standing=journal.IssueStanding.WAITING), why.AnswersAwaited(TOLD)),
    (replace(ISSUE, standing=journal.IssueStanding.FAILED), why.MarkMissed(2, 5, 60)),
    (replace(ISSUE, standing=journal.IssueStanding.PASSED), why.FinishedWithoutEarning(date(2027, 2, 1))),
]
TRAININGS: list[tuple[TrainingFacts, why.Reason]] = [
    (replace(TRAINING, past=STANDS), why.EarnedOnce(DAY)),
    (replace(TRAINING, past=GONE), BACK),
    (replace(TRAINING, can_earn=False), why.CannotEarn()),
    (replace(TRAINING, can_earn=False, standing=AttendanceStanding.RECORDED), why.RecordedViewing()),
    (TRAINING, why.NotRegistered("見本市医師会")),
    (replace(TRAINING, standing=AttendanceStanding.LEFT), why.NotRegistered("見本市医師会")),
    (replace(TRAINING, standing=AttendanceStanding.COMING), why.NotHeldYet(STARTS)),
    (replace(TRAINING, standing=AttendanceStanding.ABSENT), why.NotAttended(claimable=True)),
    (replace(TRAINING, standing=AttendanceStanding.ABSENT, claimable=False), why.NotAttended(claimable=False)),
    (replace(TRAINING, standing=AttendanceStanding.ENTERED), why.StillInside(DOORS.exit_from, DOORS.exit_until)),
    (replace(TRAINING, standing=AttendanceStanding.INCOMPLETE), why.OneDoorOnly(claimable=True)),
    (replace(TRAINING, standing=AttendanceStanding.CLAIMED), why.ClaimWaiting()),
    (replace(TRAINING, standing=AttendanceStanding.REFUSED, refused="記録がない"), why.ClaimRefused("記録がない")),
    (replace(TRAINING, standing=AttendanceStanding.RECORDED), why.RecordedViewing()),
]
MIDNIGHT = begins(date(2026, 11, 21))
SECOND = timedelta(seconds=1)
PAPER = Paper(date(2026, 4, 1), DAY, begins(date(2026, 11, 21)))
ENDS_BEFORE = replace(PAPER, last=DAY - timedelta(days=1))
BEGINS_AFTER = replace(PAPER, first=DAY + timedelta(days=1), last=DAY + timedelta(days=2))
CHRONIC = CertificatePurpose.CHRONIC
APART = unlisted.ByTrainingAlone((29, 74), 2)
BROUGHT = unlisted.BroughtAlong(DAY, certifiable=True, since=None)
LINES: list[tuple[LineFacts, datetime, unlisted.LineReason | None]] = [
    (LINE, MIDNIGHT - SECOND, unlisted.NotUntil(MIDNIGHT)),
    (LINE, MIDNIGHT, None),
    (replace(LINE, kind=CreditKind.JOURNAL), NOW, unlisted.NeverShown(CreditKind.JOURNAL)),
    (replace(LINE, kind=CreditKind.DECLARATION), NOW, unlisted.NeverShown(CreditKind.DECLARATION)),
    (replace(LINE, kind=CreditKind.COOPERATION), NOW, None),
    (replace(LINE, kind=CreditKind.TRAINING), NOW, None),
    (replace(LINE, kind=CreditKind.TRAINING, elsewhere="大阪府"), NOW, unlisted.CertifiedElsewhere("大阪府")),
    (replace(LINE, brought=BROUGHT), MIDNIGHT - SECOND, BROUGHT),
    (replace(LINE, brought=BROUGHT, kind=CreditKind.JOURNAL), NOW, unlisted.NeverShown(CreditKind.JOURNAL)),
    (replace(LINE, paper=PAPER), NOW, None),
    (replace(LINE, paper=ENDS_BEFORE), NOW, unlisted.OutsidePeriod(ENDS_BEFORE.first, ENDS_BEFORE.last)),
    (replace(LINE, paper=replace(PAPER, first=DAY)), NOW, None),
    (replace(LINE, paper=BEGINS_AFTER), NOW, unlisted.OutsidePeriod(BEGINS_AFTER.first, BEGINS_AFTER.last)),
    (replace(LINE, paper=PAPER, written_at=PAPER.asked_at), NOW, None),
    (replace(LINE, paper=PAPER, written_at=PAPER.asked_at + SECOND), NOW, unlisted.AfterThePaper(date(2026, 11, 21))),
    (replace(LINE, paper=PAPER, not_of_paper=APART), NOW, APART),
    (replace(LINE, paper=PAPER, not_of_paper=unlisted.NotOfPurpose(CHRONIC)), NOW, unlisted.NotOfPurpose(CHRONIC)),
    (
        replace(LINE, paper=ENDS_BEFORE, not_of_paper=APART),
        NOW,
        unlisted.OutsidePeriod(ENDS_BEFORE.first, ENDS_BEFORE.last),
    ),
    (replace(LINE, not_of_paper=None), NOW, None),
]


SENT = Declared(7, 1, Kind.CONGRESS, State.SUBMITTED, NOW, held_on=DAY)
DRAFT = replace(SENT, state=State.DRAFT)
CLOSES = begins(date(2027, 5, 1))
LAST = date(2027, 4, 30)
DECLARED: list[tuple[Declared, Past, datetime, why.Reason]] = [
    (SENT, STANDS, NOW, why.EarnedOnce(DAY)),
    (replace(SENT, state=State.ACCEPTED), GONE, NOW, BACK),
    (SENT, NEW, NOW, why.Undecided()),
    (replace(SENT, state=State.REFUSED, reason="証明が読めません"), NEW, NOW, why.Declined("証明が読めません")),
    (replace(SENT, state=State.WITHDRAWN), NEW, NOW, why.Withdrawn()),
    (DRAFT, NEW, CLOSES - SECOND, why.NotDeclared(LAST)),
    (DRAFT, NEW, CLOSES, why.DeclaredTooLate(LAST)),
    (replace(DRAFT, held_on=date(2026, 3, 31)), NEW, NOW, why.DeclaredTooLate(date(2026, 4, 30))),
    (replace(DRAFT, held_on=date(2026, 4, 1)), NEW, NOW, why.NotDeclared(LAST)),
    (replace(DRAFT, held_on=None), NEW, CLOSES, why.NotDeclared(date(2028, 4, 30))),
]


@pytest.mark.parametrize(("facts", "reasons"), COURSES)
def test_a_course(facts: CourseFacts, reasons: tuple[why.Reason, ...]) -> None:
    assert explaining.of_course(facts, RULES) == reasons


def test_the_mark_is_that_of_the_day() -> None:
    facts = replace(COURSE, test=Assessed.FAILED, passed_on=None)
    for day, pct in ((date(2016, 3, 31), 60), (date(2016, 4, 1), 80)):
        assert explaining.of_course(facts, Rulebook().at(day)) == (why.TestNotPassed(pct),)


@pytest.mark.parametrize(("facts", "reason"), ISSUES)
def test_an_issue(facts: IssueFacts, reason: why.Reason) -> None:
    assert explaining.of_issue(facts) == reason


def test_every_standing_with_an_issue_has_a_reason() -> None:
    assert all(explaining.of_issue(replace(ISSUE, standing=standing)) for standing in journal.IssueStanding)


@pytest.mark.parametrize(("facts", "reason"), TRAININGS)
def test_a_training(facts: TrainingFacts, reason: why.Reason) -> None:
    assert explaining.of_training(facts) == reason


def test_every_standing_with_a_training_has_a_reason() -> None:
    assert all(explaining.of_training(replace(TRAINING, standing=standing)) for standing in AttendanceStanding)


@pytest.mark.parametrize(("facts", "now", "reason"), LINES)
def test_a_line_of_a_certificate(facts: LineFacts, now: datetime, reason: unlisted.LineReason | None) -> None:
    assert explaining.of_line(facts, now, RULES) == reason


@pytest.mark.parametrize(("declared", "past", "now", "reason"), DECLARED)
def test_a_declaration(declared: Declared, past: Past, now: datetime, reason: why.Reason) -> None:
    assert explaining.of_declaration(declared, past, now, RULES) == reason


def test_the_tables_show_every_reason_of_the_set() -> None:
    # a special issue is known by having no questions
    assert {type(one) for one in every()} == set(get_args(why.Reason))


def test_every_reason_is_said_shortly_and_in_full_in_both_languages() -> None:
    for words in (JA, EN):
        for reason in every():
            what, then = words.reasons.said(reason, SAMPLE)
            assert what[0] in "✅▶⬜⚠📄"
            assert then
            assert words.reasons.state(reason)


def every() -> Iterator[why.Reason]:
    """All reasons of the tables."""
    yield from (one for _, reasons in COURSES for one in reasons)
    yield from (one for _, one in (*ISSUES, *TRAININGS))
    yield from (one for *_, one in DECLARED)
    yield from (reason for _, _, reason in LINES if reason is not None)
    yield why.NoQuestions()
