"""/fees: figures of a period beside what the fee schedule asks, traced to their credits; never a verdict."""

import re
from collections import Counter
from datetime import date, datetime, timedelta

import pytest

from content.rules import begins
from content.values import CreditKind
from content.words import EN, JA
from handlers.presses.credits.fees import FiscalYears, OfPeriod, OwnPeriod, Psychotropic, Rows, UntilToday
from handlers.turn import House
from storage.credits import ledger
from storage.engine.sessions import Sessions
from tests.student import Student

FIRST, TODAY = date(2024, 11, 23), date(2026, 11, 22)
HERE = (FIRST.toordinal(), TODAY.toordinal())


@pytest.fixture
def student(sessions: Sessions, house: House, now: datetime) -> Student:
    return Student(sessions, house, now)


def earns(student: Student, code: int, day: date, kind: CreditKind, half_units: int = 2, title: str = "題") -> None:
    source = f"{kind}-{code}-{day}"
    student.earns(source, code, begins(day, 9), title=title, half_units=half_units, kind=kind)


@pytest.fixture
def full(student: Student) -> Student:
    """A member with every kind of credit, of codes on both sides of the four."""
    day = date(2026, 5, 1)
    for kind, half_units in zip(CreditKind, (2, 4, 1, 3, 5), strict=True):
        for code in (20, 28, 29, 69, 70, 74, 75, 76, 77):
            earns(student, code, day, kind, half_units)
    return student


def test_four_ways_from_the_first_screen(student: Student) -> None:
    student.talk.says("/fees")
    assert student.talk.lines[0] == "<b>診療報酬などの研修</b>"
    assert student.talk.labels == [
        ["地域包括診療を見る"],
        ["向精神薬長期処方を見る"],
        ["専門医共通講習を見る"],
        ["かかりつけ医機能報告の研修"],
        ["‹ 戻る"],
    ]
    assert "ここでは判定しません" in student.talk.lines[-1]


def test_a_member_with_every_kind_and_a_sheet_made_by_hand(full: Student) -> None:
    """By hand, of nine codes: trainings 9 × 1.5; lectures 5 × 1 and cooperation 5 × 2 outside the four codes; of the
    four, 4 × 1 and 4 × 2; journal 9 × 0.5 and declarations 9 × 2.5. How often was filed is not noted, so both readings
    are shown: the other counts all e-learning, and each code has 1.5 + 1 + 2.
    """
    full.talk.says("/fees")
    full.talk.taps("地域包括診療を見る")
    assert full.talk.lines == [
        "<b>地域包括診療　慢性疾患の指導に係る適切な研修</b>",
        "2024年11月23日（土）から2026年11月22日（日）まで",
        "",
        "合計　28.5時間（要件：連続する2年間に20時間以上）",
        "研修会　13.5時間",
        "e-ラーニング（CC 29・74・75・76を除く）　15時間",
        "",
        "うち研修会のコード別（要件：それぞれ1時間以上）",
        "CC 29 認知能の障害　1.5時間",
        "CC 74 高血圧症　1.5時間",
        "CC 75 脂質異常症　1.5時間",
        "CC 76 糖尿病　1.5時間",
        "",
        "届出が2回以上の場合は、上記のコードもe-ラーニングを算入します（2018年の疑義解釈）。"
        "現在の取扱いは地方厚生局でご確認ください。",
        "合計　40.5時間（要件：連続する2年間に20時間以上）",
        "CC 29 認知能の障害　4.5時間",
        "CC 74 高血圧症　4.5時間",
        "CC 75 脂質異常症　4.5時間",
        "CC 76 糖尿病　4.5時間",
        "",
        "e-ラーニングのCC 29・74・75・76　12時間：基本の要件には算入されません。日本医師会のQ&amp;Aをご確認ください。",
        "日医雑誌 問題解答・申告書　27単位（算入されません）",
        "届出は2年ごとです。2年間に20時間以上の受講の記録が必要です。",
        "⬜ 服薬管理、在宅医療など、コードのない項目はご自身でご確認ください。",
        "要件を満たすかどうかは、ここでは判定しません。医療機関と地方厚生局でご確認ください。",
    ]


