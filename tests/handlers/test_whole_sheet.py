"""A member whose every total was computed by hand, at an operator that keeps the kinds of credit from different days.

Today is Sunday 22 November 2026. Courses are kept from 1 April 2024, the journal and trainings from 1 April 2025, and
declarations from 1 April 2026. The member filed 地域包括診療 twice (last on 1 June 2025), and holds a 認定証 of
1 December 2025: so the window of the 60 is fiscal 2025 to 2027.

    day          kind           CC  credits  FY     in 60   地域包括診療, 2024-11-23 to 2026-11-22
    2024-10-01   training       74  1        2024   no      before it
    2025-04-10   lecture        29  1        2025   yes     e-learning of 29 counts: filed twice
    2025-05-20   training       75  1.5      2025   yes     counts
    2025-11-30   journal        82  1        2025   yes     never
    2026-01-15   declaration     7  2        2025   yes     never; before declarations were kept
    2026-06-14   cooperation    74  1        2026   yes     e-learning of 74 counts: filed twice
    2026-08-01   declaration    81  1.5      2026   yes     never
    2026-10-05   sample course  76  4        2026   no      no; in the demo alone it is in all of these

    fiscal 2024: 1 credit, code 74                   fiscal 2025: 1 + 1.5 + 1 + 2 = 5.5, codes 7 29 75 82
    fiscal 2026: 1 + 1.5 = 2.5, codes 74 81          window: 5.5 + 2.5 = 8, codes 7 29 74 75 81 82 = 6; 14; missing 46
    hours: training 1.5, e-learning 1 + 1 = 2; 3.5 together; by code 29: 1, 74: 1, 75: 1.5, 76: 0; journal and
    declarations 1 + 2 + 1.5 = 4.5 credits apart
    on certificates: 1 + 1.5 + 1 = 3.5 from April 2025, 4.5 from April 2024
    in the demo: fiscal 2026 2.5 + 4 = 6.5, codes 74 76 81; window 8 + 4 = 12, 7 codes; 19; missing 41;
    hours 3.5 + 4 = 7.5
"""

from dataclasses import replace
from datetime import date, datetime

import pytest
from sqlalchemy import select

from content.operator import Purpose, RecordFrom
from content.rules import begins
from content.since import Since
from content.values import CreditKind
from content.words import JA
from handlers.presses.browse import Codes
from handlers.presses.certificate import LeftOut, OfPurpose
from handlers.presses.credits import Year
from handlers.presses.fees import Psychotropic, UntilToday
from handlers.presses.function_report import OpenReport
from handlers.presses.goal import OpenWay, ShowPicture
from handlers.presses.why import Numbers
from handlers.screens import verify
from handlers.screens.screen import Screen
from handlers.turn import House
from storage.certificates import certificates, checks
from storage.credits import samples as of_samples
from storage.engine.sessions import Sessions
from storage.people import noted
from storage.tables import Certificate
from tests.operators import WHOLE
from tests.student import Student

KEPT = RecordFrom.model_validate(
    {
        **dict.fromkeys(("lecture", "cooperation"), "2024-04-01"),
        **dict.fromkeys(("journal", "training"), "2025-04-01"),
        "declaration": "2026-04-01",
    }
)
CREDITS = (
    (date(2024, 10, 1), CreditKind.TRAINING, 74, 2),
    (date(2025, 4, 10), CreditKind.LECTURE, 29, 2),
    (date(2025, 5, 20), CreditKind.TRAINING, 75, 3),
    (date(2025, 11, 30), CreditKind.JOURNAL, 82, 2),
    (date(2026, 1, 15), CreditKind.DECLARATION, 7, 4),
    (date(2026, 6, 14), CreditKind.COOPERATION, 74, 2),
    (date(2026, 8, 1), CreditKind.DECLARATION, 81, 3),
)
LATER = "それより前の単位は、含まれない場合があります。"
DECLARATIONS = f"申告書は2026年4月1日からの記録です。{LATER}"
THREE = f"日医雑誌 問題解答・研修会は2025年4月1日、申告書は2026年4月1日からの記録です。{LATER}"


@pytest.fixture
def member(sessions: Sessions, house: House, now: datetime) -> Student:
    one = Student(
        sessions,
        replace(house, profile=WHOLE.model_copy(update={"record_from": KEPT, "certificates_serve": list(Purpose)})),
        now,
    )
    for day, kind, code, half_units in CREDITS:
        one.earns(f"{day}", code, begins(day), half_units=half_units, kind=kind)
    one.earns("invented", 76, begins(date(2026, 10, 5)), title="架空の講座", half_units=8, sample=True)
    with sessions.begin() as session:
        noted.file(session, one.id, 2, date(2025, 6, 1))
        noted.certify(session, one.id, date(2025, 12, 1))
    return one


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


