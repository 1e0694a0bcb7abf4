"""The demo has a person for each role with a first thing to do. One is no member, and another can be invited."""

import asyncio
import io
import os
import re
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from bot.demo.living import living
from bot.demo.people import NAME_BEFORE, NAME_NOW, PEOPLE, SECRETARY
from content.words import JA
from tests.browser import fits, telephone
from tests.chatting import FIRST_PERSON, Chatting
from tests.patience import LONGEST_MS
from tests.stage import PASSWORD

LIVED = pytest.mark.asyncio(loop_scope="session")
LOOKS = ("light", "dark") if os.environ.get("KEEP_SCREENS") else ("light",)
"""In which colours the demo is lived: in both if pictures are wanted."""

FIRST: dict[int, tuple[str, str]] = {
    9: ("/find 青井", "青井 遥"),
    11: ("/desk", "出席確認の申請"),
    12: ("/training", JA.checkin.receptions_title()),
    13: ("/broadcast", "会員へのお知らせ"),
    14: ("/roles", "担当者用　役割"),
    15: ("/roles", "担当者用　役割"),
    16: ("/desk", "出席確認の申請"),
}
"""By person what is to be done first, and what is then seen."""
STRANGER, OWNER = 10, 14
HOLDER, SECOND = 6, 16
REPORTS = ("取り込み 4 の報告です", "取り込み 5 の報告です", "一括付与 6 の報告です")
"""The letters that come to the secretary when the demo begins, a second apart."""


