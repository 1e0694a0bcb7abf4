"""Language and reminders."""

import pytest

from content.values import Reminder
from content.words import EN, JA
from handlers.presses.noted import OpenNoted
from handlers.presses.privacy import Privacy
from handlers.presses.session import AskLogOut
from handlers.presses.settings import Remind, Settings, Speak
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
    assert "3日後の8:00" in screen.text
    assert "青井 遥 様" in screen.text
    kinds = ["course", "journal", "declaration"]
    off = [Remind(kind, wanted=False) for kind in kinds]
    assert presses(screen) == [*off, OpenNoted(), Speak("en"), Privacy(), AskLogOut(), Start()]
    stopped = await aoi.taps(Remind("journal", wanted=False))
    assert stopped.toast == "未提出の日医雑誌の解答のお知らせを止めました。"
    assert presses(stopped)[:3] == [off[0], Remind("journal", wanted=True), off[2]]
    assert "未提出の日医雑誌の解答のお知らせ：受け取らない" in stopped.text
    with here.sessions.begin() as session:
        assert not preferences.get(session, aoi.member_id).wants(Reminder.JOURNAL)
    again = await aoi.taps(Remind("journal", wanted=True))
    assert (presses(again)[:3], again.toast) == (off, "未提出の日医雑誌の解答のお知らせをお送りします。")
    with here.sessions.begin() as session:
        assert preferences.get(session, aoi.member_id) == Preferences()


async def test_the_same_by_button_and_by_command(aoi: Guest) -> None:
    await aoi.chooses(AOI)
    assert await aoi.taps(Settings()) == await aoi.says("/settings")


async def test_a_stranger_has_no_reminders_to_stop(aoi: Guest) -> None:
    assert "ログインが必要です" in (await aoi.taps(Remind("course", wanted=False))).toast


async def test_the_language_of_the_chat_stays_through_login_and_logout(aoi: Guest) -> None:
    await aoi.taps(Speak("en"))
    assert "you are logged in" in (await aoi.chooses(AOI)).text
