"""Whatever is typed and tapped: a friendly answer, never a fault, and nothing changed."""

from typing import Any

import pytest

from content.access import login_id
from content.access.login_id import Form
from handlers.press import MOST
from storage.people import chats
from tests.bot.answering import answered
from tests.bot.hostile import TEXTS, TEXTS_FOR_DATABASES
from tests.phone import Phone
from tests.sizes import SOAK
from tests.snapshot import snapshot
from tests.stage import Stage, logged_in

pytestmark = pytest.mark.usefixtures("unharmed")

PRESSES = (
    *("", "?", ":", "::", "qc", "qc:", "qc:1", "qc:1:2:3:4", "qc:-1:-1:-1", "qc:１:1:1", "qc:1:1:1 ", "qc:01:1:1"),
    *(f"co:{number}" for number in (0, -1, MOST, MOST + 1, -MOST, -MOST - 1, 10**20, "1e3", "0x1", "\0", "١")),
    *("cp:", "cp:none", "cp:\0", "sl:", "sl:fr", "sl:\0", "bc:1:nothing", f"bc:{MOST}:all", "bc:-1:all"),
    *("bo:74:1:'; DROP TABLE members;--", "pa:", "pa:\0", "pa:2026-10", "xr", "xm:1", "xd:lift_lock:1:0", "xp:1"),
    *("cy:1", f"cy:{MOST}", f"cy:-{MOST}", "cy:9998", "cy:9999", "cy:0", "ct", "rn:1", "qc:+1:1:1", "qc:1:1:\n1"),
    *(
        "sf:1:\0",
        "sf:-1:高血圧",
        f"sf:{MOST}:高血圧",
        "é" * 32,
        "字" * 21,
        "\ud7ff",
        "\u202eqc:1:1:1",
        "<b>",
        "🫀" * 16,
    ),
)
COMMANDS = (
    *("courses 99999999999999999999", "courses 0", "courses -1", "courses ７４", "courses 84", "courses \0"),
    *("certificate x", "certificate 2026/4/1-", "certificate 0000/0/0-9999/99/99", "certificate 2026/4/1-2025/4/1"),
    *(f"certificate 2026/4/1{' ' * 3900}x", f"certificate {'2026/4/1-' * 400}", "certificate 0001/1/1-2026/1/1"),
    *("certificate 2026/4/1-9999/12/31", "certificate ²⁰²⁶/4/1-2026/9/30", "search \0", "search  ", "search :::"),
    *(
        f"search {'高血圧 ' * 900}",
        "search <b>",
        "search %",
        "resume 1",
        "credits 9999999999",
        "credits x",
        "settings en",
    ),
    *(
        "privacy x",
        "help x",
        "logout x",
        "start x",
        f"start {'A' * 64}",
        "staff",
        "staff 1",
        "tani",
        "",
        "@",
        "courses@x",
    ),
    *(
        "journal \0",
        "COURSES",
        "courses\n74",
        "courses\t74",
        "courses　74",
        "_",
        "/courses",
        "コース",
        "courses <b>",
        "/" * 4000,
    ),
)


async def test_made_up_buttons_change_nothing(stage: Stage, aoi: Phone) -> None:
    before = snapshot(stage.app.sessions)
    for data in PRESSES:
        pressed = len(stage.world.answers(aoi.person.id))
        await aoi.presses(aoi.last["message_id"], data)
        assert len(stage.world.answers(aoi.person.id)) == pressed + 1, data
    assert snapshot(stage.app.sessions) == before


@pytest.mark.parametrize("number", [1, 9, 10], ids=["member", "staff", "stranger"])
async def test_any_text_is_answered_and_changes_nothing(stage: Stage, number: int) -> None:
    phone = stage.phone(number)
    if number == 10:
        await phone.says("/start")
    else:
        await logged_in(stage, number)
    before = snapshot(stage.app.sessions)
    for text in TEXTS if stage.app.sessions.kind == "sqlite" or SOAK else TEXTS_FOR_DATABASES:
        said = await answered(stage, phone, text=text)
        assert said, text
        if number == 10 and login_id.read(text).form is Form.MEMBER_NO:
            before = before | {"chats": await chats_after_log_in(stage, phone, said)}
        if number == 10 and "この画面が開きます" in said:  # a course, to which the log-in leads
            before = before | {"chats": snapshot(stage.app.sessions)["chats"]}
        assert snapshot(stage.app.sessions) == before, text


async def chats_after_log_in(stage: Stage, phone: Phone, said: str) -> list[tuple[Any, ...]]:
    """The chats once a stranger's bare ID began the log-in and /start ended it: the next text is no answer to that.
    What the chat awaits is sealed, so its row differs although it awaits nothing again.
    """
    assert "会員情報と" in said
    await phone.says("/start")
    with stage.app.sessions.begin() as session:
        chat = chats.meet(session, stage.app.sessions.cipher, phone.person.id, "ja", stage.clock.now())
    assert (chat.expects, chat.note, chat.caller) == ("", {}, None)
    return snapshot(stage.app.sessions)["chats"]


async def test_commands_with_junk_are_answered_and_change_nothing(stage: Stage, aoi: Phone) -> None:
    before = snapshot(stage.app.sessions)
    for text in COMMANDS:
        assert await answered(stage, aoi, text=f"/{text}"), text
    assert snapshot(stage.app.sessions) == before


async def test_ten_thousand_characters(stage: Stage, aoi: Phone) -> None:
    before = snapshot(stage.app.sessions)
    assert await aoi.says("高血圧の" * 2500)
    assert await aoi.says("/certificate " + "高血圧の" * 2500)
    assert snapshot(stage.app.sessions) == before
