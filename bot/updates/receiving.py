"""An update's way in, from its JSON: whatever is wrong with one, it stops no other and does not come for ever."""

import asyncio
import traceback
from typing import Any

import orjson
from telegram import Update

from bot.logs import get
from bot.operator import Operator
from bot.sending.transport import lightened
from bot.updates.intake import Bot
from bot.updates.turns import Turns
from storage.engine.sessions import is_passing
from storage.post import updates

log = get("receiving")
Json = dict[str, Any]
AGAIN_S = 1.0


class Receiving:
    """Brings updates into the application. One that can't be read, or not even begun, is set aside."""

    def __init__(self, application: Bot, turns: Turns, operator: Operator) -> None:
        self._application = application
        self._turns = turns
        self._operator = operator
        application.add_error_handler(self._failed)

    async def take(self, body: Json) -> None:
        """Returns when the update is done; `body` has its update_id."""
        try:
            update = Update.de_json(lightened(body), self._application.bot)
        except Exception as error:  # whatever python-telegram-bot makes of a shape that is newer than itself
            await self._set_aside(body["update_id"], orjson.dumps(body), error)
            return
        await self._application.process_update(update)

    async def _failed(self, update: object, context: Any) -> None:
        """What was raised outside of a turn: python-telegram-bot would log it and go on."""
        if is_passing(context.error):
            # only that somebody blocked the bot is written there, and the next sending finds it out too
            log.warning("not_noted", error=type(context.error).__name__)
        elif isinstance(update, Update):
            await self._set_aside(update.update_id, update.to_json().encode(), context.error)

    async def _set_aside(self, update_id: int, body: bytes, error: BaseException) -> None:
        log.error("update_not_read", update_id=update_id, error=type(error).__name__)
        trace = "".join(traceback.format_exception(error))
        while not await self._kept(update_id, body, trace):  # noqa: ASYNC110  # a database tells nobody when it is free
            await asyncio.sleep(AGAIN_S)
        self._operator.tell(f"Set aside, not read: update {update_id}, {type(error).__name__}")

    async def _kept(self, update_id: int, body: bytes, trace: str) -> bool:
        now = self._turns.clock.now()
        try:
            await self._turns.write(lambda session: updates.set_aside(session, update_id, body, trace, now))
        except Exception as error:
            if not is_passing(error):
                raise
            return False
        return True
