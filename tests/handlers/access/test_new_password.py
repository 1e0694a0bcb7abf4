"""The new password in place of the initial one or of a code, and the messages in which passwords stand."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from content.words import JA
from handlers.presses.access.session import LogOut
from handlers.screens.access import login as screens
from storage.people import codes
from tests.handlers.talking import AOI, CHOSEN, SHIRO, Guest, Room
from tests.operators import SAMPLE

INITIAL = "720204"


@pytest.fixture
def aoi(here: Room) -> Guest:
    return here.guest(700000001)


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("kamo-88", "短すぎる"),
        ("19720204", "生年月日"),
        ("m-1000000001", "ユーザーID"),
        ("reg300001", "医籍登録番号"),
        ("password1", "推測される"),
        ("liverpool", "推測される"),
    ],
)
async def test_a_bad_new_password_is_asked_for_again(here: Room, aoi: Guest, password: str, reason: str) -> None:
    await aoi.comes_to_password("1000000001")
    await aoi.says(INITIAL)
    assert reason in (await aoi.says(password)).text
    assert (aoi.chat.expects, aoi.member_id) == ("new_password", 0)
    assert "ログインしました" in (await aoi.says(CHOSEN)).text


@pytest.mark.parametrize(("minutes", "enters"), [(9.999, True), (10, False)])
async def test_a_half_login_dies_after_ten_minutes(here: Room, aoi: Guest, minutes: float, enters: bool) -> None:
    await aoi.comes_to_password("1000000001")
    await aoi.says(INITIAL)
    here.waits(minutes=minutes)
    screen = await aoi.says(CHOSEN)
    assert ("ログインしました" in screen.text) is enters
    assert bool(aoi.member_id) is enters
    if not enters:
        assert "終了しました" in screen.text
        assert aoi.chat.expects == ""
        assert "ログインしました" in (await aoi.chooses(AOI)).text  # the initial password is not used up


async def test_of_two_who_know_the_initial_password_the_first_to_choose_wins(here: Room, aoi: Guest) -> None:
    thief = here.guest(666)
    for guest in (thief, aoi):
        await guest.comes_to_password("1000000001")
        await guest.says(INITIAL)
    await aoi.says(CHOSEN)
    assert "ほかで設定が済んだ" in (await thief.says("another-river-99")).text
    assert (aoi.member_id, thief.member_id) == (here.id_of(AOI), 0)


async def test_a_code_of_staff_replaces_a_forgotten_password_once(here: Room, aoi: Guest) -> None:
    await aoi.chooses(AOI)
    await aoi.taps(LogOut())
    with here.sessions.begin() as session:
        ends = here.clock.now() + timedelta(hours=24)
        code = codes.give(session, here.sessions.cipher, here.id_of(AOI), ends)
    await aoi.comes_to_password("1000000001")
    before = here.hashing.verifications
    assert "新しいパスワード" in (await aoi.says(f"{code[:4]}-{code[4:]}")).text
    assert here.hashing.verifications == before + 1
    assert "ログインしました" in (await aoi.says("another-river-99")).text
    await aoi.taps(LogOut())
    for used_up in (code, CHOSEN):
        await aoi.comes_to_password("1000000001")
        assert await aoi.says(used_up) == screens.wrong(JA, SAMPLE, screens.Tried("1000000001", here.clock.now()))
    assert "ログインしました" in (await aoi.logs_in(AOI, "another-river-99")).text


async def test_with_a_code_given_the_chosen_password_is_still_good(here: Room, aoi: Guest) -> None:
    await aoi.chooses(AOI)
    with here.sessions.begin() as session:
        codes.give(session, here.sessions.cipher, here.id_of(AOI), here.clock.now() + timedelta(hours=24))
    assert "ログインしました" in (await aoi.logs_in(AOI)).text


async def test_importing_needs_no_hash_and_keeps_the_password(here: Room, aoi: Guest) -> None:
    await aoi.chooses(AOI)
    before = here.hashing.verifications
    here.joins(AOI, SHIRO)
    assert here.hashing.verifications == before
    assert "ログインしました" in (await aoi.logs_in(AOI)).text


@pytest.mark.parametrize("password", [INITIAL, "wrong"])
async def test_who_must_delete_the_message_himself_is_told(aoi: Guest, password: str) -> None:
    await aoi.comes_to_password("1000000001")
    assert JA.login.delete_yourself() in (await aoi.says(password, deleted=False)).text


async def test_also_of_the_new_password(aoi: Guest) -> None:
    await aoi.comes_to_password("1000000001")
    assert JA.login.delete_yourself() not in (await aoi.says(INITIAL)).text
    welcome = await aoi.says(CHOSEN, deleted=False)
    assert JA.login.delete_yourself() in welcome.text
    assert "ログインしました" in welcome.text


async def test_no_password_stands_in_the_record_in_clear(here: Room, aoi: Guest) -> None:
    await aoi.chooses(AOI)
    with here.sessions.begin() as session:
        kept = [*session.execute(text("SELECT * FROM members")), *session.execute(text("SELECT * FROM chats"))]
    assert "$argon2id$" in str(kept)
    assert CHOSEN not in str(kept)
    assert CHOSEN.encode() not in b"".join(bytes(cell) for row in kept for cell in row if isinstance(cell, bytes))
