"""Which methods have an effect in the sandbox. All others of the Bot API are known, and answered with 501."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.sandbox.api import about, asking, editing, receiving, sending
from bot.sandbox.api.call import Call
from bot.sandbox.world import World

Effect = Callable[[World, Call], Any]

EFFECTS: Mapping[str, Effect] = {
    "getMe": asking.get_me,
    "getUpdates": receiving.get_updates,
    "setWebhook": receiving.set_webhook,
    "deleteWebhook": receiving.delete_webhook,
    "getWebhookInfo": receiving.get_webhook_info,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "sendVideo": sending.send_video,
    "sendChatAction": sending.send_chat_action,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "editMessageMedia": editing.edit_message_media,
    "deleteMessage": editing.delete_message,
    "deleteMessages": editing.delete_messages,
    "pinChatMessage": editing.pin_chat_message,
    "unpinChatMessage": editing.unpin_chat_message,
    "unpinAllChatMessages": editing.unpin_all_chat_messages,
    "answerCallbackQuery": asking.answer_callback_query,
    "getFile": asking.get_file,
    "getChat": asking.get_chat,
    "leaveChat": asking.leave_chat,
    "logOut": asking.farewell,
    "close": asking.farewell,
    "setMyCommands": about.set_my_commands,
    "getMyCommands": about.get_my_commands,
    "deleteMyCommands": about.delete_my_commands,
    "setChatMenuButton": about.set_chat_menu_button,
    "getChatMenuButton": about.get_chat_menu_button,
    "setMyName": about.set_my_name,
    "getMyName": about.get_my_name,
    "setMyDescription": about.set_my_description,
    "getMyDescription": about.get_my_description,
    "setMyShortDescription": about.set_my_short_description,
    "getMyShortDescription": about.get_my_short_description,
}

# What Telegram's pace is counted for: whatever a member sees as a new or changed message.
SENDING = frozenset(name for name in EFFECTS if name.startswith("send") and name != "sendChatAction")
OTHERWISE_PACED = frozenset({"answerCallbackQuery", "deleteMessage", "deleteMessages", "getFile"})
# The methods that count for Telegram's pace: those whose effect a member sees as a new or changed message.
PACED = frozenset(name for name in EFFECTS if name.startswith(("send", "edit")) and name != "sendChatAction")
