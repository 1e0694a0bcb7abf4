"""A passed self-assessment: its credit, its certificate, its explanations."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from content.credits.goal import CodeState
from handlers.presses.study.quiz import Explain, Grade
from handlers.screens.screen import Place
from handlers.turn import House
from storage.engine.sessions import Sessions
from tests.handlers.sitting import Sitter, all_stale, record, result
from tests.quizzes import FIVE, a_course


@pytest.fixture
def aoi(sessions: Sessions, house: House, now: datetime) -> Sitter:
    return Sitter(sessions, house, now)


# --- passed


def test_four_of_five_pass_and_bring_the_credit(aoi: Sitter) -> None:
    card = aoi.sits(4)
    assert card.subject == f"course:{aoi.listed.id}"
    passed = result(card)
    assert passed.place is Place.OWN
    assert passed.text.split("\n") == [
        "<b>合格です　5問中4問正解（80%）</b>",
        "＋2（1単位＋新しいコード） → 2 / 60",
        "高血圧症（CC 74）の1単位を取得しました。2026年度の合計は 1単位・1コードです。",
        "受講証明書は、明日 11月23日（月）から発行できます。",
    ]
    labels = [[button.label for button in row] for row in passed.rows]
    assert labels == [["明日、証明書を受け取る"], ["解説を見る", "取得単位を見る"]]
    assert passed.picture is not None
    assert (passed.picture.stamped, passed.picture.states[74]) == (74, CodeState.EARNED)
    (credit,) = aoi.credits
    assert (credit.code, credit.half_units, credit.earned_on) == (74, 2, date(2026, 11, 22))


def test_a_code_that_is_known_brings_the_credit_alone_and_the_next_course_follows(aoi: Sitter) -> None:
    aoi.sits(5)
    aoi.given(replace(a_course(FIVE, slug="again"), title="再び"))
    aoi.watches(1, 2, 3)
    aoi.given(replace(a_course(FIVE, slug="insomnia"), title="不眠症", code=20))
    aoi.listed = aoi.given(replace(a_course(FIVE, slug="again"), title="再び"))
    passed = result(aoi.sits(5))
    assert passed.text.split("\n")[1] == "＋1（1単位） → 3 / 60"
    assert passed.rows[0][0].label == "▶ 不眠症 第1章（10分）"
    assert "▶️ 不眠症　第1章　10分" in passed.text


def test_the_total_is_of_the_fiscal_year(aoi: Sitter) -> None:
    aoi.sits(5)
    aoi.given(replace(a_course(FIVE, slug="diabetes"), code=76, half_units=1))
    aoi.watches(1, 2, 3)
    assert "2026年度の合計は 1.5単位・2コードです。" in result(aoi.sits(5)).text
    aoi.waits(days=365)
    aoi.given(replace(a_course(FIVE, slug="insomnia"), code=20))
    aoi.watches(1, 2, 3)
    assert "2027年度の合計は 1単位・1コードです。" in result(aoi.sits(5)).text


@pytest.mark.parametrize(
    ("now", "tomorrow"),
    [
        (datetime(2026, 11, 22, 14, 59, 59, tzinfo=UTC), "11月23日（月）"),
        (datetime(2026, 11, 22, 15, 0, 0, tzinfo=UTC), "11月24日（火）"),
    ],
)
def test_tomorrow_is_japans(sessions: Sessions, house: House, now: datetime, tomorrow: str) -> None:
    assert f"明日 {tomorrow}から" in result(Sitter(sessions, house, now).sits(5)).text


def test_passed_in_english(single: Sitter) -> None:
    single.answers(5)
    single.talk.language = "en"
    passed = result(single.presses(Grade(single.attempt)))
    assert passed.text.split("\n") == [
        "<b>Passed · 5 of 5 correct (100%)</b>",
        "+2 (1 credit + a new code) → 2 / 60",
        "You earned 1 credit for Hypertension (CC 74). Your total for fiscal 2026 is 1 credit and 1 code.",
        "The certificate of attendance can be issued from tomorrow, Mon 23 Nov.",
    ]


def test_an_account_that_cannot_earn_passes_without_credit(sessions: Sessions, house: House, now: datetime) -> None:
    tokyo = Sitter(sessions, house, now, can_earn=False)
    passed = result(tokyo.sits(5))
    assert passed.text.split("\n") == [
        "<b>合格です　5問中5問正解（100%）</b>",
        "このユーザーIDでは、単位の取得ができません。合格の記録は保存されています。",
    ]
    assert [[button.label for button in row] for row in passed.rows] == [["解説を見る", "取得単位を見る"]]
    assert tokyo.credits == ()


def test_a_credited_course_can_be_taken_again_without_a_second_credit(aoi: Sitter) -> None:
    aoi.sits(4)
    aoi.waits(minutes=1)
    assert aoi.begins().toast == "この講座の単位は取得済です。復習としてご利用いただけます。"
    passed = result(aoi.sits(5))
    assert "この講座の単位は取得済のため、今回の合格で新たな単位は付与されません。" in passed.text
    assert "知らせる" not in str(passed.rows)
    assert len(aoi.credits) == 1


def test_the_result_is_told_again_after_a_crash_and_nothing_changes(aoi: Sitter, sessions: Sessions) -> None:
    aoi.begins()
    aoi.answers(4)
    press = Grade(aoi.attempt)
    first = result(aoi.presses(press))
    before = record(sessions)
    aoi.waits(hours=1)
    again = aoi.presses(press)
    assert again.text == first.text
    assert again.place is Place.LIVING
    assert (again.rows[:-1], [button.label for button in again.rows[-1]]) == (first.rows, ["‹ 戻る"])
    assert again.also == ()
    assert record(sessions) == before
    assert len(aoi.credits) == 1


# --- explanations


def test_explanations_in_the_numbers_of_the_attempt(single: Sitter) -> None:
    single.answers(4)
    single.shows(5)
    key, slip, question = single.key(), single.slips()[0], single.talk.lines[1]
    choices = single.talk.lines[3:]
    attempt = single.attempt
    passed = result(single.presses(Grade(attempt)))
    assert Explain(attempt, 0) in [button.press for row in passed.rows for button in row]
    assert single.presses(Explain(attempt, 0)).place is Place.OWN
    assert single.talk.lines[0] == "<b>高血圧　解説　問1 / 5</b>"
    assert single.talk.labels == [["問2 ›"], ["‹ 戻る"]]
    for place in (2, 3, 4, 5):
        screen = single.taps(f"問{place} ›")
        assert screen.place is Place.LIVING
    assert single.talk.labels == [["‹ 問4"], ["‹ 戻る"]]
    assert single.talk.lines == [
        "<b>高血圧　解説　問5 / 5</b>",
        question,
        "",
        *choices,
        "",
        f"正解：{key[0]}　あなたの解答：{slip}",
        question.replace("Q", "E"),
    ]


def test_there_are_no_explanations_beyond_the_questions(single: Sitter) -> None:
    single.answers(5)
    attempt = single.attempt
    single.taps("採点する")
    all_stale(single, [f"qe:{attempt}:{place}" for place in (-1, 6, 99)])
