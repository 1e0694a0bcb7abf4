"""Staff ask the member about a declaration, by phone: the letter, the answer with a file, and what comes of it."""

from datetime import datetime

import pytest
from sqlalchemy import update

from storage.tables import Request
from tests.files import PDF
from tests.handlers.declaring import Declaring
from tests.phone import Phone
from tests.stage import Stage, logged_in

SQLITE = pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)
OFFICER = 11


async def asked(stage: Stage, aoi: Phone) -> Phone:
    """The phone of the officer who has asked. Nothing else waits for staff."""
    with stage.app.sessions.begin() as session:
        session.execute(update(Request).values(state="decided"))
    await Declaring(stage, aoi).submits()
    desk = await logged_in(stage, OFFICER)
    await desk.says("/desk")
    for label in ("申告書を見る", "1", "担当する", "会員に尋ねる"):
        await desk.taps(label)
    await desk.says("参加証の表をお送りください")
    await desk.taps("会員に送信する")
    await aoi.waits()
    return desk


async def test_asked_answered_and_decided(stage: Stage, aoi: Phone) -> None:
    desk = await asked(stage, aoi)
    letter = aoi.text(aoi.last)
    assert letter.startswith("申告書についてのお尋ね")
    assert "「第1回 見本学会」（2026年11月3日（火））" in letter
    assert "参加証の表をお送りください" in letter
    await aoi.taps("回答する")
    assert "お尋ねへの回答" in aoi.sees
    await aoi.says("表をお送りします")
    await aoi.sends(PDF, name="参加証.pdf")
    summary = await aoi.taps("確認に進む")
    assert "表をお送りします" in summary
    assert "期限" not in summary
    await aoi.taps("送信する")
    assert aoi.text(aoi.last).startswith("回答を受け付けました")
    await desk.waits()
    assert desk.text(desk.last).startswith("お尋ねに会員が回答しました")
    card = await desk.taps("この案件を見る")
    for told in ("会員が回答しました", "参加証の表をお送りください", "表をお送りします", "参加証.pdf"):
        assert told in card
    before = len(desk.documents)
    await desk.taps("添付1")
    await desk.waits()
    assert len(desk.documents) > before
    for label in ("受理する", "証明書類を確認"):
        await desk.taps(label)
    await aoi.waits()
    assert "受理" in aoi.text(aoi.last)
    await aoi.says("/requests")
    assert "申告書についての確認" in aoi.sees


@SQLITE
async def test_an_answer_after_the_decision_is_refused_politely(stage: Stage, aoi: Phone) -> None:
    desk = await asked(stage, aoi)
    await aoi.taps("回答する")
    await aoi.says("表をお送りします")
    await aoi.taps("確認に進む")
    await desk.says("/desk")
    for label in ("申告書を見る", "1", "受理する", "証明書類を確認"):
        await desk.taps(label)
    await aoi.taps("送信する")
    assert "すでに判断または取り下げが済んでいるか" in aoi.sees
    assert "✅ 判断済" in aoi.sees


@SQLITE
async def test_the_evening_before_it_is_due_staff_hear_of_it(stage: Stage, aoi: Phone) -> None:
    await Declaring(stage, aoi).submits()
    desk = await logged_in(stage, OFFICER)
    await stage.until(datetime.fromisoformat("2026-11-25 18:00+09:00"))
    assert "次の営業日（11月26日（木））が期限の申告書：1件" in desk.text(desk.last)
    assert "期限 11月26日（木）" in await desk.taps("申告書を見る")


@SQLITE
async def test_of_what_waits_for_the_member_staff_do_not_hear(stage: Stage, aoi: Phone) -> None:
    desk = await asked(stage, aoi)
    before = len(desk.messages)
    await stage.until(datetime.fromisoformat("2026-11-27 18:00+09:00"))
    assert len(desk.messages) == before
