"""The credits: where a member stands, and a fiscal year in detail; sums of the ledger's rows."""

from datetime import date, datetime, timedelta

import pytest

from content.refusals import NotLoggedIn, StaleButton
from content.rules import begins
from content.study.course import CommonLecture
from content.values import CreditKind
from handlers.presses.credits.credits import Credits, Year
from handlers.presses.credits.goal import OpenWay
from handlers.turn import House
from storage.engine.sessions import Sessions
from storage.people.chat import Caller
from tests import samples
from tests.student import Student
from tests.talk import Talk


@pytest.fixture
def student(sessions: Sessions, house: House, now: datetime) -> Student:
    return Student(sessions, house, now)


def test_this_year_by_kind_the_goal_and_the_years_before(student: Student) -> None:
    student.earns("高血圧", 74, begins(date(2026, 11, 22)))
    student.earns("血圧の測り方", 74, begins(date(2026, 11, 21)), half_units=1, kind=CreditKind.COOPERATION)
    student.earns("感染対策", 8, begins(date(2026, 4, 1)), half_units=3, kind=CreditKind.TRAINING)
    student.earns("前の年度の最後の日", 7, begins(date(2026, 3, 31)))
    student.earns("古い", 1, begins(date(2024, 4, 1)), half_units=1)
    student.earns("期間の前", 2, begins(date(2024, 3, 31)))
    student.talk.says("/credits")
    assert student.talk.lines == [
        "<b>取得単位　2026年度</b>",
        "合計　3単位・2コード",
        "生涯教育講座 1単位　協力講座 0.5単位　研修会 1.5単位",
        "取得したCC　8・74",
        "",
        "認定証（60）に向けて　2024～2026年度",
        "前回の認定証の発行日が未登録のため、直近3年度による見込みです（/settings で登録できます）。",
        "4.5単位 ＋ 4コード ＝ 8.5 / 60",
        "▓░░░░░░░░░░░　あと51.5",
        "2027年4月1日（木）に1.5（0.5単位 ＋ 1コード）が期間から外れ、7になります。",
        "",
        "2025年度　1単位・1コード",
        "2024年度　0.5単位・1コード",
        "2023年度　1単位・1コード",
    ]
    assert student.talk.labels == [
        ["図で見る"],
        ["明細を見る", "60の内訳を見る"],
        ["コードを見る", "証明書を発行"],
        ["次に受講するとよい講座"],
        ["60までの毎月の計画"],
        ["単位が反映されないときは"],
        ["2025年度", "2024年度"],
        ["2023年度"],
        ["‹ 戻る"],
    ]


def test_a_year_in_detail(student: Student) -> None:
    student.earns("高血圧", 74, begins(date(2026, 11, 22)))
    student.earns("感染症の研修会", 8, begins(date(2026, 4, 1)), kind=CreditKind.TRAINING)
    student.earns("前の年度の最後の日", 7, begins(date(2026, 3, 31)))
    student.talk.presses(Credits())
    student.talk.taps("明細を見る")
    assert student.talk.lines == [
        "<b>取得単位　2026年度</b>",
        "合計　2単位・2コード",
        "生涯教育講座 1単位　研修会 1単位",
        "取得したCC　8・74",
        "",
        "1　11月22日（日） 高血圧（CC 74）　1単位",
        "2　4月1日（水） 感染症の研修会（CC 8）　1単位　研修会",
        "",
        "単位を押すと、その単位の計上方法と証明書への記載を確認できます。",
        "📄 受講証明書は、取得した日の翌日以降に /certificate から発行できます。",
    ]
    assert student.talk.labels == [["証明書を発行"], ["1 高血圧"], ["2 感染症の研修会"], ["‹ 戻る"]]
    student.talk.taps("‹ 戻る")
    student.talk.taps("2025年度")
    assert student.talk.lines[5] == "1　3月31日（火） 前の年度の最後の日（CC 7）　1単位"


def test_in_english(student: Student) -> None:
    student.talk.language = "en"
    student.earns("高血圧", 74, begins(date(2026, 11, 22)))
    student.talk.says("/credits")
    assert student.talk.lines == [
        "<b>Credits, fiscal 2026</b>",
        "Total: 1 credit, 1 code",
        "Association course: 1 credit",
        "Codes earned: CC 74",
        "",
        "Progress to the certificate (60), fiscal 2024–2026",
        "A forecast from the last three fiscal years: you have not noted your last certificate (see /settings).",
        "1 credit + 1 code = 2 / 60",
        "░░░░░░░░░░░░  58 to go",
        "Nothing drops out of the period on Thu 1 Apr 2027.",
    ]


def test_common_lectures_are_counted_apart_by_category(student: Student) -> None:
    for number, (category, half_units) in enumerate(
        [("必修講習A 感染対策", 2), ("必修講習A 感染対策", 1), ("任意講習", 2)]
    ):
        student.given(samples.course(f"c{number}", code=8, common=CommonLecture(category, half_units)))
        student.watches(1, 2)
        student.sits("passed")
    student.talk.says("/credits")
    assert student.talk.lines[7] == "3単位 ＋ 1コード ＝ 4 / 60"
    assert student.talk.lines[-1] == "専門医共通講習（60には含みません）　必修講習A 感染対策 1.5単位・任意講習 1単位"


