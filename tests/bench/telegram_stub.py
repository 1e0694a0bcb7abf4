"""A Bot API server that costs next to nothing: fixed answers over a bare socket, and a stopwatch on every tap.

It is not strict and keeps no chat, so that what is measured is the bot. Updates are confirmed as Telegram does it: an
offset drops what lies below it, and what was handed out but not confirmed is handed out again.
"""

import asyncio
import contextlib
import re
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable, Mapping

MOST_UPDATES = 100
LONGEST_S = 300.0
PRESS = b'"callback_query"'
_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
_METHOD = re.compile(rb"/bot[^/]+/(\w+)")
_CHAT = re.compile(rb'"?chat_id"?(?:[:=]|\r\n\r\n)(\d+)')
_OFFSET = re.compile(rb'"?offset"?[:=](\d+)')
_PRESSED = re.compile(rb'"?callback_query_id"?(?:[:=]"?|\r\n\r\n)(\d+)')
_ITS_ID = re.compile(rb'"id":"(\d+)"')
_HOLD = re.compile(rb'"?timeout"?[:=](\d+)')
_ME = b'{"id":100,"is_bot":true,"first_name":"bench","username":"tani_bench_bot"}'
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
_SHOWING = (b"editMessageText", b"sendMessage")


class Stub:
    """People who tap, and the one bot that answers them. Whatever it sends or edits, it gets `message` (JSON)."""

    def __init__(self, message: bytes = b"{}") -> None:
        self.address = ""
        self.message = message
        self.asked = asyncio.Event()  # the bot has asked for updates
        self.waits: list[float] = []  # seconds from a tap to its answer
        self.worked: list[float] = []  # of its own processor time, which the bot used meanwhile
        self.used: Callable[[], float] = lambda: 0.0  # says how much the bot has used
        self.messages = 0  # that were sent or edited
        self.ends: list[float] = []  # the moments of these answers
        self.shown: dict[int, float] = {}  # when each person was last shown something
        self.files: dict[int, float] = {}  # when the first file arrived at each person
        self._queue: deque[tuple[int, bytes]] = deque()
        self._next_id = 1_000_000
        self._since: dict[int, tuple[float, float]] = {}
        self._coming: dict[int, deque[bytes]] = {}
        self._presses: set[int] = set()  # those on the stopwatch that are not acknowledged yet
        self._done = asyncio.Event()
        self._held: tuple[_Line, asyncio.TimerHandle] | None = None

    def newcomer(self) -> None:
        """Another bot is about to ask."""
        self.asked.clear()
        self._release()

    async def all_at_once(self, taps: Mapping[int, Iterable[bytes]]) -> tuple[float, list[float]]:
        """Everybody taps, and taps again when the answer is there. Gives the seconds it took, and every wait.

        `taps`: by person the rest of each update's JSON, after its number.
        """
        self._begin()
        begun = time.perf_counter()
        self._coming = {person: deque(rests) for person, rests in taps.items()}
        for person, rests in self._coming.items():
            self._offer(person, rests.popleft())
        await self._answered()
        return time.perf_counter() - begun, self.waits

    async def in_turn(self, taps: Iterable[tuple[int, bytes]], per_second: float) -> list[float]:
        """One tap after the other at this rate, whether the former is answered or not. Gives every wait."""
        self._begin()
        begun = time.perf_counter()
        for number, (person, rest) in enumerate(taps):
            await asyncio.sleep(begun + number / per_second - time.perf_counter())
            self._offer(person, rest)
        await self._answered()
        return self.waits

    def _begin(self) -> None:
        self.waits, self.worked, self.ends, self._coming = [], [], [], {}

    async def _answered(self) -> None:
        async with asyncio.timeout(LONGEST_S):
            await self._done.wait()

    def slip_in(self, rest: bytes) -> None:
        """A press on which there is no stopwatch, and for which nobody waits here."""
        self._queue_up(rest)

    def _offer(self, person: int, rest: bytes) -> None:
        self._since[person] = time.perf_counter(), self.used()
        if rest.startswith(PRESS):
            self._presses.add(_number(_ITS_ID, rest))
        self._done.clear()
        self._queue_up(rest)

    def _queue_up(self, rest: bytes) -> None:
        self._queue.append((self._next_id, b'{"update_id":%d,%b}' % (self._next_id, rest)))
        self._next_id += 1
        line = self._release()
        if line is not None:
            # Telegram too waits a millisecond, so that what comes together is handed out together
            asyncio.get_running_loop().call_later(0.001, self._hand_out, line)

    def _shown(self, person: int) -> None:
        self.shown[person] = now = time.perf_counter()
        since = self._since.pop(person, None)
        if since is None:
            return
        self.waits.append(now - since[0])
        self.worked.append(self.used() - since[1])
        self.ends.append(now)
        rests = self._coming.get(person)
        if rests:
            self._offer(person, rests.popleft())

    # what the bot asks for

    def take(self, line: "_Line", method: bytes, body: bytes) -> None:
        """Answer one request."""
        if method == b"getUpdates":
            self._updates(line, _number(_OFFSET, body), _number(_HOLD, body))
        elif method in _SHOWING:
            self.messages += 1
            line.answer(self.message)
            self._shown(_number(_CHAT, body))
        elif method == b"sendDocument":
            self.files.setdefault(_number(_CHAT, body), time.perf_counter())
            line.answer(self.message)
        elif method == b"getMe":
            line.answer(_ME)
        else:
            if method == b"answerCallbackQuery":
                self._presses.discard(_number(_PRESSED, body))
            line.answer(b"true")
        if not self._since and not self._presses:
            self._done.set()

    def _updates(self, line: "_Line", offset: int, hold: int) -> None:
        while self._queue and self._queue[0][0] < offset:
            self._queue.popleft()
        self.asked.set()
        if self._queue or not hold:
            self._hand_out(line)
            return
        timer = asyncio.get_running_loop().call_later(hold, self._let_go, line)
        self._held = (line, timer)

    def _release(self) -> "_Line | None":
        """The connection that waits for updates, which is to wait no longer."""
        if self._held is None:
            return None
        line, timer = self._held
        self._held = None
        timer.cancel()
        return line

    def _let_go(self, line: "_Line") -> None:
        self._held = None
        line.answer(b"[]")

    def _hand_out(self, line: "_Line") -> None:
        some = [self._queue[place][1] for place in range(min(len(self._queue), MOST_UPDATES))]
        line.answer(b"[%b]" % b",".join(some))


