"""Logging in, through the real turns, on both databases, with real (cheap) hashes that are counted."""

from datetime import date, datetime

import pytest
from argon2 import PasswordHasher
from sqlalchemy import text

from bot.updates.outcomes import Answer, Postponed
from content.rules import Rulebook
from content.words import EN, JA
from handlers.incoming import Incoming, Said
from handlers.presses.access.session import LogOut
from handlers.presses.privacy import Accept, Decline, ReadAll
from handlers.presses.start import LogIn
from handlers.screens.access import login as screens
from handlers.turn import House
from handlers.work import Prepared
from storage.engine.sessions import Sessions
from storage.people import members
from tests.conftest import NOW
from tests.handlers.talking import AOI, CHOSEN, TOKYO, Guest, Room, presses, room, rulebook
from tests.operators import SAMPLE

INITIAL = "720204"
NOTICE = Rulebook().now(NOW).privacy_notice


@pytest.fixture
def aoi(here: Room) -> Guest:
    return here.guest(700000001)


async def test_the_first_login_from_the_notice_to_the_new_password(here: Room, aoi: Guest) -> None:
    notice = await aoi.says("/login")
    assert presses(notice)[:3] == [Accept(NOTICE), ReadAll(1, asked=True), Decline()]
    assert aoi.chat.expects == ""
    assert "10桁の会員ID" in (await aoi.taps(Accept(NOTICE))).text
    assert "パスワードを入力してください" in (await aoi.says("１０００ー０００００１")).text
    assert "新しいパスワード" in (await aoi.says("７２０２０４")).text
    assert aoi.member_id == 0
    welcome = await aoi.says(CHOSEN)
    assert welcome.text.startswith("<b>青井 遥 様</b>\n新しいパスワードを設定し、ログインしました。")
    assert aoi.member_id == here.id_of(AOI)
    assert (aoi.chat.expects, aoi.chat.note) == ("", {})


async def test_the_consent_is_on_record(here: Room, aoi: Guest, now: datetime) -> None:
    await aoi.chooses(AOI)
    with here.sessions.begin() as session:
        found = session.execute(text("SELECT member_id, notice FROM consents")).all()
    assert found == [(here.id_of(AOI), NOTICE)]


async def test_who_declines_is_asked_nothing(aoi: Guest) -> None:
    await aoi.says("/login")
    assert (await aoi.taps(Decline())).text.startswith("<b>ログインしていません</b>")
    assert (aoi.chat.expects, aoi.chat.accepted_notice) == ("", "")


async def test_a_new_version_of_the_notice_is_asked_at_the_next_login_and_no_sooner(
    sessions: Sessions, house: House, now: datetime
) -> None:
    book = rulebook(privacy_notice="2027-04")
    with (
        room(sessions, House(book, house.links, house.cipher, house.profile), now) as later,
        room(sessions, house, now) as before,
    ):
        before.joins(AOI)
        await before.guest(1).chooses(AOI)
        after = later.guest(1)
        later.numbers = before.numbers
        assert "青井 遥 様としてログイン" in (await after.says("/login")).text
        await after.taps(LogOut())
        assert presses(await after.says("/login"))[0] == Accept("2027-04")
        assert presses(await after.taps(Accept(NOTICE)))[0] == Accept("2027-04")  # an old message's button
        assert "ユーザーID" in (await after.taps(Accept("2027-04"))).text


@pytest.mark.parametrize(
    ("typed", "password", "enters"),
    [
        ("1000000001", CHOSEN, True),
        ("m2026-0001", CHOSEN, True),
        ("M２０２６－０００１", CHOSEN, True),
        ("1000000001", INITIAL, False),
        ("1000000001", "kamo-river-89", False),
        ("1000000001", "ｋａｍｏ－ｒｉｖｅｒ－８８", True),
        ("1000000002", CHOSEN, False),
        ("1000000006", CHOSEN, False),
    ],
)
async def test_the_chosen_password(here: Room, aoi: Guest, typed: str, password: str, enters: bool) -> None:
    await aoi.chooses(AOI)
    await aoi.taps(LogOut())
    await aoi.comes_to_password(typed)
    before = here.hashing.verifications
    screen = await aoi.says(password)
    assert here.hashing.verifications == before + 1
    assert (aoi.member_id == here.id_of(AOI)) is enters
    assert screen.text.startswith(
        "<b>青井 遥 様</b>\nログインしました。" if enters else "<b>ログインできませんでした</b>"
    )


@pytest.mark.parametrize("typed", ["kamo—river—88", "kamo-river-88 ", "ｋａｍｏ－ｒｉｖｅｒー８８"])
async def test_a_password_that_the_keyboard_changed_is_the_same(here: Room, aoi: Guest, typed: str) -> None:
    await aoi.chooses(AOI)
    await aoi.taps(LogOut())
    await aoi.comes_to_password("1000000001")
    assert "ログインしました" in (await aoi.says(typed)).text


async def test_a_hash_of_the_former_form_is_still_right_and_is_made_anew(here: Room, aoi: Guest) -> None:
    """Until 0.2.0 a password was hashed with its dashes as they were typed."""
    await aoi.chooses(AOI)
    await aoi.taps(LogOut())
    old = await here.hashing.hash("kamo—river’s")
    with here.sessions.begin() as session:
        members.renew_hash(session, here.id_of(AOI), old)
    await aoi.comes_to_password("1000000001")
    assert "ログインしました" in (await aoi.says("kamo—river’s")).text
    await aoi.taps(LogOut())
    await aoi.comes_to_password("1000000001")
    assert "ログインしました" in (await aoi.says("kamo-river's")).text


