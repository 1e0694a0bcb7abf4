"""The sandbox's chat page in a real browser, before the real sandbox and a small scripted bot."""

import re
from urllib.parse import urljoin

import pytest
from playwright.async_api import Browser, expect

from bot.sandbox import running
from tests.sandbox.page_scene import AOI, EMMA, KEN, LONG, PDF, TOO_SMALL, Scene, box

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_first_visit_is_explained_once(scene: Scene, browser: Browser) -> None:
    context = await browser.new_context(viewport={"width": 390, "height": 844}, locale="ja-JP")
    page = await context.new_page()
    await page.goto(scene.origin)
    card = page.get_by_role("dialog", name="単位 Tan'i のデモ")
    await expect(card.get_by_text("日本医師会とは関係のない")).to_be_visible()
    await expect(card.get_by_text("見本 葵")).to_be_visible()
    await card.get_by_role("button", name="チャットを開く").click()
    await page.reload()
    await expect(page.get_by_role("button", name="はじめる", exact=True)).to_be_visible()
    await expect(card).to_be_hidden()
    await context.close()


async def test_an_empty_chat_begins_with_one_button(scene: Scene) -> None:
    await scene.opens()
    await scene.begins()
    await expect(scene.button("はじめる")).to_be_hidden()


async def test_entities_are_drawn_and_markup_is_not(scene: Scene) -> None:
    await scene.opens()
    await scene.says("/rich")
    message = scene.page.locator(".message:not(.mine)")
    await expect(message.locator("strong")).to_have_text("野家")
    await expect(message).to_contain_text("<img src=x>")
    assert await message.locator("img").count() == 0
    await expect(message.get_by_text("答え")).to_be_hidden()
    await message.get_by_role("button", name="隠された文").press("Enter")
    await expect(message.get_by_text("答え")).to_be_visible()
    await message.get_by_role("button", name="/quiz").click()
    await scene.sees("問1")


async def test_what_is_done_and_what_is_not_look_different_without_a_font_for_signs(scene: Scene) -> None:
    await scene.opens()
    await scene.begins()
    sent = await scene.bot.call("sendMessage", chat_id=AOI.id, text="✅ 第1章\n⬜ 第2章")
    message = scene.message(sent)
    await expect(message.locator(".sign.done svg use")).to_have_attribute("href", "#i-done")
    await expect(message.locator(".sign.todo svg use")).to_have_attribute("href", "#i-todo")
    assert await message.locator(".text").evaluate("e => e.textContent") == "✅ 第1章\n⬜ 第2章"


async def test_a_press_is_busy_until_its_answer(scene: Scene) -> None:
    await scene.opens()
    await scene.says("/quiz")
    await scene.button("待つ").click()
    await expect(scene.button("待つ")).to_have_attribute("aria-busy", "true")
    scene.bot.held.set()
    await expect(scene.button("待つ")).not_to_have_attribute("aria-busy", "true")
    await scene.button("知らせる").click()
    await expect(scene.page.locator("#toast.up")).to_have_text("保存しました")
    await scene.button("警告").click()
    alert = scene.page.get_by_role("alertdialog", name="まだ開けません")
    await alert.get_by_role("button", name="OK").click()
    await expect(alert).to_be_hidden()


async def test_an_edit_keeps_the_end_and_the_focus(scene: Scene) -> None:
    await scene.opens()
    await scene.says("/quiz")
    await scene.button("2").press("Enter")
    await expect(scene.button("2 ✓")).to_be_focused()
    assert await scene.below() < 2
    await expect(scene.page.locator(".message")).to_have_count(2)


async def test_reading_further_up_is_not_disturbed(scene: Scene) -> None:
    await scene.opens()
    await scene.begins()
    first = await scene.bot.call("sendMessage", chat_id=AOI.id, text="短い知らせ")
    for text in (LONG, "ここを読む", LONG.replace("行", "段")):
        last = await scene.bot.call("sendMessage", chat_id=AOI.id, text=text)
    await expect(scene.message(last)).to_be_visible()
    read = scene.page.get_by_text("ここを読む")
    await read.evaluate("e => e.scrollIntoView({block: 'center'})")
    await expect(scene.page.locator("#pill")).to_be_visible()
    before = (await box(read))["y"]
    await scene.bot.call("editMessageText", chat_id=AOI.id, message_id=first["message_id"], text=LONG)
    await expect(scene.message(first)).to_contain_text("30行目")
    await scene.bot.call("sendMessage", chat_id=AOI.id, text="あとの知らせ")
    await expect(scene.button("新着 1")).to_be_visible()
    assert abs((await box(read))["y"] - before) < 1
    await scene.button("新着 1").click()
    await expect(scene.page.get_by_text("あとの知らせ")).to_be_in_viewport()
    await expect(scene.page.locator("#pill")).to_be_hidden()


