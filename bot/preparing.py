"""The slow work between the two transactions of a turn."""

from bot.hashing import Hashing, QueueFull
from bot.turns import Outcome, Turns
from content.refusals import TooBusy
from handlers.incoming import Incoming
from handlers.turn import Prepared, VerifyPassword, Work


class Preparing:
    """Does what a route declares: a password's comparison or its hash."""

    def __init__(self, hashing: Hashing) -> None:
        self.hashing = hashing

    async def do(self, work: Work, *, message_deleted: bool) -> Prepared | QueueFull:
        """The work with its result; QueueFull, returned, where too many wait."""
        try:
            if isinstance(work, VerifyPassword):
                matches = await self.hashing.verify(work.stored, work.password)
                return Prepared(work, matches=matches, message_deleted=message_deleted)
            hashed = await self.hashing.hash(work.password)
            return Prepared(work, hashed=hashed, message_deleted=message_deleted)
        except QueueFull as busy:
            return busy

    async def end(self, turns: Turns, incoming: Incoming, prepared: Prepared | QueueFull) -> Outcome:
        """The second transaction."""
        if isinstance(prepared, QueueFull):
            return await turns.give_up(incoming, TooBusy())
        return await turns.finish(incoming, prepared)
