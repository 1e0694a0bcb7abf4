"""The first screens, in both languages."""

import pytest

from handlers.presses.browse import Codes
from handlers.presses.certificate import Certificates
from handlers.presses.credits import Credits
from handlers.presses.declare import Declarations
from handlers.presses.fees import OpenFees
from handlers.presses.help import Help
from handlers.presses.journal import Issues
from handlers.presses.radio import Radio
from handlers.presses.resume import Resume
from handlers.presses.settings import Settings
from handlers.presses.start import LogIn, Start
from handlers.presses.trainings import Trainings
from handlers.presses.why import Why
from storage.study import enrolments
from tests import samples
from tests.handlers.talking import AOI, TOKYO, Room, presses

RECORDED = [Issues(1), Trainings(1), Declarations(1), OpenFees()]
LAST = [Radio(0, False, 0), Settings(), Help()]


@pytest.mark.parametrize(
    ("client", "sentence"),
    [
        ("ja", "日本医師会が運営・作成したものではありません"),
        ("", "日本医師会が運営・作成したものではありません"),
        ("ja-JP", "日本医師会が運営・作成したものではありません"),
        ("en", "neither run nor made by the Japan Medical Association"),
        ("de", "neither run nor made by the Japan Medical Association"),
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
    assert screen.text.startswith("<b>青井 遥 様</b>\n受講する講座をお選びください。")
    assert presses(screen) == [Codes(1, "courses"), Credits(), Certificates(), *RECORDED, Why(1), *LAST]
    assert await aoi.taps(Start()) == screen


async def test_with_a_course_under_way_home_leads_on_with_it_first(here: Room) -> None:
    aoi = here.guest(1)
    await aoi.chooses(AOI)
    member_id = aoi.member_id
    with here.sessions.begin() as session:
        listed = samples.publish(session, samples.course(), here.clock.now())
        enrolments.touch(session, member_id, listed.id, here.clock.now())
    screen = await aoi.says("/start")
    assert presses(screen) == [Resume(), Codes(1, "courses"), Credits(), Certificates(), *RECORDED, Why(1), *LAST]
    assert len(screen.rows[0]) == 1
    assert presses(await aoi.logs_in(AOI))[0] == Resume()


@pytest.mark.parametrize(("record", "told"), [(AOI, False), (TOKYO, True)])
async def test_an_account_that_cannot_earn_is_told(here: Room, record: object, told: bool) -> None:
    guest = here.guest(1)
    await guest.chooses(AOI if record is AOI else TOKYO)
    assert ("単位の取得ができません" in (await guest.says("/start")).text) is told
