"""Every method and parameter of python-telegram-bot is known, and its own Bot can talk to the sandbox."""

import inspect
import io
from collections.abc import AsyncIterator

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    LinkPreviewOptions,
    MenuButtonWebApp,
    ReplyParameters,
    Update,
    WebAppInfo,
)
from telegram.error import BadRequest, Conflict, Forbidden, NetworkError, RetryAfter

from bot.sandbox.api.methods import EFFECTS
from bot.sandbox.api.shapes import METHODS, fields_of, parameters
from bot.sandbox.kinds import KINDS
from bot.sandbox.world import World
from tests.sandbox.test_files import PNG
from tests.sandbox.workbench import AOI, TOKEN


def test_all_methods_are_known() -> None:
    assert len(METHODS) == 176
    assert set(EFFECTS) <= set(METHODS.values())


@pytest.mark.parametrize("method", sorted(METHODS.values()))
def test_all_parameters_are_known(method: str) -> None:
    given = inspect.signature(getattr(Bot, method)).parameters.values()
    names = {each.name for each in given if each.kind is each.POSITIONAL_OR_KEYWORD} - {"self"}
    shapes = parameters(method)
    assert set(shapes) == names - ({"correct_option_id"} if method == "sendPoll" else set())
    for name, shape in shapes.items():
        assert shape.kind != "any", name
        inner = shape.item if shape.item is not None else shape
        assert bool(inner.classes) == (inner.kind == "object")
        assert inner.kind != "object" or fields_of(inner.classes)


@pytest.fixture
async def bot(origin: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bot]:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # without it the library warns at every duration
    async with Bot(TOKEN, base_url=f"{origin}/bot", base_file_url=f"{origin}/file/bot") as bot:
        yield bot


async def test_messages(bot: Bot, world: World) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("はい", callback_data="y", style="success")]])
    sent = await bot.send_message(
        AOI.id,
        "<b>はい</b>",
        parse_mode="HTML",
        reply_markup=keyboard,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        reply_parameters=ReplyParameters(1),
        protect_content=True,
    )
    assert (sent.text, sent.text_html, sent.reply_markup) == ("はい", "<b>はい</b>", keyboard)
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "/start"
    edited = await sent.edit_text("いいえ")
    assert not isinstance(edited, bool)
    assert edited.edit_date is not None
    with pytest.raises(BadRequest, match="Message is not modified"):
        await sent.edit_text("いいえ")
    assert await sent.delete()
    assert [message["text"] for message in world.messages(AOI.id)] == ["/start"]


async def test_press_and_answer(bot: Bot, world: World) -> None:
    sent = await bot.send_message(AOI.id, "x")
    number = world.press(AOI.id, sent.message_id, "y")
    (update,) = await bot.get_updates(allowed_updates=Update.ALL_TYPES)
    assert update.callback_query is not None
    assert (update.callback_query.id, update.callback_query.data) == (number, "y")
    assert await update.callback_query.answer("はい")


async def test_files_go_up_and_down(bot: Bot) -> None:
    sent = await bot.send_document(
        AOI.id, io.BytesIO(b"%PDF-1.7"), filename="証明書.pdf", caption="<i>x</i>", parse_mode="HTML"
    )
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.mime_type, sent.caption) == ("証明書.pdf", "application/pdf", "x")
    file = await sent.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"%PDF-1.7"
    picture = await bot.send_photo(AOI.id, PNG)
    assert picture.photo[-1].width == 640
    again = await bot.send_document(AOI.id, sent.document.file_id)
    assert again.document == sent.document
    changed = await picture.edit_media(InputMediaDocument(b"other", filename="other.txt", caption="y"))
    assert not isinstance(changed, bool)
    assert (changed.document.file_name if changed.document else "", changed.photo, changed.caption) == (
        "other.txt",
        (),
        "y",
    )
    back = await changed.edit_media(InputMediaPhoto(PNG))
    assert not isinstance(back, bool)
    assert (back.document, len(back.photo), back.caption) == (None, 3, None)
    assert (await bot.send_video(AOI.id, b"\0mp4", width=320, height=180, duration=3)).video is not None


async def test_about_itself(bot: Bot) -> None:
    commands = [BotCommand("start", "はじめる"), BotCommand("help", "使い方")]
    assert await bot.set_my_commands(commands, BotCommandScopeAllPrivateChats(), "ja")
    assert list(await bot.get_my_commands(BotCommandScopeAllPrivateChats(), "ja")) == commands
    assert await bot.set_chat_menu_button(AOI.id, MenuButtonWebApp("開く", WebAppInfo("https://a.jp/x")))
    assert isinstance(await bot.get_chat_menu_button(AOI.id), MenuButtonWebApp)
    assert await bot.set_my_name("単位", language_code="ja")
    assert (await bot.get_my_name("ja")).name == "単位"
    assert (await bot.get_my_name()).name == "tani_bot"
    assert await bot.set_my_description("d")
    assert await bot.set_my_short_description("s")
    assert ((await bot.get_my_description()).description, (await bot.get_my_short_description()).short_description) == (
        "d",
        "s",
    )
    assert await bot.pin_chat_message(AOI.id, 1)
    chat = await bot.get_chat(AOI.id)
    assert chat.pinned_message is not None
    assert await bot.unpin_all_chat_messages(AOI.id)
    assert (await bot.get_webhook_info()).url == ""


async def test_errors_become_its_errors(bot: Bot, world: World) -> None:
    world.fault("sendMessage", "429", seconds=7)
    world.fault("sendMessage", "500")
    world.fault("sendMessage", "drop")
    with pytest.raises(RetryAfter) as wait:
        await bot.send_message(AOI.id, "x")
    assert "7" in str(wait.value)
    with pytest.raises(NetworkError, match="Internal Server Error"):
        await bot.send_message(AOI.id, "x")
    with pytest.raises(NetworkError, match="disconnected"):
        await bot.send_message(AOI.id, "x")
    world.block(AOI.id)
    with pytest.raises(Forbidden):
        await bot.send_message(AOI.id, "x")
    await bot.set_webhook("http://127.0.0.1:9/x")
    with pytest.raises(Conflict):
        await bot.get_updates()


async def test_every_kind_of_message_is_read(bot: Bot, world: World) -> None:
    for kind in KINDS:
        assert world.send_other(AOI.id, kind)
    world.send_photo(AOI.id, PNG, "caption")
    world.send_document(AOI.id, "a.pdf", b"x", "see /start")
    world.edit_text(AOI.id, 1, "edited")
    group = world.group("g", [AOI.id])
    world.send_text(AOI.id, "in a group", chat_id=group)
    world.channel_post("c", "post")
    world.press(AOI.id, 99, "gone")
    world.block(AOI.id)
    updates = await bot.get_updates()
    assert len(updates) == len(KINDS) + 8
    for kind, update in zip(KINDS, updates, strict=False):
        assert update.message is not None, kind
        assert kind in {"unsupported"} or update.message.to_dict().keys() > {"message_id", "date", "chat", "from"}
    assert updates[-8].message is not None
    assert updates[-2].callback_query is not None
    assert updates[-2].callback_query.message is not None
    assert not updates[-2].callback_query.message.is_accessible
    assert updates[-1].my_chat_member is not None
    assert updates[-1].my_chat_member.new_chat_member.status == "kicked"
