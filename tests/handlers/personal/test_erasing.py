"""/erase_me by phone: the password, two persons of staff, the receipt; and what everybody sees before and after."""

import io
import json

import pikepdf
import pytest
from sqlalchemy import func, select

from bot.commands import verify_credits
from content.words import JA
from handlers.presses.staff.joint import OpenJoint
from storage.engine.sessions import Sessions
from storage.staff.log_check import verify
from storage.tables import Chat, Letter, Member, Request
from tests.bot.neighbour import id_of
from tests.bot.test_certificate_checked import AOI, has_a_certificate
from tests.handlers.declaring import Declaring
from tests.handlers.staff.pairing import PIN
from tests.phone import Phone
from tests.stage import PASSWORD, Stage, logged_in

OFFICER, OWNER = 11, 14
OTHER_KIND = "erasure"


@pytest.fixture
async def officer(stage: Stage) -> Phone:
    return await logged_in(stage, OFFICER)


@pytest.fixture
async def owner(stage: Stage) -> Phone:
    return await logged_in(stage, OWNER)


async def asks(phone: Phone) -> str:
    await phone.says("/erase_me")
    return await phone.says(PASSWORD)


async def proposed(officer: Phone) -> str:
    await officer.says(f"/find {AOI}")
    await officer.taps("記録を消去する（二人）")
    return await officer.taps("ご本人の申し出（/erase_me）")


async def erased(officer: Phone, owner: Phone) -> str:
    """By two persons; what the second one is told."""
    await proposed(officer)
    await owner.waits()
    await owner.taps("内容を確かめる")
    await owner.taps("確認して実行する")
    await owner.says(PIN)
    return await owner.says(PIN)


def count(sessions: Sessions, table: type) -> int:
    with sessions.reading() as session:
        return session.execute(select(func.count()).select_from(table)).scalar_one()


async def test_a_member_asks_with_the_password_and_can_take_it_back(stage: Stage, aoi: Phone) -> None:
    before = count(stage.app.sessions, Request)
    said = await aoi.says("/erase_me")
    for line in (*JA.erasing.goes(), *JA.erasing.stays(), *JA.erasing.how()):
        assert line in said
    assert "パスワードが違います" in await aoi.says("falsch-1234")
    assert count(stage.app.sessions, Request) == before
    assert "担当者にお送りしました" in await aoi.says(PASSWORD)
    assert "すでに受け付けています" in await aoi.says("/erase_me")
    await aoi.taps("ご依頼の一覧を見る")
    await aoi.taps("1")
    await aoi.taps("取り下げる")
    await aoi.taps("取り下げる")
    assert "パスワード" in await aoi.says("/erase_me")


async def test_nobody_asks_for_it_without_the_password(stage: Stage, aoi: Phone) -> None:
    """The list of kinds does not offer it, and a forged button of it is answered like any that is none."""
    before = count(stage.app.sessions, Request)
    await aoi.says("/requests")
    await aoi.taps("新しく依頼する")
    assert "記録の消去" not in aoi.buttons
    data = next(
        button["callback_data"]
        for row in aoi.last["reply_markup"]["inline_keyboard"]
        for button in row
        if button["text"] == "その他"
    )
    await aoi.presses(aoi.last["message_id"], data.replace("other", OTHER_KIND))
    assert JA.refusals.stale_button() in aoi.toast
    assert count(stage.app.sessions, Request) == before


async def test_two_persons_erase_and_the_member_gets_a_receipt(
    stage: Stage, aoi: Phone, officer: Phone, owner: Phone
) -> None:
    await Declaring(stage, aoi).writes()
    await asks(aoi)
    assert "ご依頼：1件" in await officer.says("/desk")
    assert "記録の消去" in await officer.taps("ご依頼")
    before = len(aoi.messages)
    waits = await proposed(officer)
    assert "会員の記録の消去　青井 遥" in waits
    assert len(aoi.messages) == before, "nothing is done yet"
    shown = await owner.waits() and await owner.taps("内容を確かめる")
    assert "消去の申し出（パスワードで確認）：あり" in shown
    await owner.taps("確認して実行する")
    await owner.says(PIN)
    done = await owner.says(PIN)
    assert "記録を消去しました。控えの番号" in done
    number = done.partition("控えの番号 ")[2].partition("。")[0]
    assert f"控えの番号　{number}" in aoi.text(aoi.last)
    assert "ログイン" in await aoi.says("/credits")
    assert "青井" not in aoi.sees


