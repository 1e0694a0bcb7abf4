"""A real browser: Debian's Chromium, without a screen, set up like a member's phone."""

import contextlib
from collections.abc import AsyncIterator

from playwright.async_api import Browser, BrowserContext, Page, async_playwright, expect

CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox",  # Chromium's own sandbox needs rights that a test does not have as root or in a container
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",  # otherwise it asks for Google's hosts at every start
    "--disable-component-update",
    "--disable-sync",
    "--mute-audio",
)
WIDTH, HEIGHT = 390, 844
LONGEST_MS = 20_000  # how long to wait for what is expected: a busy machine is not a fault of the page


@contextlib.asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """The browser while the block runs."""
    expect.set_options(timeout=LONGEST_MS)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS])
        try:
            yield browser
        finally:
            await browser.close()


@contextlib.asynccontextmanager
async def telephone(browser: Browser, *, dark: bool = False) -> AsyncIterator[BrowserContext]:
    """A person's phone: storage of its own, a small screen, Japanese. An error in a page's script fails the test."""
    errors: list[str] = []
    context = await browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
        locale="ja-JP",
        has_touch=True,
    )
    context.on("weberror", lambda found: errors.append(str(found.error)))
    try:
        yield context
    finally:
        await context.close()
    assert not errors, errors


async def fits(page: Page) -> bool:
    """Whether the whole page lies within the screen's right edge."""
    return bool(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
