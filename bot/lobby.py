"""Connections that wait, for a request's head or body or for a slow reader, and how many there may be.

uvicorn waits for a request as long as it takes. So a page of sockets that never finish one could use up the files that
the process may open, and with them the connections to Telegram.
"""

import asyncio
import logging
import resource
from enum import Enum
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_S, BODY_S = 10.0, 30.0
"""A request's head, and then its body, has to arrive within so many seconds, however it is split."""
READER_S = 120.0
"""Whoever takes nothing of an answer for so long is cut off."""
FEWEST, MOST = 16, 1000
OTHERS = 200
"""So many files are left to the database, to Telegram, and to everything else."""

log = logging.getLogger("lobby")  # of the standard library: what repeats itself is counted there


class Phase(Enum):
    """What a connection is doing."""

    IDLE = "idle"  # between two requests: uvicorn ends it after timeout_keep_alive
    HEAD = "head"
    BODY = "body"
    BUSY = "busy"  # the request is whole: the application answers
    GONE = "gone"


_DEADLINES = {Phase.HEAD: lambda: HEAD_S, Phase.BODY: lambda: BODY_S}


def most_connections() -> int:
    """How many connections a server may have. A process has two servers (pages and figures), so each gets a half."""
    files, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return MOST if files == resource.RLIM_INFINITY else max(FEWEST, min(MOST, (files - OTHERS) // 2))


class Lobby:
    """The connections of one server that have no whole request, those that wait longest first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._waiting: dict[Guarded, None] = {}

    def note(self, one: "Guarded", *, waits: bool) -> None:
        self._waiting.pop(one, None)
        if waits:
            self._waiting[one] = None

    def make_room(self, newest: "Guarded") -> None:
        """If there are too many, end the one that waits longest. If all others are being answered, that is the newest.

        So a flood of half requests ends itself, and a whole request is let in.
        """
        if len(newest.connections) > self._most:
            log.warning("There are too many connections: those that wait longest are ended.")
            next(iter(self._waiting), newest).end()


class Guarded(H11Protocol):
    """uvicorn's protocol, with deadlines."""

    def __init__(self, lobby: Lobby, **given: Any) -> None:
        super().__init__(**given)
        self._lobby = lobby
        self._phase = Phase.GONE
        self._deadline: asyncio.TimerHandle | None = None
        self._reader: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        super().connection_made(transport)
        self._look()
        self._lobby.make_room(self)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._look()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._look()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._reader = self.loop.call_later(READER_S, self.end)

    def resume_writing(self) -> None:
        super().resume_writing()
        self._stop(self._reader)

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._unset_keepalive_if_required()  # uvicorn leaves it running if the connection broke
        self._stop(self._reader)
        self._enter(Phase.GONE)

    def end(self) -> None:
        """Cut the connection off."""
        self._enter(Phase.GONE)
        self.transport.abort()

    def _look(self) -> None:
        """See what the connection is doing now. A deadline begins with its phase, and no byte puts it off."""
        phase = Phase.GONE if self.transport.is_closing() else self._present()
        if phase is not self._phase:
            self._enter(phase)

    def _enter(self, phase: Phase) -> None:
        self._phase = phase
        self._stop(self._deadline)
        self._lobby.note(self, waits=phase in (Phase.IDLE, Phase.HEAD))
        if phase in _DEADLINES:
            self._deadline = self.loop.call_later(_DEADLINES[phase](), self.end)

    def _stop(self, timer: asyncio.TimerHandle | None) -> None:
        if timer is not None:
            timer.cancel()

    def _present(self) -> Phase:
        theirs = self.conn.their_state
        if theirs is h11.IDLE:
            begun = self.cycle is None or bool(self.conn.trailing_data[0])
            return Phase.HEAD if begun else Phase.IDLE
        return Phase.BODY if theirs is h11.SEND_BODY else Phase.BUSY