async def test_staff_and_the_names_forget_the_member(stage: Stage, aoi: Phone, officer: Phone, owner: Phone) -> None:
    """Who is found by name before is not found after, also where all names are kept in memory."""
    assert "青井 遥" in await officer.says("/find 青井")
    with stage.app.sessions.begin() as session:
        me = id_of(session, AOI)
    await erased(officer, owner)
    for typed in (AOI, "青井", "青井 遥", "あおい はるか"):
        assert "当てはまる会員は見つかりませんでした" in await officer.says(f"/find {typed}"), typed
    with stage.app.sessions.reading() as session:
        row = session.execute(select(Member.name, Member.kana, Member.email).where(Member.id == me)).one()
    assert tuple(row) == ("", "", "")


async def test_the_check_page_answers_without_the_person(
    stage: Stage, aoi: Phone, officer: Phone, owner: Phone
) -> None:
    paper = await has_a_certificate(stage, aoi)
    with pikepdf.open(io.BytesIO(paper)) as opened:
        facts = json.loads(opened.attachments["certificate.json"].get_file().read_bytes())
    before = (await stage.web.get(facts["check"], headers={"Accept-Language": "ja"})).text
    assert "✅ 有効です" in before
    assert JA.verify.erased() not in before
    await erased(officer, owner)
    page = (await stage.web.get(facts["check"], headers={"Accept-Language": "ja"})).text
    assert "✅ 有効です" in page
    assert JA.verify.erased() in page
    assert facts["number"] in page
    assert "✅ 有効です" in await officer.says(f"/verify {facts['number']}")
    token = facts["check"].rpartition("/")[2]
    assert (await stage.web.post(f"/c/{token}/file", content=paper)).json() == {"same": True}, (
        "by its hash, which stays"
    )
    assert JA.issued.erased() in await officer.says(f"/certificates {facts['number']}")


async def test_the_log_and_the_ledger_still_prove(stage: Stage, aoi: Phone, officer: Phone, owner: Phone) -> None:
    """The chain is whole although the bodies are lost, and a credit whose ground is erased is no fault."""
    await has_a_certificate(stage, aoi)
    await erased(officer, owner)
    sessions = stage.app.sessions
    with sessions.reading() as session:
        assert verify(session, sessions.cipher, []) == []
    out = io.StringIO()
    assert verify_credits.run(sessions, out) == 0, out.getvalue()
    assert "1 credit is of erased members" in out.getvalue()


async def test_the_chat_goes_when_the_receipt_is_sent(stage: Stage, aoi: Phone, officer: Phone, owner: Phone) -> None:
    chats = count(stage.app.sessions, Chat)
    await erased(officer, owner)
    await stage.until(stage.clock.now())
    assert count(stage.app.sessions, Chat) == chats - 1
    with stage.app.sessions.reading() as session:
        assert session.execute(select(Letter.id).where(Letter.kind == "erased")).all() == []
    assert "ログイン" in await aoi.says("/start"), "a stranger again"


async def test_a_holder_of_a_role_is_not_erased_and_nobody_erases_alone(
    stage: Stage, aoi: Phone, officer: Phone, owner: Phone
) -> None:
    for number in ("9000000005", "9000000002"):
        await officer.says(f"/find {number}")
        said = await officer.taps("記録を消去する（二人）")
        assert "消去できません" in said or "ご自身の消去は提案できません" in said
    await proposed(officer)
    assert JA.joint.own() in await officer.presses(officer.last["message_id"], OpenJoint(1).pack())
    with stage.app.sessions.begin() as session:
        assert session.execute(select(Member.name).where(Member.id == id_of(session, AOI))).scalar_one() == "青井 遥"