def test_the_ways_on_from_the_figures(full: Student) -> None:
    full.talk.presses(UntilToday())
    assert full.talk.labels == [
        ["内訳を見る"],
        ["この期間の証明書を発行する"],
        ["今日までの2年", "前年度と今年度"],
        ["期間を指定する", "項目を確認する"],
        ["届出の回数を登録する"],
        ["‹ 戻る"],
    ]


def test_every_figure_is_traced_to_the_rows_under_its_heading(full: Student) -> None:
    full.talk.presses(UntilToday())
    full.talk.taps("内訳を見る")
    headings: dict[str, str] = {}
    sums: Counter[str] = Counter()
    while True:
        name = ""
        for line in full.talk.lines[3:]:
            if credit := re.search(r"　([\d.]+)単位・", line):
                sums[name] += int(2 * float(credit[1]))
            elif line:
                name, _, total = line.partition("　") if not line.startswith("日医雑誌") else line.rpartition("　")
                headings[name] = total
        if "›" not in [label for row in full.talk.labels for label in row]:
            break
        full.talk.taps("›")
    assert headings == {
        "研修会": "13.5時間",
        "e-ラーニング（CC 29・74・75・76を除く）": "15時間",
        "e-ラーニングのCC 29・74・75・76": "12時間（算入されません）",
        "日医雑誌 問題解答・申告書": "27単位（算入されません）",
    }
    assert list(sums.values()) == [27, 30, 24, 54]
    with full.sessions.reading() as session:
        assert sum(sums.values()) == ledger.totals(session, full.id, FIRST, TODAY).half_units
    full.talk.taps("‹ 戻る")
    assert full.talk.lines[1] == "2024年11月23日（土）から2026年11月22日（日）まで"


@pytest.mark.parametrize(
    ("day", "hours"),
    [(FIRST - timedelta(days=1), "0時間"), (FIRST, "1時間"), (TODAY, "1時間")],
)
def test_the_two_years_to_the_day(student: Student, day: date, hours: str) -> None:
    earns(student, 74, day, CreditKind.TRAINING)
    student.talk.presses(UntilToday())
    assert student.talk.lines[4] == f"研修会　{hours}"


def test_tomorrow_the_window_has_moved(student: Student) -> None:
    earns(student, 74, FIRST, CreditKind.TRAINING)
    student.talk.now = begins(TODAY + timedelta(days=1)) - timedelta(seconds=1)
    student.talk.presses(UntilToday())
    assert "CC 74 高血圧症　1時間" in student.talk.lines
    student.talk.now = begins(TODAY + timedelta(days=1))
    student.talk.presses(UntilToday())
    assert "CC 74 高血圧症　0時間" in student.talk.lines


def test_a_reversed_credit_is_in_no_figure_and_no_list(student: Student) -> None:
    student.earns("a", 74, begins(TODAY), kind=CreditKind.TRAINING)
    student.earns("b", 20, begins(TODAY))
    student.loses("a")
    student.loses("b")
    student.talk.presses(UntilToday())
    assert student.talk.lines[3].startswith("合計　0時間")
    assert "内訳を見る" not in [label for row in student.talk.labels for label in row]
    student.talk.presses(Rows(*HERE, 1))
    assert student.talk.lines[-1] == "この期間に取得した単位はありません。"
    student.talk.presses(Psychotropic(1))
    assert student.talk.lines[1].startswith("合計　0単位")
    assert student.talk.lines[-2].startswith("届出は必要ありません。")
    assert student.talk.labels == [["‹ 戻る"]]


