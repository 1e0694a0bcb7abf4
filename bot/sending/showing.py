"""Screens to Telegram: a press edits the message of its button, anything else brings a new message."""

import asyncio
from enum import Enum
from typing import Any

from telegram.error import BadRequest, TelegramError

from bot.logs import get
from bot.sending.drawing import Drawing
from bot.sending.insisting import Patient, Unreachable, briefly, insist
from bot.sending.telegram import Telegram
from handlers.screens.screen import Button, Row, Screen

PICTURE, PAGE = "goal.png", "certificate.png"
# Telegram tells only by these texts that a message is gone: its errors have no codes for it.
_LOST = ("message to edit not found", "message can't be edited", "there is no text in the message to edit")
log = get("showing")


def keyboard(rows: tuple[Row, ...]) -> dict[str, Any]:
    """reply_markup as the Bot API has it."""
    return {"inline_keyboard": [[_button(button) for button in row] for row in rows]}


def _button(button: Button) -> dict[str, Any]:
    shown: dict[str, Any] = {"text": button.label}
    if button.url:
        return shown | {"url": button.url}
    if button.mini_app:
        return shown | {"web_app": {"url": button.mini_app}}
    if button.copies:
        return shown | {"copy_text": {"text": button.copies}}
    if button.press is None:
        raise ValueError(f"the button {button.label} does nothing")
    return shown | {"callback_data": button.press.pack()}


class Deleted(Enum):
    """What came of deleting a message. NOT_YET: Telegram was not reached, or asks to wait."""

    YES = "yes"
    NOT_YET = "not yet"
    NEVER = "never"


