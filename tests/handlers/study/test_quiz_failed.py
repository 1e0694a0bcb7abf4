"""A failed self-assessment: where to learn again, without the key, and when it can be taken again."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from content.refusals import NoMoreTests, RetakeLater
from content.rules import Rulebook, Rules
from content.study.course import Retake
from handlers.screens.screen import Place
from handlers.turn import House
from storage.engine.sessions import Sessions
from storage.study import enrolments
from storage.tables import Attempt
from tests.addresses import HttpsLinks
from tests.handlers.sitting import Sitter, result
from tests.quizzes import FIVE, KEY, a_course


@pytest.fixture
def aoi(sessions: Sessions, house: House, now: datetime) -> Sitter:
    return Sitter(sessions, house, now)


def test_three_of_five_fail_and_are_shown_where_to_learn(single: Sitter, sessions: Sessions) -> None:
    single.answers(3)
    with sessions.reading() as session:
        asked = [int(str(one[0])) for one in session.execute(select(Attempt.pinned)).scalar_one()]
    screen = single.taps("採点する")
    teaches = {1: "第1章", 2: "第2章 1分40秒から", 3: "第3章 3分20秒から", 4: "第3章 5分から", 5: "第3章 6分40秒から"}
    assert single.talk.lines == [
        "<b>合格基準に達しませんでした　5問中3問正解（60%・合格は80%）</b>",
        "見直すところ",
        *(f"問{place} → {teaches[asked[place - 1]]}" for place in (4, 5)),
    ]
    wrong = sorted(asked[place - 1] for place in (4, 5))
    links = [(button.label, button.url) for button in single.talk.buttons if button.url]
    base, films = f"http://127.0.0.1:8080/watch/{single.id}-", single.listed.films
    assert links == [(f"▶ {teaches[one]}", f"{base}{films[min(one, 3)]}?t={100 * (one - 1)}") for one in wrong]
    assert single.talk.labels[-2:] == [["もう一度受ける"], ["‹ 戻る"]]
    assert screen.place is Place.LIVING
    assert KEY not in screen.text
    assert single.credits == ()


def test_every_place_to_review_has_its_button(single: Sitter) -> None:
    single.answers(0)
    single.taps("採点する")
    assert single.talk.labels == [
        ["▶ 第1章"],
        ["▶ 第2章 1分40秒から"],
        ["▶ 第3章 3分20秒から"],
        ["▶ 第3章 5分から"],
        ["▶ 第3章 6分40秒から"],
        ["間違えた問題を練習する"],
        ["もう一度受ける"],
        ["‹ 戻る"],
    ]


def test_over_https_the_watch_page_opens_inside_telegram(single: Sitter, house: House) -> None:
    single.answers(0)
    single.talk.house = replace(house, links=HttpsLinks())
    single.taps("採点する")
    first = single.talk.buttons[0]
    assert (first.mini_app, first.url) == (f"https://tani.example/watch/{single.listed.films[1]}?t=0", "")


def test_a_failed_test_can_be_taken_again_at_once(aoi: Sitter) -> None:
    aoi.sits(3)
    failed = aoi.attempt
    aoi.taps("もう一度受ける")
    assert aoi.attempt != failed
    assert aoi.talk.labels[0] == ["1", "2", "3", "4", "5"]
    assert "合格です" in result(aoi.sits(4)).text


def test_a_course_may_ask_for_a_wait(sessions: Sessions, house: House, now: datetime) -> None:
    aoi = Sitter(sessions, house, now, a_course(FIVE, retake=Retake(wait_minutes=30)))
    aoi.sits(3)
    assert aoi.talk.lines[-1] == "次のテストは11月22日（日）10:30から受けられます。これまでの記録は保存されています。"
    assert ["もう一度受ける"] not in aoi.talk.labels
    with pytest.raises(RetakeLater):
        aoi.begins()
    aoi.waits(minutes=30)
    aoi.begins()
    assert aoi.place == 1


def test_a_course_may_have_a_limit(sessions: Sessions, house: House, now: datetime) -> None:
    aoi = Sitter(sessions, house, now, a_course(FIVE, retake=Retake(limit=2)))
    aoi.sits(3)
    assert ["もう一度受ける"] in aoi.talk.labels
    aoi.sits(3)
    assert aoi.talk.lines[-1].startswith("この講座のテストは、受けられる回数に達しました。")
    with pytest.raises(NoMoreTests):
        aoi.begins()


@pytest.mark.parametrize(
    ("now", "passes"),
    [
        (datetime(2026, 11, 22, 14, 59, 59, tzinfo=UTC), True),
        (datetime(2026, 11, 22, 15, 0, 0, tzinfo=UTC), False),
    ],
)
def test_the_pass_mark_is_that_of_japans_day(sessions: Sessions, house: House, now: datetime, passes: bool) -> None:
    eras = [(date.min, Rules("early", elearning_pass_pct=60)), (date(2026, 11, 23), Rules("late"))]
    aoi = Sitter(sessions, replace(house, rulebook=Rulebook(eras)), now)
    assert bool(aoi.sits(3).also) is passes
    with sessions.reading() as session:
        assert session.execute(select(Attempt.rule_version)).scalar_one() == ("early" if passes else "late")


def test_who_fails_was_at_the_course_in_that_moment(single: Sitter) -> None:
    """So the reminder of an unfinished course counts its days from there."""
    single.begins()
    single.answers(3)
    single.waits(days=2)
    single.taps("採点する")
    with single.sessions.reading() as session:
        (begun,) = enrolments.under_way(session, single.id)
    assert begun.touched_at == single.now
