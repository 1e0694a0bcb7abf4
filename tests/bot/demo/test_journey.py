"""The way from login to certificate, lived in the demo: a real browser, real HTTP, a real film, a real PDF.

The demo's clock runs; each journey begins by going to the next day, so that it never meets midnight half-way. It sets
out on a Monday: new courses are told on Saturdays, and a reminder of that day would stand in the same message.
"""

import io
import re
import socket
import subprocess
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from functools import partial
from importlib.resources import files
from pathlib import Path

import pytest
import pytest_asyncio
import yaml
from PIL import Image
from playwright.async_api import Browser, expect

from bot.clock import DemoClock
from bot.demo.living import living
from tests.browser import fits, telephone
from tests.chatting import Chatting, plays_to_the_end
from tests.files import PDF
from tests.patience import LONGEST_MS

pytestmark = pytest.mark.asyncio(loop_scope="session")

MONDAY = datetime(2026, 11, 30, 1, 0, tzinfo=UTC)
CARD = "高血圧（CC 74・1単位）"
READY = "受講証明書を発行しました"
REMINDER = "受講の続きがあります"
CHOICE = re.compile(r"([1-5])　(.+)")
KEY: dict[str, set[str]] = {
    question["text"]: {question["choices"][right - 1] for right in question["right"]}
    for question in yaml.safe_load((files("content") / "courses/hypertension/course.yaml").read_bytes())["questions"]
}
"""The right choices of each question."""


@pytest_asyncio.fixture(loop_scope="session")
async def chat(
    browser: Browser, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Chatting]:
    """The demo, and its chat page on a telephone."""
    monkeypatch.setattr("bot.demo.living.DemoClock", partial(DemoClock, MONDAY))
    name = request.node.originalname.removeprefix("test_")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    async with living(tmp_path, port) as address, telephone(browser) as context:
        yield Chatting(await context.new_page(), address, name)


async def test_a_credit_and_its_certificate(chat: Chatting, tmp_path: Path) -> None:
    await chat.comes()
    await chat.goes_to_next_day()
    await chat.begins()
    await logs_in(chat, "１０００ー０００ー００１", "720204")
    await finds_the_course(chat)
    await watches_all(chat)
    await fails_and_passes(chat)
    await asks_on_the_same_day(chat)
    day = await chat.goes_to_next_day()
    await expect(chat.messages(READY)).to_contain_text("前日に取得した1単位", timeout=LONGEST_MS)
    await expect(chat.day_of(READY)).to_contain_text(day)
    await chat.keeps("notice")
    await expect(chat.messages(READY).locator("img")).to_be_visible(timeout=LONGEST_MS)
    paper = await chat.paper()
    assert b"ETSI.CAdES.detached" in paper  # signed by the demo's own key, of which the paper says what it is
    printed = text_of(paper, tmp_path)
    assert "試験用の鍵" in printed
    for line in ("青井 ?遥", "取得単位 +1単位", "高血圧 +見本委員会 +74 高血圧症 +1\n", "合計 +1\n"):
        assert re.search(line, printed), printed
    await chat.has_once(READY)
    await chat.says("/credits")
    await chat.sees("合計　1単位・1コード", "取得したCC　74")
    await chat.keeps("credits")
    assert await fits(chat.page)


async def test_an_unfinished_course_is_remembered_once(chat: Chatting) -> None:
    await chat.is_person(5)
    await chat.goes_to_next_day()
    await chat.begins()
    await logs_in(chat, "1000000005", "591224")
    await finds_the_course(chat)
    watch = await chat.opens("▶ 第1章を見る")
    await watch.locator("#to-chat").click()
    day = [await chat.goes_to_next_day() for _ in range(3)][-1]
    await expect(chat.messages(REMINDER)).to_contain_text("未受講：第1・2・3・4・5章", timeout=LONGEST_MS)
    await expect(chat.day_of(REMINDER)).to_contain_text(day)
    await chat.keeps("reminder")
    await chat.goes_to_next_day()
    await chat.sees("新しい講座が")  # the day's own reminder: it would come between what follows
    await chat.taps("今後は知らせない", under=REMINDER)
    await chat.confirms("次のお知らせを止めました：受講途中の講座")
    await chat.taps("講座の画面を見る", under=REMINDER)
    await chat.sees(CARD)
    await chat.has_once(REMINDER)
    await chat.says("/settings")
    await chat.taps("種類を選ぶ")
    await chat.sees("受講途中の講座のお知らせ：受け取らない")
    await chat.keeps("settings")


async def test_a_declaration_with_a_photo_and_a_pdf(chat: Chatting) -> None:
    """Attached from the keyboard: the photo goes as one, the PDF as a file."""
    await chat.comes()
    await chat.goes_to_next_day()
    await chat.begins()
    await logs_in(chat, "1000000005", "591224")
    await chat.says("/declare")
    for label in ("新しく申告する", "医師国家試験問題の作成"):
        await chat.taps(label)
    for said, answer in (
        ("試験問題の作成", "日付"),
        ("昨日", "単位"),
        ("1.5", "CC"),
        ("７４", "備考"),
        ("なし", "証明書類"),
    ):
        await chat.says(said)
        await chat.sees(f"申告書　{answer}（")
    await chat.keeps("evidence")
    photo = io.BytesIO()
    Image.new("RGB", (640, 480), "white").save(photo, "JPEG")
    await chat.attaches("参加証.jpg", "image/jpeg", photo.getvalue())
    await chat.sees("「photo.jpg」を添付しました（1 / 5件）")
    await chat.attaches("依頼状.pdf", "application/pdf", PDF)
    await chat.sees("「依頼状.pdf」を添付しました（2 / 5件）")
    for label in ("確認に進む", "提出に進む"):
        await chat.taps(label)
    await chat.keeps("confirm")
    await chat.taps("提出する")
    await chat.sees("申告書を提出しました", "証明書類：photo.jpg、依頼状.pdf")
    await chat.keeps("receipt")


