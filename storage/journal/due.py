"""The journal's due work: grade submitted sheets when the answers are published; remind of answers not submitted."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import Table, bindparam, exists, or_, select, update
from sqlalchemy.orm import Session

from content.journal import GRADED, JournalIssue, ListedIssue, SheetState
from content.keys.letters import JournalDeadline, JournalResult
from content.rules import Rulebook, Rules, day_of
from content.sheet import Sheet
from content.values import CreditKind
from content.words import JA
from storage.credits import earning
from storage.credits.earning import Gain
from storage.engine.statements import rows
from storage.journal import issues
from storage.journal import sheets as journal_sheets
from storage.post import letters, rounds
from storage.post.rounds import Round
from storage.tables import Chat, JournalAnswer, JournalSheet, Member, Preference

_SHEETS = cast(Table, JournalSheet.__table__)
_SHEET = _SHEETS.c
_OF_ISSUES = _SHEET.issue_id.in_(bindparam("issues", expanding=True))
_SUBMITTED = (
    select(_SHEET.id, _SHEET.member_id)
    .where(_OF_ISSUES, _SHEET.state == SheetState.SUBMITTED.value)
    .order_by(_SHEET.id)
    .limit(bindparam("limit"))
)
_GRADE = (
    update(_SHEETS)
    .where(_SHEET.id == bindparam("sheet"), _SHEET.state == SheetState.SUBMITTED.value)
    .values(
        state=bindparam("verdict"),
        graded_at=bindparam("at"),
        right=bindparam("right_ones"),
        rule_version=bindparam("rule"),
    )
)
_CAN_EARN = select(Member.earns).where(Member.id == bindparam("member"))
_QUEUE = rounds.queues(
    JournalDeadline,
    select(JournalSheet)
    .join(Chat, Chat.member_id == JournalSheet.member_id)
    .outerjoin(Preference, Preference.member_id == JournalSheet.member_id)
    .where(JournalSheet.issue_id == bindparam("issue"), JournalSheet.state == SheetState.OPEN.value)
    .where(exists().where(JournalAnswer.sheet_id == JournalSheet.id, JournalAnswer.ticked != 0))
    .where(or_(Preference.journal_reminders.is_(None), Preference.journal_reminders.is_(True))),
    JournalSheet.member_id,
    rounds.given("subject"),
    rounds.given("slot"),
    hourly=True,
)


def find_ungraded(session: Session, now: datetime, limit: int = 300) -> Sequence[tuple[int, int]]:
    """(member, sheet) of submitted sheets whose answers are published by now, at most `limit`."""
    told = [one.id for one in issues.listed(session).issues if one.issue.tells(now)]
    found = session.execute(_SUBMITTED, {"issues": told, "limit": limit}).all() if told else []
    return [(row.member_id, row.id) for row in found]


def grade_all(session: Session, found: Iterable[tuple[int, int]], rulebook: Rulebook, now: datetime) -> int:
    """Grade these sheets; returns how many are graded now."""
    sheets = (journal_sheets.own(session, member_id, sheet_id) for member_id, sheet_id in found)
    return sum(grade(session, sheet, rulebook, now).state in GRADED for sheet in sheets)


def grade(session: Session, sheet: Sheet, rulebook: Rulebook, now: datetime) -> Sheet:
    """Grade the sheet, write its credit and queue the letter, if the answers are published; otherwise change nothing.

    The rules of the day of submission apply. A second grading changes nothing. Returns the sheet as it then is.
    """
    issue = sheet.listed.issue
    submitted_at = sheet.submitted_at
    if sheet.state is not SheetState.SUBMITTED or submitted_at is None or not issue.tells(now):
        return sheet
    rules = rulebook.now(submitted_at)
    verdict = _verdict(session, sheet, rules)
    values = {"verdict": verdict.value, "at": now, "right_ones": sheet.ticks.right, "rule": rules.version}
    if rows(session.execute(_GRADE, {"sheet": sheet.id} | values)) == 1:
        if verdict is SheetState.CREDITED:
            _award(session, sheet, rules, submitted_at, now)
        letters.put(session, member_id=sheet.member_id, key=JournalResult(sheet.listed.id), slot="1", at=now)
    return journal_sheets.own(session, sheet.member_id, sheet.id)


def _verdict(session: Session, sheet: Sheet, rules: Rules) -> SheetState:
    if not rules.passes_journal(sheet.ticks.right, sheet.ticks.asked):
        return SheetState.FAILED
    can_earn = session.execute(_CAN_EARN, {"member": sheet.member_id}).scalar_one()
    return SheetState.CREDITED if can_earn else SheetState.PASSED


def _award(session: Session, sheet: Sheet, rules: Rules, submitted_at: datetime, now: datetime) -> None:
    issue = sheet.listed.issue
    days = {"submission": submitted_at, "publication": issue.answers_published_at}
    gain = Gain(
        member_id=sheet.member_id,
        kind=CreditKind.JOURNAL,
        source=issue.source,
        half_units=issue.half_units,
        code=issue.code,
        title=JA.journal.name(issue.month, issue.title),
        organiser=issue.planning,
        earned_at=days[rules.journal_credit_day],
        rules=rules,
        sample=issue.sample,
    )
    earning.earn(session, gain, now)


def reminds_from(issue: JournalIssue, rules: Rules) -> datetime:
    """The moment from which members are reminded of answers that are not submitted: some days before the deadline."""
    return rounds.opens(day_of(issue.deadline) - timedelta(days=rules.journal_reminder_days))


def slot_of(issue: JournalIssue) -> str:
    """The slot of a reminder. It is the deadline's day, so that a postponed deadline is announced again."""
    return day_of(issue.deadline).isoformat()


def to_remind(session: Session, rules: Rules) -> Sequence[Round]:
    """One round for each issue: it reaches those who have answered something and not submitted it."""
    return [_round(one, rules) for one in issues.listed(session).issues]


def _round(listed: ListedIssue, rules: Rules) -> Round:
    subject, slot = JournalDeadline(listed.id).pack(), slot_of(listed.issue)
    return Round(
        JournalDeadline,
        f"{subject} {slot}",
        reminds_from(listed.issue, rules),
        listed.issue.deadline,
        _QUEUE,
        {"issue": listed.id, "subject": subject, "slot": slot},
    )