class _Line(asyncio.Protocol):
    """One connection of the bot."""

    def __init__(self, stub: Stub) -> None:
        self._stub = stub
        self._read = b""
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if isinstance(transport, asyncio.WriteTransport):
            self._transport = transport

    def data_received(self, received: bytes) -> None:
        self._read += received
        while (end := self._read.find(b"\r\n\r\n")) >= 0:
            head = self._read[:end]
            after = end + 4 + _number(_LENGTH, head)
            if len(self._read) < after:
                return
            body, self._read = self._read[end + 4 : after], self._read[after:]
            method = _METHOD.search(head)
            self._stub.take(self, method[1] if method else b"", body)

    def answer(self, result: bytes) -> None:
        """A bot that has ended in the meantime gets nothing."""
        if self._transport is not None and not self._transport.is_closing():
            body = b'{"ok":true,"result":%b}' % result
            self._transport.write(_HEAD % len(body) + body)


def _number(pattern: re.Pattern[bytes], text: bytes) -> int:
    found = pattern.search(text)
    return int(found[1]) if found else 0


@contextlib.asynccontextmanager
async def stub_server(message: bytes = b"{}") -> AsyncIterator[Stub]:
    """The server, on a free port of this machine."""
    stub = Stub(message)
    server = await asyncio.get_running_loop().create_server(lambda: _Line(stub), "127.0.0.1", 0)
    stub.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield stub
    finally:
        server.close()
