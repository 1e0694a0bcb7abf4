"""The first screens, in both languages."""

from datetime import datetime

import pytest

from handlers.presses.certificates.certificate import Certificates
from handlers.presses.credits.credits import Credits
from handlers.presses.credits.fees import OpenFees
from handlers.presses.credits.plan import OpenPlan
from handlers.presses.credits.why import Why
from handlers.presses.declarations.declare import Declarations
from handlers.presses.help import Help
from handlers.presses.journal import Issues
from handlers.presses.radio import Radio
from handlers.presses.settings import Settings
from handlers.presses.start import Further, LogIn, Start
from handlers.presses.study.browse import Codes
from handlers.presses.study.resume import Resume
from handlers.presses.trainings.trainings import Trainings
from storage.study import enrolments
from tests import samples
from tests.addresses import PlainLinks
from tests.handlers.talking import AOI, TOKYO, Room, presses

SIX = [Codes(1, "courses"), Credits(), Certificates(), Issues(1), Trainings(1), Declarations(1)]


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
    assert presses(screen)[:3] == [LogIn(), Codes(1, "courses"), Radio(0, False, 0)]
    assert len(screen.rows[0]) == 1


@pytest.mark.parametrize("link", ["", " course_5", " <b>", " " + "x" * 200])
async def test_every_link_leads_to_the_first_screen(here: Room, link: str) -> None:
    assert await here.guest(1).says(f"/start{link}") == await here.guest(1).taps(Start())


async def test_home_leads_to_six_functions_and_to_the_others(here: Room) -> None:
    aoi = here.guest(1)
    await aoi.chooses(AOI)
    screen = await aoi.says("/start")
    assert screen.text.startswith("<b>青井 遥 様</b>\n░░░░░░　0 / 60　今年度 0単位\n")
    assert "\n受講する講座をお選びください。" in screen.text
    assert presses(screen) == [*SIX, Further()]
    assert await aoi.taps(Start()) == screen
    others = await aoi.taps(Further())
    assert presses(others) == [
        Why(1),
        OpenPlan(),
        Resume(),
        OpenFees(),
        Radio(0, False, 0),
        Settings(),
        Help(),
        Start(),
    ]


async def test_the_next_minute_stands_first_wherever_home_is_shown(here: Room) -> None:
    aoi = here.guest(1)
    await aoi.chooses(AOI)
    member = aoi.member_id
    with here.sessions.begin() as session:
        listed = samples.publish(session, samples.course(), here.clock.now())
        enrolments.touch(session, member, listed.id, here.clock.now())
        samples.watch(session, member, listed.films[1], 40)
    screen = await aoi.says("/start")
    assert "▶️ 高血圧　第1章の続き　残り1分" in screen.text
    assert [one.label for one in screen.rows[0]] == ["▶ 高血圧 第1章（1分）"]
    assert screen.rows[0][0].url.endswith(f"/watch/{member}-{listed.films[1]}")
    assert presses(screen) == [*SIX, Further()]
    again = await aoi.logs_in(AOI)
    assert again.rows == screen.rows


async def test_a_button_of_the_next_minute_is_good_in_the_session_that_it_is_shown_in(
    here: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The session begins with the very log-in whose answer has the button."""
    with here.sessions.begin() as session:
        samples.publish(session, samples.course(), here.clock.now())
    aoi = here.guest(1)
    logins: list[int] = []

    def watch(_links: PlainLinks, _member_id: int, _film_id: int, login: int, _now: datetime) -> str:
        logins.append(login)
        return "http://127.0.0.1:8080/watch/x"

    monkeypatch.setattr(PlainLinks, "watch", watch)
    await aoi.chooses(AOI)
    caller = aoi.chat.caller
    assert caller is not None
    assert logins == [caller.login]


@pytest.mark.parametrize(("record", "told"), [(AOI, False), (TOKYO, True)])
async def test_an_account_that_cannot_earn_is_told(here: Room, record: object, told: bool) -> None:
    guest = here.guest(1)
    await guest.chooses(AOI if record is AOI else TOKYO)
    assert ("単位の取得ができません" in (await guest.says("/start")).text) is told
