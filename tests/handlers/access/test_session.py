"""Where a member is logged in, and where no longer."""

from datetime import datetime, timedelta

import pytest

from content.keys.letters import SessionEnded
from content.words import JA
from handlers.access.session import LETTERS
from handlers.presses.access import login as login_presses
from handlers.presses.access.session import AskLogOut, LogOut
from handlers.presses.start import LogIn
from handlers.screens.access import session as session_screens
from handlers.turn import House, Turn
from storage.people.chat import Caller
from storage.post import letters
from tests.handlers.talking import AOI, SHIRO, Guest, Room, presses
from tests.operators import SAMPLE


@pytest.fixture
def aoi(here: Room) -> Guest:
    return here.guest(700000001)


async def test_logging_in_elsewhere_ends_the_former_session_and_tells_it(
    here: Room, aoi: Guest, house: House, now: datetime
) -> None:
    await aoi.chooses(AOI)
    new = here.guest(2, "en")
    here.waits(minutes=5)
    assert "logged out in the chat you used before" in (await new.logs_in(AOI)).text
    assert (aoi.member_id, new.member_id) == (0, here.id_of(AOI))
    former, member_id = aoi.chat, new.member_id
    with here.sessions.begin() as session:
        [letter] = letters.claim(session, here.clock.now())
        assert (letter.kind, letter.chat_id, letter.member_id) == (SessionEnded.kind, former.id, member_id)
        caller = Caller(member_id, can_earn=True)
        turn = Turn(session, former, here.clock.now(), JA, house, 0, member=caller)
        screen = LETTERS[0].make(turn, letter)
    assert screen == session_screens.ended(JA, now + timedelta(minutes=5), SAMPLE)


async def test_logging_in_again_in_the_same_chat_tells_nobody(here: Room, aoi: Guest) -> None:
    await aoi.chooses(AOI)
    screen = await aoi.logs_in(AOI)
    assert "ログインしました" in screen.text
    assert "これまでのチャット" not in screen.text
    with here.sessions.begin() as session:
        assert not letters.claim(session, here.clock.now())


async def test_a_chat_may_become_another_member_s(here: Room, aoi: Guest) -> None:
    await aoi.chooses(AOI)
    await aoi.chooses(SHIRO, "another-river-99")
    assert aoi.member_id == here.id_of(SHIRO)
    assert "ログインしました" in (await here.guest(2).logs_in(AOI)).text


async def test_login_when_logged_in_says_as_whom(aoi: Guest) -> None:
    await aoi.chooses(AOI)
    screen = await aoi.says("/login")
    assert "青井 遥 様としてログイン" in screen.text
    assert presses(screen)[:2] == [LogIn(again=True), AskLogOut()]


async def test_logout_is_confirmed_and_keeps_the_record(here: Room, aoi: Guest) -> None:
    await aoi.chooses(AOI)
    assert presses(await aoi.says("/logout"))[0] == LogOut()
    assert aoi.member_id == here.id_of(AOI)
    assert "保存されています" in (await aoi.taps(LogOut())).text
    assert aoi.member_id == 0
    assert "/login" in (await aoi.taps(LogOut())).toast  # an old button
    assert "ログインしました" in (await aoi.logs_in(AOI)).text


async def test_who_is_no_member_is_told_whom_to_ask(aoi: Guest) -> None:
    screen = await aoi.taps(login_presses.NotMember())
    assert "会員以外の方は受講できません" in screen.text
    assert "日本医師会にご確認ください" in screen.text


async def test_a_command_in_between_ends_the_login(aoi: Guest) -> None:
    await aoi.comes_to_password("1000000001")
    await aoi.says("/help")
    assert (aoi.chat.expects, aoi.chat.note) == ("", {})
