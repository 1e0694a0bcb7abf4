"""The sandbox's chat page in a real browser, as a member uses it.

If the environment has KEEP_SCREENS=folder, every screen that a test keeps is written there as a picture.
"""

import itertools
import os
from pathlib import Path
from urllib.parse import urlencode, urljoin

from playwright.async_api import FilePayload, FrameLocator, Locator, Page, expect

from tests.patience import LONGEST_MS

FIRST_PERSON = 700_000_000
KNOWN = "try { localStorage.setItem('tani.sandbox.known', '1') } catch { /* a paper in its tab keeps nothing */ }"


class Chatting:
    """The chat page, and what a person does with it. It waits for what is to be seen, never for a fixed time."""

    def __init__(self, page: Page, address: str, name: str) -> None:
        self.page, self.address, self._name = page, address, name
        self._numbers = itertools.count(1)

    async def comes(self) -> None:
        """Come for the first time: the card that says what this is, then an empty chat."""
        await self.page.goto(self.address)
        await self.keeps("welcome")
        await self.page.locator("#welcome").get_by_role("button", name="チャットを開く").click()

    async def is_person(self, number: int) -> None:
        """Be one of the demo's people, who is named by the last digits of the Telegram number."""
        await self.page.context.add_init_script(KNOWN)
        await self.page.goto(f"{self.address}#person={FIRST_PERSON + number}")

    async def follows(self, payload: str) -> None:
        """Open the link that a printed QR code holds; the person was here before."""
        await self.page.context.add_init_script(KNOWN)
        await self.page.goto(f"{self.address}?{urlencode({'start': payload})}")

    async def begins(self) -> None:
        await self.page.get_by_role("button", name="はじめる", exact=True).click()

    async def says(self, text: str) -> None:
        await self.page.locator("#text").fill(text)
        await self.page.locator("#text").press("Enter")

    async def attaches(self, name: str, mime: str, content: bytes) -> None:
        """Attach a file and send it, both by keyboard."""
        async with self.page.expect_file_chooser() as choosing:
            await self.page.get_by_role("button", name="ファイルを添付", exact=True).press("Enter")
        chosen: FilePayload = {"name": name, "mimeType": mime, "buffer": content}
        await (await choosing.value).set_files(chosen)
        await expect(self.page.locator("#attached-name")).to_have_text(name)
        await self.page.locator("#text").press("Enter")

    def button(self, label: str) -> Locator:
        """The button with this label under the last message that has buttons."""
        return self.page.locator(".keyboard").last.get_by_role("button", name=label, exact=True)

    async def taps(self, label: str, under: str = "") -> None:
        """Tap a button under the last message that has buttons, or under the message that holds this text."""
        among = self.messages(under).get_by_role("button", name=label, exact=True)
        await (among if under else self.button(label)).click()

    @property
    def last(self) -> Locator:
        """The bot's last message."""
        return self.page.locator(".message:not(.mine)").last

    async def sees(self, *texts: str) -> None:
        """Wait until the bot's last message holds these texts."""
        for text in texts:
            await expect(self.last).to_contain_text(text, timeout=LONGEST_MS)

    async def lines(self) -> list[str]:
        """The bot's last message, line by line."""
        return (await self.last.locator(".text").text_content() or "").splitlines()

    def messages(self, text: str) -> Locator:
        """The bot's messages that hold this text."""
        return self.page.locator(".message:not(.mine)").filter(has_text=text)

    def day_of(self, text: str) -> Locator:
        """The date above the message with this text. It may stand above an earlier message of the same day."""
        days = "xpath=(self::*|preceding-sibling::*)/p[@class='day' and not(@hidden)]"
        return self.messages(text).locator(days).last

    async def has_once(self, text: str) -> None:
        """Wait until exactly one message of the bot holds this text."""
        await expect(self.messages(text)).to_have_count(1, timeout=LONGEST_MS)

    async def has_not_said(self, text: str) -> None:
        """Wait until none of the person's own messages holds this text (any more)."""
        await expect(self.page.locator(".mine").filter(has_text=text)).to_have_count(0, timeout=LONGEST_MS)

    async def confirms(self, *texts: str) -> None:
        """Wait for an alert with these texts, and close it."""
        for text in texts:
            await expect(self.page.locator("#alert")).to_contain_text(text, timeout=LONGEST_MS)
        await self.page.locator("#alert").get_by_role("button", name="OK").click()

    async def goes_to_next_day(self) -> str:
        """Press the demo's button for the next day; returns the day that it is then (11月24日（火）)."""
        day, button = self.page.locator("#day"), self.page.locator("#next-day")
        await expect(day).not_to_be_empty(timeout=LONGEST_MS)
        before = await day.text_content() or ""
        await button.click()
        await expect(day).not_to_have_text(before, timeout=LONGEST_MS)
        await expect(button).not_to_have_attribute("aria-busy", "true", timeout=LONGEST_MS)
        return await day.text_content() or ""

    async def opens(self, label: str) -> FrameLocator:
        """Open a chapter; returns the watch page, which lies over the chat."""
        await self.taps(label)
        watch = self.page.frame_locator("#overlay iframe")
        await expect(watch.locator("#chapter")).to_be_visible(timeout=LONGEST_MS)
        return watch

    async def paper(self) -> bytes:
        """The bytes of the last PDF, which a tap opens in another tab."""
        card = self.page.locator("a.paper").last
        await expect(card).to_be_visible(timeout=LONGEST_MS)
        await self.keeps("paper")
        await expect(card).to_have_attribute("target", "_blank")
        opened = await self.page.request.get(urljoin(self.page.url, await card.get_attribute("href") or "/"))
        assert opened.headers["content-type"] == "application/pdf"
        return await opened.body()

    async def keeps(self, what: str) -> None:
        """Keep a picture of the screen, if pictures are wanted."""
        folder = os.environ.get("KEEP_SCREENS")
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            name = f"{self._name}-{next(self._numbers):02}-{what}.png"
            await self.page.screenshot(path=Path(folder, name), animations="disabled")


async def plays_to_the_end(watch: FrameLocator) -> None:
    """Play the chapter at double speed, by keyboard, until it is 受講済."""
    await watch.get_by_text("2×", exact=True).click()
    await watch.locator("#player").press("Space")
    await expect(watch.locator("#complete")).to_be_visible(timeout=LONGEST_MS)