async def test_a_hash_of_other_costs_is_made_anew(here: Room, aoi: Guest) -> None:
    await aoi.chooses(AOI)
    await aoi.taps(LogOut())
    cheaper = PasswordHasher(time_cost=2, memory_cost=8, parallelism=1)
    with here.sessions.begin() as session:
        members.renew_hash(session, here.id_of(AOI), cheaper.hash(CHOSEN))
    await aoi.logs_in(AOI)
    with here.sessions.begin() as session:
        kept = session.execute(text("SELECT password_hash FROM members WHERE password_hash IS NOT NULL")).scalar_one()
    assert not here.hashing.is_outdated(kept)


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_unknown_and_wrong_look_alike_and_cost_one_verification_each(here: Room, language: str) -> None:
    await here.guest(1).chooses(AOI)
    for number, (typed, password) in enumerate(
        [("1000000001", INITIAL), ("1000000006", INITIAL), ("4711", INITIAL), ("tokyo", "x"), ("nobody", "")]
    ):
        guest = here.guest(10 + number, language)
        await guest.comes_to_password(typed)
        before = here.hashing.verifications
        told = screens.Tried(typed if len(typed) == 10 else "", here.clock.now())
        assert await guest.says(password or CHOSEN) == screens.wrong(EN if language == "en" else JA, SAMPLE, told)
        assert here.hashing.verifications == before + 1
        assert guest.chat.expects == "password"


async def test_the_initial_password_costs_one_verification_too(here: Room, aoi: Guest) -> None:
    await aoi.comes_to_password("1000000001")
    await aoi.says(INITIAL)
    assert here.hashing.verifications == 1
    await aoi.says(CHOSEN)
    assert here.hashing.verifications == 1


async def test_a_wrong_password_may_be_followed_by_the_right_one(here: Room, aoi: Guest) -> None:
    await aoi.comes_to_password("1000000001")
    await aoi.says("720205")
    assert "新しいパスワード" in (await aoi.says(INITIAL)).text


@pytest.mark.parametrize("typed", ["高血圧", "", "  ", "1" * 65])
async def test_what_is_no_id_is_asked_again(aoi: Guest, typed: str) -> None:
    screen = await aoi.comes_to_password(typed or "ー")
    assert "読み取れませんでした" in screen.text
    assert aoi.chat.expects == "login_id"


@pytest.mark.parametrize(("typed", "doubted"), [("100000001", True), ("1000000001", False), ("tokyo", False)])
async def test_a_number_of_another_length_is_doubted_and_taken(aoi: Guest, typed: str, doubted: bool) -> None:
    screen = await aoi.comes_to_password(typed)
    assert ("9桁です" in screen.text) is doubted
    assert aoi.chat.expects == "password"


async def test_an_account_of_the_association_enters_and_is_told_that_it_earns_nothing(here: Room, aoi: Guest) -> None:
    assert "単位の取得ができません" in (await aoi.chooses(TOKYO)).text
    assert aoi.member_id == here.id_of(TOKYO)


async def test_an_id_or_password_after_the_command_is_not_read(aoi: Guest) -> None:
    assert (await aoi.says("/login 1000000001 720204")).text.startswith("<b>個人情報の取扱い</b>")
    assert aoi.chat.expects == ""


@pytest.mark.parametrize(
    ("rules", "member_no", "mamis", "account"),
    [
        ({}, True, True, True),
        ({"member_no_until": date(2026, 11, 22)}, True, True, True),
        ({"member_no_until": date(2026, 11, 21)}, False, True, True),
        ({"mamis_id_from": date(2026, 11, 22)}, True, True, True),
        ({"mamis_id_from": date(2026, 11, 23)}, True, False, True),
    ],
)
async def test_which_ids_are_taken_is_a_dated_rule(
    sessions: Sessions, house: House, now: datetime, rules: dict[str, date], member_no: bool, mamis: bool, account: bool
) -> None:
    taken = []
    with room(sessions, House(rulebook(**rules), house.links, house.cipher, house.profile), now) as dated:
        dated.joins(AOI, TOKYO)
        for number, (typed, initial) in enumerate(
            [("1000000001", INITIAL), ("m2026-0001", INITIAL), ("tokyo", "800101")]
        ):
            guest = dated.guest(number)
            await guest.comes_to_password(typed)
            taken.append("新しいパスワード" in (await guest.says(initial)).text)
        asked = await dated.guest(9).taps(LogIn())
        asked = await dated.guest(9).taps(Accept(NOTICE))
    assert taken == [member_no, mamis, account]
    assert ("10桁の会員ID" in asked.text) is member_no
    assert ("MAMIS ID" in asked.text) is mamis


async def test_a_password_that_was_replaced_while_it_was_verified_lets_nobody_in(here: Room) -> None:
    """Right when it was typed, and not the member's any more when it is judged."""
    await here.guest(1).chooses(AOI)
    await here.guest(2).comes_to_password(AOI.member_no)
    incoming = Incoming(next(here.numbers), 2, "ja", 1, Said(CHOSEN))
    waiting = await here.turns.take(incoming, lambda: b"")
    assert isinstance(waiting, Postponed)
    prepared = await here.preparing.do(waiting.work, 1, message_deleted=True)
    assert isinstance(prepared, Prepared)
    assert prepared.matches
    hashed = await here.hashing.hash("another-river-9")
    with here.sessions.begin() as session:
        members.choose_password(session, here.id_of(AOI), hashed)
    answer = await here.turns.finish(incoming, prepared)
    assert isinstance(answer, Answer)
    assert "ログインしました" not in answer.screen.text
    assert here.guest(2).member_id == 0
    assert "ログインしました" in (await here.guest(2).says("another-river-9")).text
