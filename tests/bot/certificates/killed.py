"""Moments at which a bot's process kills itself with kill -9 on the way of a certificate."""

import os
import signal
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.sending.flight import Flight
from bot.sending.papers import Papers
from bot.sending.postman import Postman
from bot.sending.sealing import Sealing
from bot.updates.turns import Turns
from content.keys.letters import CertificatePaper
from storage.post import requested

Act = Callable[..., Awaitable[Any]]


def kept() -> None:
    """The press is on record and lets others pass."""
    _before(Turns, "take_kept")


def in_the_turn() -> None:
    """The facts are frozen, in a transaction that has not committed."""
    requested.ask = _kill  # type: ignore[assignment]  # only in that process


def frozen() -> None:
    """They are on record, and their letter is claimed."""
    _before(Postman, "carry")


def drawn() -> None:
    """It is drawn and not signed: this happens in the drawing process, which kills its parent."""
    sealing: Any = Sealing
    whole = sealing.drawn

    async def doomed(self: Sealing, draw: Callable[[Any], bytes], facts: Any) -> bytes:
        return bytes(await whole(self, DrawnAndGone(draw, os.getpid()), facts))

    sealing.drawn = doomed


def signed() -> None:
    """It is signed and not stored."""
    _after(Sealing, "drawn")


def stored() -> None:
    """It is stored and not sent."""
    _after(Papers, "fetch")


def sending() -> None:
    """The letter is marked as being sent, and nothing has left."""
    _before(Flight, "_put_out")


def sent() -> None:
    """Telegram has it, and the letter is not settled."""
    _after(Flight, "_put_out")


MOMENTS: Mapping[Callable[[], None], tuple[int, int, int]] = {
    kept: (0, 0, 0),
    in_the_turn: (0, 0, 0),
    frozen: (1, 0, 0),
    drawn: (1, 0, 0),
    signed: (1, 0, 0),
    stored: (1, 1, 0),
    sending: (1, 1, 0),
    sent: (1, 1, 1),
}
"""How many certificates are on record after each, how many of them with a file, and how many files have arrived."""


class DrawnAndGone:
    """Draws as `draw` does, and then kills that process."""

    def __init__(self, draw: Callable[[Any], bytes], parent: int) -> None:
        self.draw, self.parent = draw, parent

    def __call__(self, facts: Any) -> bytes:
        drawn = self.draw(facts)
        os.kill(self.parent, signal.SIGKILL)
        return drawn


def _before(of: Any, name: str) -> None:
    whole: Act = getattr(of, name)

    async def doomed(self: Any, *given: Any, **named: Any) -> Any:
        if name != "carry" or isinstance(given[0].key, CertificatePaper):
            _kill()
        return await whole(self, *given, **named)

    setattr(of, name, doomed)


def _after(of: Any, name: str) -> None:
    whole: Act = getattr(of, name)

    async def doomed(self: Any, *given: Any, **named: Any) -> Any:
        await whole(self, *given, **named)
        _kill()

    setattr(of, name, doomed)


def _kill(*_given: Any, **_named: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)
