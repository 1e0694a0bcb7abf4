"""What no watch page sends, and a disk that is full: nothing is believed, nothing is lost, nothing breaks."""

import errno
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Engine, event

from tests.bot.pages.test_mini_app import init_data
from tests.phone import Phone
from tests.stage import TOKEN, Stage
from tests.viewer import Viewer, on_card

SECONDS = 9  # of the first chapter


@pytest.fixture
async def page(stage: Stage, aoi: Phone) -> Viewer:
    """The first chapter, by the button on the course's card."""
    return await on_card(stage, aoi)


NO_OBJECT = [
    b"",
    b"null",
    b"[]",
    b"1",
    b'"x"',
    b"{",
    b"\xff\xfe\x00",
    b"[" * 60_000,
    b'{"seq":' + b"[" * 100 + b"]" * 100 + b"}",
    b"9" * 60_000,
    b'{"seq": 1}x',
]
NO_VIEWING = [
    b"{}",
    b'{"viewing": null}',
    b'{"viewing": ["x"]}',
    b'{"viewing": {"a": 1}}',
    rb'{"viewing": "\ud800"}',
    rb'{"viewing": "\u0000"}',
    b'{"viewing": "' + b"x" * 60_000 + b'"}',
]


async def test_what_no_page_sends_is_refused(stage: Stage, page: Viewer) -> None:
    await page.opens()
    for body, status in [*((one, 400) for one in NO_OBJECT), *((one, 409) for one in NO_VIEWING)]:
        answer = await stage.web.post(f"{page.path}/beat", content=body)
        assert answer.status_code == status, body[:40]
    assert (await page.tells((0, 3), after=3))["watched"] == 3


DEEP = "[" * 90 + "]" * 90
STRANGE = ["NaN", "Infinity", "-Infinity", "-1", "1e400", "[[0,9]]", "{}", "null", "true", '"9"', DEEP]


async def test_strange_numbers_are_not_read(stage: Stage, page: Viewer) -> None:
    await page.opens()
    page.passes(100)
    spans = [*(f"[0,{one}]" for one in STRANGE), *(f"[{one},9]" for one in STRANGE), "[9,0]", "[0]", "[0,1,2]", "0"]
    for seq, span in enumerate(spans, start=1):
        position = STRANGE[seq % len(STRANGE)]
        body = f'{{"viewing":"{page.viewing}","seq":{seq},"spans":[{span}],"visible":true,"position":{position}}}'
        answer = await stage.web.post(f"{page.path}/beat", content=body)
        assert (answer.status_code, answer.json()["watched"]) == (200, 0), body
    assert (await page.tells((8, 1e308), seq=99, position=1e308))["spans"] == [[8, 9]]
    assert (await page.opens())["position"] == SECONDS


async def test_no_more_of_a_long_body_is_taken_in_than_is_needed(stage: Stage, page: Viewer) -> None:
    given = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal given
        for _ in range(1_000):
            given += 1
            yield b" " * 16_384

    answer = await stage.web.post(f"{page.path}/open", content=endless())
    assert (answer.status_code, given) == (400, 5)


async def test_a_full_disk_loses_nothing(page: Viewer) -> None:
    """The page hears that it is to come again, and does."""
    await page.opens()
    page.passes(3)
    beat = {"viewing": page.viewing, "seq": 1, "spans": [[0, 3]], "visible": True}
    with full_disk():
        for what in ("beat", "open"):
            answer = await page.posts(what, beat)
            assert (answer.status_code, answer.json()) == (503, {"error": "unreachable"})
    assert (await page.posts("beat", beat)).json()["watched"] == 3


async def test_init_data_is_checked_where_there_is_any(stage: Stage, aoi: Phone, page: Viewer) -> None:
    now, mine = stage.clock.now(), aoi.person.id
    await page.opens(init_data=init_data(TOKEN, mine, now))
    for wrong in (
        init_data(TOKEN, mine + 1, now),
        init_data("100:other", mine, now),
        "",
        None,
        ["x"],
        "auth_date=1&hash=\ud800&user=%7B%22id%22%3A1%7D",
        f"auth_date=1&hash=x&user={'[' * 50_000}",
    ):
        answer = await stage.web.post(f"{page.path}/open", content=json.dumps({"init_data": wrong}))
        assert (answer.status_code, answer.json()) == (403, {"error": "refused"}), wrong


@contextmanager
def full_disk() -> Iterator[None]:
    """Every statement about viewings fails while the block runs."""

    def fail(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if "viewings" in statement:
            raise OSError(errno.ENOSPC, "no space left on device")

    event.listen(Engine, "before_cursor_execute", fail)
    yield
    event.remove(Engine, "before_cursor_execute", fail)
