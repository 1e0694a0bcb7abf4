"""A watch link is good for the log-in in which it was handed out, for the person who opens it, and not for ever."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.links import WATCH_LASTS, SignedLinks, Ticket
from storage.engine.cipher import Cipher
from tests.bot.pages.test_mini_app import init_data
from tests.phone import Phone
from tests.stage import PAGES, PASSWORD, TOKEN, Stage
from tests.viewer import Viewer, on_card

SECOND = timedelta(seconds=1)
HTTPS = "https://tani.example"


@pytest.fixture
async def page(stage: Stage, aoi: Phone) -> Viewer:
    """The first chapter, by the button on the course's card."""
    return await on_card(stage, aoi)


async def logs_in(phone: Phone, login: str) -> None:
    """With the password that was chosen before. The person may have to read the notice first."""
    await phone.says("/login")
    if "同意" in " ".join(phone.buttons[:3]):
        await phone.taps("同意")
    await phone.says(login)
    await phone.says(PASSWORD)
    assert "ログインしました" in phone.sees


def login_of(phone: Phone) -> str:
    return phone.person.hints[0].split(" ")[-1]


async def is_refused(page: Viewer, what: str = "open", **told: object) -> None:
    answer = await page.posts(what, told)
    assert (answer.status_code, answer.json()) == (403, {"error": "refused"})


def mine(stage: Stage, page: Viewer) -> Ticket:
    return stage.app.links.read(page.path.removeprefix("/watch/"), stage.clock.now())


async def leaves(phone: Phone) -> None:
    await phone.says("/logout")
    await phone.taps("ログアウトする")


async def test_after_a_log_out_a_link_does_not_live_again(stage: Stage, aoi: Phone, page: Viewer) -> None:
    opened = await page.opens()
    await leaves(aoi)
    other = stage.phone(5)
    await logs_in(other, login_of(aoi))
    await is_refused(page)
    await is_refused(page, "beat", viewing=page.viewing, seq=1)
    assert (await stage.web.get(opened["media"][0]["src"])).status_code == 403
    await (await on_card(stage, other)).opens()


async def test_nor_if_the_member_logs_in_again_in_the_same_chat(stage: Stage, aoi: Phone, page: Viewer) -> None:
    await leaves(aoi)
    await logs_in(aoi, login_of(aoi))
    await is_refused(page)
    await (await on_card(stage, aoi)).opens()


async def test_a_former_phone_does_not_end_what_the_member_watches_now(stage: Stage, aoi: Phone, page: Viewer) -> None:
    other = stage.phone(5)
    await logs_in(other, login_of(aoi))
    own = await on_card(stage, other)
    await own.opens()
    await is_refused(page)
    assert not (await own.tells((0, 3), after=3))["taken_over"]


async def test_a_former_phone_gets_no_new_link_sent(stage: Stage, aoi: Phone, page: Viewer) -> None:
    """Its link has ended in both ways: it asks for nothing any more."""
    other = stage.phone(5)
    await logs_in(other, login_of(aoi))
    page.passes(13 * 3600)
    before = len(other.messages)
    await is_refused(page)
    await other.waits()
    assert len(other.messages) == before


async def test_links_do_not_renew_each_other_for_ever(stage: Stage, aoi: Phone, page: Viewer) -> None:
    """Each chapter leads to the next: the last of them ends twelve hours after the first link, and not later."""
    begun = stage.clock.now()
    for seconds in (9, 8):
        page.passes((mine(stage, page).until - stage.clock.now()).total_seconds() - seconds - 1)
        page = Viewer(stage, (await page.watches(seconds))["next"]["url"])
    assert mine(stage, page).until == begun + 2 * WATCH_LASTS
    stage.clock.jump(begun + 2 * WATCH_LASTS - SECOND)
    await page.opens()
    stage.clock.jump(begun + 2 * WATCH_LASTS)
    assert (await page.posts("open", {})).status_code == 410


steps = st.lists(st.integers(0, 48 * 3600), max_size=9)