class Showing:
    """Sends and edits. If Telegram asks to wait, it waits; a reply is rather sent twice than lost."""

    def __init__(self, telegram: Telegram, drawing: Drawing) -> None:
        self.telegram = telegram
        self.drawing = drawing

    async def reply(self, telegram_id: int, screen: Screen, patient: Patient = briefly) -> int:
        """Show a new message; returns its number (0 if the screen has no text). Raises Unreachable, TelegramError."""
        message = await insist(lambda: self.send(telegram_id, screen), patient) if screen.text else 0
        await self._send_also(telegram_id, screen, patient)
        return message

    async def answer(
        self, telegram_id: int, message_id: int, query_id: str, screen: Screen, patient: Patient = briefly
    ) -> int:
        """Show after a press: edit that message, or send a new one if `message_id` is 0 or the message is gone. Returns
        the new message's number, or 0.
        """
        # Both run to their end, and only then is a failure raised: the press is acknowledged even if the screen fails.
        # That it could not be acknowledged matters only if nothing else is shown.
        answered, shown = await asyncio.gather(
            self.acknowledge(query_id, screen.toast, alert=screen.alert, patient=patient),
            self.replace(telegram_id, message_id, screen, patient),
            return_exceptions=True,
        )
        if isinstance(shown, BaseException):
            raise shown
        if isinstance(answered, BaseException) and not screen.text:
            raise answered
        return shown

    async def acknowledge(
        self, query_id: str, text: str = "", *, alert: bool = False, patient: Patient = briefly
    ) -> None:
        """Answer a press. If it is too old, Telegram takes no answer; that is no fault, for nobody waits for it."""
        more = {"text": text, "show_alert": alert} if text else {}
        try:
            await insist(lambda: self.telegram.call("answerCallbackQuery", callback_query_id=query_id, **more), patient)
        except BadRequest as error:
            log.info("press_not_answered", error=error.message)

    async def send(self, telegram_id: int, screen: Screen) -> int:
        """Try once to send a new message; returns its number. If its picture can't be drawn, the caption goes alone."""
        drawn = await self._drawn(telegram_id, screen)
        if drawn:
            return await self._send_picture(telegram_id, screen, drawn, PICTURE)
        more = {"reply_markup": keyboard(screen.rows)} if screen.rows else {}
        sent = await self.telegram.call(
            "sendMessage", chat_id=telegram_id, text=screen.text, parse_mode="HTML", **NO_PREVIEW, **more
        )
        return int(sent["message_id"])

    async def edit(self, telegram_id: int, message_id: int, screen: Screen) -> bool:
        """Try once to edit; False if the message is gone. Showing the same again counts as success."""
        drawn = await self._drawn(telegram_id, screen)
        # An edit of the caption alone would leave the old picture above it: a new message is sent instead.
        if screen.picture is not None and not drawn:
            return False
        try:
            if drawn:
                await self._edit_picture(telegram_id, message_id, screen, drawn)
            else:
                await self._edit_text(telegram_id, message_id, screen)
        except BadRequest as error:
            if "is not modified" in error.message:
                return True
            if any(sign in error.message.lower() for sign in _LOST):
                return False
            raise
        return True

    async def _edit_text(self, telegram_id: int, message_id: int, screen: Screen) -> None:
        await self.telegram.call(
            "editMessageText",
            chat_id=telegram_id,
            message_id=message_id,
            text=screen.text,
            parse_mode="HTML",
            reply_markup=keyboard(screen.rows),
            **NO_PREVIEW,
        )

    async def _drawn(self, telegram_id: int, screen: Screen) -> bytes:
        """The screen's picture; empty if it has none, or if it could not be drawn."""
        if screen.picture is None:
            return b""
        await self.doing(telegram_id, "upload_photo")
        try:
            return await self.drawing.picture(screen.picture)
        except Exception as error:
            log.error("picture_not_drawn", error=type(error).__name__)
            return b""

    async def send_page(self, telegram_id: int, screen: Screen, content: bytes) -> int:
        """Try once to send the picture of a page, with the screen as its caption; returns the message's number."""
        return await self._send_picture(telegram_id, screen, content, PAGE)

    async def _send_picture(self, telegram_id: int, screen: Screen, content: bytes, name: str) -> int:
        about = {"caption": screen.text, "parse_mode": "HTML", "reply_markup": keyboard(screen.rows)}
        sent = await self.telegram.upload("sendPhoto", "photo", content, name, chat_id=telegram_id, **about)
        return int(sent["message_id"])

    async def _edit_picture(self, telegram_id: int, message_id: int, screen: Screen, content: bytes) -> None:
        media = {"type": "photo", "media": "attach://photo", "caption": screen.text, "parse_mode": "HTML"}
        where = {"chat_id": telegram_id, "message_id": message_id}
        markup = keyboard(screen.rows)
        await self.telegram.upload(
            "editMessageMedia", "photo", content, PICTURE, media=media, reply_markup=markup, **where
        )

    async def send_paper(
        self, telegram_id: int, screen: Screen, content: bytes, name: str, *, protected: bool = False
    ) -> int:
        """Try once to send a document, with the screen as its caption. `protected`: it can't be forwarded or saved."""
        more: dict[str, Any] = {"reply_markup": keyboard(screen.rows)} if screen.rows else {}
        if protected:
            more["protect_content"] = True
        sent = await self.telegram.upload(
            "sendDocument",
            "document",
            content,
            name,
            chat_id=telegram_id,
            caption=screen.text,
            parse_mode="HTML",
            **more,
        )
        return int(sent["message_id"])

    async def delete(self, telegram_id: int, *message_ids: int) -> Deleted:
        """Delete a message, or up to 100 at once, or say whether trying again later may help. What is gone already is
        deleted. If one of several can't be deleted, perhaps none is.
        """
        several = len(message_ids) > 1
        method = "deleteMessages" if several else "deleteMessage"
        which: dict[str, Any] = {"message_ids": [*message_ids]} if several else {"message_id": message_ids[0]}
        try:
            await insist(lambda: self.telegram.call(method, chat_id=telegram_id, **which))
        except BadRequest as error:
            log.info("message_not_deleted", error=error.message)
            gone = "message to delete not found" in error.message.lower()
            return Deleted.YES if gone else Deleted.NEVER
        except (TelegramError, Unreachable) as error:
            log.warning("message_not_deleted", error=type(error).__name__)
            return Deleted.NOT_YET
        return Deleted.YES

    async def doing(self, telegram_id: int, action: str) -> None:
        """Show a chat action ("typing", "upload_document"). If that fails, it does not matter."""
        try:
            await self.telegram.call("sendChatAction", chat_id=telegram_id, action=action)
        except TelegramError as error:
            log.info("action_not_shown", error=type(error).__name__)

    async def replace(self, telegram_id: int, message_id: int, screen: Screen, patient: Patient = briefly) -> int:
        """Show in the place of that message, or (number 0, or it is gone) as a new one, whose number is returned."""
        if not screen.text:
            return 0
        if message_id and await insist(lambda: self.edit(telegram_id, message_id, screen), patient):
            await self._send_also(telegram_id, screen, patient)
            return 0
        return await self.reply(telegram_id, screen, patient)

    async def _send_also(self, telegram_id: int, screen: Screen, patient: Patient) -> None:
        for further in screen.also:
            await insist(lambda further=further: self.send(telegram_id, further), patient)  # type: ignore[misc]  # bound now


NO_PREVIEW: dict[str, Any] = {"link_preview_options": {"is_disabled": True}}
