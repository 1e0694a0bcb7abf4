"""Into a self-assessment, out of it and back; and by no forged way."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from content.refusals import (
    ChaptersMissing,
    NoSuchCourse,
    NotLoggedIn,
)
from content.rules import Rulebook, Rules
from handlers.press import NoSuchPress, unpack
from handlers.presses.study.quiz import Begin, Choose, Grade, Leave, Show
from handlers.turn import House
from storage.engine.sessions import Sessions
from storage.study import progress
from tests import samples
from tests.handlers.sitting import Sitter, all_stale, record, result
from tests.talk import Talk

ANY_ORDER = Rulebook([(date.min, Rules(version="any order", test_requires_all_videos=False))])


@pytest.fixture
def aoi(sessions: Sessions, house: House, now: datetime) -> Sitter:
    return Sitter(sessions, house, now)


# --- when the test opens


def test_the_test_opens_when_all_chapters_are_watched(sessions: Sessions, house: House, now: datetime) -> None:
    aoi = Sitter(sessions, house, now, watched=False)
    aoi.watches(2)
    with pytest.raises(ChaptersMissing) as refused:
        aoi.begins()
    assert refused.value.chapters == (1, 3)
    assert record(sessions) == []
    aoi.watches(1, 3)
    aoi.begins()
    assert aoi.place == 1


def test_where_any_order_is_allowed_the_credit_waits_for_the_last_chapter(
    sessions: Sessions, house: House, now: datetime
) -> None:
    aoi = Sitter(sessions, replace(house, rulebook=ANY_ORDER), now, watched=False)
    aoi.watches(1)
    passed = result(aoi.sits(4))
    assert passed.text.split("\n")[1:] == [
        "合格の記録は保存されています。単位は、第2・3章の受講が終わると取得できます。"
    ]
    assert [[button.label for button in row] for row in passed.rows] == [
        ["残りの章を見る"],
        ["解説を見る", "取得単位を見る"],
    ]
    for chapter, credits in ((2, 0), (3, 1)):
        aoi.waits(days=1)
        aoi.watches(chapter)
        with sessions.begin() as session:
            progress.earn_if_due(session, aoi.id, aoi.listed, ANY_ORDER.now(aoi.talk.now), aoi.talk.now)
        assert len(aoi.credits) == credits
    assert aoi.credits[0].earned_on == date(2026, 11, 24)
    assert aoi.credits[0].rule_version == "any order"


def test_an_open_test_goes_on_though_a_chapter_was_added(aoi: Sitter) -> None:
    aoi.begins()
    aoi.taps("2")
    longer = replace(aoi.listed.course, chapters=(*aoi.listed.course.chapters, samples.chapter(4, source="new.mp4")))
    aoi.given(longer)
    aoi.begins()
    assert aoi.place == 2


def test_no_such_course(aoi: Sitter) -> None:
    with pytest.raises(NoSuchCourse):
        aoi.presses(Begin(99))


# --- leaving and coming back


def test_leaving_says_that_all_is_saved_and_coming_back_goes_on(single: Sitter) -> None:
    single.taps("3")
    attempt = single.attempt
    card = single.taps("中断する")
    assert card.toast == "解答は保存しました。/resume で続きから受けられます。"
    assert card.subject == f"course:{single.listed.id}"
    single.taps("テストを続ける")
    assert (single.attempt, single.place) == (attempt, 2)
    single.taps("‹ 問1")
    assert single.talk.labels[0] == ["1", "2", "3 ✓", "4", "5"]


def test_coming_back_to_a_test_with_all_answers_is_the_page_of_answers(single: Sitter) -> None:
    single.answers(5)
    single.taps("中断する")
    single.begins()
    assert single.talk.labels[0] == ["採点する"]


# --- buttons that are stale, another's or made up


def on_attempt(attempt: int) -> list[str]:
    """Every button that answers or opens an attempt."""
    return [
        f"qc:{attempt}:1:1",
        f"qx:{attempt}:1:1",
        f"qs:{attempt}:1",
        f"qr:{attempt}",
        f"ql:{attempt}",
        f"qe:{attempt}:1",
        f"qe:{attempt}:0",
    ]


def test_buttons_of_a_graded_attempt(aoi: Sitter) -> None:
    aoi.sits(3)
    failed = aoi.attempt
    all_stale(aoi, on_attempt(failed))
    aoi.taps("もう一度受ける")
    all_stale(aoi, on_attempt(failed))


def test_buttons_of_anothers_attempt(aoi: Sitter, sessions: Sessions, house: House, now: datetime) -> None:
    aoi.begins()
    eve = Sitter(sessions, house, now, no="1000000002")
    all_stale(eve, [*on_attempt(aoi.attempt), f"qg:{aoi.attempt}"])


def test_explanations_of_anothers_passed_attempt(aoi: Sitter, sessions: Sessions, house: House, now: datetime) -> None:
    aoi.begins()
    aoi.answers(5)
    attempt = aoi.attempt
    aoi.taps("採点する")
    eve = Sitter(sessions, house, now, no="1000000002")
    all_stale(eve, [f"qe:{attempt}:1", f"qg:{attempt}"])


@pytest.mark.parametrize(
    "end", ["1:9", "1:0", "1:-1", "1:6", "0:1", "-1:1", "6:1", "99:1", "1:999999999999", "999999999999:1"]
)
def test_made_up_choices_and_questions(aoi: Sitter, end: str) -> None:
    aoi.begins()
    all_stale(aoi, [f"qc:{aoi.attempt}:{end}", f"qx:{aoi.attempt}:{end}"])


def test_made_up_places_and_attempts(aoi: Sitter) -> None:
    aoi.begins()
    places = [f"qs:{aoi.attempt}:{place}" for place in (0, -1, 6, 99)]
    all_stale(aoi, [*places, *on_attempt(999), *on_attempt(0), *on_attempt(-1), "qg:999", *on_attempt(2**31 - 1)])


def test_no_number_reaches_the_record_that_it_cannot_hold() -> None:
    for data in (f"qc:{2**31}:1:1", f"qg:{10**17}", f"qb:{-(2**31)}", f"qs:1:{10**17}"):
        with pytest.raises(NoSuchPress):
            unpack(data)
    assert unpack(f"qg:{2**31 - 1}") == Grade(2**31 - 1)


def test_a_stranger(single: Sitter, sessions: Sessions, house: House, now: datetime) -> None:
    stranger = Talk(sessions, house, now, None)
    for press in (
        Begin(single.listed.id),
        Choose(single.attempt, 1, 1),
        Show(single.attempt, 1),
        Leave(single.attempt),
    ):
        with pytest.raises(NotLoggedIn):
            stranger.presses(press)