async def test_papers_and_pictures_open(scene: Scene) -> None:
    await scene.opens()
    await scene.says("/paper")
    paper = scene.page.get_by_role("link", name="証明書.pdf")
    await expect(paper).to_have_attribute("target", "_blank")
    opened = await scene.page.request.get(urljoin(scene.page.url, await paper.get_attribute("href") or "/"))
    assert opened.headers["content-type"] == "application/pdf"
    assert opened.headers["content-disposition"].startswith("inline")
    assert await opened.body() == PDF
    await scene.says("/picture")
    await scene.page.get_by_role("button", name="拡大：7単位・6コード").click()
    large = scene.page.get_by_role("dialog", name="7単位・6コード")
    await expect(large.get_by_role("img")).to_have_js_property("naturalWidth", 1080)
    await scene.page.keyboard.press("Escape")
    await expect(large).to_be_hidden()


async def test_people_are_switched_and_their_news_counted(scene: Scene) -> None:
    await scene.opens()
    await scene.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await scene.button("初期パスワード 720204をコピー").click()
    assert await scene.page.evaluate("navigator.clipboard.readText()") == "720204"
    scene.sandbox.world.send_other(KEN.id, "dice")
    await scene.bot.call("sendMessage", chat_id=KEN.id, text="お知らせです")
    await scene.page.locator("#who").click()
    row = scene.page.get_by_role("dialog", name="人を切り替える").get_by_role("button", name="髙橋 健")
    await expect(row.locator(".badge")).to_have_text("1")
    await row.click()
    await scene.sees("お知らせです")
    assert scene.page.url.endswith(f"#person={KEN.id}")
    await scene.page.evaluate(f"location.hash = 'person={EMMA.id}'")
    await expect(scene.page.get_by_text("Emma Sample").first).to_be_visible()
    await expect(scene.button("はじめる")).to_be_visible()


async def test_the_next_day_comes_by_a_button(scene: Scene) -> None:
    await scene.opens()
    clock = scene.page.locator(".clock")
    await expect(clock).to_have_text("4月1日（水） 9:05")
    await scene.button("翌日へ").click()
    await expect(clock).to_have_text("4月2日（木） 9:05")
    await scene.says("翌日")
    await expect(scene.page.locator(".message .day").first).to_have_text("2026年4月2日（木）")


async def test_the_watch_page_opens_over_the_chat(scene: Scene) -> None:
    await scene.opens()
    await scene.says("/watch")
    await scene.button("視聴する").click()
    overlay = scene.page.get_by_role("dialog", name="視聴する")
    await expect(overlay.locator("iframe")).to_have_attribute("allow", re.compile("autoplay; fullscreen"))
    await scene.page.evaluate("postMessage({type: 'tani-close'}, '*')")  # not from the inner page: no effect
    await overlay.locator("iframe").content_frame.get_by_role("button", name="チャットに戻る").click()
    await expect(overlay).to_be_hidden()
    await expect(scene.page.locator("iframe")).to_have_count(0)


async def test_a_lost_connection_is_said_and_made_good(scene: Scene) -> None:
    async with running(scene.sandbox) as origin:
        await scene.page.goto(f"{origin}/#person={AOI.id}")
        await expect(scene.button("はじめる")).to_be_visible()
    await expect(scene.page.get_by_text("接続が切れました。再接続しています")).to_be_visible()
    scene.sandbox.world.send_text(AOI.id, "切れている間に")
    async with running(scene.sandbox, port=int(origin.rpartition(":")[2])):
        await scene.sees("受信：切れている間に")
        await expect(scene.page.locator("#lost")).to_be_hidden()
        await scene.says("つながった後で")
        await scene.sees("受信：つながった後で")


async def test_a_blocked_bot_is_not_written_to(scene: Scene) -> None:
    await scene.opens()
    await scene.page.locator("#who").click()
    await scene.button("ボットをブロックする").click()
    await expect(scene.page.locator("textarea")).to_be_hidden()
    await scene.page.reload()
    await scene.button("ブロックを解除する").click()
    await scene.says("戻りました")
    await scene.sees("受信：戻りました")


async def test_the_menu_of_commands_by_keyboard(scene: Scene) -> None:
    await scene.opens()
    await scene.button("コマンド一覧").press("Enter")
    await expect(scene.page.get_by_role("button", name="/start はじめに戻る")).to_be_focused()
    await scene.page.keyboard.press("ArrowDown")
    await scene.page.keyboard.press("Enter")
    await scene.sees("問1")
    await expect(scene.button("コマンド一覧")).to_be_focused()


async def test_what_the_bot_is_doing_shows(scene: Scene) -> None:
    await scene.opens()
    await scene.says("/busy")
    await expect(scene.page.locator("#status")).to_have_text("書類を送っています…")


async def test_controls_are_large_enough_for_a_thumb(scene: Scene) -> None:
    await scene.opens()
    for text in ("/quiz", "/paper", "/picture"):
        await scene.says(text)
    await expect(scene.page.locator(".photo")).to_be_visible()
    for opener in ("#who", "#menu"):
        await scene.page.locator(opener).click()
        assert await scene.page.evaluate(TOO_SMALL) == []
        await scene.page.keyboard.press("Escape")
    assert await scene.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
