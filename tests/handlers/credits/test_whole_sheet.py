"""Every total of the member of whole.py, on the screens of the record and of what it is needed for."""

from datetime import date, datetime

import pytest

from content.credits.since import Since
from content.values import CreditKind
from handlers.presses.credits.credits import Year
from handlers.presses.credits.fees import Psychotropic, UntilToday
from handlers.presses.credits.function_report import OpenReport
from handlers.presses.credits.goal import OpenWay, ShowPicture
from handlers.presses.credits.why import Numbers
from handlers.presses.study.browse import Codes
from handlers.turn import House
from storage.credits import samples as of_samples
from storage.engine.sessions import Sessions
from tests.handlers.whole import DECLARATIONS, LATER, NOTE, THREE, a_member
from tests.student import Student


@pytest.fixture
def member(sessions: Sessions, house: House, now: datetime) -> Student:
    return a_member(sessions, house, now)


def test_the_credits(member: Student) -> None:
    member.talk.says("/credits")
    lines = member.talk.lines
    assert lines[1] == "合計　2.5単位・2コード"
    assert lines[2] == "協力講座 1単位　申告書 1.5単位"
    assert "認定証（60）に向けて　2025～2027年度" in lines
    assert "8単位 ＋ 6コード ＝ 14 / 60" in lines
    assert [line for line in lines if "あと46" in line]
    assert "2025年度　5.5単位・4コード" in lines
    assert "2024年度　1単位・1コード" in lines
    assert lines[-1] == THREE


@pytest.mark.parametrize(
    ("year", "total", "since"),
    [
        (2026, "合計　2.5単位・2コード", None),
        (2025, "合計　5.5単位・4コード", DECLARATIONS),
        (2024, "合計　1単位・1コード", THREE),
    ],
)
def test_the_years(member: Student, year: int, total: str, since: str | None) -> None:
    member.talk.presses(Year(year, 1))
    assert member.talk.lines[1] == total
    assert (LATER in member.talk.screen.text) is bool(since)
    assert since is None or since in member.talk.lines


def test_the_60_in_all_its_places(member: Student) -> None:
    member.talk.presses(ShowPicture())
    assert "8単位 ＋ 6コード ＝ 14 / 60" in member.talk.lines
    assert member.talk.lines[-1] == DECLARATIONS
    picture = member.talk.screen.picture
    assert picture is not None
    assert picture.since == (Since(CreditKind.DECLARATION, date(2026, 4, 1)),)
    assert (picture.goal.window.sum.halves, picture.goal.missing) == (28, 92)
    member.talk.presses(Numbers(1))
    assert member.talk.lines[1] == "8単位 ＋ 6コード ＝ 14"
    assert member.talk.lines[-1] == DECLARATIONS
    member.talk.presses(OpenWay(1))
    assert member.talk.lines[1].startswith("60まで、あと46です。")
    assert member.talk.lines[-1] == DECLARATIONS


def test_comprehensive_care(member: Student) -> None:
    member.talk.presses(UntilToday())
    lines = member.talk.lines
    assert lines[1] == "2024年11月23日（土）から2026年11月22日（日）まで"
    assert lines[3].startswith("合計　3.5時間（要件：連続する2年間に20時間以上）")
    assert [line.rpartition("　")[2] for line in lines if line.startswith("CC ")] == [
        "1時間",
        "1時間",
        "1.5時間",
        "0時間",
    ]
    assert "研修会　1.5時間" in lines
    assert "e-ラーニング　2時間" in lines
    assert "日医雑誌 問題解答・申告書　4.5単位（算入されません）" in lines
    assert THREE in lines


def test_the_other_requirements(member: Student) -> None:
    member.talk.presses(Psychotropic(1))
    assert member.talk.lines[1].startswith("合計　0単位")
    assert f"日医e-ラーニングは2024年4月1日、{THREE}" in member.talk.lines
    member.talk.presses(OpenReport("this"))
    assert "日医生涯教育制度の単位　合計 2.5単位" in member.talk.lines
    assert LATER not in member.talk.screen.text
    member.talk.presses(OpenReport("two"))
    assert "日医生涯教育制度の単位　合計 8単位" in member.talk.lines
    assert DECLARATIONS in member.talk.lines


def test_the_codes(member: Student) -> None:
    member.talk.presses(Codes(1, "all"))
    assert "取得済 3コード（うち2025～2027年度 3）" in member.talk.lines
    assert "ほかに研修会・申告書で取得済 3コード（うち2025～2027年度 3）" in member.talk.lines
    assert member.talk.lines[-1] == f"日医e-ラーニングは2024年4月1日、{THREE}"


def test_the_sample_is_listed_and_in_no_sum(member: Student) -> None:
    member.talk.presses(Year(2026, 1))
    assert "1　10月5日（月） 見本　架空の講座（CC 76）　4単位" in member.talk.lines
    assert "「見本」の単位は、合計に含まれません。" in member.talk.lines
    member.talk.presses(Numbers(1))
    assert "架空の講座" not in member.talk.screen.text


def test_the_same_in_the_demo(member: Student) -> None:
    """There the sample is in every sum, each total says so, and since when the record is complete is said as well."""
    with member.sessions.begin() as session:
        of_samples.let_count(session, member.now)
    sums = {
        Year(2026, 1): ("合計　6.5単位・3コード", None),
        ShowPicture(): ("12単位 ＋ 7コード ＝ 19 / 60", DECLARATIONS),
        Numbers(1): ("12単位 ＋ 7コード ＝ 19", DECLARATIONS),
        UntilToday(): ("合計　7.5時間（要件：連続する2年間に20時間以上）", THREE),
        OpenReport("two"): ("日医生涯教育制度の単位　合計 12単位", DECLARATIONS),
    }
    for press, (total, since) in sums.items():
        member.talk.presses(press)
        assert total in member.talk.lines
        assert NOTE in member.talk.lines
        assert (since in member.talk.lines) if since else (LATER not in member.talk.screen.text)
    member.talk.presses(OpenWay(1))
    assert any(line.startswith("60まで、あと41です。") for line in member.talk.lines)


def test_in_the_list_of_what_is_missing_a_sample_has_its_mark(member: Student) -> None:
    with member.sessions.begin() as session:
        of_samples.let_count(session, member.now)
    member.earns("of today", 8, member.now, title="架空の演習", sample=True)
    member.loses("invented")
    member.talk.says("/why")
    named = [line.partition("　")[2] for line in member.talk.lines]
    assert {"見本　架空の演習：証明書は明日から", "見本　架空の講座：取消"} <= set(named)
