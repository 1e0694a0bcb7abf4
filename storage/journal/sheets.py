"""A member's only sheet for an issue of the journal: answered by taps and submitted once, or received as a postcard."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import Enum
from typing import Any, cast

from sqlalchemy import Row, Select, Table, and_, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from content.journal import Channel, IssueStanding, JournalIssue, ListedIssue, SheetState, Ticks
from content.refusals import JournalClosed, StaleButton
from content.sheet import Chosen, Sheet
from storage.engine.answers import EVERY_BIT, Answers
from storage.engine.statements import insert_new, rows, run
from storage.journal import issues
from storage.tables import JournalAnswer, JournalSheet
from storage.tables import JournalIssue as IssueRow

_SHEETS = cast(Table, JournalSheet.__table__)
_SHEET = _SHEETS.c
_ANSWERS = Answers(JournalAnswer, JournalSheet)
_MINE = _SHEET.member_id == bindparam("member")
_READ = select(
    _SHEET.id,
    _SHEET.member_id,
    _SHEET.issue_id,
    _SHEET.edition_id,
    _SHEET.channel,
    _SHEET.state,
    _SHEET.submitted_at,
    _SHEET.right,
    IssueRow.edition_id.label("shown_edition"),
).join(IssueRow, and_(IssueRow.id == _SHEET.issue_id, IssueRow.edition_id.is_not(None)))  # those of withdrawn ones rest
_OWN = _READ.where(_MINE)
_OF_ISSUE = _OWN.where(_SHEET.issue_id == bindparam("issue"))
_THIS = _OWN.where(_SHEET.id == bindparam("sheet"))
# under this lock no answer can arrive between reading the answers and submitting the sheet
_THIS_LOCKED = _THIS.with_for_update(of=_SHEETS)
_OF_ISSUE_LOCKED = _OF_ISSUE.with_for_update(of=_SHEETS)
_NEW = insert_new(JournalSheet)
_SUBMIT = (
    update(_SHEETS)
    .where(_SHEET.id == bindparam("sheet"), _MINE, _SHEET.state == SheetState.OPEN.value)
    .values(
        state=SheetState.SUBMITTED.value,
        channel=bindparam("by"),
        edition_id=bindparam("edition"),
        submitted_at=bindparam("at"),
    )
)
_EMPTY = delete(JournalAnswer).where(JournalAnswer.sheet_id == bindparam("sheet"))


class Taken(Enum):
    """The outcome of a postcard."""

    NEW = "taken"
    UNCHANGED = "taken before"
    BY_WEB = "the member has submitted by web, and one way excludes the other"


def of(session: Session, member_id: int, issue_id: int) -> Sheet | None:
    """The member's sheet for this issue, if it was begun."""
    found = session.execute(_OF_ISSUE, {"member": member_id, "issue": issue_id}).all()
    return next(iter(_read(session, found)), None)


def every(session: Session, member_id: int) -> Mapping[int, Sheet]:
    """All sheets of a member, by the issue's id."""
    return {sheet.listed.id: sheet for sheet in _read(session, session.execute(_OWN, {"member": member_id}).all())}


def standing(sheet: Sheet | None, issue: JournalIssue, now: datetime) -> IssueStanding:
    """How the member with this sheet (or without one) stands with the issue."""
    takes = issue.takes_answers(now)
    if sheet is None:
        return IssueStanding.NEW if takes else IssueStanding.MISSED
    if sheet.state is SheetState.OPEN:
        return IssueStanding.UNDER_WAY if takes else IssueStanding.LAPSED
    return IssueStanding.WAITING if sheet.state is SheetState.SUBMITTED else IssueStanding(sheet.state.value)


def own(session: Session, member_id: int, sheet_id: int) -> Sheet:
    """The member's sheet with this number, in any state. Raises StaleButton if the member has no such sheet."""
    return _this(session, _THIS, member_id, sheet_id)


def answering(session: Session, member_id: int, sheet_id: int, at: datetime) -> Sheet:
    """The same if it can still be answered. Otherwise raises StaleButton, or JournalClosed after the deadline."""
    found = own(session, member_id, sheet_id)
    if found.state is not SheetState.OPEN:
        raise StaleButton
    _admit(found.listed.issue, at)
    return found


def begin(session: Session, member_id: int, listed: ListedIssue, at: datetime) -> Sheet:
    """The member's sheet for this issue, in any state; begun now if the member has none. Raises JournalClosed after the
    deadline, unless the sheet is submitted.
    """
    found = of(session, member_id, listed.id)
    if found is None or found.state is SheetState.OPEN:
        _admit(listed.issue, at)
    if found is not None:
        return found
    run(session, _NEW, _fresh(member_id, listed, Channel.WEB, at))
    (begun,) = _read(session, session.execute(_OF_ISSUE, {"member": member_id, "issue": listed.id}).all())
    return begun


