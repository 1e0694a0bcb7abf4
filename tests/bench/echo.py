"""The measure: a bot of python-telegram-bot with all its defaults, that keeps no record. Run with the server's address.

A press is answered and its message edited, as a tap of ours is; a text is sent back.
"""

import sys
from typing import Any

from telegram import Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes, MessageHandler, filters


async def press(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    if query is not None and query.data is not None:
        await query.answer()
        await query.edit_message_text(query.data)


async def text(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message is not None and update.message.text is not None:
        await update.message.reply_text(update.message.text)


def main(token: str, address: str) -> None:
    builder = Application.builder().token(token).base_url(f"{address}/bot")
    application: Application[Any, Any, Any, Any, Any, Any] = builder.build()
    application.add_handler(CallbackQueryHandler(press))
    application.add_handler(MessageHandler(filters.TEXT, text))
    application.run_polling()


if __name__ == "__main__":
    main(*sys.argv[1:])
