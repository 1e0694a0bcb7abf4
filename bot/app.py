"""The one place where everything is made and handed down."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from starlette.applications import Starlette
from telegram.ext import Application, ApplicationBuilder

from bot.clock import Clock, RealClock
from bot.delivery import Delivery
from bot.drawing import Drawing
from bot.hashing import Hashing
from bot.intake import Intake
from bot.links import SignedLinks
from bot.loghead import LogHead
from bot.logs import get
from bot.operator import Operator
from bot.pace import Pace
from bot.pages.site import site
from bot.papers import Papers
from bot.polling import ASKED_FOR, Polling
from bot.preparing import Preparing
from bot.schedule import Schedule
from bot.settings import TELEGRAM, Settings
from bot.showing import Showing
from bot.telegram import Telegram
from bot.transport import Transport
from bot.turns import Turns
from content.rules import Rulebook
from handlers.features import FEATURES
from handlers.menu import commands
from handlers.routing import Routes, letter_kinds
from handlers.turn import House
from storage.cipher import Cipher, read_keys
from storage.migrations import is_current
from storage.sessions import Sessions

log = get("app")


class NotMigrated(Exception):
    """The database does not stand at this version's tables."""

    def __str__(self) -> str:
        return "The database is not at the tables of this version. Run: python -m bot migrate"


@dataclass(frozen=True)
class Parts:
    """What may be made otherwise: by the demo and by tests."""

    clock: Clock
    rulebook: Rulebook
    hashing: Hashing
    features: Iterable[ModuleType]
    heads: LogHead = field(default_factory=LogHead)


def usual_parts() -> Parts:
    return Parts(clock=RealClock(), rulebook=Rulebook(), hashing=Hashing(), features=FEATURES)


def open_record(settings: Settings) -> Sessions:
    """The record book; raises NotMigrated."""
    sessions = Sessions(settings.database_url, Cipher(read_keys(settings.data_key)))
    if not is_current(sessions.engine):
        sessions.close()
        raise NotMigrated
    return sessions


class App:
    """Everything that runs, wired. `start` before anything else, `stop` at the end."""

    def __init__(self, settings: Settings, parts: Parts | None = None) -> None:
        parts = parts or usual_parts()
        self.settings = settings
        self.clock = parts.clock
        self.sessions = open_record(settings)
        self.hashing = parts.hashing
        self.drawing = Drawing()
        self.application = _application(settings)
        self.bot = self.application.bot
        self.telegram = Telegram(self.bot.request, self.bot.base_url)
        self.links = SignedLinks(settings.public_url, self.sessions.cipher)
        house = House(parts.rulebook, self.links, self.sessions.cipher)
        self.routes = Routes(parts.features)
        self.turns = Turns(self.sessions, self.routes, house, parts.clock, committed=parts.heads.note_of)
        self.showing = Showing(self.telegram)
        self.operator = Operator(self.showing, settings.operator_chat)
        self.papers = Papers(self.turns, self.drawing)
        kinds = letter_kinds(parts.features)
        self.delivery = Delivery(self.turns, self.showing, kinds, self.papers, self.operator, Pace())
        self.schedule = Schedule(self.turns, self.delivery, parts.rulebook)
        self.intake = Intake(self.turns, self.showing, Preparing(parts.hashing), self.operator, self.delivery.wake)
        self.application.add_handler(self.intake)
        self.polling = Polling(self.application)
        self.pages: Starlette = site(self)
        self._tasks: list[asyncio.Task[None]] = []

    def chat_url(self) -> str:
        """Where the chat with the bot is: in Telegram, or on the page of a sandbox."""
        if self.settings.telegram_api_url != TELEGRAM:
            return f"{self.settings.telegram_api_url}/"
        return f"https://t.me/{self.bot.username}"

    async def start(self, *, takes: bool = True, delivers: bool = True) -> None:
        """Bring up what this process does: take updates in, send letters out, or both."""
        await self.application.initialize()
        if takes:
            await self.intake.resume()
            await self._announce()
        if delivers:
            self.schedule.start()
            self._tasks.append(asyncio.create_task(self.delivery.run()))

    async def receive(self) -> None:
        """Begin to receive updates, by polling or by webhook."""
        if self.settings.by_webhook:
            secret = self.settings.webhook_secret
            await self.bot.set_webhook(
                f"{self.settings.public_url}/telegram",
                secret_token=secret,
                allowed_updates=ASKED_FOR,
                max_connections=40,
            )
            return
        await self.bot.delete_webhook()
        self._tasks.append(asyncio.create_task(self.polling.run()))

    async def stop(self) -> None:
        """End in order: no more updates, what is begun is finished, then the record is closed."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self.schedule.stop()
        await self.intake.close()
        await self.operator.close()
        await self.drawing.close()
        self.hashing.close()
        await self.application.shutdown()
        self.turns.close()
        self.sessions.close()
        log.info("stopped")

    async def _announce(self) -> None:
        """Telegram's list of commands, in both languages."""
        await self.bot.set_my_commands(commands(self.routes, "ja"))
        await self.bot.set_my_commands(commands(self.routes, "en"), language_code="en")


def _application(settings: Settings) -> "Application[Any, Any, Any, Any, Any, Any]":
    base = f"{settings.telegram_api_url}/bot"
    return (
        ApplicationBuilder()
        .token(settings.telegram_bot_token)
        .base_url(base)
        .base_file_url(f"{settings.telegram_api_url}/file/bot")
        .request(Transport())
        .get_updates_request(Transport(connections=2))
        .updater(None)
        .job_queue(None)
        .build()
    )
