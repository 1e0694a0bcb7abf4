"""The arithmetic of the page's script against that of the rule: what the one takes for watched, the other does too."""

from collections.abc import AsyncIterator
from itertools import pairwise
from random import Random
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route

from bot.pages.html import files_of
from bot.serving import bound, serving
from content.study.beats import read_spans
from content.study.watching import Watched, covered
from tests.browser import telephone

pytestmark = pytest.mark.asyncio(loop_scope="session")

SECONDS = 30
CASES = 300
# in quarters, which both sides hold exactly
PLAYED = [
    [sorted(random.sample(range(4 * SECONDS + 1), 2)) for _ in range(random.randint(0, 6))]
    for random in map(Random, range(CASES))
]


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser) -> AsyncIterator[Page]:
    """An empty page from which the script's parts can be had."""
    blank = Route("/", lambda _: HTMLResponse("<title>empty</title>"))
    site = Starlette(routes=[blank, files_of("watch")])
    async with serving(site, bound("127.0.0.1", 0)) as port, telephone(browser) as hand:
        page = await hand.new_page()
        await page.goto(f"http://127.0.0.1:{port}/")
        yield page


async def reckoned(page: Page, what: str, told: object) -> Any:
    """What the script makes of it; `what` is an expression over `spans`, its module, and `one`, each of `told`."""
    script = (
        f"async (told) => {{ const spans = await import('/watch/files/spans.js'); return told.map((one) => {what}); }}"
    )
    return await page.evaluate(script, told)


async def test_what_is_added_up_is_credited_as_the_rule_does(page: Page) -> None:
    added = await reckoned(page, "one.reduce((all, [a, b]) => spans.add(all, a / 4, b / 4), [])", PLAYED)
    credited = await reckoned(page, "spans.creditable(one)", added)
    for played, sums, count in zip(PLAYED, added, credited, strict=True):
        told = [[start / 4, end / 4] for start, end in played]
        assert covered(read_spans(sums), SECONDS * 1000) == covered(read_spans(told), SECONDS * 1000)
        assert count == len(covered(read_spans(told), SECONDS * 1000))
        assert all(one[1] < other[0] for one, other in pairwise(sums)), "in order, none touching"


async def test_what_is_missing_is_missing_by_the_record(page: Page) -> None:
    records = [Watched(b"", SECONDS).having(covered(read_spans(played), SECONDS * 1000)) for played in PLAYED]
    stretches = [[list(one) for one in record.stretches()] for record in records]
    missing = await reckoned(page, f"spans.gaps(one, {SECONDS})", stretches)
    assert missing == [[list(gap) for gap in record.gaps()] for record in records]


async def test_what_the_server_has_counted_is_owed_no_more(page: Page) -> None:
    pairs = list(zip(PLAYED, reversed(PLAYED), strict=True))
    sums = "const [a, b] = one.map((part) => part.reduce((all, [from, to]) => spans.add(all, from, to), []));"
    left = await reckoned(page, f"{{ {sums} return spans.without(a, b); }}", pairs)
    for (played, counted), rest in zip(pairs, left, strict=True):
        assert quarters(rest) == quarters(played) - quarters(counted)


def quarters(spans: list[list[int]]) -> set[int]:
    """Every whole step that the spans cover."""
    return {step for start, end in spans for step in range(start, end)}
