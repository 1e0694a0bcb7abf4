"""Has papers drawn and signed in the drawing process, and tells the operator if one can't be as it should."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from bot.operator import Operator
from bot.sending.drawing import Drawing, DrawingInterrupted
from bot.signing.key import SigningKey
from bot.signing.signing import ToSign, drawn_and_signed
from bot.signing.stamping import NoTimestamp, stamped

F = TypeVar("F")
PAUSE = timedelta(minutes=10)
"""So long no timestamp is asked for after one did not come: the papers after it must not wait for it, too."""
AT_ONCE = 4
"""So many papers wait for their timestamps at once. If the service is away, those behind them wait no longer than the
first of these.
"""


class Sealing:
    """The key that signs, if there is one. A paper that says it is signed is not made without it, nor with a key that
    has ended or not begun: its signature would be refused for ever, since a paper is never made anew.
    """

    def __init__(
        self, drawing: Drawing, operator: Operator, key: SigningKey | None, now: Callable[[], datetime]
    ) -> None:
        self._drawing = drawing
        self._operator = operator
        self._key = key
        self._now = now
        self._unstamped_until: datetime | None = None
        self._stamping = asyncio.Semaphore(AT_ONCE)

    async def drawn(self, draw: Callable[[F], bytes], facts: F) -> bytes:
        """The signed paper. Raises DrawingInterrupted if there is no good key now, and what drawing raises."""
        key = self._good_key()
        if key.timestamp_url and self._is_stamped():
            async with self._stamping:
                if self._is_stamped():
                    return await self._stamped(draw, facts, key)
        return await self._drawing.paper(drawn_and_signed, ToSign(draw, facts, key))

    def _is_stamped(self) -> bool:
        return self._unstamped_until is None or self._now() >= self._unstamped_until

    async def _stamped(self, draw: Callable[[F], bytes], facts: F, key: SigningKey) -> bytes:
        """The paper with a timestamp, or as it is if none came. The drawing process draws other papers meanwhile."""
        paper = await self._drawing.paper(drawn_and_signed, ToSign(draw, facts, key, stamped=True))
        try:
            return await stamped(paper, key.timestamp_url)
        except NoTimestamp as error:
            self._unstamped_until = self._now() + PAUSE
            self._operator.tell("no timestamp", f"Certificates are signed without a timestamp: {error}")
        return await self._drawing.paper(drawn_and_signed, ToSign(draw, facts, key))

    def _good_key(self) -> SigningKey:
        if self._key is None:
            self._operator.tell("no signing key", "A certificate waits for SIGNING_KEY: it says that it is signed")
            raise DrawingInterrupted("there is no key to sign with")
        if not self._key.is_good(self._now()):
            good = f"{self._key.begins:%Y-%m-%d} to {self._key.ends:%Y-%m-%d}"
            self._operator.tell(
                "signing key not good", f"A certificate waits for another SIGNING_KEY: it is good {good}"
            )
            raise DrawingInterrupted("the key to sign with is not good now")
        return self._key