@pytest_asyncio.fixture(loop_scope="session", params=LOOKS)
async def chat(browser: Browser, tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[Chatting]:
    """The demo, and its chat page on a telephone."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    name = f"{request.node.originalname.removeprefix('test_')}-{request.param}"
    async with living(tmp_path, port) as address, telephone(browser, dark=request.param == "dark") as context:
        yield Chatting(await context.new_page(), address, name)


def test_each_of_staff_has_a_first_thing_to_do() -> None:
    of_staff = {one.id - FIRST_PERSON for one in PEOPLE if one.role.startswith(("事務局", "管理責任者"))}
    assert of_staff == set(FIRST)
    assert all(FIRST[number][0].split()[0] in PEOPLE[number - 1].about for number in of_staff - {15})


async def becomes(chat: Chatting, number: int) -> None:
    """Be this person, logged in. That is done beside the page, whose way to it is tried by the journeys."""
    if number != SECRETARY.id - FIRST_PERSON:
        await logs_in(chat, number)
    await comes_back(chat, number)


async def logs_in(chat: Chatting, number: int) -> None:
    login, initial = (hint.split(" ")[-1] for hint in PEOPLE[number - 1].hints)
    room = f"{chat.address}sandbox/chats/{FIRST_PERSON + number}"

    async def sees(text: str) -> dict[str, Any]:
        async with asyncio.timeout(LONGEST_MS / 1000):
            while True:
                last = (await (await chat.page.request.get(room)).json())["messages"][-1:]
                if last and text in last[0].get("text", ""):
                    return dict(last[0])
                await asyncio.sleep(0.05)

    async def does(what: str, **fields: object) -> None:
        assert (await chat.page.request.post(f"{room}/{what}", data=fields)).ok

    await does("text", text="/login")
    asked = await sees("個人情報")
    accept = next(
        button["callback_data"]
        for row in asked["reply_markup"]["inline_keyboard"]
        for button in row
        if button["text"] == JA.privacy.accept()
    )
    await does("press", message_id=asked["message_id"], data=accept)
    await sees("ユーザーID")
    for said, seen in (
        (login, "パスワードを入力"),
        (initial, "新しいパスワードの設定"),
        (PASSWORD, "ログインしました"),
    ):
        await does("text", text=said)
        await sees(seen)


async def looks(chat: Chatting, what: str, *texts: str) -> None:
    """See it, keep a picture of it, and find that it fits the screen."""
    await chat.sees(*texts)
    await chat.keeps(what)
    assert await fits(chat.page)


async def comes_back(chat: Chatting, number: int) -> None:
    """Be this person again, who is logged in already.

    The secretary first waits for the reports: one that came between a word and its answer would stand below the answer.
    """
    await chat.is_person(number)
    await chat.page.reload()
    for report in REPORTS if number == SECOND else ():
        await chat.has_once(report)


@LIVED
async def test_first_things(chat: Chatting) -> None:
    for number, (command, seen) in FIRST.items():
        await becomes(chat, number)
        await chat.says("/staff")
        await looks(chat, f"{number}-rooms", "あなたの役割")
        await chat.says(command)
        await looks(chat, f"{number}-first", seen)


@LIVED
async def test_an_invitation(chat: Chatting) -> None:
    """The owner invites a passer-by, who opens the link, is confirmed, and looks at the rooms."""
    await becomes(chat, OWNER)
    await chat.says("/roles")
    await looks(chat, "roles", "職員")
    await chat.taps(JA.inviting.to_invite())
    await looks(chat, "room", "氏名を入力")
    await chat.says("事務 花子")
    await looks(chat, "role", "役割を選んで")
    await chat.taps("会員対応")
    await looks(chat, "why", "理由を選ぶか")
    await chat.taps("着任")
    await looks(chat, "link", "start=staff_")
    found = re.search(r"start=(staff_\S+)", await chat.last.locator(".text").text_content() or "")
    assert found is not None
    await comes_back(chat, STRANGER)
    await chat.says(f"/start {found[1]}")
    await looks(chat, "opened", "招待を受け付けました")
    await comes_back(chat, OWNER)
    await looks(chat, "letter", "招待のリンクが開かれました")
    await chat.taps("内容を確かめる")
    await looks(chat, "card", "通りすがり")
    await chat.taps("本人と確認した")
    await looks(chat, "confirmed", "職員アカウントを用意し")
    await chat.taps("この方の役割を見る")
    await looks(chat, "account", "staff-")
    await comes_back(chat, STRANGER)
    await looks(chat, "ready", "職員アカウントの用意ができました")
    await chat.says("/start")
    await looks(chat, "home", "職員アカウント")
    await chat.says("/credits")
    await looks(chat, "no-member", "会員用の機能は使えません")
    await chat.says("/login")
    await looks(chat, "login", "でログインしています")
    await chat.says("/logout")
    await looks(chat, "logout", "新しい招待が必要です")


@LIVED
async def test_a_certificate_is_checked_and_comes_before_the_officers(chat: Chatting) -> None:
    """The member's paper leads to its check page; its name was corrected, so it waits for an officer."""
    await comes_back(chat, HOLDER)
    paper = await chat.paper()
    check = await opened_by(chat, paper)
    await drops(check, paper)
    await comes_back(chat, SECOND)
    await chat.says("/certificates")
    await looks(chat, "room", JA.issued.title())
    await chat.taps("変わった記載を見る（1）")
    await looks(chat, "queue", change := f"氏名　{NAME_BEFORE} → {NAME_NOW}")
    await chat.taps("1")
    await looks(chat, "card", change)


async def opened_by(chat: Chatting, paper: bytes) -> Page:
    """The page that a tap on the paper's code opens."""
    with pikepdf.open(io.BytesIO(paper)) as opened:
        (link,) = [one for one in opened.pages[0].Annots if one.Subtype == "/Link"]
        address = str(link.A.URI)
    page = await chat.page.context.new_page()
    await page.goto(address)
    await expect(page.get_by_text("✅ 有効です")).to_be_visible(timeout=LONGEST_MS)
    return page


async def drops(check: Page, paper: bytes) -> None:
    """Drop the file on the page, and then another one."""
    for content, said in ((paper, JA.verify.file_same()), (paper + b"\n", JA.verify.file_other())):
        put = """(bytes) => { const all = new DataTransfer();
            all.items.add(new File([Uint8Array.from(bytes)], 'a.pdf', {type: 'application/pdf'})); return all; }"""
        dropped = await check.evaluate_handle(put, list(content))
        await check.dispatch_event("#drop", "drop", {"dataTransfer": dropped})
        await expect(check.locator("#compared")).to_have_text(said, timeout=LONGEST_MS)
    assert await fits(check)
