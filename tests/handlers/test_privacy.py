"""The privacy notice, to anybody at any time."""

import pytest

from handlers.presses.privacy import Privacy
from handlers.presses.start import Start
from tests.handlers.talking import AOI, Room, presses


@pytest.mark.parametrize(
    ("client", "facts"),
    [
        (
            "ja",
            (
                "生年月日",
                "日本国外",
                "エンドツーエンド暗号化の対象ではありません",
                "/logout",
                "/settings",
                "運営者",
                "2026-11",
            ),
        ),
        (
            "en",
            ("birth date", "outside Japan", "not end-to-end encrypted", "/logout", "/settings", "operator", "2026-11"),
        ),
    ],
)
async def test_a_stranger_reads_what_where_for_what_and_how_to_leave(
    here: Room, client: str, facts: tuple[str, ...]
) -> None:
    guest = here.guest(1, client)
    screen = await guest.says("/privacy")
    assert [fact for fact in facts if fact not in screen.text] == []
    assert presses(screen) == [Start()]
    assert await guest.taps(Privacy()) == screen
    assert guest.chat.accepted_notice == ""


async def test_a_member_reads_the_same(here: Room) -> None:
    guest = here.guest(1)
    before = await guest.says("/privacy")
    await guest.chooses(AOI)
    assert await guest.says("/privacy") == before