def test_nothing_yet(student: Student) -> None:
    student.talk.says("/credits")
    assert student.talk.lines[:2] == ["<b>取得単位　2026年度</b>", "2026年度に取得した単位は、まだありません。"]
    assert "0単位 ＋ 0コード ＝ 0 / 60" in student.talk.lines
    assert student.talk.labels[1:3] == [["コードを見る", "証明書を発行"], ["次に受講するとよい講座"]]


def test_a_reversed_credit_is_in_no_sum_and_no_list(student: Student) -> None:
    student.earns("高血圧", 74, begins(date(2026, 11, 22)))
    student.earns("感染対策", 8, begins(date(2026, 4, 1)))
    student.loses("高血圧")
    student.talk.presses(Year(2026, 1))
    assert student.talk.lines[1] == "合計　1単位・1コード"
    assert student.talk.lines[3:6] == ["取得したCC　8", "", "1　4月1日（水） 感染対策（CC 8）　1単位"]
    student.loses("感染対策")
    student.talk.presses(Credits())
    assert student.talk.lines[1] == "2026年度に取得した単位は、まだありません。"
    assert "0単位 ＋ 0コード ＝ 0 / 60" in student.talk.lines


def test_the_year_and_the_window_change_with_japans_first_of_april(student: Student) -> None:
    student.earns("高血圧", 74, begins(date(2026, 11, 22)))
    student.earns("古い", 1, begins(date(2024, 4, 1)))
    student.talk.now = begins(date(2027, 4, 1)) - timedelta(seconds=1)
    student.talk.presses(Credits())
    assert student.talk.lines[0] == "<b>取得単位　2026年度</b>"
    assert "2単位 ＋ 2コード ＝ 4 / 60" in student.talk.lines
    student.talk.now = begins(date(2027, 4, 1))
    student.talk.presses(Credits())
    assert student.talk.lines[0] == "<b>取得単位　2027年度</b>"
    assert "1単位 ＋ 1コード ＝ 2 / 60" in student.talk.lines
    assert "2026年度" in student.talk.labels[6]


@pytest.mark.parametrize(("count", "pages"), [(8, 1), (9, 2)])
def test_many_credits_are_paged_under_one_total(student: Student, count: int, pages: int) -> None:
    for number in range(count):
        student.earns(f"題{number}", number, begins(date(2026, 5, 1) + timedelta(days=number)))
    student.talk.presses(Year(2026, 1))
    assert student.talk.lines[1] == f"合計　{count}単位・{count}コード"
    assert ([f"1 / {pages}", "›"] in student.talk.labels) is (pages > 1)
    if pages > 1:
        student.talk.taps("›")
        assert student.talk.lines[1] == "合計　9単位・9コード"
        assert student.talk.lines[5:7] == ["9　5月1日（金） 題0（CC 0）　1単位", ""]


@pytest.mark.parametrize(
    ("argument", "year"), [("2025", 2025), ("2024", 2026), ("x", 2026), ("２０２５", 2026), ("-1", 2026)]
)
def test_a_year_by_command(student: Student, argument: str, year: int) -> None:
    student.earns("古い", 1, begins(date(2025, 4, 1)))
    student.talk.says(f"/credits {argument}")
    assert student.talk.lines[0] == f"<b>取得単位　{year}年度</b>"


@pytest.mark.parametrize("year", [0, -1, 2024, 10**17])
def test_a_forged_year_shows_nothing(student: Student, year: int) -> None:
    with pytest.raises(StaleButton):
        student.talk.presses(Year(year, 1))


def test_an_account_that_can_not_earn_is_told(sessions: Sessions, house: House, now: datetime) -> None:
    student = Student(sessions, house, now, can_earn=False)
    student.talk.says("/credits")
    assert student.talk.lines[1] == "⚠️ このユーザーIDでは、単位の取得ができません。"
    assert student.talk.labels == [["コードを見る", "証明書を発行"], ["単位が反映されないときは"], ["‹ 戻る"]]
    student.talk.presses(OpenWay(1))
    assert student.talk.lines[1] == "⚠️ このユーザーIDでは、単位の取得ができません。"


def test_credits_are_private(student: Student, house: House) -> None:
    student.earns("高血圧", 74, begins(date(2026, 11, 22)))
    with student.sessions.begin() as session:
        other = samples.member(session, student.now, no="1000000002")
    talk = Talk(student.sessions, house, student.now, Caller(other, can_earn=True))
    for said, shows in (("/credits", "1単位"), ("/credits 2026", "高血圧（"), ("/codes", "取得済 1コード")):
        student.talk.says(said)
        assert shows in student.talk.screen.text
        talk.says(said)
        assert shows not in talk.screen.text
    talk.member = None
    with pytest.raises(NotLoggedIn):
        talk.says("/credits")
