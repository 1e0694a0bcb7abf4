"""Faults that a test orders for calls of the bot."""

import asyncio
import random
from dataclasses import dataclass
from typing import Literal, get_args

from bot.sandbox.errors import ApiError, flood
from bot.sandbox.updates.polling import Sleep

Kind = Literal["drop", "delay", "overtaken", "401", "403", "429", "500", "502", "504"]
When = Literal["before", "after"]
KINDS: frozenset[str] = frozenset(get_args(Kind))
LONGEST_S = 5.0
_PAGES = {"502": "Bad Gateway", "504": "Gateway Time-out"}


class Dropped(Exception):
    """The connection is to be closed without an answer."""


class Page(Exception):
    """What stands before Telegram answers with a page of its own."""

    def __init__(self, kind: str) -> None:
        self.status = int(kind)
        title = f"{kind} {_PAGES[kind]}"
        self.body = f"<html>\r\n<head><title>{title}</title></head>\r\n<body>{title}</body>\r\n</html>\r\n".encode()
        super().__init__(title)


@dataclass
class Fault:
    """A fault for a method's calls. `seconds` is the delay, or the retry_after of a 429; `left` is how often it still
    happens.
    """

    method: str
    kind: Kind
    left: int
    seconds: float
    when: When
    chat_id: int | None

    def fits(self, method: str, chat_id: object, when: When) -> bool:
        return (
            self.left > 0
            and self.when == when
            and self.method in ("*", method)
            and (self.chat_id is None or str(self.chat_id) == str(chat_id))
        )


class Faults:
    """Faults in the order in which they were ordered; the first that fits a call is spent on it.

    `latency` is the least and the most seconds that every call takes on its way in, each call another time: calls that
    are made at once then arrive in another order.
    """

    def __init__(self, sleep: Sleep, seed: int | None) -> None:
        self.latency = (0.0, 0.0)
        self._sleep = sleep
        self._rng = random.Random(seed)
        self._ordered: list[Fault] = []
        self._overtaken: list[tuple[str, asyncio.Event]] = []

    def order(self, fault: Fault) -> None:
        self._ordered.append(fault)

    def mend(self) -> None:
        """The line is well again: what was ordered and has not happened does not happen."""
        self._ordered.clear()

    def waiting(self) -> int:
        """How many are still to happen."""
        return sum(fault.left for fault in self._ordered)

    async def on_the_way(self) -> None:
        """Takes as long as the line does."""
        least, most = self.latency
        if most > 0:
            await self._sleep(self._rng.uniform(least, most))

    async def happen(self, method: str, chat_id: object, when: When) -> None:
        """Lets an ordered fault happen, if one fits; `method` in lower case. Raises Dropped, Page or ApiError."""
        fault = self._take(method, chat_id, when)
        if fault is None:
            return
        match fault.kind:
            case "drop":
                raise Dropped
            case "delay":
                await self._sleep(fault.seconds)
            case "overtaken":
                await self._wait_for_another(chat_id)
            case "502" | "504":
                raise Page(fault.kind)
            case "429":
                raise flood(max(1, round(fault.seconds)))
            case _:
                raise ApiError(int(fault.kind), "")

    def done(self, chat_id: object) -> None:
        """A call in this chat has had its effect: those that it has overtaken go on."""
        for place, event in self._overtaken:
            if place == str(chat_id):
                event.set()

    async def _wait_for_another(self, chat_id: object) -> None:
        """Until another call in the same chat is done; some seconds at most, because there may be none."""
        held = (str(chat_id), asyncio.Event())
        self._overtaken.append(held)
        ends = [asyncio.ensure_future(held[1].wait()), asyncio.ensure_future(self._sleep(LONGEST_S))]
        try:
            await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._overtaken.remove(held)
            for end in ends:
                end.cancel()

    def _take(self, method: str, chat_id: object, when: When) -> Fault | None:
        for fault in self._ordered:
            if fault.fits(method, chat_id, when):
                fault.left -= 1
                if not fault.left:
                    self._ordered.remove(fault)
                return fault
        return None
