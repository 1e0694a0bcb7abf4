"""A sheet of the journal: answered until the deadline, submitted once, and told from one second on."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from content.journal import IssueStanding, SheetState
from content.refusals import JournalClosed, StaleButton
from content.rules import Rulebook, Rules, begins
from storage.engine.sessions import Sessions
from storage.journal import sheets
from storage.tables import Credit
from tests.conftest import NOW
from tests.issues import DEADLINE, TOLD, an_issue, publish
from tests.storage.journaling import Reader

SECOND = timedelta(seconds=1)
MOMENT = timedelta(microseconds=1)


@pytest.fixture
def reader(sessions: Sessions) -> Reader:
    return Reader(sessions)


def test_the_last_second_of_the_deadline_still_counts(reader: Reader) -> None:
    last = DEADLINE + SECOND - MOMENT
    sheet = reader.answers(5, last)
    acts: tuple[Callable[[datetime], object], ...] = (
        lambda at: reader.does(sheets.choose, reader.id, sheet.id, 1, 2, at),
        lambda at: reader.does(sheets.begin, reader.id, reader.listed, at),
        lambda at: reader.does(sheets.submit, reader.id, sheet.id, at),
    )
    for act in acts:
        with pytest.raises(JournalClosed):
            act(DEADLINE + SECOND)
    assert reader.standing(last) is IssueStanding.UNDER_WAY
    assert reader.standing(DEADLINE + SECOND) is IssueStanding.LAPSED
    assert reader.does(sheets.submit, reader.id, sheet.id, last)


def test_who_comes_late_finds_it_closed(reader: Reader) -> None:
    with pytest.raises(JournalClosed) as closed:
        reader.begins(DEADLINE + SECOND)
    assert closed.value.deadline == DEADLINE
    assert (reader.standing(DEADLINE), reader.standing(DEADLINE + SECOND)) == (IssueStanding.NEW, IssueStanding.MISSED)


def test_the_result_and_the_credit_are_hidden_until_the_second_of_publication(reader: Reader) -> None:
    reader.submits(3)
    assert reader.graded(TOLD - SECOND) == 0
    assert (reader.credits, reader.letters, reader.standing(TOLD - SECOND)) == ([], [], IssueStanding.WAITING)
    assert reader.graded(TOLD) == 1
    assert reader.credits == [(date(2026, 11, 22), 82, 2)]
    assert (reader.letters, reader.standing(TOLD)) == (["journal_result"], IssueStanding.CREDITED)
    assert reader.graded(TOLD + SECOND) == 0
    with reader.sessions.reading() as session:
        (row,) = session.execute(select(Credit)).scalars()
        assert (row.kind, row.source, row.title) == ("journal", "journal:2026-12", "日医雑誌 2026年12月号　禁煙支援")
        assert (row.earned_at, row.written_at, row.rule_version) == (NOW, TOLD, "2022-04")


@pytest.mark.parametrize(
    ("right", "standing"), [(2, IssueStanding.FAILED), (3, IssueStanding.CREDITED), (5, IssueStanding.CREDITED)]
)
def test_sixty_percent_pass(right: int, standing: IssueStanding, reader: Reader) -> None:
    reader.submits(right)
    reader.graded(TOLD)
    assert reader.standing(TOLD) is standing
    assert bool(reader.credits) is (standing is IssueStanding.CREDITED)
    with reader.sessions.reading() as session:
        sheet = sheets.of(session, reader.id, reader.listed.id)
    assert sheet is not None
    assert sheet.right == right


def test_an_account_that_cannot_earn_passes_without_credit(sessions: Sessions) -> None:
    reader = Reader(sessions, can_earn=False)
    reader.submits()
    reader.graded(TOLD)
    assert (reader.standing(TOLD), reader.credits, reader.letters) == (IssueStanding.PASSED, [], ["journal_result"])


LAST_OF_MARCH = datetime(2026, 3, 31, 14, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("rule", "submitted", "earned"),
    [
        ("submission", LAST_OF_MARCH, date(2026, 3, 31)),
        ("submission", LAST_OF_MARCH + SECOND, date(2026, 4, 1)),
        ("publication", LAST_OF_MARCH, date(2026, 6, 1)),
        ("publication", LAST_OF_MARCH + SECOND, date(2026, 6, 1)),
    ],
)
def test_the_day_of_the_credit(rule: Any, submitted: datetime, earned: date, reader: Reader) -> None:
    told = begins(date(2026, 6, 1))
    spring = an_issue("2026-03", deadline=begins(date(2026, 4, 25)), told=told)
    reader.listed = reader.does(publish, spring, submitted)
    reader.submits(at=submitted)
    assert reader.graded(told, Rulebook([(date.min, Rules(version="test", journal_credit_day=rule))])) == 1
    assert reader.credits == [(earned, 82, 2)]


@pytest.mark.parametrize(
    ("submitted", "standing"), [("11-30", IssueStanding.CREDITED), ("12-01", IssueStanding.FAILED)]
)
def test_the_rules_are_those_of_the_day_of_submission(submitted: str, standing: IssueStanding, reader: Reader) -> None:
    """The mark rises on 1 December, between the submission and the publication of the answers."""
    before, after = (Rules(version=name, journal_pass_pct=pct) for name, pct in (("before", 60), ("after", 80)))
    book = Rulebook([(date.min, before), (date(2026, 12, 1), after)])
    reader.submits(3, at=datetime.fromisoformat(f"2026-{submitted}T12:00:00+00:00"))
    reader.graded(TOLD, book)
    assert reader.standing(TOLD) is standing
    assert bool(reader.credits) is (standing is IssueStanding.CREDITED)


def test_what_is_submitted_is_final(reader: Reader) -> None:
    sheet = reader.submits(3)
    assert reader.does(sheets.submit, reader.id, sheet.id, NOW) is False
    with pytest.raises(StaleButton):
        reader.does(sheets.choose, reader.id, sheet.id, 1, 2, NOW)
    with pytest.raises(StaleButton):
        reader.does(sheets.submit, reader.id + 1, sheet.id, NOW)
    assert reader.begins().state is SheetState.SUBMITTED


def test_a_sheet_with_a_gap_is_not_submitted(reader: Reader) -> None:
    sheet = reader.begins()
    reader.does(sheets.choose, reader.id, sheet.id, 1, 1, NOW)
    with pytest.raises(StaleButton):
        reader.does(sheets.submit, reader.id, sheet.id, NOW)
