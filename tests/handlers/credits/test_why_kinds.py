"""/why by talk: issues of the journal, trainings, declarations."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select, update

from content.attendance.attending import Claim
from content.attendance.checkin import Door
from content.attendance.training import Form
from content.declarations.declaring import Kind, Step
from content.journal import SpecialIssue
from handlers.presses.credits.why import OfDeclaration, OfSpecial
from handlers.turn import House
from storage.declarations import declarations
from storage.engine.base import bound
from storage.engine.sessions import Sessions
from storage.journal import issues as journal
from storage.tables import LateClaim
from storage.trainings import attendances
from tests import deciding, issues
from tests.asking import asks
from tests.keeping import add_evidence
from tests.storage import training as held
from tests.student import Student

DAY = timedelta(days=1)


@pytest.fixture
def student(sessions: Sessions, house: House, now: datetime) -> Student:
    return Student(sessions, house, now)


@pytest.mark.parametrize(
    ("days", "submits", "said"),
    [
        (0, False, "▶️ 解答を提出していません。"),
        (40, False, "⚠️ 締切の12月25日（金）17:00までに、解答は提出されませんでした。"),
        (40, True, "▶️ 解答がまだ公表されていません。提出された解答は保存されています。"),
    ],
)
def test_an_issue_of_the_journal(student: Student, now: datetime, days: int, submits: bool, said: str) -> None:
    with student.sessions.begin() as session:
        issues.publish(session, issues.an_issue(), now)
    student.talk.says("/journal 2026-12")
    student.talk.taps("解答する")
    for number, choices in enumerate(("1", "24", "3", "4", "5"), start=1):
        for choice in choices:
            student.talk.taps(choice)
        if number < 5:
            student.talk.taps(f"問{number + 1} ›")
    for label in ("解答を確認する", "提出に進む", "提出する") if submits else ():
        student.talk.taps(label)
    student.talk.now += days * DAY
    assert asks(student, "2026-12")[3] == said
    assert all("正解" not in line for line in student.talk.lines)


def test_special_issues_have_no_questions(student: Student, now: datetime) -> None:
    with student.sessions.begin() as session:
        journal.publish(session, SpecialIssue("2026-11-special", date(2026, 11, 1), "心不全", True), now)
    assert asks(student, "心不全")[3] == "⚠️ 特別号には、問題がありません。"
    assert student.talk.presses(OfSpecial("2026-11-special")).text.startswith("<b>2026年11月 特別号　心不全")


Attends = Callable[[Student, int, datetime], None]


def comes(student: Student, training: int, starts: datetime) -> None:
    with student.sessions.begin() as session:
        attendances.pass_door(session, student.id, training, Door.ENTRY, starts)


def comes_and_goes(student: Student, training: int, starts: datetime) -> None:
    comes(student, training, starts)
    with student.sessions.begin() as session:
        attendances.pass_door(session, student.id, training, Door.EXIT, starts)


def claims(student: Student, training: int, starts: datetime) -> None:
    with student.sessions.begin() as session:
        attendances.claim(session, student.id, training, "読み取れなかった", starts)


def is_refused(student: Student, training: int, starts: datetime) -> None:
    claims(student, training, starts)
    with student.sessions.begin() as session:
        claim = session.execute(select(LateClaim.id)).scalar_one()
        refused = bound(LateClaim, claim, {"state": Claim.REFUSED.value, "reason": "記録がありません"})
        session.execute(update(LateClaim).values(**refused))


def stays_away(student: Student, training: int, starts: datetime) -> None:
    pass


@pytest.mark.parametrize(
    ("attends", "days", "said"),
    [
        (comes_and_goes, 3, "▶️ 主催者（見本市医師会）が、受講実績をまだ登録していません。"),
        (comes, 3, "⚠️ 入室・退室の一方しか記録されていません。"),
        (comes, 0, "▶️ 退室がまだ登録されていません。"),
        (claims, 3, "▶️ 申請を担当者が確認しています。"),
        (is_refused, 3, "⚠️ 申請された出席を確認できませんでした。理由：記録がありません"),
        (stays_away, 3, "⚠️ 出席の記録がありません。"),
        (stays_away, -3, "⬜ 11月25日（水）10:00に始まる研修会です。"),
    ],
)
def test_a_training(student: Student, now: datetime, attends: Attends, days: int, said: str) -> None:
    starts = now - days * DAY
    with student.sessions.begin() as session:
        one = held.publish(session, held.training(starts), now - 9 * DAY)
    attends(student, one.id, starts)
    assert asks(student, "気管支喘息")[3] == said
    student.talk.taps("研修会の画面を見る")
    assert "気管支喘息の長期管理" in student.talk.lines[0]


def test_a_recording_is_no_attendance(student: Student, now: datetime) -> None:
    with student.sessions.begin() as session:
        held.publish(session, held.training(now - DAY, form=Form.WEB_RECORDED), now - 9 * DAY)
    assert asks(student, "気管支喘息")[3] == "⚠️ Web研修会の録画の視聴は、出席になりません。"


def declares(student: Student, held_on: date) -> int:
    """A draft with all but its files."""
    said = ((Step.WHAT, "日本内科学会総会"), (Step.DAY, held_on), (Step.UNITS, 3), (Step.CODE, 7))
    with student.sessions.begin() as session:
        begun = declarations.begin(session, student.id, Kind.CONGRESS, 10, student.now)
        for step, what in said:
            declarations.change(session, student.id, begun.id, step, what)
        file = {"name": "参加証.pdf", "mime": "application/pdf"}
        add_evidence(session, student.id, begun.id, **file, content=b"%PDF-1.7", most=5, at=student.now)
    return begun.id


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 20), "⬜ 申告書は下書きのままで、提出されていません。"),
        (date(2025, 11, 20), "⚠️ 申告書は下書きのまま、2026年4月30日（木）の期限を過ぎました。"),
    ],
)
def test_a_draft_of_a_declaration(student: Student, day: date, said: str) -> None:
    declares(student, day)
    assert asks(student, "内科学会")[1:4] == ["申告書　日本医学会分科会の学会", "", said]


def test_a_declaration_that_staff_look_at_refuse_or_accept(student: Student, house: House) -> None:
    officer = Student(student.sessions, house, student.now, no="9000000001")
    numbers = [declares(student, date(2026, 11, day)) for day in (18, 19, 20)]
    with student.sessions.begin() as session:
        for number in numbers:
            assert declarations.submit(session, student.id, number, student.now)
        deciding.refuse(session, numbers[1], staff_id=officer.id, reason="証明が読めません", at=student.now)
        deciding.accept(session, numbers[2], staff_id=officer.id, reason="", at=student.now, rulebook=house.rulebook)
    assert [line.partition("：")[2] for line in asks(student)[3:-2]] == ["不受理", "申告を確認中"]
    said = {}
    for number in numbers:
        student.talk.presses(OfDeclaration(number))
        said[number] = student.talk.lines[3]
    assert list(said.values()) == [
        "▶️ 申告書を担当者が確認しています。",
        "⚠️ 申告書は受理されませんでした。理由：証明が読めません",
        "✅ 2026年11月20日（金）に取得済です。",
    ]
    assert student.talk.lines[-2] == "📄 申告書の単位は、受講証明書の発行対象外です。"


def test_a_withdrawn_declaration_waits_for_nothing_and_can_still_be_asked_for(student: Student) -> None:
    number = declares(student, date(2026, 11, 20))
    with student.sessions.begin() as session:
        assert declarations.submit(session, student.id, number, student.now)
        assert declarations.withdraw(session, student.id, number, student.now)
    assert asks(student)[1] == "反映を待っているものはありません。"
    student.talk.taps("申告書")
    student.talk.taps("1")
    assert student.talk.lines[3] == "⚠️ 申告書は取り下げられています。"
    student.talk.taps("申告書の画面を見る")
    assert "日本内科学会総会" in student.talk.screen.text


@pytest.mark.parametrize(("days", "listed"), [(180, True), (181, False)])
def test_what_came_to_nothing_is_listed_for_half_a_year(
    student: Student, now: datetime, days: int, listed: bool
) -> None:
    """Asked for by its name it is found all the same."""
    starts = now - days * DAY
    with student.sessions.begin() as session:
        one = held.publish(session, held.training(starts), starts - DAY)
    comes(student, one.id, starts)
    assert any("気管支喘息" in line for line in asks(student)) is listed
    assert asks(student, "気管支喘息")[3].startswith("⚠️ 入室・退室の一方")
