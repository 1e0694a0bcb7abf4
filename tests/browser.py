"""A real browser: Debian's Chromium without its windows, set up like a member's phone.

It is the package of Chromium's content alone: the whole one, kept from showing its windows, takes twice the processor
time.
"""

import contextlib
import os
from collections.abc import AsyncIterator
from pathlib import Path

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, BrowserContext, Page, async_playwright, expect

from tests.patience import LONGEST_MS
from tests.sizes import todays

CHROMIUM = "/usr/bin/chromium-headless-shell"
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
    context.set_default_timeout(LONGEST_MS)
    context.on("weberror", lambda found: errors.append(str(found.error)))
    try:
        yield context
    finally:
        await context.close()
    assert not errors, errors


async def fits(page: Page) -> bool:
    """Whether the whole page lies within the screen's right edge."""
    return bool(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


EYES = ((WIDTH, HEIGHT, 100, "light"), (HEIGHT, WIDTH, 100, "dark"), (320, 568, 200, "dark"), (320, 844, 200, "light"))
"""Width and height of the screen, the size of text in percent, and the palette. Every second one is tried today, the
others tomorrow: on each day there are both palettes and both sizes of text.
"""


DRAWN = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))).then(() => {
    const moving = document.getAnimations().filter(one => one.effect.getComputedTiming().endTime !== Infinity);
    return Promise.allSettled(moving.map(one => one.finished));  // one that is called off is over too
})"""
"""Waits until the page is drawn in its new palette, and no colour is on its way."""


async def faultless(page: Page) -> None:
    """Nothing that keeps anybody out: axe-core's rules, of every weight."""
    found = await Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert await fits(page)


async def for_every_eye(page: Page, keep: str = "") -> None:
    """The page is faultless on a small telephone, turned, with text twice as large, and in both palettes. `keep` is the
    name of its pictures, if the environment wants them (KEEP_SCREENS): then it is looked at in all ways.
    """
    for width, height, percent, palette in EYES if os.environ.get("KEEP_SCREENS") else todays(EYES):
        await page.set_viewport_size({"width": width, "height": height})
        await page.emulate_media(color_scheme="dark" if palette == "dark" else "light")
        await page.evaluate("percent => { document.documentElement.style.fontSize = `${percent}%`; }", percent)
        if folder := os.environ.get("KEEP_SCREENS"):
            Path(folder).mkdir(parents=True, exist_ok=True)
            await page.screenshot(path=Path(folder, f"{keep}-{width}-{percent}-{palette}.png"), animations="disabled")
        await page.evaluate(DRAWN)
        await faultless(page)
