"""The same button, pressed five times in a second: it is answered once, and the others get a word."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from content.words import JA
from storage.tables import Certificate, Declaration, Letter
from tests.bot.updates.test_twice import earns
from tests.conftest import NOW, WRITTEN_KEY
from tests.files import JPEG
from tests.handlers.asking import Asking
from tests.handlers.declaring import Declaring
from tests.phone import Message, Phone
from tests.stage import Stage, logged_in, staged

AGAIN = JA.refusals.pressed_again()
TIMES = 5
S = timedelta(seconds=1)


async def presses_five_times(stage: Stage, phone: Phone, label: str) -> list[Message]:
    """Five presses before anything is answered; the new messages that came of them."""
    message, button = phone._button(label)
    return await five(stage, phone, message["message_id"], button["callback_data"])


async def five(stage: Stage, phone: Phone, message_id: int, data: str) -> list[Message]:
    before = {one["message_id"] for one in phone.messages}
    phone._look()
    for _ in range(TIMES):
        stage.world.press(phone.person.id, message_id, data)
    await phone.waits()
    return [one for one in phone.messages if one["message_id"] not in before]


def told_again(phone: Phone) -> int:
    """How many of the last presses were told that one of them was answered."""
    return phone.toast.split("\n").count(AGAIN)


async def test_a_picture_comes_once(stage: Stage, aoi: Phone) -> None:
    await aoi.says("/credits")
    assert len(await presses_five_times(stage, aoi, "図で見る")) == 1
    assert (len(aoi.pictures), told_again(aoi)) == (1, 4)


async def test_a_paper_comes_once_and_again_five_seconds_later(stage: Stage, aoi: Phone) -> None:
    await earns(stage, aoi)
    await stage.until(NOW + timedelta(days=1))
    await aoi.says("/certificate 2026/4/1-2026/11/22")
    message, button = aoi._button("この内容で発行する")
    for papers, after in ((1, 0 * S), (1, 5 * S - timedelta(milliseconds=1)), (2, timedelta(milliseconds=1))):
        stage.clock.jump(stage.clock.now() + after)
        await five(stage, aoi, message["message_id"], button["callback_data"])
        assert len(aoi.documents) == papers


async def test_an_old_card_is_shown_anew_once(stage: Stage, aoi: Phone) -> None:
    """The living message is another one, so each press would send a card."""
    await aoi.says("/codes 74")
    await aoi.says("/help")
    message, button = next(found for found in aoi._buttons() if "高血圧" in found[1]["text"])
    assert len(await five(stage, aoi, message["message_id"], button["callback_data"])) == 1
    assert told_again(aoi) == 4


async def test_one_draft_is_begun(stage: Stage, aoi: Phone) -> None:
    await aoi.says("/declare")
    await aoi.taps("新しく申告する")
    assert await presses_five_times(stage, aoi, "学会") == []
    with stage.app.sessions.reading() as session:
        assert session.execute(select(func.count(Declaration.id))).scalar_one() == 1


async def test_a_file_comes_to_staff_once(stage: Stage, aoi: Phone) -> None:
    await Declaring(stage, aoi).comes_to_evidence()
    await aoi.sends(JPEG)
    for label in ("確認に進む", "提出に進む"):
        await aoi.taps(label)
    assert len(await presses_five_times(stage, aoi, "提出する")) == 1  # the receipt, beside the card that is edited
    desk = await logged_in(stage, 11)
    await desk.says("/staff")
    for label in ("申請・依頼などを見る", "申告書を見る（1）", "1"):
        await desk.taps(label)
    await presses_five_times(stage, desk, "添付1")
    assert (len(desk.documents), told_again(desk)) == (1, 4)


async def test_a_request_is_sent_and_answered_once(stage: Stage, aoi: Phone) -> None:
    asking = Asking(stage, aoi)
    await asking.writes()
    await aoi.taps("確認に進む")
    assert len(await presses_five_times(stage, aoi, "送信する")) == 1  # the receipt, beside the card that is edited
    assert told_again(aoi) == 4
    desk = await asking.desk("担当する", "回答を書く")
    await desk.says("郵送しました")
    await desk.taps("確認に進む")
    before = len(aoi.messages)
    await presses_five_times(stage, desk, "回答を送信する")
    await aoi.waits()
    assert (len(aoi.messages), told_again(desk)) == (before + 1, 4)


async def test_forward_back_and_forward_is_meant(stage: Stage, aoi: Phone) -> None:
    """What was pressed in between has changed the message: it shows something else, and the press is another one."""
    await aoi.says("/help")
    message, first = aoi._button("コマンド")
    await aoi.presses(message["message_id"], first["callback_data"])
    there = aoi.sees
    _, back = aoi._button("戻る")
    await aoi.presses(message["message_id"], back["callback_data"])
    assert await aoi.presses(message["message_id"], first["callback_data"]) == there
    assert AGAIN not in aoi.toast


async def test_pages_are_turned_as_fast_as_one_likes(stage: Stage, aoi: Phone) -> None:
    await aoi.says("/codes")
    seen = set()
    for _ in range(4):
        await aoi.taps("›")
        assert AGAIN not in aoi.toast
        seen.add(aoi.text(aoi.last))
    assert len(seen) == 4


async def test_two_processes_send_one_paper(postgres_furnished: str, request: pytest.FixtureRequest) -> None:
    """The record decides: whichever process gets the press first."""
    server = request.getfixturevalue("postgres")
    with server.lent(postgres_furnished) as url:
        async with (
            staged(url, now=NOW, data_key=WRITTEN_KEY) as one,
            staged(url, now=NOW, data_key=WRITTEN_KEY) as two,
        ):
            aoi = await logged_in(one, 1)
            await earns(one, aoi)
            await one.until(NOW + timedelta(days=1))
            two.clock.jump(one.clock.now())
            await aoi.says("/certificate 2026/4/1-2026/11/22")
            message, button = aoi._button("この内容で発行する")
            bodies = [press(number, aoi, message["message_id"], button["callback_data"]) for number in range(8)]
            takes = (one.app.receiving.take, two.app.receiving.take)
            await asyncio.gather(*(takes[place % 2](body) for place, body in enumerate(bodies)))
            await one.app.intake.settled()
            await two.app.intake.settled()
            with one.app.sessions.reading() as session:
                papers = session.execute(select(func.count()).where(Letter.kind == "certificate")).scalar_one()
                assert papers == session.execute(select(func.count(Certificate.id))).scalar_one() == 1


def press(number: int, phone: Phone, message_id: int, data: str) -> dict[str, Any]:
    """A press as Telegram sends it."""
    person = {"id": phone.person.id, "is_bot": False, "first_name": "A", "language_code": "ja"}
    chat = {"id": phone.person.id, "type": "private", "first_name": "A"}
    message = {"message_id": message_id, "date": 1, "chat": chat, "text": "x"}
    query = {"id": f"q{number}", "from": person, "message": message, "chat_instance": "1", "data": data}
    return {"update_id": 900_000_000 + number, "callback_query": query}
