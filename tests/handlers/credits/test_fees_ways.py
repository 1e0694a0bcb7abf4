"""/fees: dates by hand, the certificate of the period, what is checked by oneself, and buttons that were made up."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from content.refusals import BadPeriod, NotLoggedIn, StaleButton
from content.rules import begins
from content.values import CreditKind
from handlers.press import MOST, Press
from handlers.presses.credits.fees import (
    OfPeriod,
    OpenFees,
    OwnPeriod,
    PaperFor,
    Psychotropic,
    Rows,
    Topics,
    UntilToday,
)
from handlers.turn import House
from storage.certificates import certificates
from storage.credits import ledger
from storage.engine.sessions import Sessions
from storage.people.chat import Caller
from storage.tables import Certificate
from tests import samples
from tests.storage import training
from tests.student import Student
from tests.talk import Talk

TODAY = date(2026, 11, 22)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
FIRST = date(2024, 11, 23)
FORGED = (
    (0, 0),
    (-1, TODAY.toordinal()),
    (0, TODAY.toordinal()),
    (TODAY.toordinal(), YESTERDAY.toordinal()),
    (TODAY.toordinal(), TOMORROW.toordinal()),
    (1, date.max.toordinal() + 1),
    (MOST, MOST),
    (-MOST, -MOST),
)


@pytest.fixture
def student(sessions: Sessions, house: House, now: datetime) -> Student:
    return Student(sessions, house, now)


def period(student: Student) -> str:
    return student.talk.lines[1]


@pytest.mark.parametrize(
    ("said", "shown", "as_long"),
    [
        ("2024/4/1-2026/3/31", "2024年4月1日（月）から2026年3月31日（火）まで", True),
        ("２０２４年２月２９日から２０２６年２月２８日まで", "2024年2月29日（木）から2026年2月28日（土）まで", True),
        ("2024/4/1-2026/3/30", "2024年4月1日（月）から2026年3月30日（月）まで", False),
        ("2024/4/1-2026/4/1", "2024年4月1日（月）から2026年4月1日（水）まで", False),
        ("2026/11/22-2026/11/22", "2026年11月22日（日）から2026年11月22日（日）まで", False),
        ("0001/1/1-0001/1/2", "1年1月1日（月）から1年1月2日（火）まで", False),
        ("0001/1/1-2026/11/22", "1年1月1日（月）から2026年11月22日（日）まで", False),
    ],
)
def test_dates_by_hand_and_by_command(student: Student, said: str, shown: str, as_long: bool) -> None:
    student.talk.says(f"/fees {said}")
    assert period(student) == shown
    student.talk.presses(OwnPeriod())
    student.talk.says(said)
    assert period(student) == shown
    assert ("⚠️ 要件の「連続する2年間」と長さの異なる期間です。" in student.talk.lines) is not as_long


@pytest.mark.parametrize(
    "wrong",
    ["2年間", "2026/11/22-2026/11/23", "2026/3/31-2024/4/1", "2025/2/29-2026/3/31", "2026/4/1" + " " * 4000],
)
def test_dates_that_are_none_are_refused_and_asked_for_still(student: Student, wrong: str) -> None:
    with pytest.raises(BadPeriod):
        student.talk.says(f"/fees {wrong.strip()}")
    student.talk.presses(OwnPeriod())
    with pytest.raises(BadPeriod):
        student.talk.says(wrong)
    student.talk.says("2024/4/1-2026/3/31")
    assert period(student).startswith("2024年4月1日")
    student.talk.says("74")
    assert student.talk.lines[0] == "<b>検索　74</b>"


@pytest.mark.parametrize(("first", "last"), FORGED)
def test_days_that_no_button_carries(student: Student, first: int, last: int) -> None:
    forged: tuple[Press, ...] = (
        OfPeriod(first, last),
        Rows(first, last, 1),
        Topics(first, last),
        PaperFor(first, last),
    )
    for press in forged:
        with pytest.raises(StaleButton):
            student.talk.presses(press)


@pytest.mark.parametrize("page", [0, -1, 2, MOST, -MOST])
def test_a_page_that_there_is_none_of_is_the_nearest(student: Student, page: int) -> None:
    student.earns("a", 20, begins(YESTERDAY), title="題")
    student.talk.presses(Rows(FIRST.toordinal(), TODAY.toordinal(), page))
    assert "題（CC 20）" in student.talk.lines[-1]
    student.talk.presses(Psychotropic(page))
    assert "題（CC 20）" in student.talk.screen.text


def test_the_certificate_of_the_period_that_is_shown(student: Student) -> None:
    for slug, day in (("before", date(2024, 3, 31)), ("first", date(2024, 4, 1)), ("last", date(2026, 3, 31))):
        student.earns(slug, 74, begins(day), kind=CreditKind.TRAINING)
    student.earns("after", 74, begins(date(2026, 4, 1)), kind=CreditKind.TRAINING)
    student.talk.says("/fees 2024/4/1-2026/3/31")
    shown = student.talk.lines
    student.talk.taps("この期間の証明書を発行する")
    student.talk.taps("‹ 戻る")
    assert student.talk.lines == shown
    student.talk.taps("この期間の証明書を発行する")
    assert "用途：一般" in student.talk.lines
    student.talk.issues()
    assert "2024年4月1日（月）から2026年3月31日（火）まで" in student.talk.screen.text
    with student.sessions.reading() as session:
        (number,) = session.execute(select(Certificate.id)).scalars()
        facts = certificates.facts(session, number)
    assert [line.title for line in facts.lines] == ["first", "last"]
    student.talk.presses(PaperFor(date(2020, 4, 1).toordinal(), date(2020, 4, 2).toordinal()))
    assert "この期間に、受講証明書に記載できる単位はありません。" in student.talk.lines


def test_what_has_no_code_is_to_be_checked_by_oneself(student: Student) -> None:
    student.talk.presses(UntilToday())
    student.talk.taps("項目を確認する")
    signed = [line for line in student.talk.lines if line.startswith("⬜")]
    assert signed == ["⬜ 服薬管理", "⬜ 健康相談", "⬜ 介護保険", "⬜ 禁煙指導", "⬜ 在宅医療"]
    assert "新型コロナウイルス感染症における臨時的な取扱い" in student.talk.screen.text
    assert student.talk.lines[-1] == (
        "📄 手続きで必要とされる書類には、MAMISから出力した受講証明書をご利用ください。"
        "このボットの受講証明書は使用できません。"
    )
    student.talk.taps("‹ 戻る")
    assert period(student) == "2024年11月23日（土）から2026年11月22日（日）まで"
    student.talk.taps("‹ 戻る")
    assert student.talk.lines[0] == "<b>診療報酬などの研修</b>"


@pytest.mark.parametrize(("prefecture", "told"), [("大阪府", True), ("京都府", False)])
def test_what_was_held_in_osaka_counts_and_is_certified_elsewhere(
    student: Student, house: House, prefecture: str, told: bool
) -> None:
    held = begins(YESTERDAY, 14)
    one = training.training(held, prefecture=prefecture, code=74)
    with student.sessions.begin() as session:
        training.publish(session, one, held)
        assert ledger.award(
            session,
            member_id=student.id,
            kind=CreditKind.TRAINING,
            source=one.source,
            half_units=one.half_units,
            code=one.code,
            title=one.title,
            organiser=one.organiser,
            earned_at=one.starts_at,
            rules=house.rulebook.at(one.held_on),
        )
    student.talk.presses(UntilToday())
    assert "CC 74 高血圧症　1.5時間" in student.talk.lines
    student.talk.taps("内訳を見る")
    assert ("大阪府で開催された研修会等の受講証明書は、大阪府医師会にご依頼ください。" in student.talk.lines) is told


def test_figures_are_private(student: Student, house: House) -> None:
    student.earns("a", 74, begins(YESTERDAY), kind=CreditKind.TRAINING)
    student.earns("b", 20, begins(YESTERDAY))
    with student.sessions.begin() as session:
        other = samples.member(session, student.now, no="1000000002")
    talk = Talk(student.sessions, house, student.now, Caller(other, can_earn=True))
    talk.presses(UntilToday())
    assert talk.lines[3].startswith("合計　0時間")
    talk.presses(Psychotropic(1))
    assert talk.lines[1].startswith("合計　0単位")
    talk.member = None
    for press in (OpenFees(), UntilToday(), Psychotropic(1)):
        with pytest.raises(NotLoggedIn):
            talk.presses(press)
    with pytest.raises(NotLoggedIn):
        talk.says("/fees")
