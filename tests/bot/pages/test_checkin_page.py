"""The page in the room: the code of now, for who has the address, until the doors are closed."""

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy.orm import Session

from bot.links import BadTicket, RoomTicket, SignedLinks
from bot.pages.checkin import routes
from bot.pages.checkin.shown import Shown
from bot.pages.checkin.shown import shown as really_shown
from content.attendance import checkin
from content.rules import Rulebook
from content.words import Words
from storage.engine.cipher import Cipher
from storage.staff import roles
from storage.trainings import published
from tests.someone import eventually
from tests.stage import PAGES, Stage

AT = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def links(cipher: Cipher) -> SignedLinks:
    return SignedLinks("http://127.0.0.1:8080", cipher)


def test_an_address_ends_to_the_second_and_cannot_be_made(links: SignedLinks) -> None:
    ticket = links.checkin(7, 11, AT).rsplit("/", 1)[1]
    assert links.read_checkin(ticket, AT - SECOND) == RoomTicket(7, 11)
    others = SignedLinks("", Cipher([bytes(32)])).checkin(7, 11, AT).rsplit("/", 1)[1]
    watching = links.watch(7, 7, 1, AT).rsplit("/", 1)[1]
    for forged, at in ((ticket, AT), *((one, AT - SECOND) for one in ("", "x", ticket[1:], others, watching, "W10.x"))):
        with pytest.raises(BadTicket):
            links.read_checkin(forged, at)


async def shown(stage: Stage, at: datetime, language: str = "ja") -> dict[str, Any]:
    stage.clock.jump(at)
    with stage.app.sessions.begin() as session:
        listed, desk = published.by_slug(session, "infection-basics"), roles.holders(session, "owner")[0]
    address = stage.app.links.checkin(listed.id, desk, at + MINUTE).removeprefix("http://127.0.0.1:8080")
    page = await stage.web.get(address, headers={"Accept-Language": language})
    assert page.status_code == 200
    assert "{{" not in page.text
    answer = await stage.web.get(f"{address}/now", headers={"Accept-Language": language})
    document: dict[str, Any] = answer.raise_for_status().json()
    return document


async def test_what_the_page_shows_through_the_day(stage: Stage) -> None:
    """The training is held from 10:30 to 11:30; the doors are open from 9:30 to 12:30."""
    first = await shown(stage, AT)
    with stage.app.sessions.begin() as session:
        listed = published.by_slug(session, "infection-basics")
        secret = published.secret(session, listed.id)
    step = checkin.step_of(AT, Rulebook().now(AT))
    assert first["code"].replace(" ", "") == checkin.code(secret, step)
    assert (first["door"], first["until"]) == ("入室の受付", "11:00まで")
    assert first["link"].endswith(checkin.payload(listed.id, checkin.code(secret, step)))
    assert first["qr"].startswith("data:image/svg+xml")
    assert first["left_ms"] == 30_000
    assert (await shown(stage, AT + 29 * SECOND))["left_ms"] == 1_000
    assert (await shown(stage, AT + 29 * SECOND))["code"] == first["code"]
    assert (await shown(stage, AT + 30 * SECOND))["code"] != first["code"]
    assert (await shown(stage, AT + 60 * MINUTE))["door"] == "退室の受付"
    assert (await shown(stage, AT + 60 * MINUTE, "en-GB,en"))["until"] == "until 12:30 (Japan)"
    over = await shown(stage, AT + 150 * MINUTE)
    assert over["closed"] == "受付は終わりました。"
    assert not {"code", "qr", "link"} & set(over)


async def test_without_a_good_address_nothing_is_shown(stage: Stage) -> None:
    for ticket in ("x", stage.app.links.checkin(1, 1, AT).rsplit("/", 1)[1]):
        answer = await stage.web.get(f"/checkin/{ticket}/now")
        assert (answer.status_code, answer.json()) == (403, {"error": "refused"})
        assert (await stage.web.get(f"/checkin/{ticket}")).status_code == 200


