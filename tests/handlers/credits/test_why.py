"""/why by talk: why a course brings nothing yet, how a credit counts, and when a certificate shows it."""

from datetime import date, datetime, timedelta

import pytest

from content.rules import begins
from content.values import CreditKind
from handlers.presses.certificates.certificate import ForPeriod
from handlers.presses.credits.why import OfCredit
from handlers.turn import House
from storage.credits import ledger
from storage.engine.sessions import Sessions
from storage.trainings import registration
from tests import samples
from tests.asking import asks, row_of
from tests.storage import training as held
from tests.student import Student

DAY = timedelta(days=1)


@pytest.fixture
def student(sessions: Sessions, house: House, now: datetime) -> Student:
    return Student(sessions, house, now)


def test_chapters_and_test_are_named_with_what_they_still_take(student: Student) -> None:
    student.given(samples.course("hypertension"))
    student.begins("hypertension")
    student.watches_some(1, 30)
    assert asks(student, "高血圧") == [
        "<b>高血圧（CC 74・1単位）</b>",
        "生涯教育講座",
        "",
        "⬜ 未受講の章：第1章（あと1分5秒）、第2章（あと1分35秒）",
        "各章をご覧ください。飛ばした部分は視聴になりません。",
        "",
        "⬜ セルフアセスメントを受けていません。",
        "全章の受講後に受けてください。80%以上の正解で合格です。",
    ]
    student.talk.taps("講座の画面を見る")
    assert student.talk.lines[0] == "<b>高血圧（CC 74・1単位）</b>"


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("open", "▶️ セルフアセスメントの途中です。"),
        ("failed", "⚠️ セルフアセスメントに合格していません（合格は80%以上）。"),
    ],
)
def test_the_test_that_is_not_passed(student: Student, state: str, said: str) -> None:
    student.given(samples.course())
    student.watches(1, 2)
    student.sits(state)
    assert asks(student, "高血圧")[3] == said


def test_what_was_earned_counts_and_when_a_certificate_shows_it(student: Student) -> None:
    student.given(samples.course())
    student.watches(1, 2)
    student.sits("passed")
    assert asks(student, "高血圧")[2:] == [
        "",
        "✅ 2026年11月22日（日）に取得済です。",
        "同じ内容で単位が付与されるのは、一度だけです。",
        "",
        "2026年度の合計に含まれています。",
        "認定証（60）の2024～2026年度に、1単位と1コード（CC 74）が含まれています。",
        "",
        "📄 受講証明書は、受講日の翌日以降に発行できます。",
        "11月23日（月）0:00から発行してください。",
    ]
    assert student.talk.labels[0] == ["発行できる日に受け取る"]
    student.talk.now += DAY
    assert asks(student, "高血圧")[-1] == "📄 取得日を含む期間の受講証明書に記載されます。"
    assert student.talk.labels[0] == ["証明書を発行"]


def test_the_last_certificate_is_of_other_days_or_older(student: Student, now: datetime) -> None:
    student.earns("a", 8, begins(date(2026, 4, 1)), title="感染対策")
    student.earns("b", 7, begins(date(2025, 4, 1)), title="医療安全")
    student.talk.certifies("2026/4/1-2026/11/21")
    student.talk.presses(OfCredit(row_of(student, "course:b")))
    assert student.talk.lines[-2] == (
        "📄 前回の受講証明書の期間（2026年4月1日（水）～2026年11月21日（土））に含まれていません。"
    )
    student.talk.presses(OfCredit(row_of(student, "course:a")))
    assert student.talk.lines[-1] == "📄 取得日を含む期間の受講証明書に記載されます。"
    with student.sessions.begin() as session:
        one = held.publish(session, held.training(now - 30 * DAY), now - 40 * DAY)
        later = now + timedelta(minutes=1)
        listed = held.present(one.training.slug, ("1000000001", 3))
        assert registration.register(session, listed, student.talk.house.rulebook, later) == 1
    student.talk.now = later
    assert asks(student, "気管支喘息")[-2] == (
        "📄 前回の受講証明書（2026年11月22日（日）発行）の後に登録された単位です。"
    )


def test_the_last_certificate_was_for_another_purpose(student: Student) -> None:
    student.earns("held", 8, begins(date(2026, 11, 1)), kind=CreditKind.TRAINING)
    student.earns("watched", 74, begins(date(2026, 11, 2)))
    student.talk.presses(ForPeriod("e_learning", "this"))
    student.talk.issues()
    student.talk.presses(OfCredit(row_of(student, "course:held")))
    assert student.talk.lines[-2:] == [
        "📄 用途「日医e-ラーニングのみ」の受講証明書には、対象の単位だけを記載します。",
        "用途「一般」の受講証明書には記載されます。",
    ]
    student.talk.presses(OfCredit(row_of(student, "course:watched")))
    assert student.talk.lines[-1] == "📄 取得日を含む期間の受講証明書に記載されます。"


