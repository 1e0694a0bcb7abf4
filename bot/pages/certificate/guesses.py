"""Counts the tokens that nobody has, by the address they come from and all together.

It lies in memory, so an address is on record nowhere. A token that a certificate has is always answered: behind a
proxy all visitors may have one address.
"""

from datetime import datetime, timedelta

from content.access.guarding import Bucket, Tally

OF_ONE = Bucket(holds=20, drains_every=timedelta(seconds=30))
OF_ALL = Bucket(holds=500, drains_every=timedelta(seconds=5))
MOST = 10_000
"""So many addresses are remembered; of more, those that were heard of longest ago are forgotten."""
_EVERYBODY = ""


class Guesses:
    """What was guessed lately."""

    def __init__(self) -> None:
        self._tallies: dict[str, Tally] = {}

    def wrong(self, address: str, now: datetime) -> bool:
        """Count a token of nobody. True if there were too many, so that it is not even said that it is unknown."""
        waits = [self._count(of, limit, now) for of, limit in ((address, OF_ONE), (_EVERYBODY, OF_ALL))]
        return any(waits)

    def _count(self, of: str, limit: Bucket, now: datetime) -> bool:
        before = self._tallies.pop(of, Tally(0, now, now))
        if before.until > now:
            self._tallies[of] = before
            return True
        self._tallies[of] = limit.after(before, now)
        while len(self._tallies) > MOST:
            del self._tallies[next(iter(self._tallies))]
        return False
