"""An update's way in, from its JSON: whatever is wrong with one, it stops no other and does not come for ever."""

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
    """Brings updates into the application. One that can't be read, or not even begun, is set aside."""

    def __init__(self, application: Bot, aside: Aside) -> None:
        self._application = application
        self._aside = aside
        application.add_error_handler(self._failed)

    async def take(self, body: Json) -> None:
        """Returns when the update is done; `body` has its update_id."""
        try:
            update = Update.de_json(lightened(body), self._application.bot)
        except Exception as error:  # whatever python-telegram-bot makes of a shape that is newer than itself
            await self._aside.keep(body["update_id"], orjson.dumps(body), error, "not read")
            return
        await self._application.process_update(update)

    async def _failed(self, update: object, context: Any) -> None:
        """What was raised outside of a turn: python-telegram-bot would log it and go on."""
        if is_passing(context.error):
            # only that somebody blocked the bot is written there, and the next sending finds it out too
            log.warning("not_noted", error=type(context.error).__name__)
        elif isinstance(update, Update):
            await self._aside.keep(update.update_id, update.to_json().encode(), context.error, "not begun")
