"""One credit of a sample beside a real one: outside the demo it is in no total; in the demo every total says so."""

from dataclasses import replace
from datetime import date

import pytest

from content.rules import begins
from content.study.course import CommonLecture
from content.text.periods import Named
from content.values import CreditKind
from handlers.presses.credits.common_lectures import OpenCommon
from handlers.presses.credits.credits import Credits, Year
from handlers.presses.credits.fees import Psychotropic, Rows, UntilToday
from handlers.presses.credits.function_report import OpenReport
from handlers.presses.credits.goal import OpenWay
from handlers.presses.credits.why import Numbers
from handlers.presses.study.browse import Codes, OpenCode
from handlers.presses.study.course import OpenCourse
from handlers.turn import House
from storage.certificates import certificates
from storage.credits import ledger
from storage.credits import samples as of_samples
from storage.engine.sessions import Sessions
from storage.staff import member_card
from tests import samples
from tests.handlers.sitting import Sitter, result
from tests.quizzes import FIVE, a_course
from tests.student import Student

NOTE = "⚠️ デモのため、見本の単位も合計に含みます。実際の単位ではありません。"
REAL, SAMPLE = date(2026, 11, 20), date(2026, 11, 21)


@pytest.fixture(params=[False, True], ids=["real", "demo"])
def demo(request: pytest.FixtureRequest, sessions: Sessions, now: object) -> bool:
    """Whether the record is the demo's."""
    if request.param:
        with sessions.begin() as session:
            of_samples.let_count(session, begins(REAL))
    return bool(request.param)


@pytest.fixture
def student(sessions: Sessions, house: House, demo: bool) -> Student:
    """A member with 1.5 real credits of CC 20 and 2 credits of a sample of CC 74, in this fiscal year."""
    student = Student(sessions, house, begins(date(2026, 11, 22)))
    student.earns("不眠", 20, begins(REAL), half_units=3)
    student.earns("高血圧", 74, begins(SAMPLE), half_units=4, sample=True)
    return student


def test_the_credits_and_the_goal(student: Student, demo: bool) -> None:
    student.talk.says("/credits")
    assert student.talk.lines[1:4] == (
        ["合計　3.5単位・2コード", "生涯教育講座 3.5単位", "取得したCC　20・74"]
        if demo
        else ["合計　1.5単位・1コード", "生涯教育講座 1.5単位", "取得したCC　20"]
    )
    assert ("3.5単位 ＋ 2コード ＝ 5.5 / 60" if demo else "1.5単位 ＋ 1コード ＝ 2.5 / 60") in student.talk.lines
    assert (NOTE in student.talk.lines) is demo


def test_a_year_lists_the_sample_with_its_mark(student: Student, demo: bool) -> None:
    student.talk.presses(Year(2026, 1))
    total, note = student.talk.lines[1], student.talk.lines[4]
    assert total == ("合計　3.5単位・2コード" if demo else "合計　1.5単位・1コード")
    assert note == (NOTE if demo else "「見本」の単位は、合計に含まれません。")
    assert "1　11月21日（土） 見本　高血圧（CC 74）　2単位" in student.talk.lines
    assert "2　11月20日（金） 不眠（CC 20）　1.5単位" in student.talk.lines


def test_how_each_credit_counts(student: Student, demo: bool) -> None:
    student.talk.presses(Year(2026, 1))
    student.talk.taps("1")
    assert isinstance(student.talk.buttons[-1].press, Year)
    alone = "⚠️ 見本の単位です（2026年11月21日（土））。単位の合計、60、受講証明書には含まれません。"
    text = student.talk.screen.text
    assert (alone in text, "2026年度の合計に含まれています。" in text) == (not demo, demo)
    assert ("見本の単位です。実際の単位ではありません。" in text) is demo


def test_the_rows_of_the_goal(student: Student, demo: bool) -> None:
    student.talk.presses(Numbers(1))
    assert ("見本　高血圧" in student.talk.screen.text, NOTE in student.talk.lines) == (demo, demo)
    assert student.talk.lines[1] == ("3.5単位 ＋ 2コード ＝ 5.5" if demo else "1.5単位 ＋ 1コード ＝ 2.5")


def test_the_picture_and_the_plan(student: Student, demo: bool) -> None:
    student.given(samples.course("real", "本物", code=1), samples.course("sample", "見本の講座", code=2, sample=True))
    student.talk.says("/credits 図")
    picture = student.talk.screen.picture
    assert picture is not None
    assert (picture.goal.sample, picture.goal.window.sum.halves) == (demo, 11 if demo else 5)
    assert (NOTE in student.talk.lines) is demo
    student.talk.presses(OpenWay(1))
    offered = [one.press for one in student.talk.buttons if isinstance(one.press, OpenCourse)]
    assert (len(offered), NOTE in student.talk.lines) == (2 if demo else 1, demo)


