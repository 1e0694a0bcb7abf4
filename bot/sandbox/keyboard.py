"""Keyboards under messages: their syntax, their buttons and their sizes."""

import re
from typing import Any

import orjson
from telegram.constants import InlineKeyboardButtonLimit, InlineKeyboardMarkupLimit

from bot import nested
from bot.sandbox import links
from bot.sandbox.errors import bad, not_modelled
from bot.sandbox.people import Json

MOST_DATA = int(InlineKeyboardButtonLimit.MAX_CALLBACK_DATA)
MOST_IN_ROW = int(InlineKeyboardMarkupLimit.BUTTONS_PER_ROW)
MOST_IN_ALL = int(InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER)
MOST_BYTES = 10_000
_INLINE = "inline keyboard button"
_STYLES = frozenset({"", "default", "primary", "danger", "success"})
_HTTPS = re.compile("https://", re.IGNORECASE)


def read(raw: Any, *, inline_only: bool = False, private: bool = True) -> Json | None:
    """The markup as a decoded object, after its syntax was checked. None if there is no markup.

    Raises ApiError with the real server's texts. What the real server cuts off silently is refused here.
    """
    if raw is None or raw == "":
        return None
    if isinstance(raw, str):
        try:
            raw = nested.read(raw)
        except nested.BadJson:
            raise bad("can't parse reply keyboard markup JSON object") from None
    if not isinstance(raw, dict):
        raise bad("object expected as reply markup")
    if "inline_keyboard" in raw and "keyboard" not in raw:
        return _inline(raw, private)
    if inline_only and raw:
        raise bad("inline keyboard expected")
    if "keyboard" in raw:
        _reply(raw, private)
    return raw or None


def is_inline(markup: Json | None) -> bool:
    """Whether the markup is a part of the message itself."""
    return markup is not None and "inline_keyboard" in markup


def _rows(markup: Json, name: str, kind: str) -> list[list[Any]]:
    rows = markup[name]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad(f'field "{name}" of the {kind} must be an Array of Arrays')
    if any(len(row) > MOST_IN_ROW for row in rows):
        raise bad(f"the sandbox refuses more than {MOST_IN_ROW} buttons in a row; Telegram would cut them off")
    if sum(map(len, rows)) > MOST_IN_ALL:
        raise bad(f"the sandbox refuses more than {MOST_IN_ALL} buttons in all; Telegram would cut them off")
    return rows


def _inline(markup: Json, private: bool) -> Json | None:
    rows = _rows(markup, "inline_keyboard", "InlineKeyboardMarkup")
    kept = [[_button(button, private) for button in row] for row in rows if row]
    if len(orjson.dumps(kept)) > MOST_BYTES:
        raise bad("reply markup is too long")
    return {"inline_keyboard": kept} if kept else None


def _text_of(button: Any, what: str) -> str:
    if not isinstance(button, dict):
        raise bad(f"can't parse {what}: expected an Object")
    if "text" not in button:
        raise bad(f"can't parse {what}: Can't find field \"text\"")
    text = button["text"]
    if not isinstance(text, str):
        raise bad(f'can\'t parse {what}: Field "text" must be of type String')
    if not text.strip() and not button.get("icon_custom_emoji_id"):
        raise bad(f"the sandbox refuses a {what} with an empty text; Telegram would leave it out")
    if button.get("style", "") not in _STYLES:
        raise bad(f"can't parse {what}: Invalid button style specified")
    return text


def _button(button: Any, private: bool) -> Json:
    """One inline button as Telegram keeps it. If it has several actions, the first in Telegram's order wins."""
    shown: Json = {"text": _text_of(button, _INLINE)}
    shown.update({name: button[name] for name in ("style", "icon_custom_emoji_id") if button.get(name)})
    if button.get("url"):
        return {**shown, "url": _url(button["url"])}
    if button.get("callback_data"):
        return {**shown, "callback_data": _data(button["callback_data"])}
    if button.get("web_app"):
        if not private:
            raise bad("BUTTON_TYPE_INVALID")
        return {**shown, "web_app": _web_app(button["web_app"], "inline keyboard button")}
    if button.get("copy_text"):
        return {**shown, "copy_text": _copied(button["copy_text"])}
    if other := sorted(set(button) - {"text", "style", "icon_custom_emoji_id", "url", "callback_data"}):
        raise not_modelled(f"inline keyboard buttons with {other[0]}")
    raise bad(f"can't parse {_INLINE}: Text buttons are unallowed in the inline keyboard")


def _data(data: Any) -> str:
    if not isinstance(data, str):
        raise bad(f'can\'t parse {_INLINE}: Field "callback_data" must be of type String')
    if len(data.encode()) > MOST_DATA:
        raise bad("BUTTON_DATA_INVALID")
    return data


def _url(url: Any) -> str:
    if not isinstance(url, str):
        raise bad(f'can\'t parse {_INLINE}: Field "url" must be of type String')
    if user := links.user_of(url):
        return f"tg://user?id={user}"
    if not (kept := links.checked(url)):
        raise bad(f"{_INLINE} URL '{url}' is invalid: Wrong HTTP URL")
    return kept


def _web_app(app: Any, what: str) -> Json:
    if not isinstance(app, dict) or not isinstance(app.get("url"), str):
        raise bad(f"can't parse {what}: Can't find field \"url\"")
    capital = what[0].upper() + what[1:] if what.startswith("keyboard") else what
    if not _HTTPS.match(app["url"]):
        raise bad(f"{capital} Web App URL '{app['url']}' is invalid: Only HTTPS links are allowed")
    if not (kept := links.checked(app["url"])):
        raise bad(f"{capital} Web App URL '{app['url']}' is invalid: Wrong HTTP URL")
    return {"url": kept}


def _copied(copied: Any) -> Json:
    text = copied.get("text") if isinstance(copied, dict) else None
    if not isinstance(text, str) or not 1 <= len(text) <= int(InlineKeyboardButtonLimit.MAX_COPY_TEXT):
        raise bad("BUTTON_COPY_TEXT_INVALID")
    return {"text": text}


def _reply(markup: Json, private: bool) -> None:
    """Checks the buttons of a reply keyboard. A button may also be a bare text."""
    for row in _rows(markup, "keyboard", "ReplyKeyboardMarkup"):
        for button in row:
            if isinstance(button, str):
                continue
            _text_of(button, "keyboard button")
            if button.get("web_app"):
                if not private:
                    raise bad("web App buttons can be used in private chats only")
                _web_app(button["web_app"], "keyboard button")
