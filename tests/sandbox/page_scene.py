"""What the tests of the chat page stand on: a scripted bot, a server, and the page as somebody has it in hand."""

import asyncio
import io
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
from PIL import Image
from playwright.async_api import Browser, FloatRect, Locator, Page, expect

from bot.sandbox import Card, Person, Sandbox, running

TOKEN = "1:page"
AOI = Person(
    101,
    "見本 葵",
    role="会員",
    about="はじめてログインします。",
    hints=("ユーザーID 1000000001", "初期パスワード 720204"),
)
KEN = Person(102, "髙橋 健", role="事務局")
EMMA = Person(103, "Emma Sample", language="en", role="会員", english=Card("Member", "Start here"))
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
LONG = "\n".join(f"{n}行目" for n in range(1, 31))


WATCH = "http://127.0.0.1:8099/watch/1"  # another port of the same machine, as the product's own pages have
WATCH_PAGE = "<button onclick=\"parent.postMessage({type: 'tani-close'}, '*')\">チャットに戻る</button>"


def keyboard(*rows: str) -> dict[str, Any]:
    """Buttons by their labels; several of one row are divided by a bar."""
    return {"inline_keyboard": [[{"text": label, "callback_data": label} for label in row.split("|")] for row in rows]}


class Bot:
    """Answers by a script, over the Bot API and nothing else."""

    def __init__(self, origin: str, http: aiohttp.ClientSession) -> None:
        self.url, self.http = f"{origin}/bot{TOKEN}", http
        self.held = asyncio.Event()  # a press of 待つ is answered only after this

    async def call(self, method: str, **parameters: Any) -> Any:
        async with self.http.post(f"{self.url}/{method}", json=parameters) as response:
            body = await response.json()
        assert body["ok"], body
        return body["result"]

    async def upload(self, method: str, chat: int, field: str, name: str, content: bytes, caption: str) -> None:
        form = aiohttp.FormData({"chat_id": str(chat), "caption": caption})
        form.add_field(field, content, filename=name)
        async with self.http.post(f"{self.url}/{method}", data=form) as response:
            assert (await response.json())["ok"]

    async def run(self) -> None:
        commands = [{"command": "start", "description": "はじめに戻る"}, {"command": "quiz", "description": "問題"}]
        await self.call("setMyCommands", commands=commands)
        offset = 0
        while True:
            for update in await self.call("getUpdates", offset=offset, timeout=50):
                offset = update["update_id"] + 1
                if "callback_query" in update:
                    await self.press(update["callback_query"])
                elif text := update.get("message", {}).get("text"):
                    await self.text(update["message"]["chat"]["id"], text)

    async def text(self, chat: int, text: str) -> None:
        match text:
            case "/quiz":
                await self.call(
                    "sendMessage", chat_id=chat, text="問1", reply_markup=keyboard("1|2|3", "待つ|知らせる|警告")
                )
            case "/rich":
                html = "𠮷<b>野家</b> <tg-spoiler>答え</tg-spoiler> &lt;img src=x&gt; /quiz"
                await self.call("sendMessage", chat_id=chat, text=html, parse_mode="HTML")
            case "/watch":
                markup = {"inline_keyboard": [[{"text": "視聴する", "url": WATCH}]]}
                await self.call("sendMessage", chat_id=chat, text="第1章", reply_markup=markup)
            case "/paper":
                await self.upload("sendDocument", chat, "document", "証明書.pdf", PDF, "受講証明書")
            case "/picture":
                picture = io.BytesIO()
                Image.new("RGB", (1080, 720), "#2f4a8c").save(picture, "PNG")
                await self.upload("sendPhoto", chat, "photo", "p.png", picture.getvalue(), "7単位・6コード")
            case "/busy":
                await self.call("sendChatAction", chat_id=chat, action="upload_document")
            case _:
                await self.call("sendMessage", chat_id=chat, text=f"受信：{text}")

    async def press(self, query: dict[str, Any]) -> None:
        words: dict[str, Any] = {
            "知らせる": {"text": "保存しました"},
            "警告": {"text": "まだ開けません", "show_alert": True},
        }
        if query["data"] == "待つ":
            await self.held.wait()
        elif query["data"] in "123":
            chosen = keyboard("1|2|3".replace(query["data"], f"{query['data']} ✓"), "待つ|知らせる|警告")
            place = {"chat_id": query["from"]["id"], "message_id": query["message"]["message_id"]}
            await self.call("editMessageText", **place, text=f"{LONG}\n答え：{query['data']}", reply_markup=chosen)
        await self.call("answerCallbackQuery", callback_query_id=query["id"], **words.get(query["data"], {}))


async def box(node: Locator) -> FloatRect:
    """Where a node is on the page, in pixels."""
    found = await node.bounding_box()
    assert found is not None
    return found


@dataclass
class Scene:
    """A page of the browser as somebody of the demo has it before him."""

    sandbox: Sandbox
    bot: Bot
    page: Page
    origin: str

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    async def opens(self, person: Person = AOI) -> None:
        await self.page.goto(f"{self.origin}/#person={person.id}")
        await expect(self.button("コマンド一覧")).to_be_visible()

    def message(self, message: dict[str, Any]) -> Locator:
        return self.page.locator(f"[data-id='{message['message_id']}']")

    async def begins(self) -> None:
        await self.button("はじめる").click()
        await self.sees("受信：/start")

    async def says(self, text: str) -> None:
        await self.page.locator("textarea").fill(text)
        await self.page.locator("textarea").press("Enter")

    async def sees(self, text: str) -> None:
        await expect(self.page.get_by_role("log").get_by_text(text, exact=True)).to_be_visible()

    async def below(self) -> float:
        """How much of the log is below what is seen, in pixels."""
        height = await self.page.locator("#log").evaluate("e => e.scrollHeight - e.scrollTop - e.clientHeight")
        return float(height)


TOO_SMALL = """[...document.querySelectorAll('button, textarea, a[href]')].filter((e) => {
  const {width, height} = e.getBoundingClientRect();
  return width > 0 && (width < 44 || height < 44 || parseFloat(getComputedStyle(e).fontSize) < 16);
}).map((e) => e.outerHTML)"""


@asynccontextmanager
async def stage(browser: Browser) -> AsyncIterator[Scene]:
    """The demo at 9:05 of April 1st 2026 in Japan, with a fresh sandbox, bot and telephone."""
    moment = [datetime(2026, 4, 1, 0, 5, tzinfo=UTC)]

    async def next_day() -> datetime:
        moment[0] += timedelta(days=1)
        return moment[0]

    sandbox = Sandbox(
        token=TOKEN, username="tani_bot", people=(AOI, KEN, EMMA), now=lambda: moment[0], rates=False, next_day=next_day
    )
    async with AsyncExitStack() as stack:
        origin = await stack.enter_async_context(running(sandbox))
        bot = Bot(origin, await stack.enter_async_context(aiohttp.ClientSession()))
        work = asyncio.create_task(bot.run())
        context = await browser.new_context(
            viewport={"width": 390, "height": 844}, reduced_motion="reduce", locale="ja-JP"
        )
        await context.add_init_script("localStorage.setItem('tani.sandbox.known', '1')")
        await context.route(WATCH, lambda route: route.fulfill(content_type="text/html;charset=utf-8", body=WATCH_PAGE))
        yield Scene(sandbox, bot, await context.new_page(), origin)
        await context.close()
        work.cancel()
        (end,) = await asyncio.gather(work, return_exceptions=True)
        assert isinstance(end, asyncio.CancelledError), end
