"""The first log-in by an activation letter: code and birth date together, guesses limited, one answer to all."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from content.activating.batch import LASTS
from content.activating.code import PREFIX, grouped, written
from content.words import JA
from handlers.screens.screen import Screen
from handlers.turn import House
from storage.activating import batches
from storage.engine.sessions import Sessions
from storage.staff import roles
from tests.conftest import NOW
from tests.handlers.talking import AOI, CHOSEN, SHIRO, Guest, Room, presses, room

SAY = JA.activation
BORN = f"{AOI.birth_date:%y%m%d}"


@pytest.fixture
def here(sessions: Sessions, house: House) -> Iterator[Room]:
    with room(sessions, house, NOW) as opened:
        opened.joins(AOI, SHIRO)
        yield opened


def letter(here: Room) -> str:
    """The code in 青井's letter, as it is printed."""
    with here.sessions.begin() as session:
        number = batches.order(session, "", here.id_of(SHIRO), here.clock.now())
        batches.begin(session, number, here.clock.now())
        batches.step(session, number, here.clock.now())
    with here.sessions.reading() as session:
        found = {one.member_no: one.code for one in batches.lines(session, number)}
    return grouped(found[AOI.member_no])


async def typed(guest: Guest, code: str, birth: str = BORN) -> Screen:
    """Both, from the first message on."""
    await guest.comes_to_password(code)
    return await guest.says(birth)


async def test_by_code_and_birth_date(here: Room) -> None:
    guest, code = here.guest(7), letter(here)
    asked = await guest.comes_to_password(code.lower().replace("-", " "))
    assert "生年月日" in asked.text
    assert code not in asked.text, "the chat stays, and the code is a secret"
    assert JA.login.new_title() in (await guest.says(BORN)).text
    await guest.says(CHOSEN)
    assert guest.member_id == here.id_of(AOI)
    other = here.guest(8)
    assert SAY.wrong(here.clock.now()) in (await typed(other, code)).text, "it is used up"
    await other.logs_in(AOI)
    assert other.member_id == here.id_of(AOI)


@pytest.mark.parametrize(
    "password",
    ["correct horse battery staples", "correcthorsebatterystaple123", written(5), written(6).lower()],
    ids=["words", "slip", "right check", "lower"],
)
async def test_a_password_that_looks_like_a_code_is_a_password(password: str, here: Room) -> None:
    """28 letters and digits: whoever chose them must be able to log in with them."""
    first = here.guest(7)
    await first.chooses(AOI, password)
    assert first.member_id == here.id_of(AOI)
    other = here.guest(8)
    await other.logs_in(AOI, password)
    assert other.member_id == here.id_of(AOI)


@pytest.mark.parametrize("way", ["as the password", "in one word", "with a slip", "by the link"])
async def test_it_may_come_instead_of_an_id(way: str, here: Room) -> None:
    guest, code = here.guest(7), letter(here)
    await guest.comes_to_password(AOI.member_no)
    if way == "with a slip":
        assert SAY.mistyped() in (await guest.says(f"{code[:-1]}{'2' if code[-1] != '2' else '3'}")).text
    bare = code.replace("-", "")
    typed = {"in one word": bare, "by the link": f"/start {PREFIX}_{bare}"}.get(way, code)
    assert SAY.ask_birth() in (await guest.says(typed)).text
    assert JA.login.new_title() in (await guest.says(BORN)).text


async def test_the_consent_comes_first_and_the_code_is_kept(here: Room) -> None:
    guest, code = here.guest(7), letter(here)
    asked = await guest.says(f"/start {PREFIX}_{code.replace('-', '')}")
    assert SAY.ask_birth() not in asked.text
    (accept,) = [press for press in presses(asked) if type(press).__name__ == "Accept"]
    assert SAY.ask_birth() in (await guest.taps(accept)).text


async def test_a_slip_is_told_before_anything_is_counted(here: Room) -> None:
    guest, code = here.guest(7), letter(here)
    slip = ("2" if code[0] != "2" else "3") + code[1:]
    for _ in range(20):
        assert SAY.mistyped() in (await guest.comes_to_password(slip)).text
    assert JA.login.new_title() in (await typed(guest, code)).text


async def test_a_wrong_code_a_wrong_date_and_a_void_code_are_answered_alike(here: Room) -> None:
    void, code = letter(here), letter(here)
    wrong = SAY.wrong(here.clock.now())
    answers = [
        (await typed(here.guest(11), grouped(written(7)))).text,
        (await typed(here.guest(12), code, "990101")).text,
        (await typed(here.guest(13), void)).text,
    ]
    assert all(wrong in one for one in answers)
    hidden = [one.replace(line, "") for one in answers for line in one.split("\n") if "登録コード：" in line]
    assert len(set(hidden)) == 1


async def test_guesses_are_limited_and_lock_nobodys_id(here: Room) -> None:
    guest, code = here.guest(7), letter(here)
    for _ in range(5):
        shown = await typed(guest, code, "990101")
    assert SAY.wrong(here.clock.now()) in shown.text
    assert "まで入力できません" in (await guest.comes_to_password(code)).text, "the right one too"
    other = here.guest(8)
    await other.comes_to_password(AOI.member_no)
    assert other.chat.expects == "password", "whoever found a letter can't lock its member's ID"
    here.waits(minutes=2)
    assert JA.login.new_title() in (await typed(guest, code)).text


async def test_the_chat_keeps_no_code(here: Room) -> None:
    guest, code = here.guest(7), letter(here)
    await guest.comes_to_password(code)
    assert guest.chat.expects == "activation_birth"
    assert code.replace("-", "") not in str(guest.chat.note)
    await guest.says(BORN)
    assert code.replace("-", "") not in str(guest.chat.note)


@pytest.mark.parametrize("became", ["made anew", "staff", "ended by its days"])
async def test_a_letter_that_became_void_in_between_opens_nothing(became: str, here: Room) -> None:
    """Between the birth date and the new password."""
    code = letter(here)
    if became == "ended by its days":
        here.clock.jump(NOW + LASTS - timedelta(minutes=1))
    guest = here.guest(7)
    assert JA.login.new_title() in (await typed(guest, code)).text
    match became:
        case "made anew":
            letter(here)
        case "staff":
            with here.sessions.begin() as session:
                roles.grant(session, here.id_of(AOI), "support", here.clock.now())
        case _:
            here.waits(minutes=1)
    await guest.says(CHOSEN)
    assert guest.member_id == 0


async def test_it_ends_after_sixty_days(here: Room) -> None:
    code = letter(here)
    here.clock.jump(NOW + LASTS)
    assert "一致しないか" in (await typed(here.guest(7), code)).text


async def test_the_birth_date_alone_opens_no_more(here: Room) -> None:
    """Whoever logs in is told of the code, also who has none: no screen says whose ID has a letter."""
    guest = here.guest(7)
    assert SAY.instead() not in (await guest.comes_to_password(AOI.member_no)).text, "nobody has a letter"
    letter(here)
    assert SAY.instead() in (await guest.comes_to_password(AOI.member_no)).text
    wrong = (await guest.says(BORN)).text
    assert JA.login.wrong_title() in wrong
    assert SAY.instead() in wrong
    assert SAY.instead() in (await guest.comes_to_password("1234567890")).text
