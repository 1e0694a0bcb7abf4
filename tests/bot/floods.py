"""What one member may do a thousand times at once: every route of the pages, and every kind of update."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine
from datetime import timedelta
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route

from handlers.presses.start import LogIn
from storage.staff import roles
from storage.trainings import published
from tests.bot.test_every_press import EVERY
from tests.conftest import NOW
from tests.files import JPEG
from tests.handlers.declaring import Declaring
from tests.phone import Phone
from tests.sizes import SOAK
from tests.stage import PAGES, Stage
from tests.viewer import Viewer, on_card

TIMES = 1_000 if SOAK else 40
LONGEST_S = 240
PREVIEWS = 8
Flood = Callable[[Stage, Phone], Coroutine[Any, Any, Counter[int]]]


async def at_once(request: Callable[[int], Awaitable[Any]]) -> Counter[int]:
    """How the requests were answered, by their status."""
    answers = await asyncio.gather(*(request(number) for number in range(TIMES)))
    return Counter(answer.status_code for answer in answers)


async def in_the_chat(stage: Stage, does: Callable[[int], object]) -> Counter[int]:
    for number in range(TIMES):
        does(number)
    async with asyncio.timeout(LONGEST_S):
        while stage.world.pending() or not stage.app.intake.taking.is_quiet:
            await asyncio.sleep(0.005)
    return Counter({0: TIMES})


# pages


async def asks_nobody(_stage: Stage, _one: Phone) -> Counter[int]:
    """A site that does nothing: so much of it all is the client of these tests, which is in the same process."""

    async def nothing(_: object) -> Response:
        return Response(status_code=204)

    site = httpx.ASGITransport(app=Starlette(routes=[Route("/", nothing)]))
    async with httpx.AsyncClient(transport=site, base_url=PAGES) as web:
        return await at_once(lambda _: web.get("/"))


async def opens(stage: Stage, one: Phone) -> Counter[int]:
    """Opens one link, as often at once."""
    page = await on_card(stage, one)
    return await at_once(lambda _: page.posts("open", {}))


async def opens_an_old_link(stage: Stage, one: Phone) -> Counter[int]:
    page = await on_card(stage, one)
    stage.clock.jump(stage.clock.now() + timedelta(hours=13))
    return await at_once(lambda _: page.posts("open", {}))


async def tells(stage: Stage, one: Phone) -> Counter[int]:
    page = await on_card(stage, one)
    await page.opens()
    beat = {"viewing": page.viewing, "spans": [[0, 9]], "visible": True}
    return await at_once(lambda number: page.posts("beat", beat | {"seq": number + 1}))


async def loads_the_page(stage: Stage, one: Phone) -> Counter[int]:
    page = await on_card(stage, one)
    return await at_once(lambda _: stage.web.get(page.path))


async def loads_the_film(stage: Stage, one: Phone) -> Counter[int]:
    page = await on_card(stage, one)
    source = (await page.opens())["media"][0]["src"]
    return await at_once(lambda _: stage.web.get(source))


def room(stage: Stage) -> str:
    """The path of the page in the room."""
    with stage.app.sessions.begin() as session:
        listed, desk = published.by_slug(session, "infection-basics"), roles.holders(session, "owner")[0]
    return stage.app.links.checkin(listed.id, desk, NOW.replace(hour=9)).removeprefix(PAGES)


async def looks_at_the_code(stage: Stage, _one: Phone) -> Counter[int]:
    address = room(stage)
    return await at_once(lambda _: stage.web.get(f"{address}/now"))


async def loads_the_room_page(stage: Stage, _one: Phone) -> Counter[int]:
    address = room(stage)
    return await at_once(lambda _: stage.web.get(address))


async def loads_scripts(stage: Stage, _one: Phone) -> Counter[int]:
    return await at_once(lambda _: stage.web.get("/watch/files/watch.js"))


async def asks_for_health(stage: Stage, _one: Phone) -> Counter[int]:
    return await at_once(lambda number: stage.web.get("/readyz" if number % 2 else "/healthz"))


async def makes_links_up(stage: Stage, one: Phone) -> Counter[int]:
    page = await on_card(stage, one)
    forged = Viewer(stage, page.path[:-1])
    return await at_once(lambda _: forged.posts("open", {}))


async def makes_pages_up(stage: Stage, _one: Phone) -> Counter[int]:
    ways = ("/watch/x{}", "/checkin/x{}/now", "/x{}")
    return await at_once(lambda number: stage.web.get(ways[number % 3].format(number)))


# the chat


async def asks(stage: Stage, one: Phone) -> Counter[int]:
    return await in_the_chat(stage, lambda _: stage.world.send_text(one.person.id, "/credits"))


async def says_every_command(stage: Stage, one: Phone) -> Counter[int]:
    commands = sorted(set(stage.app.routes.commands) - {"logout"})
    return await in_the_chat(
        stage, lambda number: stage.world.send_text(one.person.id, f"/{commands[number % len(commands)]}")
    )


async def searches(stage: Stage, one: Phone) -> Counter[int]:
    return await in_the_chat(stage, lambda number: stage.world.send_text(one.person.id, f"高血圧 {number}"))


async def edits(stage: Stage, one: Phone) -> Counter[int]:
    await one.says("高血圧")
    said = [message["message_id"] for message in one.messages if not message["from"]["is_bot"]][-1]
    return await in_the_chat(stage, lambda number: stage.world.edit_text(one.person.id, said, f"糖尿病 {number}"))


async def types_passwords(stage: Stage, one: Phone) -> Counter[int]:
    """At the prompt for one: each is hashed, or refused, and deleted."""
    await one.says("/login")
    await one.presses(one.last["message_id"], LogIn(again=True).pack())
    await one.says("1000000006")
    return await in_the_chat(stage, lambda number: stage.world.send_text(one.person.id, f"kamo-river-{number}"))


async def presses(stage: Stage, one: Phone) -> Counter[int]:
    await one.says("/credits")
    message, button = one._button("図で見る")
    return await in_the_chat(
        stage, lambda _: stage.world.press(one.person.id, message["message_id"], button["callback_data"])
    )


async def presses_every_button(stage: Stage, one: Phone) -> Counter[int]:
    """The buttons of every feature, with numbers that no screen put on them."""
    shown = one.last["message_id"]
    every = [data for data in EVERY if not data.startswith("lo")]
    return await in_the_chat(stage, lambda number: stage.world.press(one.person.id, shown, every[number % len(every)]))


async def previewed(one: Phone, period: str) -> tuple[int, str]:
    """The message with the preview of a certificate, and the data of its button that has it made."""
    await one.says(f"/certificate {period}")
    message, button = one._button("この内容で発行する")
    return message["message_id"], button["callback_data"]


async def asks_for_papers(stage: Stage, one: Phone) -> Counter[int]:
    """On several messages: one button is answered once."""
    previews = [await previewed(one, "2026/11/22-2026/11/22") for _ in range(PREVIEWS)]
    return await in_the_chat(stage, lambda number: stage.world.press(one.person.id, *previews[number % PREVIEWS]))


async def sends_files(stage: Stage, one: Phone) -> Counter[int]:
    await Declaring(stage, one).comes_to_evidence()
    return await in_the_chat(stage, lambda number: stage.world.send_photo(one.person.id, JPEG + b"%d" % number))


async def leaves_and_comes_back(stage: Stage, one: Phone) -> Counter[int]:
    def does(number: int) -> None:
        (stage.world.unblock if number % 2 else stage.world.block)(one.person.id)

    return await in_the_chat(stage, does)


FLOODS: tuple[Flood, ...] = (
    *(asks_nobody, opens, opens_an_old_link, tells, loads_the_page, loads_the_film, looks_at_the_code),
    *(loads_the_room_page, loads_scripts, asks_for_health, makes_links_up, makes_pages_up),
    *(asks, says_every_command, searches, edits, types_passwords, presses, presses_every_button),
    *(asks_for_papers, sends_files, leaves_and_comes_back),
)