@given(steps)
def test_whatever_the_way_from_link_to_link(waits: list[int]) -> None:
    links = SignedLinks(HTTPS, Cipher([bytes(range(32))]))
    first = datetime.fromisoformat("2026-11-22T01:00:00+00:00")
    now, ticket = first, links.read(links.watch(1, 1, 1, first).rsplit("/", 1)[1], first)
    for wait in waits:
        now += wait * SECOND
        if now >= ticket.until:
            break
        ticket = links.read(links.sign(ticket.onward(2, now)), now)
        assert now < ticket.until <= min(now + WATCH_LASTS, first + 2 * WATCH_LASTS)
        assert (ticket.login, ticket.in_app) == (1, True)


async def test_a_button_that_opens_inside_telegram_carries_a_ticket_that_says_so(stage: Stage, aoi: Phone) -> None:
    for place, kind in ((HTTPS, "web_app"), (PAGES, "url")):
        stage.app.links.public_url = place
        page = await on_card(stage, aoi)
        assert mine(stage, page).in_app is (kind == "web_app")
        card = [button for message, button in aoi._buttons() if message == aoi.last and "第1章" in button["text"]]
        assert [kind in button for button in card] == [True]


async def test_inside_telegram_it_has_to_say_who_opens(stage: Stage, aoi: Phone, page: Viewer) -> None:
    now, me = stage.clock.now(), aoi.person.id
    inside = Viewer(stage, stage.app.links.address(replace(mine(stage, page), in_app=True)))
    await is_refused(inside)
    await is_refused(inside, init_data=None)
    await is_refused(inside, init_data=init_data(TOKEN, me + 1, now))
    opened = await inside.opens(init_data=init_data(TOKEN, me, now))
    assert (await inside.tells((0, 3), after=3))["watched"] == 3
    assert (await stage.web.get(opened["media"][0]["src"])).status_code == 200
    film = opened["media"][0]["src"].rsplit("/", 1)[1]
    assert (await stage.web.get(f"{inside.path}/media/{film}")).status_code == 403
    outside = Viewer(stage, opened["browser_url"])
    assert mine(stage, outside) == replace(mine(stage, inside), in_app=False)
    await outside.opens()


async def test_the_next_chapter_asks_who_opens_it_too(stage: Stage, aoi: Phone, page: Viewer) -> None:
    signed = init_data(TOKEN, aoi.person.id, stage.clock.now())
    inside = Viewer(stage, stage.app.links.address(replace(mine(stage, page), in_app=True)))
    await inside.opens(init_data=signed)
    following = Viewer(stage, (await inside.tells((0, 9), after=9))["next"]["url"])
    await is_refused(following)
    await following.opens(init_data=signed)


@pytest.mark.parametrize(("age", "status"), [(12 * 3600, 200), (12 * 3600 + 1, 410), (-300, 200), (-301, 403)])
async def test_it_must_have_been_opened_lately(stage: Stage, aoi: Phone, page: Viewer, age: int, status: int) -> None:
    """What is too old is treated like a link that has ended: the chat gets a new one."""
    old = aoi.link("第1章")
    inside = Viewer(stage, stage.app.links.address(replace(mine(stage, page), in_app=True)))
    signed = init_data(TOKEN, aoi.person.id, stage.clock.now() - age * SECOND)
    assert (await inside.posts("open", {"init_data": signed})).status_code == status
    page.passes(1)
    await aoi.waits()
    assert (aoi.link("第1章") != old) is (status == 410)


async def test_a_link_of_the_version_before_goes_on_until_its_end(stage: Stage, aoi: Phone, page: Viewer) -> None:
    """Who watches while the bot is brought to this version goes on watching; a log-in ends it like any other link."""
    ticket = mine(stage, page)
    signer = stage.app.links._signer
    signed = signer.dumps([ticket.member_id, ticket.film_id, int(ticket.until.timestamp())])
    before = Viewer(stage, f"/watch/{signed}")
    assert mine(stage, before) == replace(ticket, login=0, latest=ticket.until)
    await is_refused(before)  # she has logged in in this version
