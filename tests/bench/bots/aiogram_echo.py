"""The same echo as a bot of aiogram 3, with its defaults. Run with a token and the server's address.

It runs in a virtual environment of the bench's own: aiogram asks for an older pydantic than the product does.
"""

import asyncio
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, Message


async def press(query: CallbackQuery) -> None:
    await query.answer()
    if isinstance(query.message, Message):
        await query.message.edit_text(query.data or "")


async def text(message: Message) -> None:
    await message.answer(message.text or "")


async def main(token: str, address: str) -> None:
    bot = Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(address)))
    dispatcher = Dispatcher()
    dispatcher.callback_query.register(press)
    dispatcher.message.register(text)
    await dispatcher.start_polling(bot)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