def test_what_staff_took_back_with_their_reason(student: Student) -> None:
    student.given(samples.course())
    student.watches(1, 2)
    student.sits("passed")
    student.loses("hypertension")
    said = "⚠️ この単位は、2026年11月22日（日）に担当者が取り消しました。理由：重複"
    assert asks(student, "高血圧")[3] == said
    assert asks(student, "")[3:-2] == ["1　高血圧：取消"]
    student.talk.taps("1")
    assert student.talk.lines[3] == said


def test_a_reversed_credit_of_a_course_that_is_no_more(student: Student) -> None:
    student.earns("old", 9, begins(date(2026, 5, 1)), title="昔の講座")
    student.loses("old")
    asks(student, "")
    student.talk.taps("1")
    assert student.talk.lines[0] == "<b>昔の講座（CC 9・1単位）</b>"
    assert "理由：重複" in student.talk.lines[3]
    assert student.talk.labels == [["‹ 戻る"]]


def test_an_account_that_can_not_earn(sessions: Sessions, house: House, now: datetime) -> None:
    student = Student(sessions, house, now, can_earn=False)
    student.given(samples.course())
    student.watches(1, 2)
    student.sits("passed")
    assert asks(student, "高血圧")[3:] == [
        "⚠️ このユーザーIDでは、単位の取得ができません。",
        "ご不明な点は、見本県医師会 生涯教育窓口（見本）（電話 000-000-0001）にお問い合わせください。",
    ]


def test_osaka_and_the_kinds_that_are_never_on_a_certificate(student: Student, now: datetime) -> None:
    one = held.training(now - 3 * DAY, prefecture="大阪府")
    with student.sessions.begin() as session:
        held.publish(session, one, now - 9 * DAY)
        for kind, source in ((CreditKind.TRAINING, one.source), (CreditKind.JOURNAL, "journal:2025-01")):
            assert ledger.award(
                session,
                member_id=student.id,
                kind=kind,
                source=source,
                half_units=2,
                code=79,
                title=source,
                organiser="見本",
                earned_at=one.starts_at,
                rules=student.talk.house.rulebook.now(now),
            )
    assert asks(student, "気管支喘息")[-2:] == [
        "📄 大阪府で開催された研修会等は、この受講証明書に記載されません。",
        "受講証明書は、大阪府医師会にご依頼ください。",
    ]
    assert student.talk.labels[0] == ["研修会の画面を見る"]
    student.talk.presses(OfCredit(row_of(student, "journal:2025-01")))
    assert student.talk.lines[-2] == "📄 日医雑誌 問題解答の単位は、受講証明書の発行対象外です。"


def test_a_credit_outside_the_window_one_that_falls_and_a_code_counted_before(student: Student) -> None:
    student.earns("a", 8, begins(date(2024, 3, 31)), title="期間の前")
    student.earns("b", 8, begins(date(2024, 4, 1)), title="最初の年度")
    student.earns("c", 8, begins(date(2026, 4, 1)), title="今年度")
    said = {}
    for slug in "abc":
        student.talk.presses(OfCredit(row_of(student, f"course:{slug}")))
        said[slug] = student.talk.lines[6:-2]
    assert said == {
        "a": ["2023年度の合計に含まれています。", "認定証（60）の2024～2026年度の期間の外のため、60には含まれません。"],
        "b": [
            "2024年度の合計に含まれています。",
            "認定証（60）の2024～2026年度に、1単位と1コード（CC 8）が含まれています。",
            "2027年4月1日（木）に、この単位は期間から外れます。",
        ],
        "c": [
            "2026年度の合計に含まれています。",
            "認定証（60）の2024～2026年度に、1単位が含まれています。"
            "CC 8は、2024年4月1日（月）の「最初の年度」で計上済のため、増えません。",
        ],
    }


def test_the_rows_of_60_make_the_number_of_credits(student: Student) -> None:
    for number in range(10):
        student.earns(f"c{number}", number % 4, begins(date(2026, 4, 1 + number)), half_units=1 + number % 3)
    student.talk.says("/credits")
    figures = student.talk.lines[7]
    student.talk.taps("60の内訳を見る")
    assert figures.startswith(student.talk.lines[1])
    rows = list(student.talk.lines[3:11])
    student.talk.taps("›")
    rows += student.talk.lines[3:5]
    assert len(rows) == 10
    assert sum("＋CC" in row for row in rows) == 4
    student.talk.taps("10")
    assert student.talk.lines[0] == "<b>c0（CC 0・0.5単位）</b>"