def test_the_codes(student: Student, demo: bool) -> None:
    student.talk.presses(Codes(1, "all"))
    assert (NOTE in student.talk.lines) is demo
    earned = next(line for line in student.talk.lines if "取得" in line and "コード" in line)
    assert ("2コード" if demo else "1コード") in earned
    student.talk.presses(OpenCode(74, 1, "all"))
    assert "✅ 2026年11月21日（土） 見本　高血圧　2単位・生涯教育講座" in student.talk.lines


def test_the_figures_of_the_fees(student: Student, demo: bool) -> None:
    student.earns("研修", 29, begins(REAL), kind=CreditKind.TRAINING, half_units=2)
    student.earns("見本の研修", 29, begins(SAMPLE), kind=CreditKind.TRAINING, half_units=6, sample=True)
    student.talk.presses(UntilToday())
    hours = "7.5" if demo else "2.5"  # 1.5 + 1, and 2 + 3 of the samples
    assert any(line.startswith("合計") and hours in line for line in student.talk.lines)
    assert (NOTE in student.talk.lines) is demo
    student.talk.presses(Rows(date(2024, 11, 23).toordinal(), date(2026, 11, 22).toordinal(), 1))
    assert ("見本　高血圧" in student.talk.screen.text) is demo
    student.talk.presses(Psychotropic(1))
    assert (NOTE in student.talk.lines) is demo


def test_the_sum_of_the_function_report(student: Student, demo: bool) -> None:
    student.talk.presses(OpenReport(Named.THIS_YEAR.value))
    assert ("3.5単位" if demo else "1.5単位") in student.talk.screen.text
    assert (NOTE in student.talk.lines) is demo


def test_common_lectures_of_samples(student: Student, demo: bool) -> None:
    for slug, sample in (("c1", False), ("c2", True)):
        student.given(samples.course(slug, code=8, common=CommonLecture("必修講習A 感染対策", 2), sample=sample))
        student.watches(1, 2)
        student.sits("passed")
    student.talk.presses(OpenCommon(1))
    assert ("必修講習A 感染対策　2単位" if demo else "必修講習A 感染対策　1単位") in student.talk.lines
    assert (NOTE in student.talk.lines) is demo
    student.talk.presses(Credits())
    said = f"専門医共通講習（60には含みません）　必修講習A 感染対策 {2 if demo else 1}単位"
    assert said in student.talk.lines


def test_what_staff_see(student: Student, demo: bool, sessions: Sessions) -> None:
    with sessions.reading() as session:
        card = member_card.card(session, student.id, student.now)
    assert (card.years[0][1].half_units, card.sample) == (7 if demo else 3, demo)


def test_a_certificate(student: Student, demo: bool) -> None:
    student.talk.certifies("2026/4/1-2026/11/22")
    with student.sessions.reading() as session:
        facts = certificates.facts(session, 1)
    assert ([line.half_units for line in facts.lines], facts.sample) == ([3, 4] if demo else [3], demo)


def test_only_samples_make_no_certificate(student: Student, demo: bool) -> None:
    other = Student(student.sessions, student.talk.house, student.now, no="1000000002")
    other.earns("高血圧", 74, begins(SAMPLE), sample=True)
    other.talk.says("/certificate 2026/4/1-2026/11/22")
    assert ("記載できる単位はありません" in other.talk.screen.text) is not demo
    assert ("この内容で発行する" in [button.label for button in other.talk.buttons]) is demo


def test_a_passed_test_says_what_it_brought(sessions: Sessions, house: House, demo: bool) -> None:
    sitter = Sitter(sessions, house, begins(date(2026, 11, 22)), replace(a_course(FIVE), sample=True))
    said = result(sitter.sits(5)).text
    assert "見本の単位です。実際の単位ではありません。" in said
    assert ("2026年度の合計は 1単位・1コードです。" in said) is demo
    assert ("受講証明書は" in said) is demo


def test_a_sample_that_stands_is_not_earned_again(student: Student, demo: bool) -> None:
    with student.sessions.reading() as session:
        assert ledger.has(session, student.id, "course:高血圧", sample=True)
        assert {one.source for one in ledger.entries(session, student.id)} == (
            {"course:不眠", "course:高血圧"} if demo else {"course:不眠"}
        )
