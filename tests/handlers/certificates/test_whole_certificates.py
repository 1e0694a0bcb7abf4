"""Every total of the member of whole.py, from the buttons of /certificate to the answer about a paper."""

from datetime import date, datetime

import pytest
from sqlalchemy import select

from content.credits.since import Since
from content.values import CreditKind
from content.words import JA
from handlers.presses.certificates.certificate import LeftOut, OfPurpose
from handlers.screens.certificates import verify
from handlers.screens.screen import Screen
from handlers.turn import House
from storage.certificates import certificates, checks
from storage.credits import samples as of_samples
from storage.engine.sessions import Sessions
from storage.tables import Certificate
from tests.handlers.whole import LATER, NOTE, a_member
from tests.operators import WHOLE
from tests.student import Student

TRAININGS = f"研修会は2025年4月1日からの記録です。{LATER}"
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


@pytest.fixture
def member(sessions: Sessions, house: House, now: datetime) -> Student:
    return a_member(sessions, house, now)


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
