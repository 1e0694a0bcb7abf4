"""Help: topics, every command that there is, the association's pages, and whom to ask."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from content import links
from content.guide import Topic
from content.words import JA
from handlers.features import FEATURES
from handlers.presses.certificates.certificate import Certificates
from handlers.presses.help import AskAbout, Commands, Contact, Help, Pages, Periods
from handlers.presses.requests import Requests
from handlers.presses.start import LogIn, Start
from handlers.routing import Routes
from handlers.screens.help import COMMANDS, GROUPS
from handlers.screens.screen import Screen
from handlers.turn import House
from storage.engine.sessions import Sessions
from tests.handlers.talking import Room, presses, room, rulebook
from tests.operators import SAMPLE


def urls(screen: Screen) -> list[str]:
    return [button.url for row in screen.rows for button in row if button.url]


@pytest.mark.parametrize("client", ["ja", "en"])
async def test_help_leads_to_every_topic_and_to_what_else_there_is(here: Room, client: str) -> None:
    screen = await here.guest(1, client).says("/help")
    topics = [AskAbout(topic.value, 1) for topic in Topic]
    assert presses(screen) == [*topics, Commands(1), Pages(1), Periods(1), Contact(), Start()]
    assert await here.guest(1, client).taps(Help()) == screen


@pytest.mark.parametrize("client", ["ja", "en"])
async def test_the_commands_stand_in_groups_on_pages(here: Room, client: str) -> None:
    guest, found = here.guest(1, client), []
    for number in range(1, -(-len(GROUPS) // 2) + 1):
        screen = await guest.taps(Commands(number))
        found += re.findall(r"^/(\w+)　\S", screen.text, re.MULTILINE)
        assert len(screen.text.splitlines()) <= 16
        assert presses(screen)[-1] == Help()
    assert tuple(found) == COMMANDS


@pytest.mark.parametrize("number", [0, -5, 99, 2**31 - 1])
async def test_a_page_that_there_is_none_of_is_the_nearest(number: int, here: Room) -> None:
    guest, near = here.guest(1), 1 if number < 1 else 99
    for press in (Commands, Pages, Periods):
        assert await guest.taps(press(number)) == await guest.taps(press(near))
    assert await guest.taps(AskAbout("certificate", number)) == await guest.taps(AskAbout("certificate", near))


def test_the_commands_of_help_are_those_of_the_menu() -> None:
    assert set(COMMANDS) == {name for name, route in Routes(FEATURES).commands.items() if route.menu}
    assert len(COMMANDS) == len(set(COMMANDS))


@pytest.mark.parametrize("typed", ["受講証明書", "証明書", "　受講証明書　", "certificate", "CERTIFICATE"])
async def test_a_topic_can_be_typed(typed: str, here: Room) -> None:
    guest = here.guest(1)
    screen = await guest.says(f"/help {typed}")
    assert screen == await guest.taps(AskAbout("certificate", 1))
    assert screen.text.startswith("<b>受講証明書</b>")
    assert presses(screen)[0] == Certificates()
    assert links.load().link("certificate").address in urls(screen)


@pytest.mark.parametrize("typed", ["天気", "<i>", "？", "x" * 4000, "'; DROP TABLE x"])
async def test_what_is_no_topic_is_said_to_be_none(typed: str, here: Room) -> None:
    guest = here.guest(1)
    screen = await guest.says(f"/help {typed}")
    assert "見つかりませんでした" in screen.text
    assert typed not in screen.text
    assert presses(screen) == presses(await guest.says("/help"))


async def test_a_forged_topic_is_an_old_button(here: Room) -> None:
    for forged in ("weather", "", "__class__", "login "):
        screen = await here.guest(1).taps(AskAbout(forged, 1))
        assert screen == Screen("", toast=JA.refusals.stale_button(), alert=True)


async def test_answers_follow_the_rules(sessions: Sessions, house: House, now: datetime) -> None:
    with room(sessions, House(rulebook(elearning_pass_pct=75), house.links, house.cipher, house.profile), now) as other:
        screen = await other.guest(1).taps(AskAbout("test", 1))
    assert "75%以上" in screen.text
    assert presses(screen)[-1] == Help()


async def test_all_questions_of_a_topic_are_reached_by_turning_its_pages(here: Room) -> None:
    guest = here.guest(1)
    asked = [
        re.findall(r"^<b>(.+)</b>$", (await guest.taps(AskAbout("certificate", page))).text, re.M)
        for page in (1, 2, 3, 4)
    ]
    questions = [question for page in asked for question in page[1:]]
    assert len(questions) == len(set(questions)) == 10


async def test_who_is_not_logged_in_can_log_in_from_the_answers(here: Room) -> None:
    assert presses(await here.guest(1).says("/help ログイン"))[0] == LogIn()


@pytest.mark.parametrize("client", ["ja", "en"])
async def test_every_page_of_the_association_is_reached(here: Room, client: str) -> None:
    guest, found = here.guest(1, client), []
    for number in (1, 2, 3):
        screen = await guest.taps(Pages(number))
        found += urls(screen)
        assert ("未確認です" if client == "ja" else "have not checked") in screen.text
    assert found == [one.address for one in links.load().links]


async def test_a_page_that_was_seen_is_not_doubted(here: Room, monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    seen = [one.model_copy(update={"verified": now.date()}) for one in links.load().links]
    directory = links.load().model_copy(update={"links": seen})
    monkeypatch.setattr(links, "load", lambda: directory)
    screen = await here.guest(1).taps(Pages(1))
    assert urls(screen)
    assert "未確認です" not in screen.text
    english = await here.guest(2, "en").taps(Pages(1))
    assert urls(english)
    assert "have not checked" not in english.text


@pytest.mark.parametrize(("client", "hours"), [("ja", "平日 10:00～18:00"), ("en", "weekdays 10:00–18:00")])
async def test_whom_to_ask(here: Room, client: str, hours: str) -> None:
    screen = await here.guest(1, client).taps(Contact())
    assert "0120-110-030" in screen.text
    assert hours in screen.text
    phones = [button.copies for row in screen.rows for button in row if button.copies]
    assert phones == [SAMPLE.help_desk.phone, "0120-110-030"]
    assert presses(screen) == [Requests(1), Help()]


async def test_whether_the_desk_answers_now(here: Room, now: datetime) -> None:
    guest = here.guest(1)
    assert "次の受付は11月24日（火）10:00から" in (await guest.taps(Contact())).text  # a Sunday, then a holiday
    here.clock.jump(now + timedelta(days=2) - timedelta(seconds=1))
    assert "次の受付は11月24日（火）10:00から" in (await guest.taps(Contact())).text
    here.waits(seconds=1)
    assert "ただいま受付時間内です（本日18:00まで）" in (await guest.taps(Contact())).text
    here.waits(hours=8, seconds=-1)
    assert "ただいま受付時間内です" in (await guest.taps(Contact())).text
    here.waits(seconds=1)
    assert "次の受付は11月25日（水）10:00から" in (await guest.taps(Contact())).text


async def test_the_turn_of_the_year_follows_its_rule(sessions: Sessions, house: House, now: datetime) -> None:
    book = rulebook(turn_of_year=((11, 24), (1, 3)))
    with room(sessions, replace(house, rulebook=book), now) as other:
        assert "次の受付は1月4日（月）10:00から" in (await other.guest(1).taps(Contact())).text


def test_a_group_is_named_in_the_words() -> None:
    assert all(JA.help.group(group) for group in GROUPS)
