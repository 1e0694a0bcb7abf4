"""The privacy notice, to anybody at any time: five lines, and the whole of it behind a button."""

import pytest

from bot.sandbox.html import parse
from content.rules import Rulebook
from handlers.presses.access.login import NotMember
from handlers.presses.personal import EraseMe, MyData
from handlers.presses.privacy import Accept, Privacy, ReadAll
from handlers.presses.start import LogIn, Start
from handlers.screens.screen import Screen
from tests.conftest import NOW
from tests.handlers.talking import AOI, Guest, Room, presses
from tests.operators import SAMPLE

JA = (
    "生年月日",
    "日本国外",
    "エンドツーエンド暗号化の対象ではありません",
    "/logout",
    "/settings",
    *("運営者", SAMPLE.name.ja, SAMPLE.address.ja, SAMPLE.privacy_contact.phone, SAMPLE.privacy_contact.mail),
    "2026-11-29",
)
EN = (
    *("date of birth", "outside Japan", "not end-to-end encrypted", "/logout", "/settings", "2026-11-29"),
    *("Operator", SAMPLE.name.en, SAMPLE.address.en, SAMPLE.privacy_contact.phone, SAMPLE.privacy_contact.mail),
)


def body(screen: Screen) -> list[str]:
    """The lines between the title and the version."""
    lines = [line for line in parse(screen.text)[0].split("\n") if line]
    return [line for line in lines[1:] if "2026-11-29" not in line]


async def whole(guest: Guest, asked: bool) -> str:
    """All pages of the notice, turned one after another."""
    first = await guest.taps(ReadAll(1, asked))
    pages = [key.page for key in presses(first) if isinstance(key, ReadAll)]
    texts = [first.text]
    for number in range(2, 5):
        assert number in pages or number > 2
        texts.append((await guest.taps(ReadAll(number, asked))).text)
    return "\n".join(texts)


@pytest.mark.parametrize(("client", "facts"), [("ja", JA), ("en", EN)])
async def test_a_stranger_reads_five_lines_and_then_all_of_it(here: Room, client: str, facts: tuple[str, ...]) -> None:
    guest = here.guest(1, client)
    screen = await guest.says("/privacy")
    assert len(body(screen)) == 5
    assert presses(screen) == [ReadAll(1, asked=False), Start()]
    assert await guest.taps(Privacy()) == screen
    said = await whole(guest, asked=False)
    assert [fact for fact in facts if fact not in said] == []
    assert guest.chat.accepted_notice == ""


async def test_all_of_it_can_be_read_before_it_is_accepted(here: Room) -> None:
    guest = here.guest(1)
    asked = await guest.says("/login")
    assert len(body(asked)) == 6  # and that it is to be read first
    page = await guest.taps(ReadAll(1, asked=True))
    assert presses(page)[-1] == LogIn(again=True)
    assert await guest.taps(LogIn(again=True)) == asked
    accepted = await guest.taps(Accept(Rulebook().now(NOW).privacy_notice))
    assert presses(accepted)[0] == NotMember()


async def test_a_page_fits_a_phone_from_its_top(here: Room) -> None:
    guest = here.guest(1)
    for number in (1, 2, 3, 4):
        screen = await guest.taps(ReadAll(number, asked=False))
        assert len(parse(screen.text)[0]) < 420
        assert presses(screen)[-1] == Privacy()


async def test_a_member_reads_the_same_and_can_ask_for_the_record(here: Room) -> None:
    guest = here.guest(1)
    before = await guest.says("/privacy")
    await guest.chooses(AOI)
    after = await guest.says("/privacy")
    assert after.text == before.text
    assert presses(after) == [ReadAll(1, asked=False), MyData(), EraseMe(), Start()]