@pytest.mark.parametrize(("day", "counted"), [(date(2025, 3, 31), False), (date(2025, 4, 1), True), (TODAY, True)])
def test_the_fiscal_years_as_far_as_they_have_come(student: Student, day: date, counted: bool) -> None:
    earns(student, 8, day, CreditKind.LECTURE, 1)
    student.talk.presses(FiscalYears())
    assert student.talk.lines[1] == "2025年4月1日（火）から2026年11月22日（日）まで"
    assert student.talk.lines[2] == "⚠️ 要件の「連続する2年間」と長さの異なる期間です。"
    assert ("e-ラーニング（CC 29・74・75・76を除く）　0.5時間" in student.talk.lines) is counted


def test_whole_fiscal_years_are_two_years(student: Student) -> None:
    student.talk.now = begins(date(2027, 3, 31))
    student.talk.presses(FiscalYears())
    assert student.talk.lines[1:3] == ["2025年4月1日（火）から2027年3月31日（水）まで", ""]


def test_what_is_no_training_is_named_only_where_there_is_some(student: Student) -> None:
    earns(student, 28, TODAY, CreditKind.LECTURE)
    student.talk.presses(UntilToday())
    assert "算入されません" not in student.talk.screen.text
    earns(student, 74, TODAY, CreditKind.COOPERATION, 1)
    student.talk.presses(UntilToday())
    assert "e-ラーニングのCC 29・74・75・76　0.5時間：基本の要件には算入されません。" in student.talk.screen.text
    assert student.talk.lines[3].startswith("合計　1時間")


def test_nothing_is_ever_called_fulfilled(full: Student) -> None:
    """Far over every figure of the rule; ⬜ stands before what a member checks by himself."""
    for words in (JA, EN):
        full.talk.language = words.language
        for press in (UntilToday(), OfPeriod(*HERE), Rows(*HERE, 1), Psychotropic(1)):
            full.talk.presses(press)
            said = full.talk.screen.text
            assert "✅" not in said
            assert not re.search(
                r"満たしています|満たします|qualify|fulfilled|(?<!does not judge whether a requirement )is met", said
            )


def test_of_the_two_codes_every_kind_counts_and_70_never(full: Student) -> None:
    full.talk.presses(Psychotropic(1))
    assert full.talk.lines[:5] == [
        "<b>向精神薬長期処方　不安又は不眠に係る適切な研修</b>",
        "合計　15単位（要件：CC 20・69で2単位以上）",
        "CC 20 不眠　7.5単位",
        "CC 69 不安　7.5単位",
        "これまでに取得したすべての単位です。有効期間の定めは確認できていません。",
    ]
    listed = [line for line in full.talk.lines if line.startswith("2026年5月1日（金） 題（CC ")]
    full.talk.taps("›")
    listed += [line for line in full.talk.lines if line.startswith("2026年5月1日（金） 題（CC ")]
    assert len(listed) == 10
    assert "届出は必要ありません。受講の記録は、ご自身で保管してください。" in full.talk.lines
    full.talk.taps("証明書を発行")
    assert full.talk.lines[0] == "<b>受講証明書</b>"


def test_an_old_credit_of_the_two_codes_counts_on(student: Student) -> None:
    earns(student, 20, date(2013, 4, 1), CreditKind.LECTURE, 1)
    student.talk.presses(Psychotropic(1))
    assert student.talk.lines[1].startswith("合計　0.5単位")
    assert "2013年4月1日（月） 題（CC 20）　0.5単位・生涯教育講座" in student.talk.lines


def test_in_english(full: Student) -> None:
    full.talk.language = "en"
    full.talk.presses(UntilToday())
    assert full.talk.lines[3:6] == [
        "Total: 28.5 hours (required: 20 hours or more in 2 consecutive years)",
        "Trainings: 13.5 hours",
        "E-learning except CC 29, 74, 75, 76: 15 hours",
    ]
    assert "CC 74 Hypertension: 1.5 hours" in full.talk.lines
    full.talk.presses(OwnPeriod())
    assert full.talk.lines[2] == "2024/4/1-2026/3/31"
    full.talk.presses(Psychotropic(1))
    assert "CC 20 Insomnia: 7.5 credits" in full.talk.lines
