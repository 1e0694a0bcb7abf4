"""Makes everything once and hands it down; nothing is made elsewhere."""

import asyncio
import contextlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from starlette.applications import Starlette
from starlette.routing import Route
from telegram.ext import Application, ApplicationBuilder

from bot.clock import Clock, RealClock
from bot.exporting import Exporting
from bot.figures import Figures
from bot.importing import Importing
from bot.knowing import Knowing
from bot.links import SignedLinks
from bot.loghead import LogHead
from bot.logs import get
from bot.opening import open_profile, open_record, opens_apart
from bot.operator import Operator
from bot.pages.around import Around
from bot.pages.health import Readiness, health_routes
from bot.pages.monitor import monitor
from bot.pages.site import site
from bot.pages.webhook import webhook
from bot.record import Record, until_kept
from bot.schedule import Schedule
from bot.sending.delivery import Delivery
from bot.sending.drawing import Drawing
from bot.sending.heads import Heads
from bot.sending.menus import Menus
from bot.sending.papers import Papers
from bot.sending.postman import Postman
from bot.sending.sealing import Sealing
from bot.sending.showing import Showing
from bot.sending.telegram import Telegram
from bot.sending.transport import Transport
from bot.sending.writing import Writing
from bot.settings import TELEGRAM, Settings
from bot.updates import upkeep
from bot.updates.aside import Aside
from bot.updates.hashing import Hashing
from bot.updates.intake import Intake
from bot.updates.keeping import Keeping
from bot.updates.polling import ASKED_FOR, HOLD_S, Polling
from bot.updates.preparing import Preparing
from bot.updates.receiving import Receiving
from bot.updates.turns import Turns
from bot.waiting import until_answered
from content.rules import Rulebook
from handlers.due import Rounds
from handlers.features import FEATURES
from handlers.menu import commands
from handlers.routing import Routes, due_work, letter_kinds, supplies
from handlers.turn import House

log = get("app")
ENDING_S = 5.0  # platforms kill a process that has not ended ten seconds after SIGTERM


@dataclass(frozen=True)
class Parts:
    """The parts that the demo and tests make otherwise."""

    clock: Clock
    rulebook: Rulebook
    hashing: Hashing
    features: Iterable[ModuleType]
    heads: LogHead = field(default_factory=LogHead)


def usual_parts() -> Parts:
    return Parts(clock=RealClock(), rulebook=Rulebook(), hashing=Hashing(), features=FEATURES)


