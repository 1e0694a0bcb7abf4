"""Webhook delivery: queues side by side, each in strict order, each update until it is taken."""

import asyncio
import random
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.sandbox.errors import flood
from bot.sandbox.updates.connections import Connections
from bot.sandbox.updates.polling import Sleep
from bot.sandbox.updates.updates import Update, Updates

LONGEST_ANSWER = 60.0
LONGEST_RETRY = 60
MOST_RETRY_AFTER = 3600
GONE_FOR_GOOD = 23 * 3600.0
_PROOF = "X-Telegram-Bot-Api-Secret-Token"

Execute = Callable[[str, bytes], Awaitable[None]]


@dataclass(frozen=True)
class Target:
    """The address to which updates go, and how."""

    url: str
    secret: str = ""
    max_connections: int = 40
    ip_address: str = ""


@dataclass
class Line:
    """The updates of one queue that wait for delivery and the task that delivers them."""

    waiting: deque[Update] = field(default_factory=deque)
    task: "asyncio.Task[None] | None" = None


class Webhook:
    """Posts updates to the bot.

    `execute` runs a call that the bot put into its answer: it gets the content type and the body.
    """

    def __init__(
        self,
        updates: Updates,
        monotonic: Callable[[], float],
        sleep: Sleep,
        unix: Callable[[], float],
        execute: Execute,
    ) -> None:
        self.target: Target | None = None
        self.last_error: tuple[int, str] | None = None
        self._updates = updates
        self._monotonic = monotonic
        self._sleep = sleep
        self._unix = unix
        self._execute = execute
        self._rng = random.Random()
        self._lines: dict[int, Line] = {}
        self._session: ClientSession | None = None
        self._connections = Connections(40, monotonic)
        self._gone_since: float | None = None
        self._last_set = monotonic() - 1
        updates.on_new.append(self._take)

    def start(self, target: Target) -> None:
        """Begins to deliver. What already waits goes first."""
        self.stop()
        self.target = target
        self.last_error = None
        self._connections = Connections(target.max_connections, self._monotonic)
        for update in self._updates.live():
            self._take(update)

    def must_not_hurry(self) -> None:
        """Allows one setWebhook a second. Raises ApiError 429."""
        now = self._monotonic()
        if now < self._last_set + 1:
            raise flood(1)
        self._last_set = now

    def stop(self) -> None:
        """Ends delivery. Updates that were not taken stay in the queue."""
        self.target = None
        lines, self._lines = self._lines, {}
        for line in lines.values():
            if line.task is not None and line.task is not _current():
                line.task.cancel()

    async def close(self) -> None:
        self.stop()
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _take(self, update: Update) -> None:
        if self.target is None:
            return
        line = self._lines.setdefault(update.queue, Line())
        line.waiting.append(update)
        if line.task is None:
            line.task = asyncio.get_running_loop().create_task(self._serve(update.queue, line, self.target))

    async def _serve(self, queue: int, line: Line, target: Target) -> None:
        """Delivers the updates of one queue, one after another."""
        while line.waiting:
            update = line.waiting[0]
            for _ in range(2 if self._updates.twice else 1):
                await self._deliver(update, target)
            if self.target is not target:
                return
            self._updates.forget(update)
            line.waiting.popleft()
        if self._lines.get(queue) is line:
            del self._lines[queue]

    async def _deliver(self, update: Update, target: Target) -> None:
        """Tries again until the update is taken, or would expire before the next try."""
        delay, failures = 1, 0
        while update.expires > self._unix() and self.target is target:
            retry_after = await self._attempt(update, target)
            if retry_after is None or self.target is not target:
                return
            wait = min(retry_after, MOST_RETRY_AFTER)
            if not wait and failures:
                longest = self._rng.randint(LONGEST_RETRY, 2 * LONGEST_RETRY)
                delay = wait = min(longest, delay * 2)
            failures += 1
            # Waits double, but not beyond a limit drawn at random, so that queues do not all try at the same moment.
            if self._unix() + wait > update.expires:
                return
            if wait:
                await self._sleep(wait)

    async def _attempt(self, update: Update, target: Target) -> int | None:
        """One request. None if the update was taken, otherwise the seconds that the bot asked to wait (0 if it asked
        for none).
        """
        await self._connections.take(len(self._lines))
        taken = lost = False
        try:
            retry_after = await self._post(update, target)
            taken = retry_after is None
            return retry_after
        except (ClientError, OSError) as error:
            lost = True
            connecting = "connect" in type(error).__name__.lower() and "disconnect" not in type(error).__name__.lower()
            self._failed("Can't connect to the webhook" if connecting else "Webhook connection closed")
            return 0
        finally:
            self._connections.give_back(taken=taken, lost=lost)

    async def _post(self, update: Update, target: Target) -> int | None:
        headers = {"Content-Type": "application/json", "Accept-Encoding": "gzip, deflate"}
        if target.secret:
            headers[_PROOF] = target.secret
        async with self._http().post(target.url, data=update.raw, headers=headers, allow_redirects=False) as answer:
            body = await answer.read()
            if 200 <= answer.status <= 299:
                self._gone_since = None
                if body:
                    await self._execute(answer.headers.get("Content-Type", ""), body)
                return None
            self._failed(f"Wrong response from the webhook: {answer.status} {answer.reason}")
            self._count_gone(answer.status)
            after = answer.headers.get("Retry-After", "")
            return int(after) if after.isdigit() else 0

    def _count_gone(self, status: int) -> None:
        """Counts how long the bot answers 410. After 23 hours of it the webhook is removed, as Telegram does."""
        if status != 410:
            self._gone_since = None
        elif self._gone_since is None:
            self._gone_since = self._monotonic()
        elif self._monotonic() > self._gone_since + GONE_FOR_GOOD:
            self.stop()

    def _failed(self, text: str) -> None:
        self.last_error = (int(self._unix()), text)

    def _http(self) -> ClientSession:
        if self._session is None:
            self._session = ClientSession(timeout=ClientTimeout(total=LONGEST_ANSWER))
        return self._session


def _current() -> "asyncio.Task[object] | None":
    """The running task; None outside of the event loop."""
    try:
        return asyncio.current_task()
    except RuntimeError:
        return None
