"""The measure: a bot of python-telegram-bot that keeps no record. Run with a token, the server's address and how.

A press is answered and its message edited, as a tap of ours is; a text is sent back. `defaults` is the bot as the
library's first page makes it; `aiohttp` has our transport below it and takes updates side by side.
"""

import sys
from typing import Any

from telegram import Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes, MessageHandler, filters

from bot.sending.transport import Transport

SIDE_BY_SIDE = 256


async def press(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    if query is not None and query.data is not None:
        await query.answer()
        await query.edit_message_text(query.data)


async def text(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message is not None and update.message.text is not None:
        await update.message.reply_text(update.message.text)


def main(token: str, address: str, how: str) -> None:
    builder = Application.builder().token(token).base_url(f"{address}/bot")
    if how == "aiohttp":
        builder = builder.request(Transport()).get_updates_request(Transport(connections=1))
        builder = builder.concurrent_updates(SIDE_BY_SIDE)
    application: Application[Any, Any, Any, Any, Any, Any] = builder.build()
    application.add_handler(CallbackQueryHandler(press))
    application.add_handler(MessageHandler(filters.TEXT, text))
    application.run_polling()


if __name__ == "__main__":
    main(*sys.argv[1:])
