"""The list of commands of each chat in which staff are logged in (setMyCommands for it), kept as roles change."""

import asyncio

from telegram.constants import BotCommandScopeType
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.logs import get
from bot.record import Record
from bot.sending.telegram import Telegram
from handlers.menu import commands, commands_of_account, commands_of_staff
from handlers.routing import Routes
from storage.engine.sessions import is_passing
from storage.staff import menus
from storage.staff.menus import Outdated

log = get("menus")
PAUSE_S = 2.0


class Menus:
    """`step` renews every list that is out of date. What changed it needs to tell nobody: the record says so."""

    def __init__(self, record: Record, telegram: Telegram, routes: Routes) -> None:
        self._record = record
        self._telegram = telegram
        self._routes = routes

    async def run(self) -> None:
        """Until it is stopped."""
        while True:
            try:
                await self.step()
            except Exception as error:
                log.error("menus_failed", error=type(error).__name__, passing=is_passing(error))
            await asyncio.sleep(PAUSE_S)

    async def step(self) -> int:
        """Returns how many lists were renewed. What can't be sent now is out of date still, for the next step."""
        renewed = 0
        for one in await self._record.read(menus.outdated):
            if await self._renew(one):
                await self._record.write(lambda session, one=one: menus.settle(session, one))  # type: ignore[misc]  # bound now
                renewed += 1
        return renewed

    async def _renew(self, one: Outdated) -> bool:
        """Whether it need not be tried again: a chat that Telegram does not know any more has no list."""
        scope = {"type": BotCommandScopeType.CHAT, "chat_id": one.telegram_id}
        try:
            if one.menu:
                listed = self._listed(one)
                shown = [{"command": name, "description": what} for name, what in listed]
                await self._telegram.call("setMyCommands", scope=scope, commands=shown)
            else:
                await self._telegram.call("deleteMyCommands", scope=scope)
        except (BadRequest, Forbidden) as error:
            log.info("menu_refused", error=error.message)
        except TelegramError as error:
            log.warning("menu_not_set", error=type(error).__name__)
            return False
        return True

    def _listed(self, one: Outdated) -> list[tuple[str, str]]:
        """(name, what it does) of each command."""
        if one.account:
            return commands_of_account(self._routes, one.roles, one.language)
        return [
            *commands_of_staff(self._routes, one.roles, one.language),
            *commands(self._routes, one.language),
        ]