class App:
    """Everything that runs, wired together. Call `start` before anything else and `stop` at the end."""

    def __init__(self, settings: Settings, parts: Parts | None = None) -> None:
        parts = parts or usual_parts()
        self.settings = settings
        self.clock = parts.clock
        self.profile = open_profile(settings)
        self.sessions = open_record(settings)
        self.hashing, self.drawing = parts.hashing, Drawing()
        # Asking for updates has connections of its own: a request for them is held open for half a minute.
        asking = Transport(connections=2, answer_s=HOLD_S + 10, told=parts.clock.told)
        self.application = _application(settings, Transport(told=parts.clock.told), asking)
        self.bot = self.application.bot
        self.telegram = Telegram(self.bot.request, self.bot.base_url)
        self.links = SignedLinks(settings.public_url, self.sessions.cipher, self.chat_url)
        self.house = self._house(parts)
        self.record = Record(self.sessions, parts.clock, committed=parts.heads.note_of)
        self.knowing = Knowing(self.record, self.sessions.cipher)
        self.routes = Routes(parts.features)
        self.turns = Turns(self.record, self.routes, self.house)
        self.showing = Showing(self.telegram, self.drawing)
        self.figures = Figures()
        self.operator = Operator(self.showing, settings.operator_chat, parts.clock, self.figures)
        self.papers = Papers(self.record, self.drawing, self._sealing(), supplies(parts.features))
        writing = Writing(self.record, self.house, letter_kinds(parts.features))
        self.postman = Postman(self.record, self.showing, writing, self.papers, self.operator, self.figures)
        self.delivery = Delivery(self.record, self.postman)
        self.record.letters_written = self.delivery.wake
        self.heads = Heads(self.record, self.operator, parts.heads)
        self.importing, self.exporting, self.menus = self._unasked(parts.heads)
        self.schedule = Schedule(self.record, parts.rulebook, (*upkeep.DUE, *due_work(parts.features)))
        aside, keeping = Aside(self.record, self.operator), Keeping(self.record)
        preparing = Preparing(parts.hashing, self.bot, self.drawing, keeping)
        self.intake = Intake(self.turns, self.showing, preparing, aside, self.operator, self.figures)
        self.application.add_handler(self.intake)
        self.receiving = Receiving(self.application, aside, self.intake.lets_pass)
        self.polling = Polling(Telegram(asking, self.bot.base_url), self.receiving.take, self.operator)
        pushed = webhook(settings.webhook_secret, self.receiving.take) if settings.by_webhook else None
        self.pages: Starlette = site(self._around(), self._health(), pushed, settings.webhook_secret)
        self.monitor: Starlette = monitor(self.record, self.figures, self._health())
        self._up, self._tasks = False, list[asyncio.Task[None]]()
        self._delivering: asyncio.Task[None] | None = None

    def health(self) -> Starlette:
        """The pages of a process that only sends letters: whether it is alive and can work."""
        return Starlette(routes=self._health())

    def _health(self) -> list[Route]:
        return health_routes(Readiness(self.record, lambda: self._up))

    def chat_url(self) -> str:
        """The address of the chat with the bot: in Telegram, or on the page of a sandbox."""
        if self.settings.telegram_api_url != TELEGRAM:
            return f"{self.settings.telegram_api_url}/"
        return f"https://t.me/{self.bot.username}"

    async def start(self, *, takes: bool = True, delivers: bool = True) -> None:
        """Bring up what this process does: take updates in, send letters out, or both. As long as Telegram can't be
        reached, this waits.
        """
        await until_answered(self.application.initialize)
        # The operator hears of faults in every kind of process, so this runs whatever the process does.
        self._tasks.append(asyncio.create_task(self.operator.run()))
        self._tasks.append(asyncio.create_task(self.postman.counts()))
        await until_kept(self.schedule.know)
        if takes:
            await self.intake.resuming.once(alone=not self.settings.by_webhook)
            self._tasks.append(asyncio.create_task(self.intake.resuming.always()))
            self._tasks.append(asyncio.create_task(self.knowing.run()))
            await until_answered(self._announce)
        if delivers:
            self.schedule.start()
            self._delivering = asyncio.create_task(self.delivery.run())
            unasked = (self.menus, self.heads, self.importing, self.exporting)
            self._tasks += [asyncio.create_task(one.run()) for one in unasked]

    def is_up(self) -> None:
        """Whatever this process does, it does now: until then it is not ready."""
        self._up = True

    async def receive(self) -> None:
        """Begin to receive updates, by polling or by webhook."""
        if self.settings.by_webhook:
            await until_answered(self._ask_to_push)
            return
        await until_answered(self.bot.delete_webhook)
        self._tasks.append(asyncio.create_task(self.polling.run()))

    async def stop(self) -> None:
        """End in order: take no more updates, finish what is begun, then close the record."""
        log.info("stopping")
        self.delivery.end()
        self.knowing.end()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self.schedule.stop()
        with contextlib.suppress(TimeoutError):  # Telegram may ask to wait for longer than a process has to end
            await asyncio.wait_for(self._finished(), ENDING_S)
        await self.postman.cut_off()
        await self.intake.close()
        await self.drawing.close()
        self.hashing.close()
        await self.application.shutdown()
        await self.bot.shutdown()  # the application leaves it open if Telegram was not reached
        self.record.close()
        self.sessions.close()
        log.info("stopped")

    async def _finished(self) -> None:
        """Return when nothing is being done any more, and the operator has heard what came of it."""
        delivered = () if self._delivering is None else (self._delivering,)
        await asyncio.gather(self.intake.settled(), *delivered)
        await self.operator.settled()

    def _house(self, parts: Parts) -> House:
        signs = bool(self.settings.signing_key)
        every = tuple(one for one in due_work(parts.features) if isinstance(one, Rounds))
        return House(parts.rulebook, self.links, self.sessions.cipher, self.profile, signs=signs, rounds=every)

    def _unasked(self, heads: LogHead) -> tuple[Importing, Exporting, Menus]:
        given = (self.record, self.sessions, self.showing, self.house.rulebook)
        importing = Importing(*given, opens_apart(self.settings), heads.note)
        return importing, Exporting(*given), Menus(self.record, self.telegram, self.routes)

    def _sealing(self) -> Sealing:
        """What signs certificates, with the key that the settings were checked with."""
        return Sealing(self.drawing, self.operator, self.settings.key, self.clock.now)

    def _around(self) -> Around:
        """The value that holds what the pages need."""
        return Around(
            record=self.record,
            links=self.links,
            rulebook=self.house.rulebook,
            cipher=self.sessions.cipher,
            profile=self.profile,
            token=self.settings.telegram_bot_token,
            chat_url=self.chat_url,
        )

    async def _ask_to_push(self) -> None:
        await self.bot.set_webhook(
            f"{self.settings.public_url}/telegram",
            secret_token=self.settings.webhook_secret,
            allowed_updates=ASKED_FOR,
            max_connections=40,
        )

    async def _announce(self) -> None:
        """Tell Telegram the list of commands, in both languages."""
        await self.bot.set_my_commands(commands(self.routes, "ja"))
        await self.bot.set_my_commands(commands(self.routes, "en"), language_code="en")


def _application(
    settings: Settings, speaking: Transport, asking: Transport
) -> "Application[Any, Any, Any, Any, Any, Any]":
    base = f"{settings.telegram_api_url}/bot"
    return (
        ApplicationBuilder()
        .token(settings.telegram_bot_token)
        .base_url(base)
        .base_file_url(f"{settings.telegram_api_url}/file/bot")
        .request(speaking)
        .get_updates_request(asking)
        .updater(None)  # its Updater acknowledges updates before they are done
        .job_queue(None)
        .build()
    )