async def test_who_may_no_longer_show_codes_has_no_page_that_does(stage: Stage) -> None:
    """A role that is taken ends the pages that its holder has opened. A page without a name is of a version before."""
    with stage.app.sessions.begin() as session:
        listed, desk = published.by_slug(session, "infection-basics"), roles.holders(session, "owner")[0]
    address = stage.app.links.checkin(listed.id, desk, AT + MINUTE).removeprefix(PAGES)
    nameless = stage.app.links._rooms.dumps([listed.id, int((AT + MINUTE).timestamp())])
    assert (await stage.web.get(f"{address}/now")).status_code == 200
    with stage.app.sessions.begin() as session:
        for role in roles.roles(session, desk):
            roles.take(session, desk, role, last_too=True)
    stage.clock.jump(stage.clock.now() + 5 * SECOND - timedelta(milliseconds=1))
    assert (await stage.web.get(f"{address}/now")).status_code == 200  # what was read is good for five seconds
    stage.clock.jump(stage.clock.now() + timedelta(milliseconds=1))
    assert (await stage.web.get(f"{address}/now")).status_code == 403
    assert (await stage.web.get(f"/checkin/{nameless}/now")).status_code == 200


def opened(stage: Stage) -> str:
    """The path of the page while the doors are open."""
    stage.clock.jump(AT)
    with stage.app.sessions.begin() as session:
        listed, desk = published.by_slug(session, "infection-basics"), roles.holders(session, "owner")[0]
    return stage.app.links.checkin(listed.id, desk, AT + MINUTE).removeprefix(PAGES)


async def test_however_many_ask_within_a_second_it_is_made_once(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Shown] = []

    def counted(facts: Shown, words: Words) -> dict[str, Any]:
        made.append(facts)
        return really_shown(facts, words)

    monkeypatch.setattr(routes, "shown", counted)
    address = opened(stage)
    for after, language, number in (
        (timedelta(), "ja", 1),
        (SECOND - timedelta(milliseconds=1), "ja", 1),
        (SECOND, "ja", 2),
        (SECOND, "en", 3),
    ):
        stage.clock.jump(AT + after)
        asked = (stage.web.get(f"{address}/now", headers={"Accept-Language": language}) for _ in range(20))
        assert {answer.status_code for answer in await asyncio.gather(*asked)} == {200}
        assert len(made) == number


async def test_of_an_address_so_many_wait_and_the_rest_is_refused(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the record is asked."""
    address, may, read = opened(stage), asyncio.Event(), stage.app.record.read

    async def held(act: Callable[[Session], Any]) -> Any:
        await may.wait()
        return await read(act)

    monkeypatch.setattr(stage.app.record, "read", held)
    most, over = 2 + routes.OF_ADDRESS, 5
    flood = [asyncio.create_task(stage.web.get(f"{address}/now")) for _ in range(most + over)]
    await eventually(lambda: sum(one.done() for one in flood) == over)
    elsewhere = httpx.ASGITransport(app=stage.app.pages, client=("10.0.0.9", 1))
    async with httpx.AsyncClient(transport=elsewhere, base_url=PAGES) as web:
        other = asyncio.create_task(web.get(f"{address}/now"))
        await asyncio.sleep(0)
        may.set()
        assert (await other).status_code == 200
    assert Counter(answer.status_code for answer in await asyncio.gather(*flood)) == {200: most, 429: over}


async def test_of_a_link_so_many_wait_wherever_they_come_from(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    address, may, read = opened(stage), asyncio.Event(), stage.app.record.read

    async def held(act: Callable[[Session], Any]) -> Any:
        await may.wait()
        return await read(act)

    monkeypatch.setattr(stage.app.record, "read", held)
    most, over = 1 + routes.WAITING, 5
    everywhere = [
        httpx.AsyncClient(transport=httpx.ASGITransport(app=stage.app.pages, client=(f"10.0.0.{one}", 1)))
        for one in range(most + over)
    ]
    flood = [asyncio.create_task(web.get(f"{PAGES}{address}/now")) for web in everywhere]
    await eventually(lambda: sum(one.done() for one in flood) == over)
    may.set()
    assert Counter(answer.status_code for answer in await asyncio.gather(*flood)) == {200: most, 429: over}
