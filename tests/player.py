"""The watch page in a browser: what a member does there, and what a test waits for."""

import re

from playwright.async_api import BrowserContext, Locator, Page, expect

from tests.patience import LONGEST_MS


async def opened(hand: BrowserContext, address: str) -> Page:
    """A new page at this address, ready to play."""
    page = await hand.new_page()
    await page.goto(address)
    await expect(page.locator("#chapter")).to_be_visible()
    return page


async def plays(page: Page) -> None:
    """Press on the player, by keyboard."""
    await page.locator("#player").press("Space")


async def pauses(page: Page) -> None:
    """Stop the film. A second press would do it too, but not after the film has come to its end by itself."""
    await page.locator("#player").evaluate("video => video.pause()")


async def quickly(page: Page) -> None:
    """Choose double speed."""
    await page.get_by_text("2×", exact=True).click()


async def reaches(page: Page, percent: int) -> None:
    """Wait until so much of the film has gone by. The mark on the bar shows it."""
    further = "|".join(str(one) for one in range(percent, 101))
    await expect(page.locator("#head")).to_have_attribute(
        "style", re.compile(rf"left: ({further})[.%]"), timeout=LONGEST_MS
    )


async def jumps(page: Page, second: float) -> None:
    """Drag the player to this second."""
    await page.locator("#player").evaluate("(video, to) => { video.currentTime = to; }", second)


async def out_of_sight(page: Page, hidden: bool) -> None:
    """Have another tab come to the front, or this one again. A browser without a screen never reports it itself."""
    await page.evaluate(
        """(hidden) => {
            Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
            document.dispatchEvent(new Event('visibilitychange'));
        }""",
        hidden,
    )


async def taps_at_once(page: Page, button: str) -> None:
    """Tap the button with this id as soon as it is seen, before anything begins by itself: by a script of the page,
    because a test may be late.
    """
    await page.evaluate(
        """(button) => {
            const tap = () => { if (!button.hidden) { watching.disconnect(); button.click(); } };
            const watching = new MutationObserver(tap);
            watching.observe(button, { attributes: true });
            tap();
        }""",
        await page.locator(f"#{button}").element_handle(),
    )


async def place_of(page: Page, *names: str) -> dict[str, float]:
    """How far below the top of the page each of these stands."""
    script = "(one) => one.getBoundingClientRect().top + scrollY"
    return {name: await page.locator(f"#{name}").evaluate(script) for name in names}


def counted(page: Page) -> Locator:
    """The part of the page that says how much the server has counted."""
    return page.locator("#progress")


async def is_paused(page: Page) -> bool:
    """Whether the film stands still at this moment."""
    return bool(await page.locator("#player").evaluate("video => video.paused"))