def choose(
    session: Session, member_id: int, sheet_id: int, place: int, choice: int, at: datetime, *, off: bool = False
) -> Chosen:
    """Tick the choice with this number. It replaces another tick unless several may be ticked. `off`: untick it.

    The same act twice changes nothing further. Raises StaleButton if sheet, place or choice can't be answered, and
    JournalClosed after the deadline.
    """
    sheet = answering(session, member_id, sheet_id, at)
    try:
        bit, several = sheet.ticks.bit(place, choice), sheet.ticks.question(place).several
    except LookupError:
        raise StaleButton from None
    if off and not several:
        raise StaleButton
    kept, added = EVERY_BIT ^ bit if several else 0, 0 if off else bit
    changed = _ANSWERS.put(session, member_id=member_id, sheet_id=sheet_id, place=place, kept=kept, added=added, at=at)
    return Chosen(answering(session, member_id, sheet_id, at), changed)


def submit(session: Session, member_id: int, sheet_id: int, at: datetime) -> bool:
    """Submit an open sheet, for ever; False if it was submitted before. Raises StaleButton if a question is unanswered
    or the sheet is another member's, and JournalClosed after the deadline.
    """
    sheet = _this(session, _THIS_LOCKED, member_id, sheet_id)
    if sheet.state is not SheetState.OPEN:
        return False
    _admit(sheet.listed.issue, at)
    if sheet.ticks.unanswered:
        raise StaleButton
    return _close(session, sheet, Channel.WEB, sheet.edition_id, at)


def put_postcard(
    session: Session, member_id: int, listed: ListedIssue, ticked: Iterable[int], received_at: datetime, now: datetime
) -> Taken:
    """Record a postcard's answers. They replace answers that the member began by web and has not submitted."""
    run(session, _NEW, _fresh(member_id, listed, Channel.POSTCARD, now))
    values = {"member": member_id, "issue": listed.id}
    (sheet,) = _read(session, session.execute(_OF_ISSUE_LOCKED, values).all())
    if sheet.state is not SheetState.OPEN:
        return Taken.UNCHANGED if sheet.channel is Channel.POSTCARD else Taken.BY_WEB
    session.execute(_EMPTY, {"sheet": sheet.id})
    answers = [
        {"sheet_id": sheet.id, "question": place, "ticked": bits, "at": received_at}
        for place, bits in enumerate(ticked, start=1)
        if bits
    ]
    if answers:
        session.execute(insert(JournalAnswer), answers)
    _close(session, sheet, Channel.POSTCARD, listed.edition_id, received_at)
    return Taken.NEW


def _close(session: Session, sheet: Sheet, by: Channel, edition_id: int, at: datetime) -> bool:
    values = {"sheet": sheet.id, "member": sheet.member_id, "by": by.value, "edition": edition_id, "at": at}
    return rows(session.execute(_SUBMIT, values)) == 1


def _admit(issue: JournalIssue, at: datetime) -> None:
    if not issue.takes_answers(at):
        raise JournalClosed(issue.deadline)


def _fresh(member_id: int, listed: ListedIssue, channel: Channel, at: datetime) -> dict[str, object]:
    return {
        "member_id": member_id,
        "issue_id": listed.id,
        "edition_id": listed.edition_id,
        "channel": channel.value,
        "state": SheetState.OPEN.value,
        "begun_at": at,
    }


def _this(session: Session, statement: Select[*tuple[Any, ...]], member_id: int, sheet_id: int) -> Sheet:
    found = _read(session, session.execute(statement, {"member": member_id, "sheet": sheet_id}).all())
    if not found:
        raise StaleButton
    return found[0]


def _read(session: Session, found: Iterable[Row[*tuple[Any, ...]]]) -> tuple[Sheet, ...]:
    every = list(found)
    editions = issues.by_edition(session, {row.edition_id for row in every} | {row.shown_edition for row in every})
    ticked = _ANSWERS.of_each(session, [row.id for row in every])
    return tuple(_sheet(row, editions[row.edition_id], editions[row.shown_edition], ticked[row.id]) for row in every)


def _sheet(row: Row[*tuple[Any, ...]], seen: object, shown: object, ticked: Mapping[int, int]) -> Sheet:
    if not isinstance(seen, JournalIssue):
        raise LookupError(f"sheet {row.id} is of an edition without questions")
    now = shown if isinstance(shown, JournalIssue) else seen  # calling an issue special afterwards takes nothing away
    asked = now if now.asks_the_same(seen) else seen
    ticks = Ticks(asked, tuple(ticked.get(place, 0) for place in range(1, len(asked.questions) + 1)))
    return Sheet(
        id=row.id,
        member_id=row.member_id,
        listed=ListedIssue(row.issue_id, row.shown_edition, now),
        edition_id=row.edition_id,
        channel=Channel(row.channel),
        state=SheetState(row.state),
        submitted_at=row.submitted_at,
        right=row.right,
        ticks=ticks,
    )
