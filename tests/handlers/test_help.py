"""Help: every command that there is, the guide's answers, and whom to ask."""

import re
from datetime import datetime

import pytest

from handlers.features import FEATURES
from handlers.routing import Routes
from handlers.screens.help import COMMANDS, Contact, Help, Questions
from handlers.screens.start import Start
from handlers.turn import House
from storage.sessions import Sessions
from tests.handlers.talking import Room, presses, room, rulebook


@pytest.mark.parametrize("client", ["ja", "en"])
async def test_help_names_the_commands(here: Room, client: str) -> None:
    screen = await here.guest(1, client).says("/help")
    assert tuple(re.findall(r"^/(\w+)　\S", screen.text, re.MULTILINE)) == COMMANDS
    assert presses(screen) == [Questions(), Contact(), Start()]


def test_the_commands_of_help_are_those_of_the_menu() -> None:
    assert set(COMMANDS) == {name for name, route in Routes(FEATURES).commands.items() if route.menu}


async def test_answers_follow_the_rules(sessions: Sessions, house: House, now: datetime) -> None:
    with room(sessions, House(rulebook(elearning_pass_pct=75), house.links, house.cipher), now) as other:
        screen = await other.guest(1).taps(Questions())
    assert "75%以上" in screen.text
    assert presses(screen) == [Contact(), Help()]


@pytest.mark.parametrize(("client", "hours"), [("ja", "平日 10:00～18:00"), ("en", "weekdays 10:00–18:00")])
async def test_whom_to_ask(here: Room, client: str, hours: str) -> None:
    screen = await here.guest(1, client).taps(Contact())
    assert "0120-110-030" in screen.text
    assert hours in screen.text
    assert presses(screen) == [Help()]
