"""The way of an update's JSON into the application. Whatever is wrong with one update, it stops no other, and it does
not come again for ever.
"""

from collections.abc import Awaitable, Callable
from typing import Any

import orjson
from telegram import Update

from bot.logs import get
from bot.sending.transport import lightened
from bot.updates.aside import Aside
from bot.updates.intake import Bot
from storage.engine.sessions import is_passing

log = get("receiving")
Json = dict[str, Any]


class Receiving:
    """Brings updates into the application. An update that can't be read, or whose turn can't begin, is set aside.

    `lets_pass` is asked first: a press that lets others pass is only put on record.
    """

    def __init__(self, application: Bot, aside: Aside, lets_pass: Callable[[Json], Awaitable[bool]]) -> None:
        self._application = application
        self._aside = aside
        self._lets_pass = lets_pass
        application.add_error_handler(self._failed)

    async def take(self, body: Json) -> None:
        """Take an update in; returns when it is done. `body` has an update_id."""
        if await self._lets_pass(body):
            return
        try:
            update = Update.de_json(lightened(body), self._application.bot)
        except Exception as error:  # whatever python-telegram-bot does with a shape newer than itself
            await self._aside.keep(body["update_id"], orjson.dumps(body), error, "not read")
            return
        await self._application.process_update(update)

    async def _failed(self, update: object, context: Any) -> None:
        """Handle what was raised outside of a turn: python-telegram-bot would only log it and go on."""
        if is_passing(context.error):
            # Outside of a turn only one thing is written: that somebody blocked the bot. The next letter will find that
            # out too.
            log.warning("not_noted", error=type(context.error).__name__)
        elif isinstance(update, Update):
            await self._aside.keep(update.update_id, update.to_json().encode(), context.error, "not begun")