@pytest.mark.parametrize(
    ("period", "half_units", "since"),
    [
        ("2025/4/1-2026/11/21", 7, ()),
        ("2024/4/1-2026/11/21", 9, (Since(CreditKind.TRAINING, date(2025, 4, 1)),)),
    ],
)
def test_a_certificate(member: Student, period: str, half_units: int, since: tuple[Since, ...]) -> None:
    member.talk.certifies(period)
    with member.sessions.reading() as session:
        facts = certificates.facts(session, session.execute(select(Certificate.id)).scalar_one())
    assert (facts.half_units, facts.since) == (half_units, since)
    assert facts.issuer.name == WHOLE.name.ja


TRAININGS = f"研修会は2025年4月1日からの記録です。{LATER}"
NOTE = "⚠️ デモのため、見本の単位も合計に含みます。実際の単位ではありません。"
NONE = "単位なし"
ON_BUTTONS = [
    # purpose; this year, last year, both, this month, last month, two years to yesterday; does it reach too far back
    ("general", "1単位", "2.5単位", "3.5単位", NONE, NONE, None, False),
    ("e_learning", "1単位", "1単位", "2単位", NONE, NONE, None, False),
    ("chronic", "1単位", "2.5単位", "3.5単位", NONE, NONE, "3.5単位", True),
    ("psychotropic", NONE, NONE, NONE, NONE, NONE, None, False),
    ("specialist", NONE, NONE, NONE, NONE, NONE, None, False),
]
NAMED = ("今年度", "前年度", "前年度と今年度", "今月", "先月")


@pytest.mark.parametrize(("purpose", "sums", "years", "late"), [(one[0], one[1:6], *one[6:]) for one in ON_BUTTONS])
def test_the_periods_of_a_certificate(
    member: Student, purpose: str, sums: tuple[str, ...], years: str | None, late: bool
) -> None:
    member.talk.presses(OfPurpose(purpose))
    shown = [label for (label,) in member.talk.labels[:-2]]
    until = [f"昨日までの2年　{years}"] if years else []
    assert shown == [*until, *(f"{name}　{said}" for name, said in zip(NAMED, sums, strict=True))]
    assert (TRAININGS in member.talk.lines) is (LATER in member.talk.screen.text) is late
    assert NOTE not in member.talk.screen.text


def test_the_first_buttons_of_a_certificate(member: Student) -> None:
    member.talk.says("/certificate")
    assert member.talk.labels[:2] == [["一般 今年度 1単位"], ["一般 前年度 2.5単位"]]
    assert LATER not in member.talk.screen.text
    with member.sessions.begin() as session:
        of_samples.let_count(session, member.now)
    member.talk.says("/certificate")
    assert member.talk.labels[:2] == [["一般 今年度 5単位"], ["一般 前年度 2.5単位"]]
    assert NOTE in member.talk.lines


def test_the_preview_of_a_certificate(member: Student) -> None:
    member.talk.says("/certificate 2024/4/1-2026/11/21")
    lines = member.talk.lines
    assert lines[3] == "合計：4.5単位・3コード（4件）"
    assert TRAININGS in lines
    assert "申告書の単位は、受講証明書の発行対象外です。" in member.talk.screen.text
    assert [line.partition("（")[2] for line in lines if "発行対象外" in line] == [
        "2件・3.5単位）",
        "2025-11-30・1単位）",
    ]
    member.talk.says("/certificate 2025/4/1-2026/11/21")
    assert member.talk.lines[3] == "合計：3.5単位・3コード（3件）"
    assert LATER not in member.talk.screen.text
    with member.sessions.begin() as session:
        of_samples.let_count(session, member.now)
    member.talk.says("/certificate 2025/4/1-2026/11/21")
    assert member.talk.lines[3:5] == ["合計：7.5単位・4コード（4件）", NOTE]
    days = (date(2026, 4, 1).toordinal(), date(2026, 11, 21).toordinal())
    member.talk.presses(LeftOut("psychotropic", *days, True, 1))
    assert "2026年10月5日（月） 見本　架空の講座　4単位：用途の対象外" in member.talk.lines


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


def test_a_paper_with_a_sample_says_so_wherever_its_sum_is(member: Student) -> None:
    with member.sessions.begin() as session:
        of_samples.let_count(session, member.now)
    member.talk.certifies("2025/4/1-2026/11/21")
    (paper,) = member.receives(member.now)
    assert isinstance(paper, Screen)
    assert paper.text.split("\n")[3:5] == ["合計 7.5単位", NOTE]
    with member.sessions.begin() as session:
        number = session.execute(select(Certificate.id)).scalar_one()
        certificates.keep_paper(session, number, b"%PDF-1.7", "0" * 64, member.now)
        found = checks.by_number(session, member.sessions.cipher, certificates.facts(session, number).number)
    assert found is not None
    assert "取得単位　見本　7.5単位（カリキュラムコード 4種類）" in verify.file(JA, found).text


def test_in_the_list_of_what_is_missing_a_sample_has_its_mark(member: Student) -> None:
    with member.sessions.begin() as session:
        of_samples.let_count(session, member.now)
    member.earns("of today", 8, member.now, title="架空の演習", sample=True)
    member.loses("invented")
    member.talk.says("/why")
    named = [line.partition("　")[2] for line in member.talk.lines]
    assert {"見本　架空の演習：証明書は明日から", "見本　架空の講座：取消"} <= set(named)
