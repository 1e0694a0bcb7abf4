"""The first screens, in both languages."""

import pytest

from handlers.screens.browse import Codes
from handlers.screens.certificate import Certificates
from handlers.screens.credits import Credits
from handlers.screens.help import Help
from handlers.screens.resume import Resume
from handlers.screens.settings import Settings
from handlers.screens.start import LogIn, Start
from tests.handlers.talking import AOI, TOKYO, Room, presses


@pytest.mark.parametrize(
    ("client", "sentence"),
    [
        ("ja", "日本医師会が作成したものではありません"),
        ("", "日本医師会が作成したものではありません"),
        ("ja-JP", "日本医師会が作成したものではありません"),
        ("en", "the association did not make it"),
        ("de", "the association did not make it"),
    ],
)
async def test_the_greeting_is_in_the_client_s_language(here: Room, client: str, sentence: str) -> None:
    screen = await here.guest(1, client).says("/start")
    assert sentence in screen.text
    assert presses(screen)[0] == LogIn()
    assert len(screen.rows[0]) == 1


@pytest.mark.parametrize("link", ["", " course_5", " <b>", " " + "x" * 200])
async def test_every_link_leads_to_the_first_screen(here: Room, link: str) -> None:
    assert await here.guest(1).says(f"/start{link}") == await here.guest(1).taps(Start())


async def test_home_leads_to_everything(here: Room) -> None:
    aoi = here.guest(1)
    await aoi.chooses(AOI)
    screen = await aoi.says("/start")
    assert screen.text.startswith("<b>青井 遥 様</b>")
    assert presses(screen) == [Resume(), Codes(1, "all"), Credits(), Certificates(), Settings(), Help()]
    assert await aoi.taps(Start()) == screen


@pytest.mark.parametrize(("record", "told"), [(AOI, False), (TOKYO, True)])
async def test_an_account_that_cannot_earn_is_told(here: Room, record: object, told: bool) -> None:
    guest = here.guest(1)
    await guest.chooses(AOI if record is AOI else TOKYO)
    assert ("単位の取得ができません" in (await guest.says("/start")).text) is told
