"""A member with every kind of record. It is made by the same acts as in life, each at its own moment.

What /credits and the other screens have to say of it was computed by hand: see tests/handlers/credits/test_sheet.py.
"""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from content.attendance.checkin import Door
from content.declarations.declaring import Kind as Learning
from content.declarations.declaring import Step
from content.importing.member_record import MemberRecord
from content.journal import JournalIssue
from content.rules import Rulebook, begins
from content.staff.filing import Decided
from content.study.course import CommonLecture, Kind
from storage.credits import ledger
from storage.declarations import declarations
from storage.engine.sessions import Sessions
from storage.journal import due, sheets
from storage.people import members
from storage.study import progress
from storage.trainings import attendances, registration
from tests import deciding, issues, samples
from tests.keeping import add_evidence
from tests.storage import training as held

NUMBER = "1000000001"
BOOK = Rulebook()
NOON = timedelta(hours=12)
LAST_SECOND_OF_2023 = datetime(2024, 3, 31, 14, 59, 59, tzinfo=UTC)
FIRST_SECOND_OF_2024 = datetime(2024, 3, 31, 15, 0, 0, tzinfo=UTC)
LAST_SECOND_OF_2025 = datetime(2026, 3, 31, 14, 59, 59, tzinfo=UTC)
TODAY = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)


class Keeper:
    """Writes the record of one member, `id`."""

    def __init__(self, sessions: Sessions) -> None:
        self.sessions = sessions
        with sessions.begin() as session:
            for number, name in ((NUMBER, "見本 葵"), ("9000000001", "見本 事務")):
                members.put(session, sessions.cipher, MemberRecord(number, name, date(1972, 2, 4)), TODAY)
            self.id, self.staff = (
                members.account(session, sessions.cipher, number, member_no=True, mamis_id=False).id
                for number in (NUMBER, "9000000001")
            )

    def writes(self) -> AbstractContextManager[Session]:
        return self.sessions.begin()

    def learns(self, slug: str, title: str, code: int, at: datetime, **more: Any) -> None:
        """Watch and pass a course at that moment."""
        with self.writes() as session:
            listed = samples.publish(session, samples.course(slug, title, code, **more), at)
            samples.watch_all(session, self.id, listed, at)
            samples.sit(session, self.id, listed, "passed", at)
            assert progress.earn_if_due(session, self.id, listed, BOOK.now(at), at)

    def answers(self, issue: JournalIssue, at: datetime) -> None:
        """Answer an issue of the journal rightly, and submit it at that moment."""
        with self.writes() as session:
            listed = issues.publish(session, issue, at)
            sheet = sheets.begin(session, self.id, listed, at)
            for place, choices in enumerate(issues.RIGHTS, start=1):
                for choice in choices:
                    sheets.choose(session, self.id, sheet.id, place, choice, at)
            assert sheets.submit(session, self.id, sheet.id, at)

    def is_told(self, at: datetime) -> None:
        """Have those answers graded that are published by then."""
        with self.writes() as session:
            due.grade_all(session, due.find_ungraded(session, at), BOOK, at)

    def attends(self, slug: str, title: str, code: int, day: date, *, registered: date | None, **more: Any) -> None:
        """Attend a training of that day, through both doors. Its organiser registers it on a later day, or not yet
        (None).
        """
        starts = begins(day) + NOON
        one = held.training(starts, slug, title=title, code=code, **more)
        with self.writes() as session:
            listed = held.publish(session, one, starts - timedelta(days=9))
            for door in Door:
                attendances.pass_door(session, self.id, listed.id, door, starts)
            if registered is not None:
                present = held.present(slug, (NUMBER, one.half_units))
                assert registration.register(session, present, BOOK, begins(registered)) == 1

    def declares(self, day: date, code: int, half_units: int, *, accepted: date) -> None:
        """Declare a congress on the day after it; staff accept it on a later day."""
        at = begins(day + timedelta(days=1))
        said: Mapping[Step, object] = {Step.WHAT: "見本学会", Step.DAY: day, Step.UNITS: half_units, Step.CODE: code}
        with self.writes() as session:
            one = declarations.begin(session, self.id, Learning.CONGRESS, 10, at)
            for step, what in said.items():
                declarations.change(session, self.id, one.id, step, what)
            file = {"name": "参加証.pdf", "mime": "application/pdf"}
            add_evidence(session, self.id, one.id, **file, content=b"%PDF-1.7", most=5, at=at)
            assert declarations.submit(session, self.id, one.id, at)
            decided = begins(accepted)
            accept = deciding.accept(session, one.id, staff_id=self.staff, reason="確認済", at=decided, rulebook=BOOK)
            assert accept is Decided.NEW

    def loses(self, source: str, why: str, at: datetime) -> None:
        with self.writes() as session:
            assert ledger.reverse(session, self.id, source, reason=why, author_id=self.staff, at=at)


def keep(sessions: Sessions) -> Keeper:
    """Make the whole record."""
    one = Keeper(sessions)
    one.learns("professionalism", "医師のプロフェッショナリズム", 1, begins(date(2023, 6, 10)) + NOON)
    one.learns("safety", "医療の質と安全", 7, LAST_SECOND_OF_2023)
    infection = CommonLecture("必修講習A 感染対策", 2)
    one.learns("infection", "感染対策", 8, FIRST_SECOND_OF_2024, common=infection)
    at = begins(date(2025, 5, 20)) + NOON
    one.learns("measuring", "血圧の測り方", 74, at, kind=Kind.COOPERATION, half_units=1)
    one.answers(_issue("2025-09", 82, date(2025, 10, 25), date(2025, 11, 1)), begins(date(2025, 9, 20)) + NOON)
    one.is_told(begins(date(2025, 11, 1)))
    one.answers(_issue("2026-03", 81, date(2026, 4, 25), date(2026, 5, 25)), LAST_SECOND_OF_2025)
    one.is_told(begins(date(2026, 5, 25)))
    safety = CommonLecture("必修講習A 医療安全", 2)
    one.attends("asthma", "気管支喘息", 79, date(2026, 6, 14), registered=date(2026, 6, 20), common_lecture=safety)
    osaka = {"prefecture": "大阪府", "half_units": 2, "common_lecture": None}
    one.attends("osaka", "糖尿病", 76, date(2026, 7, 5), registered=date(2026, 7, 10), **osaka)
    one.declares(date(2026, 8, 1), 7, 3, accepted=date(2026, 9, 1))
    one.learns("insomnia", "不眠", 20, begins(date(2026, 10, 1)) + NOON)
    one.loses("course:insomnia", "二重の登録", begins(date(2026, 10, 5)))
    one.attends("late", "地域連携", 13, date(2026, 11, 10), registered=None, common_lecture=None)
    one.answers(_issue("2026-11", 80, date(2026, 12, 25), date(2027, 2, 1)), begins(date(2026, 11, 15)))
    one.learns("hypertension", "高血圧", 74, TODAY)
    with one.writes() as session:
        samples.publish(session, samples.course("ethics", "臨床倫理", 2), TODAY)
    return one


def _issue(slug: str, code: int, deadline: date, told: date) -> JournalIssue:
    last = begins(deadline) - timedelta(seconds=1)
    return replace(issues.an_issue(slug, deadline=last, told=begins(told), code=code), title=f"特集{code}")
