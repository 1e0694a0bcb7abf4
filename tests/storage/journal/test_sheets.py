"""The journal's postcards, races, editions and reminders."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event, func, select
from sqlalchemy.orm import Session

from content.credits.credit import By
from content.journal import Channel, IssueStanding, ListedIssue, SheetState, SpecialIssue
from content.refusals import NoSuchIssue, StaleButton
from content.values import CreditKind, Reminder
from storage.credits import ledger
from storage.engine.sessions import Sessions
from storage.journal import due as journal_due
from storage.journal import issues, sheets
from storage.journal.sheets import Taken
from storage.people import chats, preferences
from storage.post import letters
from storage.tables import JournalAnswer, JournalSheet
from tests import samples
from tests.conftest import NOW
from tests.issues import DEADLINE, RIGHTS, TOLD, an_issue, marks, publish, with_key
from tests.queued import queue
from tests.storage.journaling import BOOK, Reader
from tests.storage.racing import meanwhile

SECOND = timedelta(seconds=1)
MOMENT = timedelta(microseconds=1)


@pytest.fixture
def reader(sessions: Sessions) -> Reader:
    return Reader(sessions)


def test_web_or_postcard_but_never_both(reader: Reader) -> None:
    assert reader.sends() is Taken.NEW
    assert reader.sends(marks(5)) is Taken.UNCHANGED
    assert reader.begins().channel is Channel.POSTCARD
    reader.graded(TOLD)
    assert reader.credits == [(date(2026, 11, 22), 82, 2)]


def test_a_postcard_after_the_web_is_refused(reader: Reader) -> None:
    reader.submits(2)
    assert reader.sends(marks(5)) is Taken.BY_WEB
    reader.graded(TOLD)
    assert (reader.credits, reader.standing(TOLD)) == ([], IssueStanding.FAILED)


def test_what_was_only_begun_by_web_gives_way_to_a_postcard(reader: Reader) -> None:
    sheet = reader.answers(5)
    assert reader.sends((0, 0, 4, 8, 16)) is Taken.NEW
    with reader.sessions.reading() as session:
        now = sheets.of(session, reader.id, reader.listed.id)
    assert now is not None
    assert (now.id, now.channel, now.state) == (sheet.id, Channel.POSTCARD, SheetState.SUBMITTED)
    assert (now.ticks.ticked, now.ticks.right) == ((0, 0, 4, 8, 16), 3)


def test_two_submissions_at_once_are_one(reader: Reader) -> None:
    sheet = reader.answers()

    def submit(session: Session) -> bool:
        return sheets.submit(session, reader.id, sheet.id, NOW)

    one, two = meanwhile(reader.sessions, submit, submit)
    assert (one, two.result()) == (True, False)


def test_a_postcard_and_a_submission_at_once(reader: Reader) -> None:
    sheet = reader.answers()
    one, two = meanwhile(
        reader.sessions,
        lambda session: sheets.put_postcard(session, reader.id, reader.listed, marks(3), NOW, NOW),
        lambda session: sheets.submit(session, reader.id, sheet.id, NOW),
    )
    assert (one, two.result()) == (Taken.NEW, False)
    with reader.sessions.reading() as session:
        assert session.execute(select(func.count()).select_from(JournalSheet)).scalar_one() == 1
        assert session.execute(select(func.count()).select_from(JournalAnswer)).scalar_one() == 5


def test_no_answer_lands_after_a_submission_that_has_not_committed(reader: Reader) -> None:
    sheet = reader.answers()
    _, tap = meanwhile(
        reader.sessions,
        lambda session: sheets.submit(session, reader.id, sheet.id, NOW),
        lambda session: sheets.choose(session, reader.id, sheet.id, 1, 2, NOW),
    )
    with pytest.raises(StaleButton):
        tap.result()
    with reader.sessions.reading() as session:
        assert sheets.own(session, reader.id, sheet.id).ticks.right == 5


def test_graded_by_many_at_once_it_is_credited_once(reader: Reader) -> None:
    reader.submits()
    with reader.sessions.begin() as session:
        sheet = sheets.of(session, reader.id, reader.listed.id)
    with ThreadPoolExecutor(4) as pool:
        acts = [pool.submit(reader.does, journal_due.grade, sheet, BOOK, TOLD) for _ in range(8)]
        assert {act.result().state for act in acts} == {SheetState.CREDITED}
    assert (len(reader.credits), reader.letters) == (1, ["journal_result"])


def test_what_staff_granted_and_took_back_is_not_credited_by_the_grading(reader: Reader) -> None:
    reader.submits()
    with reader.sessions.begin() as session:
        issue, staff = reader.listed.issue, samples.member(session, NOW, no="1000000002")
        by = By("不具合による不足の補正", staff)
        about = (CreditKind.JOURNAL, issue.source, issue.half_units, issue.code, issue.title, issue.planning)
        names = ("kind", "source", "half_units", "code", "title", "organiser")
        given: dict[str, Any] = dict(zip(names, about, strict=True))
        assert ledger.award(session, member_id=reader.id, **given, earned_at=NOW, rules=BOOK.now(NOW), by=by)
        assert ledger.reverse(session, reader.id, issue.source, reason="誤り", author_id=staff, at=NOW)
    assert reader.graded(TOLD) == 1
    assert reader.credits == []


def test_a_corrected_key_holds_for_the_same_questions(reader: Reader) -> None:
    """One who has answered keeps his questions; the dates and the key are those of the edition that is shown."""
    reader.submits(5)
    other = ((2,), (2, 4), (3,), (4,), (5,))
    later = replace(with_key(an_issue(), other), answers_published_at=TOLD + SECOND)
    reader.does(publish, later, NOW)
    assert reader.graded(TOLD) == 0
    reader.graded(TOLD + SECOND)
    with reader.sessions.reading() as session:
        sheet = sheets.of(session, reader.id, reader.listed.id)
    assert sheet is not None
    assert sheet.right == 4


def test_other_questions_leave_a_sheet_with_its_own(reader: Reader) -> None:
    sheet = reader.submits(5)
    reworded = replace(an_issue(rights=((5,),)), answers_published_at=TOLD)
    reader.does(publish, reworded, NOW)
    reader.graded(TOLD)
    with reader.sessions.reading() as session:
        assert sheets.own(session, reader.id, sheet.id).right == 5


@pytest.mark.parametrize("answered", [True, False])
def test_only_answers_that_wait_are_remembered_and_once_a_deadline(reader: Reader, answered: bool) -> None:
    rules = BOOK.now(NOW)
    morning = datetime(2026, 12, 21, 20, 0, tzinfo=UTC)  # 05:00 of the 22nd

    def due(at: datetime) -> int:
        with reader.sessions.begin() as session:
            return queue(session, journal_due.to_remind(session, rules), at)

    with reader.sessions.begin() as session:
        chats.bind(session, chats.meet(session, reader.sessions.cipher, 7, "ja", NOW), reader.id, NOW)
    sheet = reader.begins()
    assert due(morning - SECOND) == 0
    if answered:
        reader.does(sheets.choose, reader.id, sheet.id, 1, 1, NOW)
    assert [due(at) for at in (morning - SECOND, morning, morning)] == [0, int(answered), 0]
    reader.does(sheets.choose, reader.id, sheet.id, 1, 1, morning)
    assert due(morning + SECOND) == 0, "who begins so late knows the deadline"
    reader.does(publish, replace(an_issue(), deadline=DEADLINE + timedelta(days=7)), morning)
    assert [due(at) for at in (morning, morning + timedelta(days=7))] == [0, 1]
    reader.does(preferences.set_reminders, reader.id, wanted=False, kinds=(Reminder.JOURNAL,))
    reader.does(publish, replace(an_issue(), deadline=DEADLINE + timedelta(days=9)), morning)
    assert due(morning + timedelta(days=9)) == 0


def test_special_issues_have_no_questions(sessions: Sessions) -> None:
    special = SpecialIssue("2026-11-special", date(2026, 11, 1), "特別号", True)
    with sessions.begin() as session:
        done = issues.publish(session, special, NOW)
        again = issues.publish(session, special, NOW)
        kept = issues.publish(session, an_issue(), NOW)
        revised = issues.publish(session, with_key(an_issue(), [*RIGHTS[1:], (1,)]), NOW)
        back = issues.publish(session, an_issue(), NOW)
    assert [one.outcome for one in (done, again, kept, revised, back)] == [
        "new",
        "unchanged",
        "new",
        "revised",
        "revised",
    ]
    assert (kept.edition, revised.edition, back.edition) == (1, 2, 1)
    with sessions.reading() as session:
        every = issues.listed(session)
        assert every.specials == (special,)
        assert [one.issue for one in every.issues] == [an_issue()]
        with pytest.raises(NoSuchIssue):
            issues.by_slug(session, special.slug)


def test_a_letter_is_of_the_issue(reader: Reader) -> None:
    reader.submits()
    reader.graded(TOLD)
    with reader.sessions.begin() as session:
        (letter,) = letters.claim(session, TOLD)
    assert letter.key.issue == reader.listed.id


def test_a_made_up_tap_is_none(reader: Reader) -> None:
    sheet = reader.begins()
    for place, choice, off in ((0, 1, False), (6, 1, False), (1, 0, False), (1, 6, False), (1, 1, True)):
        with pytest.raises(StaleButton):
            reader.does(sheets.choose, reader.id, sheet.id, place, choice, NOW, off=off)
    assert isinstance(reader.listed, ListedIssue)


def test_the_answers_of_all_sheets_come_by_one_statement(reader: Reader) -> None:
    """However many issues a member has answered."""
    reader.answers()
    with reader.sessions.begin() as session:
        for number in range(1, 9):
            issues.publish(session, replace(an_issue(), slug=f"2025-{number:02}"), NOW)
            listed = issues.by_slug(session, f"2025-{number:02}")
            sheets.begin(session, reader.id, listed, NOW)
    asked: list[str] = []

    def hear(_on: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        with reader.sessions.reading() as session:
            every = sheets.every(session, reader.id)
    finally:
        event.remove(Engine, "before_cursor_execute", hear)
    assert len(every) == 9
    assert len([one for one in asked if "FROM journal_answers" in one]) == 1
    assert every[reader.listed.id].ticks.asked == 5
