"""What a certificate shows for each purpose, of a member whose record was counted by hand; and the edges of periods."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from content.certificates.certificate import CertificateFacts, Subtotal
from content.operator import Purpose
from content.rules import begins, day_of
from content.study.course import CommonLecture
from content.values import CertificatePurpose, CreditKind
from handlers.presses.certificates.certificate import Certificates, LeftOut, OfPurpose
from handlers.presses.credits.noted import NoteFilings
from handlers.turn import House
from storage.certificates import certificates
from storage.credits import ledger
from storage.engine.sessions import Sessions
from storage.tables import Certificate
from tests.operators import WHOLE
from tests.storage import training
from tests.student import Student

TODAY = date(2026, 11, 22)
SERVING = WHOLE.model_copy(update={"certificates_serve": list(Purpose)})
SAFETY, INFECTION, FREE = (
    CommonLecture(category, 2) for category in ("必修講習A 医療安全", "必修講習A 感染対策", "任意講習 臨床研究")
)
LECTURE, COOPERATION, JOURNAL, TRAINING, DECLARATION = CreditKind
RECORD: tuple[tuple[str, CreditKind, int, int, str, CommonLecture | None], ...] = (
    ("高血圧", LECTURE, 74, 2, "", None),
    ("不眠", LECTURE, 20, 2, "", None),
    ("不安", COOPERATION, 69, 2, "", None),
    ("うつ", LECTURE, 70, 2, "", None),
    ("安全", LECTURE, 7, 2, "", SAFETY),
    ("感染", TRAINING, 8, 3, "東京都", INFECTION),
    ("認知", TRAINING, 29, 2, "東京都", None),
    ("睡眠", TRAINING, 20, 1, "京都府", None),
    ("脂質", TRAINING, 75, 2, "大阪府", FREE),
    ("雑誌", JOURNAL, 20, 2, "", None),
    ("申告", DECLARATION, 69, 3, "", None),
)
"""Title, kind, code, half-units, where it was held, what it brought to the second ledger; each of an earlier day."""

NEVER = {"雑誌": "証明書の対象外", "申告": "証明書の対象外"}
OSAKA = {"脂質": "証明書は大阪府医師会"}
OTHER = "用途の対象外"
SHOWN: Mapping[CertificatePurpose, Mapping[str, int]] = {
    CertificatePurpose.GENERAL: {
        **{"高血圧": 2, "不眠": 2, "不安": 2, "うつ": 2, "安全": 2},
        **{"感染": 3, "認知": 2, "睡眠": 1},
    },
    CertificatePurpose.E_LEARNING: {"高血圧": 2, "不眠": 2, "不安": 2, "うつ": 2, "安全": 2},
    CertificatePurpose.CHRONIC: {
        **{"不眠": 2, "不安": 2, "うつ": 2, "安全": 2},
        **{"感染": 3, "認知": 2, "睡眠": 1},
    },
    CertificatePurpose.PSYCHOTROPIC: {"不眠": 2, "不安": 2, "睡眠": 1},
    CertificatePurpose.SPECIALIST: {"安全": 2, "感染": 2},
}
LEFT: Mapping[CertificatePurpose, Mapping[str, str]] = {
    CertificatePurpose.GENERAL: {"本日": "証明書は明日から"},
    CertificatePurpose.E_LEARNING: {"本日": "証明書は明日から", "感染": OTHER, "認知": OTHER, "睡眠": OTHER},
    CertificatePurpose.CHRONIC: {"本日": "研修会のみ算入", "高血圧": "研修会のみ算入"},
    CertificatePurpose.PSYCHOTROPIC: dict.fromkeys(("本日", "高血圧", "うつ", "安全", "感染", "認知"), OTHER),
    CertificatePurpose.SPECIALIST: dict.fromkeys(("本日", "高血圧", "不眠", "不安", "うつ", "認知", "睡眠"), OTHER),
}
"""Besides NEVER and OSAKA, which hold for every purpose."""


OF_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def house(house: House) -> House:
    return replace(house, profile=SERVING)


@pytest.fixture
def me(sessions: Sessions, house: House, now: datetime) -> Student:
    student = Student(sessions, house, now)
    for days, row in enumerate(RECORD, start=1):
        credited(student, begins(TODAY - timedelta(days=days), 14), *row)
    credited(student, now, "本日", LECTURE, 76, 2, "", None)
    return student


def credited(
    student: Student,
    at: datetime,
    title: str,
    kind: CreditKind,
    code: int,
    half_units: int,
    prefecture: str,
    common: CommonLecture | None,
) -> None:
    with student.sessions.begin() as session:
        source = f"{kind.value}:{title}"
        if prefecture:
            one = training.training(at, f"held-{code}", prefecture=prefecture, code=code, common_lecture=common)
            source = training.publish(session, one, at).training.source
        assert ledger.award(
            session,
            member_id=student.id,
            kind=kind,
            source=source,
            half_units=half_units,
            code=code,
            title=title,
            organiser="見本委員会",
            earned_at=at,
            rules=student.talk.house.rulebook.at(day_of(at)),
            common=common,
        )


def newest(student: Student) -> CertificateFacts:
    with student.sessions.reading() as session:
        number = session.execute(select(Certificate.id).order_by(Certificate.id.desc()).limit(1)).scalar_one()
        return certificates.facts(session, number)


def issued(student: Student, purpose: CertificatePurpose, name: str = "this") -> CertificateFacts:
    label = {"this": "今年度", "last": "前年度"}[name]
    student.talk.presses(OfPurpose(purpose.value))
    (button,) = (one for one in student.talk.buttons if one.label.startswith(f"{label}　"))
    assert button.press is not None
    student.talk.presses(button.press)
    student.talk.issues()
    return newest(student)


@pytest.mark.parametrize("purpose", CertificatePurpose)
def test_what_each_purpose_shows(me: Student, purpose: CertificatePurpose) -> None:
    facts = issued(me, purpose)
    assert {line.title: line.half_units for line in facts.lines} == SHOWN[purpose]
    assert facts.half_units == sum(SHOWN[purpose].values())
    assert facts.purpose is purpose


@OF_SQLITE
@pytest.mark.parametrize("purpose", CertificatePurpose)
def test_what_each_purpose_leaves_out_and_why(me: Student, purpose: CertificatePurpose) -> None:
    days = (date(2026, 4, 1).toordinal(), TODAY.toordinal())
    listed = [
        line for page in (1, 2) for line in me.talk.presses(LeftOut(purpose.value, *days, True, page)).text.split("\n")
    ]
    told = {line.split(" ")[1].split("　")[0]: line.split("：")[-1] for line in listed if line.startswith("2026年")}
    assert told == {**NEVER, **OSAKA, **LEFT[purpose]}
    assert told.keys() | SHOWN[purpose].keys() == {title for title, *_ in RECORD} | {"本日"}


@OF_SQLITE
def test_who_filed_twice_has_the_four_codes_by_e_learning_on_it(me: Student) -> None:
    base = issued(me, CertificatePurpose.CHRONIC)
    assert base.by_training_alone == (29, 74, 75, 76)
    me.talk.presses(NoteFilings(1))
    assert issued(me, CertificatePurpose.CHRONIC) == base
    me.talk.presses(NoteFilings(2))
    twice = issued(me, CertificatePurpose.CHRONIC)
    assert {line.title for line in twice.lines} - {line.title for line in base.lines} == {"高血圧"}
    assert (twice.half_units, twice.by_training_alone) == (16, ())


@OF_SQLITE
def test_common_lectures_are_summed_by_category_in_their_own_units(me: Student) -> None:
    facts = issued(me, CertificatePurpose.SPECIALIST)
    assert facts.subtotals == (
        Subtotal(None, "必修講習A 医療安全", 2),
        Subtotal(None, "必修講習A 感染対策", 2),
    )
    assert {line.category for line in facts.lines} == {"必修講習A 医療安全", "必修講習A 感染対策"}


@OF_SQLITE
def test_a_purpose_that_the_operator_does_not_serve_is_not_offered(me: Student) -> None:
    me.talk.presses(Certificates())
    served = {one.press.purpose for one in me.talk.buttons if isinstance(one.press, OfPurpose)}
    assert served == set(CertificatePurpose)
    me.talk.house = replace(me.talk.house, profile=WHOLE.model_copy(update={"certificates_serve": ["specialist"]}))
    me.talk.presses(Certificates())
    served = {one.press.purpose for one in me.talk.buttons if isinstance(one.press, OfPurpose)}
    assert served == {"general", "e_learning", "specialist"}
    assert "地域包括診療の手続きには、MAMISで出力した受講証明書をご利用ください。" in me.talk.screen.text


@OF_SQLITE
@pytest.mark.parametrize(
    ("moment", "now", "inside"),
    [
        # earned in the last second of a fiscal year, and in the first one of the next
        ("2026-03-31T14:59:59", "2026-04-01T15:00:00", ("", "last")),
        ("2026-03-31T15:00:00", "2026-04-01T15:00:00", ("this", "")),
        # asked for in the first second of the day after
        ("2026-11-22T14:59:59", "2026-11-22T15:00:00", ("this", "")),
        ("2026-11-21T14:59:59", "2026-11-21T15:00:00", ("this", "")),
        ("2024-02-28T15:00:00", "2024-02-29T15:00:00", ("this", "")),
        # 平成31年度 ends and 令和元年度 does not begin with the era
        ("2019-04-30T14:59:59", "2019-05-01T15:00:00", ("this", "")),
        ("2019-04-30T15:00:00", "2019-05-01T15:00:00", ("this", "")),
        ("2019-03-31T14:59:59", "2019-05-01T15:00:00", ("", "last")),
    ],
)
def test_the_edges_of_years_days_and_eras(
    sessions: Sessions, house: House, moment: str, now: str, inside: tuple[str, str]
) -> None:
    at, later = (datetime.fromisoformat(text).replace(tzinfo=UTC) for text in (moment, now))
    student = Student(sessions, house, later)
    student.earns("a", 74, at)
    for name, expected in (("this", inside[0]), ("last", inside[1])):
        student.talk.presses(OfPurpose("general"))
        label = {"this": "今年度", "last": "前年度"}[name]
        assert (f"{label}　1単位" in [one.label for one in student.talk.buttons]) is bool(expected)
        if expected:
            facts = issued(student, CertificatePurpose.GENERAL, name)
            assert [line.day for line in facts.lines] == [day_of(at)]


@OF_SQLITE
@pytest.mark.parametrize(
    ("period", "shown"),
    [
        # and with it the first year of 令和
        ("令和元年5月1日-令和6年2月29日", True),
        ("R1.5.1-R6.2.28", False),
        ("2024/2/29-2024/2/29", True),
        ("R6.2.29-R6.2.29", True),
        ("2024/2/1-2024/2/28", False),
        ("2024/3/1-2024/3/31", False),
        ("令和6年2月28日から3月1日", True),
    ],
)
def test_the_leap_day_in_either_calendar(
    sessions: Sessions, house: House, now: datetime, period: str, shown: bool
) -> None:
    student = Student(sessions, house, now)
    student.earns("a", 74, begins(date(2024, 2, 29)))
    student.talk.says(f"/certificate {period}")
    assert ("この内容で発行する" in [one.label for one in student.talk.buttons]) is shown
