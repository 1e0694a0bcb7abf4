"""Language, reminders and their hours."""

import pytest

from content.hours import Hours
from content.values import Reminder
from content.words import EN, JA
from handlers.presses.access.session import AskLogOut
from handlers.presses.credits.noted import OpenNoted
from handlers.presses.credits.plan import OpenPlan
from handlers.presses.privacy import Privacy
from handlers.presses.settings import (
    Announce,
    GoOn,
    Kinds,
    OpenHours,
    PickHour,
    Remind,
    SetHour,
    SetQuiet,
    Settings,
    Speak,
)
from handlers.presses.start import LogIn, Start
from storage.people import preferences
from storage.people.preferences import Preferences
from tests.handlers.talking import AOI, Guest, Room, presses


@pytest.fixture
def aoi(here: Room) -> Guest:
    return here.guest(700000001)


async def test_a_stranger_chooses_his_language(aoi: Guest) -> None:
    screen = await aoi.says("/settings")
    assert presses(screen) == [Speak("en"), LogIn(), Privacy(), Start()]
    changed = await aoi.taps(Speak("en"))
    assert changed.toast == EN.settings.language_changed()
    assert "Language: English" in changed.text
    assert "neither run nor made by the Japan Medical Association" in (await aoi.says("/start")).text
    assert presses(changed)[0] == Speak("ja")
    assert (await aoi.taps(Speak("ja"))).toast == JA.settings.language_changed()


async def test_a_forged_language_changes_nothing(aoi: Guest) -> None:
    assert "現在の画面のものではありません" in (await aoi.taps(Speak("fr"))).toast
    assert aoi.chat.language == "ja"


async def test_a_member_stops_and_wants_reminders(here: Room, aoi: Guest) -> None:
    await aoi.chooses(AOI)
    screen = await aoi.says("/settings")
    assert "青井 遥 様" in screen.text
    assert presses(screen) == [
        Kinds(),
        OpenHours(),
        OpenPlan(),
        OpenNoted(),
        GoOn(False),
        Speak("en"),
        Privacy(),
        AskLogOut(),
        Start(),
    ]
    screen = await aoi.taps(Kinds())
    assert "最後に受講した日の3日後と10日後" in screen.text
    off = [
        Remind(kind, wanted=False)
        for kind in ("course", "journal", "declaration", "year_end", "falling", "new_courses", "training", "plan")
    ]
    assert presses(screen) == [*off, Announce(False), Settings()]
    stopped = await aoi.taps(Remind("journal", wanted=False))
    assert stopped.toast == "未提出の日医雑誌の解答のお知らせを止めました。"
    assert presses(stopped) == [off[0], Remind("journal", wanted=True), *off[2:], Announce(False), Settings()]
    assert "未提出の日医雑誌の解答のお知らせ：受け取らない" in stopped.text
    with here.sessions.begin() as session:
        assert not preferences.get(session, aoi.member_id).wants(Reminder.JOURNAL)
    again = await aoi.taps(Remind("journal", wanted=True))
    assert (presses(again)[:8], again.toast) == (off, "未提出の日医雑誌の解答のお知らせをお送りします。")
    with here.sessions.begin() as session:
        assert preferences.get(session, aoi.member_id) == Preferences()


async def test_a_member_chooses_the_hours_by_taps_alone(here: Room, aoi: Guest) -> None:
    await aoi.chooses(AOI)
    assert "お知らせの時刻：8:00（1日1通まで）\nお送りしない時間帯：21:00～8:00" in (await aoi.says("/settings")).text
    await aoi.taps(OpenHours())
    offered = await aoi.taps(PickHour("nudge"))
    assert [press.hour for press in presses(offered) if isinstance(press, SetHour)] == list(range(8, 21))
    assert [button.label for row in offered.rows for button in row][:2] == ["8:00 ✓", "9:00"]
    assert (await aoi.taps(SetHour("nudge", 20))).toast == "変更しました。"
    changed = await aoi.taps(SetHour("from", 20))
    assert "お知らせの時刻：8:00（1日1通まで）\nお送りしない時間帯：20:00～8:00" in changed.text, "20:00 is quiet now"
    assert "6:00" in (await aoi.taps(SetHour("until", 6))).text
    assert presses(await aoi.taps(PickHour("nudge")))[0] == SetHour("nudge", 6)
    none = await aoi.taps(SetQuiet(wanted=False))
    assert "お知らせの時刻：20:00（1日1通まで）\nお送りしない時間帯：なし" in none.text
    assert await aoi.taps(SetQuiet(wanted=False)) == none, "an old button changes nothing"
    with here.sessions.begin() as session:
        assert preferences.get(session, aoi.member_id).hours == Hours(0, 0, 20)
    assert "お送りしない時間帯：21:00～8:00" in (await aoi.taps(SetQuiet(wanted=True))).text
    await aoi.taps(SetQuiet(wanted=False))
    assert "お送りしない時間帯：21:00～5:00" in (await aoi.taps(SetHour("until", 5))).text, "where there were none"


@pytest.mark.parametrize(
    "press",
    [
        *(PickHour(what) for what in ("", "noon")),
        *(SetHour("nudge", hour) for hour in (-1, 4, 7, 21, 24)),
        *(SetHour("from", hour) for hour in (8, 17)),
        *(SetHour("until", hour) for hour in (4, 13)),
        SetHour("noon", 8),
    ],
)
async def test_a_forged_hour_changes_nothing(here: Room, aoi: Guest, press: PickHour | SetHour) -> None:
    await aoi.chooses(AOI)
    assert "現在の画面のものではありません" in (await aoi.taps(press)).toast
    with here.sessions.begin() as session:
        assert preferences.get(session, aoi.member_id).hours == Hours()


async def test_the_same_by_button_and_by_command(aoi: Guest) -> None:
    await aoi.chooses(AOI)
    assert await aoi.taps(Settings()) == await aoi.says("/settings")


async def test_a_stranger_has_no_reminders_to_stop(aoi: Guest) -> None:
    assert "ログインが必要です" in (await aoi.taps(Remind("course", wanted=False))).toast


async def test_the_language_of_the_chat_stays_through_login_and_logout(aoi: Guest) -> None:
    await aoi.taps(Speak("en"))
    assert "you are logged in" in (await aoi.chooses(AOI)).text


async def test_a_test_goes_on_by_itself_until_the_member_switches_that_off(here: Room, aoi: Guest) -> None:
    await aoi.chooses(AOI)
    assert "テスト：選択すると自動で次の問に進む" in (await aoi.says("/settings")).text
    member_id = aoi.member_id
    for wanted in (False, True):
        screen = await aoi.taps(GoOn(wanted))
        assert GoOn(not wanted) in presses(screen)
        assert screen.toast == JA.settings.go_on_changed(wanted)
        with here.sessions.begin() as session:
            assert preferences.get(session, member_id) == Preferences(test_goes_on=wanted)
            assert preferences.test_goes_on(session, member_id) is wanted
