"""The waits after failed logins, as people meet them."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from content.access.guarding import LIMITS, Bucket
from content.words import JA
from handlers.presses.access.session import LogOut
from handlers.screens.access import login as screens
from handlers.turn import House
from storage.engine.sessions import Sessions
from storage.people import codes, guards, members
from tests.handlers.talking import AOI, CHOSEN, Guest, Room, room
from tests.operators import SAMPLE

INITIAL = "720204"


@pytest.fixture
def aoi(here: Room) -> Guest:
    return here.guest(700000001)


def tried(here: Room, typed: str = "1000000001") -> screens.Tried:
    return screens.Tried(typed, here.clock.now())


async def fails(guest: Guest, typed: str, times: int) -> None:
    await guest.comes_to_password(typed)
    for _ in range(times):
        await guest.says("wrong")


@pytest.mark.parametrize("typed", ["1000000001", "4711471100"])
async def test_five_failures_make_an_id_wait_whoever_tries_and_whether_known_or_not(here: Room, typed: str) -> None:
    for number in range(5):
        await here.guest(number).comes_to_password(typed)
        screen = await here.guest(number).says("wrong")
    minute = here.clock.now() + timedelta(minutes=1)
    assert screen == screens.wrong_and_wait(JA, SAMPLE, tried(here, typed), minute)
    before, next_one = here.hashing.verifications, here.guest(99)
    waiting = await next_one.comes_to_password(typed)
    assert waiting == replace(screens.wait(JA, SAMPLE, tried(here, typed), minute), over=False)
    assert "あと1分" in waiting.text
    assert "10:01から" in waiting.text
    assert next_one.chat.expects == "login_id"
    assert here.hashing.verifications == before


@pytest.mark.parametrize(("seconds", "enters"), [(59.999, False), (60, True)])
async def test_the_wait_is_over_to_the_moment(here: Room, aoi: Guest, seconds: float, enters: bool) -> None:
    await aoi.chooses(AOI)
    other = here.guest(5)
    await fails(other, "1000000001", 5)
    here.waits(seconds=seconds)
    before = here.hashing.verifications
    screen = await other.says(CHOSEN)
    assert ("ログインしました" in screen.text) is enters
    assert here.hashing.verifications == before + int(enters)
    assert other.chat.expects == ("" if enters else "password")


async def test_a_person_waits_whichever_id_he_tries(here: Room, aoi: Guest) -> None:
    for number in range(5):
        await fails(aoi, f"100000010{number}", 1)
    assert "お待ちください" in (await aoi.comes_to_password("1000000006")).text
    assert "パスワードを入力してください" in (await here.guest(2).comes_to_password("1000000006")).text


async def test_a_success_clears_the_id_and_the_person(here: Room, aoi: Guest) -> None:
    await fails(aoi, "1000000001", 4)
    await aoi.chooses(AOI)
    await aoi.taps(LogOut())
    await fails(aoi, "1000000001", 4)
    assert "ログインしました" in (await aoi.says(CHOSEN)).text


async def test_a_right_initial_password_alone_clears_nothing(here: Room, aoi: Guest) -> None:
    await fails(aoi, "1000000001", 4)
    await aoi.says(INITIAL)
    await aoi.comes_to_password("1000000001")
    assert "お待ちください" in (await aoi.says("wrong")).text


async def test_strangers_together_wait_and_members_who_are_in_do_not(
    here: Room, aoi: Guest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(LIMITS, "strangers", Bucket(holds=3, drains_every=timedelta(seconds=20)))
    await aoi.chooses(AOI)
    attackers = [here.guest(100 + number) for number in range(4)]
    for number, attacker in enumerate(attackers):
        await fails(attacker, f"200000000{number}", 1)
    assert "あと20秒" in (await attackers[0].comes_to_password("1000000006")).text, "who failed elsewhere"
    assert "あと20秒" in (await here.guest(7).comes_to_password("2000000001")).text, "an ID with which others failed"
    assert "ログインしました" in (await aoi.logs_in(AOI)).text
    here.waits(seconds=20)
    assert "パスワードを入力してください" in (await attackers[0].says("1000000006")).text


async def test_a_closed_door_is_open_to_who_has_no_part_in_it(
    here: Room, aoi: Guest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(LIMITS, "strangers", Bucket(holds=3, drains_every=timedelta(days=1)))
    await aoi.chooses(AOI)
    await aoi.taps(LogOut())
    for number in range(4):
        await fails(here.guest(100 + number), f"200000000{number}", 1)
    await fails(aoi, "1000000001", 3)
    assert "ログインしました" in (await aoi.says(CHOSEN)).text
    await aoi.taps(LogOut())
    await fails(aoi, "1000000001", 4)
    assert "お待ちください" in (await aoi.says(CHOSEN)).text


async def test_a_success_does_not_wash_away_guesses_at_others(here: Room, aoi: Guest) -> None:
    """Four guesses at another ID, a login with the own one, and again: the fifth guess waits all the same."""
    await aoi.chooses(AOI)
    await fails(aoi, "1000000006", 4)
    assert "ログインしました" in (await aoi.logs_in(AOI)).text
    await fails(aoi, "1000000007", 1)
    assert "お待ちください" in (await aoi.says("wrong")).text
    assert "お待ちください" in (await aoi.comes_to_password("1000000008")).text


async def test_guesses_of_one_who_is_logged_in_count_with_those_of_all_strangers(
    here: Room, aoi: Guest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(LIMITS, "strangers", Bucket(holds=3, drains_every=timedelta(days=1)))
    await aoi.chooses(AOI)
    await fails(aoi, "1000000006", 4)
    assert "お待ちください" in (await here.guest(5).comes_to_password("1000000006")).text


async def test_one_who_is_logged_in_is_not_locked_out_by_others(here: Room, aoi: Guest) -> None:
    await aoi.chooses(AOI)
    for number in range(5):
        await fails(here.guest(10 + number), "1000000001", 1)
    assert "青井 遥 様" in (await aoi.says("/start")).text
    assert "ログインしました" in (await aoi.logs_in(AOI)).text  # again, to the same member
    assert aoi.member_id == here.id_of(AOI)


async def test_failures_while_logged_in_count_against_another_s_id(here: Room, aoi: Guest) -> None:
    await aoi.chooses(AOI)
    await fails(aoi, "1000000006", 5)
    assert "お待ちください" in (await here.guest(99).comes_to_password("1000000006")).text
    assert aoi.member_id == here.id_of(AOI)


async def test_waits_survive_a_restart(sessions: Sessions, house: House, here: Room, now: datetime) -> None:
    await fails(here.guest(1), "1000000001", 5)
    with room(sessions, house, now) as after:
        after.numbers = here.numbers
        assert "お待ちください" in (await after.guest(2).comes_to_password("1000000001")).text


async def test_staff_lift_a_lock(here: Room) -> None:
    for number in range(5):
        await fails(here.guest(10 + number), "1000000001", 1)
    with here.sessions.begin() as session:
        assert guards.lift(session, here.id_of(AOI))
    assert "パスワードを入力してください" in (await here.guest(1).comes_to_password("1000000001")).text


def gives_code(here: Room, *, hours: float = 24) -> str:
    """Staff give Aoi a one-time code."""
    with here.sessions.begin() as session:
        until = here.clock.now() + timedelta(hours=hours)
        return codes.give(session, here.sessions.cipher, here.id_of(AOI), until)


async def fails_elsewhere(guest: Guest) -> None:
    """As often as makes a person wait, and each time with another ID."""
    for number in range(5):
        await fails(guest, f"100000010{number}", 1)


async def test_whose_own_failures_make_him_wait_uses_a_code_at_once(here: Room, aoi: Guest) -> None:
    await fails_elsewhere(aoi)
    assert "お待ちください" in (await aoi.comes_to_password("1000000001")).text
    code = gives_code(here)
    assert "パスワードを入力してください" in (await aoi.comes_to_password("1000000001")).text
    assert JA.login.new_title() in (await aoi.says(code)).text
    await aoi.says(CHOSEN)
    assert aoi.member_id == here.id_of(AOI)


async def test_a_code_lets_nobody_try_another_s_id(here: Room, aoi: Guest) -> None:
    await fails_elsewhere(aoi)
    gives_code(here)
    assert "お待ちください" in (await aoi.comes_to_password("1000000006")).text


@pytest.mark.parametrize(("seconds", "waits"), [(0.001, False), (0, True)])
async def test_when_the_code_has_run_out_he_waits_again(here: Room, aoi: Guest, seconds: float, waits: bool) -> None:
    gives_code(here, hours=1)
    here.waits(hours=1, seconds=-seconds)
    await fails_elsewhere(aoi)
    assert ("お待ちください" in (await aoi.comes_to_password("1000000001")).text) is waits


async def test_wrong_codes_count_against_the_id(here: Room, aoi: Guest) -> None:
    await fails_elsewhere(aoi)
    code = gives_code(here)
    wrong = f"{(int(code) + 1) % 10**8:08}"
    await aoi.comes_to_password("1000000001")
    for _ in range(4):
        assert await aoi.says(wrong) == screens.wrong(JA, SAMPLE, tried(here))
    minute = here.clock.now() + timedelta(minutes=1)
    assert await aoi.says(wrong) == screens.wrong_and_wait(JA, SAMPLE, tried(here), minute)
    assert "お待ちください" in (await aoi.says(code)).text, "even the right one waits now"
    here.waits(minutes=1)
    assert JA.login.new_title() in (await aoi.says(code)).text


async def test_who_is_locked_out_by_others_uses_a_code_at_once_and_nothing_else(here: Room, aoi: Guest) -> None:
    await here.guest(1).chooses(AOI)
    await here.guest(1).taps(LogOut())
    for number in range(6):
        await fails(here.guest(10 + number), "1000000001", 1)
        here.waits(minutes=int(number == 4))
    code = gives_code(here)
    await aoi.comes_to_password("1000000001")
    assert await aoi.says(CHOSEN) == screens.wrong(JA, SAMPLE, tried(here)), (
        "a password could be a guess, right or wrong"
    )
    assert JA.login.new_title() in (await aoi.says(code)).text
    await aoi.says("higashi-yama-77")
    assert aoi.member_id == here.id_of(AOI)


async def test_too_many_guesses_meanwhile_make_even_a_right_one_wait(here: Room, aoi: Guest) -> None:
    """The limit holds though several guesses passed the first transaction together."""
    await aoi.chooses(AOI)
    guest = here.guest(1)
    await guest.comes_to_password("1000000001")
    prepare = here.preparing.do

    async def overtaken(*args: object, **options: object) -> object:
        with here.sessions.begin() as session:
            account = members.account(session, here.sessions.cipher, "1000000001", member_no=True, mamis_id=True)
            for _ in range(5):
                guards.fail(session, [guards.of_id(here.sessions.cipher, account.guarded)], here.clock.now())
        return await prepare(*args, **options)  # type: ignore[arg-type]  # handed through

    here.preparing.do = overtaken  # type: ignore[method-assign, assignment]  # others fail while this one is hashed
    assert "お待ちください" in (await guest.says(CHOSEN)).text
    assert guest.member_id == 0
