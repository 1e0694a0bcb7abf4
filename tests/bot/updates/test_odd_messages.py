"""Messages of every kind, in every place, and presses on those of others: never a fault, and nothing changed."""

import pytest
from sqlalchemy import select

from bot.sandbox.kinds import KINDS
from handlers.presses.study.quiz import Begin, Choose, Grade
from storage.programme import courses
from storage.tables import Attempt, Chat
from tests import samples
from tests.bot.answering import bots
from tests.files import JPEG
from tests.phone import Phone
from tests.snapshot import snapshot
from tests.stage import Stage, logged_in

pytestmark = [
    pytest.mark.usefixtures("unharmed"),
    # said by python-telegram-bot to itself, of a message about a timer
    pytest.mark.filterwarnings("ignore:Deprecated since version v22.2:telegram.warnings.PTBDeprecationWarning"),
]

STALE = "このボタンは現在の画面のものではありません。"
NOT_HERE = "グループではご利用いただけません"
NOT_TEXT = "文字とボタンだけ"


async def test_every_kind_of_message(stage: Stage, aoi: Phone) -> None:
    before = snapshot(stage.app.sessions)
    words = {"forwarded", "forwarded_command", "via_bot"}
    silent = {"auto_delete_timer", "write_access_allowed"}
    for kind in KINDS:
        seen = len(bots(aoi))
        stage.world.send_other(aoi.person.id, kind)
        await stage.settled()
        said = [aoi.text(message) for message in bots(aoi)[seen:]]
        assert len(said) == (kind not in silent), kind
        assert all((NOT_TEXT in one) != (kind in words) for one in said), kind
    assert snapshot(stage.app.sessions) == before


async def test_files_are_not_taken_and_their_captions_not_obeyed(stage: Stage, aoi: Phone) -> None:
    before = snapshot(stage.app.sessions)
    stage.world.send_photo(aoi.person.id, JPEG, "/logout")
    assert NOT_TEXT in await aoi.waits()
    stage.world.send_document(aoi.person.id, "../../etc/passwd", b"\0" * 100, "高血圧")
    assert NOT_TEXT in await aoi.waits()
    assert snapshot(stage.app.sessions) == before


async def test_what_is_edited_later_was_said_before(stage: Stage, aoi: Phone) -> None:
    """Nothing is done; that it is not read is said, and how to correct what was said."""
    await aoi.says("高血圧")
    seen = bots(aoi)
    told = await aoi.edits("/logout")
    assert "記録は初めの内容のままです" in told
    assert "もう一度お送りください" in told
    assert [message for message in bots(aoi) if message in seen] == seen
    assert "単位" in await aoi.says("/credits"), "still logged in"


async def test_a_place_that_moves_is_no_edit(stage: Stage, aoi: Phone) -> None:
    """A live location is edited by the phone itself, every few seconds."""
    stage.world.send_other(aoi.person.id, "location")
    await stage.settled()
    before, seen = snapshot(stage.app.sessions), bots(aoi)
    chat = stage.world.chat_of(aoi.person.id)
    mine = next(message for message in reversed(aoi.messages) if not message["from"]["is_bot"])
    moved = stage.world.change(chat, mine, {"location": {"latitude": 35.0, "longitude": 139.0}})
    assert stage.world.updates.add("edited_message", moved, chat.id, 60.0)
    await stage.settled()
    assert bots(aoi) == seen
    assert snapshot(stage.app.sessions) == before


async def test_in_groups_and_channels_nothing_private_is_said(stage: Stage, aoi: Phone) -> None:
    group = stage.world.group("勉強会", [aoi.person.id, stage.phone(2).person.id])
    before = snapshot(stage.app.sessions)
    stage.world.calls.clear()
    for kind in KINDS:
        stage.world.send_other(aoi.person.id, kind, chat_id=group)
    for text in ("こんにちは", "1000000001", "720204"):
        stage.world.send_text(aoi.person.id, text, chat_id=group)
    stage.world.channel_post("お知らせ", "/login")
    await stage.settled()
    # the forwarded command is one that was said to the bot
    assert [call["chat_id"] for method, call in stage.world.calls if method.lower() == "sendmessage"] == [group]
    stage.world.calls.clear()
    for command in ("/login", "/credits", "/certificate", "/staff"):
        stage.world.send_text(aoi.person.id, command, chat_id=group)
    await stage.settled()
    said = [call["text"] for method, call in stage.world.calls if method.lower() == "sendmessage"]
    assert len(set(said)) == 1
    assert "グループではご利用いただけません" in said[0]
    assert snapshot(stage.app.sessions) == before


async def test_a_press_on_the_groups_message_is_none(stage: Stage, aoi: Phone) -> None:
    group = stage.world.group("勉強会", [aoi.person.id])
    stage.world.send_text(aoi.person.id, "/credits", chat_id=group)
    await stage.settled()
    before = snapshot(stage.app.sessions)
    message = max(stage.world.chat_of(aoi.person.id, group).messages)
    stage.world.press(aoi.person.id, message, "lo", chat_id=group)
    await aoi.waits()
    assert "グループではご利用いただけません" in aoi.toast
    assert snapshot(stage.app.sessions) == before


async def test_presses_on_the_messages_and_attempts_of_others(stage: Stage, aoi: Phone) -> None:
    other = await logged_in(stage, 2)
    course = await watched(stage)
    for phone in (aoi, other):
        await phone.presses(phone.last["message_id"], Begin(course).pack())
    with stage.app.sessions.reading() as session:
        theirs = max(session.execute(select(Attempt.id)).scalars())
    before, message = snapshot(stage.app.sessions), other.last
    for data in (Choose(theirs, 1, 1).pack(), Grade(theirs).pack(), "lo" + "x", f"qs:{theirs}:1", f"ql:{theirs}"):
        for pressed in (aoi.last["message_id"], message["message_id"]):
            await aoi.presses(pressed, data)
            assert STALE in aoi.toast or NOT_HERE in aoi.toast, (data, aoi.sees)
    assert snapshot(stage.app.sessions) == before
    assert other.last == message


async def watched(stage: Stage) -> int:
    """Everybody who is logged in has watched a course; its number."""
    with stage.app.sessions.begin() as session:
        listed = courses.by_slug(session, "hypertension")
        for member in session.execute(select(Chat.member_id).where(Chat.member_id.is_not(None))).scalars():
            samples.watch_all(session, int(str(member)), listed, stage.clock.now())
    return listed.id
