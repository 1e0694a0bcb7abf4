"""/radio without Telegram: what the week, the month and a broadcast show."""

from datetime import date, datetime, timedelta

import pytest

from content.refusals import NoSuchBroadcast, StaleButton
from handlers.presses.radio import AskReminder, OpenBroadcast, Radio, TakeBack
from handlers.turn import House
from storage.engine.sessions import Sessions
from tests.broadcasts import a_broadcast, moment
from tests.handlers.listening import Listener

SECOND = timedelta(seconds=1)
EVENING = a_broadcast("2026-11-24 20:40", "咳", link="https://radio.example.jp/1")


@pytest.fixture
def me(sessions: Sessions, house: House, now: datetime) -> Listener:
    return Listener(sessions, house, now)


def test_the_week_goes_from_today_to_the_last_second_of_the_seventh_day(me: Listener) -> None:
    """A day of Japan begins at 15:00Z of the day before."""
    me.airs(
        a_broadcast("2026-11-21 23:59", "前日"),
        a_broadcast("2026-11-22 00:00", "初日", minutes=1),
        a_broadcast("2026-11-28 23:59", "末日"),
        a_broadcast("2026-11-29 00:00", "翌日"),
    )
    screen = me.talk.says("/radio")
    assert me.titles == ["初日", "末日"]
    assert "2026年11月22日（日）～11月28日（土）" in screen.text
    assert "単位は付与されません" in screen.text
    assert me.talk.labels[1] == ["‹ 11月15日～", "11月29日～ ›"]
    me.talk.now = moment("2026-11-22 23:59:59")
    me.talk.says("/radio")
    assert me.titles == ["初日", "末日"]
    me.talk.now += SECOND
    me.talk.says("/radio")
    assert me.titles == ["末日", "翌日"]


def test_a_month_goes_from_its_first_minute_to_its_last(me: Listener) -> None:
    me.airs(
        a_broadcast("2026-10-31 23:59", "前月"),
        a_broadcast("2026-11-01 00:00", "初日", minutes=1),
        a_broadcast("2026-11-30 23:59", "末日"),
        a_broadcast("2026-12-01 00:00", "翌月"),
    )
    me.talk.says("/radio")
    me.talk.taps("1か月分を見る")
    assert me.titles == ["初日", "末日"]
    assert me.talk.labels[1:] == [["‹ 10月", "12月 ›"], ["1週間分を見る"], ["‹ 戻る"]]
    me.talk.taps("12月 ›")
    assert me.titles == ["翌月"]
    assert me.talk.labels[1:] == [["‹ 11月"], ["1週間分を見る"], ["‹ 戻る"]]
    assert "2026年12月1日（火）～12月7日（月）" in me.talk.taps("1週間分を見る").text


def test_the_ways_lead_over_a_gap_and_end_where_there_is_nothing(me: Listener) -> None:
    me.airs(a_broadcast("2026-11-23 20:40", "咳"), a_broadcast("2026-12-31 20:40", "頭痛"))
    me.talk.says("/radio")
    assert me.talk.labels[1:] == [["12月27日～ ›"], ["1か月分を見る"], ["‹ 戻る"]]
    me.talk.taps("12月27日～ ›")
    assert me.titles == ["頭痛"]
    assert me.talk.labels[1] == ["‹ 11月22日～"]


def test_where_nothing_is_on_the_guides_page_is_named(me: Listener) -> None:
    assert "予定されている放送はありません" in me.talk.says("/radio").text
    assert "単位は付与されません" in me.talk.screen.text
    assert me.talk.buttons[0].url == "https://www.med.or.jp/cme/"
    assert me.talk.labels[1:] == [["1か月分を見る"], ["‹ 戻る"]]


def test_more_than_eight_are_paged_and_the_page_of_what_comes_next_opens(me: Listener) -> None:
    me.airs(*(a_broadcast(f"2026-11-{day:02} 20:40", f"第{day}回") for day in range(1, 31)))
    me.talk.says("/radio")
    assert me.titles == [f"第{day}回" for day in range(22, 29)]
    me.talk.taps("1か月分を見る")
    assert me.titles == [f"第{day}回" for day in range(17, 25)]
    assert me.talk.labels[4] == ["‹", "3 / 4", "›"]
    me.talk.taps("›")
    me.talk.taps("30")
    me.talk.taps("‹ 戻る")
    assert me.titles == [f"第{day}回" for day in range(25, 31)]


def test_what_is_on_the_air_is_marked_to_the_second(me: Listener) -> None:
    me.airs(a_broadcast("2026-11-22 10:00", "咳", sample=True))
    for by, marked in ((-SECOND, False), (SECOND * 0, True), (timedelta(minutes=20) - SECOND, True)):
        me.talk.now = moment("2026-11-22 10:00") + by
        assert ("1　▶️ 11月22日（日）10:00　咳（見本）　見本 一郎" in me.talk.says("/radio").text) is marked
        assert ("▶️ ただいま放送中です。" in me.talk.taps("1").text) is marked
    me.talk.now = moment("2026-11-22 10:20")
    assert "▶️" not in me.talk.says("/radio").text
    assert "放送は終了しました。" in me.talk.taps("1").text


def test_a_card_says_what_when_and_where(me: Listener) -> None:
    me.airs(EVENING, a_broadcast("2026-11-25 23:50", "頭痛", sample=True))
    me.talk.says("/radio")
    screen = me.talk.taps("1")
    assert screen.text.startswith("<b>咳</b>\n")
    assert "\n講師：見本 一郎\n2026年11月24日（火）20:40～21:00（20分）" in screen.text
    assert me.talk.labels == [["10分前に知らせる"], ["放送を聴く"], ["‹ 戻る"]]
    assert me.talk.buttons[1].url == "https://radio.example.jp/1"
    me.talk.taps("‹ 戻る")
    assert "見本　講師：見本 一郎\n2026年11月25日（水）23:50～翌0:10（20分）" in me.talk.taps("2").text
    assert me.talk.labels == [["事前に知らせる"], ["‹ 戻る"]]


def test_it_says_the_same_in_english(me: Listener) -> None:
    me.airs(a_broadcast("2026-11-24 23:00"))
    me.talk.language = "en"
    assert "Listening earns no credits." in me.talk.says("/radio").text
    assert "so we will remind you on Tue 24 Nov, 20:59 (Japan)." in me.talk.taps("1").text


@pytest.mark.parametrize("number", [0, -1, 99, 2**31 - 1])
def test_a_number_of_no_broadcast_is_refused(number: int, me: Listener) -> None:
    me.airs(EVENING)
    for press in (OpenBroadcast, AskReminder, TakeBack):
        with pytest.raises(NoSuchBroadcast):
            me.talk.presses(press(number, 0, False, 0))
    assert me.letters == []


@pytest.mark.parametrize("month", [True, False])
def test_a_forged_day_is_refused_and_a_forged_page_is_the_nearest(month: bool, me: Listener) -> None:
    me.airs(EVENING)
    for day in (1, -1, 2**31 - 1, date.max.toordinal(), date(2050, 1, 1).toordinal()):
        with pytest.raises(StaleButton):
            me.talk.presses(Radio(day, month, 1))
    for page in (-1, 99, 2**31 - 1):
        me.talk.presses(Radio(0, month, page))
        assert me.titles == ["咳"]
    with pytest.raises(StaleButton):
        me.talk.presses("rs:0:2:0")
