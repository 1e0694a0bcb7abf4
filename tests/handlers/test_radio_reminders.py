"""A reminder of a broadcast: asked for, taken back, and written by the record of the moment of sending."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from content.radio import Broadcast
from content.refusals import NoSuchBroadcast
from handlers import radio as feature
from handlers.presses.radio import OpenBroadcast, Radio
from handlers.screens.screen import Screen
from handlers.turn import House, Unwanted
from storage.engine.sessions import Sessions
from storage.people import preferences
from tests.broadcasts import a_broadcast, moment
from tests.handlers.listening import Listener

SECOND = timedelta(seconds=1)
EVENING = a_broadcast("2026-11-24 20:40", "咳", link="https://radio.example.jp/1")
NIGHT = a_broadcast("2026-11-24 23:00", "頭痛")
DUE, BEFORE_NIGHT = moment("2026-11-24 20:30"), moment("2026-11-24 20:59")


@pytest.fixture
def me(sessions: Sessions, house: House, now: datetime) -> Listener:
    return Listener(sessions, house, now)


def said(letters: list[Screen | Unwanted]) -> str:
    """What the one letter says."""
    (letter,) = letters
    assert isinstance(letter, Screen)
    return letter.text


def test_one_tap_asks_another_takes_back_and_so_on(me: Listener) -> None:
    number = me.airs(EVENING)["咳"]
    me.talk.says("/radio")
    me.talk.taps("1")
    for _ in range(3):
        asked = me.talk.taps("10分前に知らせる")
        assert asked.toast == "✅ 11月24日（火）20:30にお知らせします。"
        assert asked.toast in asked.text
        assert me.letters == [("1", "waiting")], "it waits again in its own row"
        assert me.asks(number).text == asked.text
        assert len(me.letters) == 1
        assert "　お知らせ予定" in me.talk.taps("‹ 戻る").text
        me.talk.taps("1")
        assert me.talk.taps("お知らせを取り消す").toast == "お知らせを取り消しました。"
        assert me.takes_back(number).toast == "この放送のお知らせの予定はありません。"
    assert me.letters == [("1", "dropped")]
    assert me.receives(DUE) == []


def test_it_comes_at_its_second_and_once(me: Listener) -> None:
    me.asks(me.airs(EVENING)["咳"])
    assert me.receives(DUE - SECOND) == []
    (letter,) = me.receives(DUE)
    assert isinstance(letter, Screen)
    assert letter.text.startswith(
        "<b>「医学講座」の放送のお知らせ</b>\n咳\n講師：見本 一郎\n2026年11月24日（火）20:40～21:00"
    )
    assert [[button.label for button in row] for row in letter.rows] == [["放送を聴く"], ["番組表を見る"]]
    assert me.receives(DUE + SECOND) == []


def test_before_the_night_the_member_is_told_when_it_comes(me: Listener) -> None:
    me.talk.presses(OpenBroadcast(me.airs(NIGHT)["頭痛"], 0, False, 0))
    assert "21:00～8:00にはお知らせをお送りしないため、11月24日（火）20:59にお知らせします。" in me.talk.screen.text
    assert me.talk.taps("事前に知らせる").toast == "✅ 11月24日（火）20:59にお知らせします。"
    assert me.receives(BEFORE_NIGHT - SECOND) == []
    assert "頭痛" in said(me.receives(BEFORE_NIGHT))


@pytest.mark.parametrize(("one", "due"), [(EVENING, DUE), (NIGHT, BEFORE_NIGHT)])
def test_when_its_time_has_come_it_can_be_asked_for_no_more(one: Broadcast, due: datetime, me: Listener) -> None:
    number = me.airs(one)[one.title]
    me.talk.now = due - SECOND
    assert "にお知らせします。" in me.asks(number).toast
    me.takes_back(number)
    me.talk.now = due
    assert "を過ぎています。" in me.asks(number).toast
    assert all("知らせ" not in label for row in me.talk.labels for label in row)
    assert len(me.letters) == 1


def test_another_title_at_the_same_moment_is_what_it_says(me: Listener) -> None:
    me.asks(me.airs(EVENING)["咳"])
    me.airs(a_broadcast("2026-11-24 20:40", "長引く咳"))
    assert "長引く咳" in said(me.receives(DUE))


@pytest.mark.parametrize(
    "meanwhile",
    [
        (),
        (a_broadcast("2026-11-24 20:30", "咳"),),
        (a_broadcast("2026-11-24 20:50", "長引く咳"),),
        (replace(EVENING, starts_at=EVENING.starts_at + SECOND * 60, speaker="見本 花子"),),
    ],
    ids=["removed", "moved and begun", "another title", "another speaker"],
)
def test_what_left_its_moment_is_said_to_have(meanwhile: tuple[Broadcast, ...], me: Listener) -> None:
    number = me.airs(EVENING)["咳"]
    me.asks(number)
    me.airs(*meanwhile)
    with pytest.raises(NoSuchBroadcast):
        me.takes_back(number)
    (letter,) = me.receives(DUE)
    assert isinstance(letter, Screen)
    assert "11月24日（火）20:40の「咳」は、番組表から削除されました。" in letter.text
    assert [button.press for row in letter.rows for button in row] == [Radio(0, False, 0)]


def test_what_moved_is_said_to_be_on_then(me: Listener) -> None:
    me.asks(me.airs(EVENING)["咳"])
    numbers = me.airs(a_broadcast("2026-11-24 20:50", "咳"), a_broadcast("2026-12-24 20:50", "頭痛"))
    (letter,) = me.receives(DUE)
    assert isinstance(letter, Screen)
    assert "番組表から削除されました。\n同じ題名の放送が、11月24日（火）20:50にあります。" in letter.text
    opens = OpenBroadcast(numbers["咳"], 0, False, 0)
    assert [button.press for row in letter.rows for button in row] == [opens, Radio(0, False, 0)]
    me.talk.now = DUE
    assert "10分前に知らせる" in me.talk.presses(opens).rows[0][0].label


def test_what_came_back_at_its_moment_is_remembered_as_if_nothing_had_been(me: Listener) -> None:
    me.asks(me.airs(EVENING)["咳"])
    me.airs()
    me.airs(EVENING)
    told = said(me.receives(DUE))
    assert "咳" in told
    assert "番組表から削除されました" not in told


def test_late_it_says_that_it_is_on_and_when_it_is_over_nothing(me: Listener) -> None:
    numbers = me.airs(EVENING, NIGHT)
    me.asks(numbers["咳"])
    assert "▶️ ただいま放送中です。" in said(me.receives(EVENING.ends_at - SECOND))
    me.asks(numbers["頭痛"])
    assert me.receives(NIGHT.ends_at) == [Unwanted("the broadcast is over")]


def test_that_it_left_the_schedule_is_not_told_when_it_would_be_over(me: Listener) -> None:
    me.asks(me.airs(EVENING)["咳"])
    me.airs()
    assert me.receives(EVENING.ends_at) == [Unwanted("the broadcast is over")]


def test_taken_back_while_it_is_on_its_way_it_is_not_sent(me: Listener) -> None:
    number = me.airs(EVENING)["咳"]
    me.asks(number)
    (letter,) = me.claims(DUE)
    me.takes_back(number)
    assert me.reads(letter, DUE) == Unwanted("taken back")


def test_who_wants_no_reminders_still_gets_the_one_he_asked_for(me: Listener) -> None:
    me.asks(me.airs(EVENING)["咳"])
    with me.sessions.begin() as session:
        preferences.set_reminders(session, me.id, wanted=False)
    assert "咳" in said(me.receives(DUE))


def test_anothers_reminder_is_his_own(me: Listener, house: House) -> None:
    number = me.airs(EVENING)["咳"]
    me.asks(number)
    other = Listener(me.sessions, house, me.now, no="1000000002", can_earn=False)
    assert other.takes_back(number).toast == "この放送のお知らせの予定はありません。"
    assert "お知らせ予定" not in other.talk.says("/radio").text
    other.asks(number)
    assert me.letters == [("1", "waiting"), ("1", "waiting")]


def test_it_waits_for_the_end_of_the_night_and_is_never_sent_twice() -> None:
    (kind,) = feature.LETTERS
    assert kind.key.waits
    assert not kind.key.again