async def logs_in(chat: Chatting, login: str, password: str) -> None:
    """For the first time, with the initial password."""
    await chat.sees("日本医師会が運営・作成したものではありません")
    await chat.keeps("greeting")
    await chat.taps("ログインする")
    await chat.sees("個人情報の取扱い", "日本国外", "連携を解除できます")
    await chat.keeps("privacy")
    await chat.taps("同意してログインする")
    await chat.sees("10桁の会員ID")
    await chat.says(login)
    await chat.sees("パスワードを入力してください")
    await chat.keeps("password")
    await chat.says(password)
    await chat.sees("新しいパスワードの設定")
    await chat.has_not_said(password)
    await chat.says("sakura-michi-7")
    await chat.sees("ログインしました", "/ 60　今年度 ")
    await chat.has_not_said("sakura-michi-7")
    await chat.keeps("home")


async def finds_the_course(chat: Chatting) -> None:
    """From the codes, as the guide does."""
    await chat.taps("講座を探す")
    await chat.sees("⬜ 74 高血圧症　1講座")
    await chat.keeps("codes")
    await chat.taps("74 高血圧症")
    await chat.sees(CARD, "総監修：見本 一郎", "⬜ 第5章", "あと5章の受講で受けられます")
    await chat.keeps("card")


async def watches_all(chat: Chatting) -> None:
    """The first chapter from the chat, whose card then shows it unasked; the others one after the other."""
    watch = await chat.opens("▶ 第1章を見る")
    await chat.keeps("watch")
    await plays_to_the_end(watch)
    await chat.keeps("watched")
    await watch.locator("#to-chat").click()
    await chat.sees("✅ 第1章", "⬜ 第2章", "あと4章の受講で受けられます")
    await chat.keeps("card")
    watch = await chat.opens("▶ 第2章を見る")
    await plays_to_the_end(watch)
    for number in (3, 4, 5):
        await expect(watch.locator("#chapter")).to_contain_text(f"第{number}章", timeout=LONGEST_MS)  # by itself
    await expect(watch.locator("#to-test")).to_be_visible(timeout=LONGEST_MS)
    await chat.keeps("all_done")
    await watch.locator("#to-test").click()
    await chat.sees("✅ 第5章", "テストを受けられます。5問中4問以上の正解（80%）で合格です。")


async def fails_and_passes(chat: Chatting) -> None:
    """Three right of five, then four."""
    await chat.taps("テストを受ける")
    await answers(chat, right=3)
    await chat.taps("採点する")
    await chat.sees("合格基準に達しませんでした　5問中3問正解（60%・合格は80%）", "問4 → 第", "問5 → 第")
    await expect(chat.last).not_to_contain_text("正解：")
    await chat.keeps("failed")
    await chat.taps("もう一度受ける")
    await answers(chat, right=4)
    await chat.taps("採点する")
    await chat.sees("合格です　5問中4問正解（80%）", "1単位を取得しました", "1単位・1コード")
    await expect(chat.messages(CARD)).to_contain_text("1単位を取得しました。", timeout=LONGEST_MS)
    await chat.keeps("passed")
    await chat.taps("解説を見る")
    await chat.sees("高血圧　解説　問1 / 5", "正解：", "あなたの解答：")
    await chat.keeps("explanation")
    await chat.has_once("合格です")


async def answers(chat: Chatting, right: int) -> None:
    """The first so many questions rightly, and the page of answers."""
    for place in range(1, 6):
        await chat.sees(f"高血圧　セルフアセスメント　問{place} / 5")
        _, question, *rest = await chat.lines()
        numbers = {text: number for number, text in (one.groups() for one in map(CHOICE.fullmatch, rest) if one)}
        meant = KEY[question] if place <= right else {next(text for text in numbers if text not in KEY[question])}
        await chat.keeps(f"question{place}")
        for text in sorted(meant):
            await chat.taps(numbers[text])
            if len(KEY[question]) > 1:  # after a single choice it goes on by itself
                await expect(chat.button(f"{numbers[text]} ✓")).to_be_visible(timeout=LONGEST_MS)
        if len(KEY[question]) > 1:
            await chat.taps("解答を確認する" if place == 5 else f"問{place + 1} ›")
    await chat.sees("解答の確認", "採点すると、今回の解答は変更できません。")
    await chat.keeps("answers")


async def asks_on_the_same_day(chat: Chatting) -> None:
    """No certificate yet, but one tomorrow."""
    await chat.says("/certificate")
    await chat.sees("用途をお選びください")
    await chat.keeps("purposes")
    await chat.taps("一般")
    await chat.sees("期間をお選びください")
    await chat.keeps("periods")
    await chat.taps("今年度　単位なし")
    await chat.sees("記載できる単位はありません", "翌日以降", " 0:00から発行してください")
    await chat.keeps("nothing_yet")
    await chat.taps("発行できる日に受け取る")
    await chat.confirms("8:00にお送りします")


def text_of(paper: bytes, folder: Path) -> str:
    """What is printed on it, in lines."""
    path = folder / "paper.pdf"
    path.write_bytes(paper)
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True).stdout
