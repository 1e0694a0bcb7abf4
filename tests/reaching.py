"""Which states the drawn examples of a test came to: counted, and a test that misses one that matters is red."""

from collections import Counter

from hypothesis import event


class Reached:
    """Counts of the states that a test must reach. One is made for each run of a test, and looked at in its end."""

    def __init__(self, *wanted: str) -> None:
        self.counts = Counter(dict.fromkeys(wanted, 0))

    def note(self, state: str, *, when: bool = True) -> None:
        """The example is in this state, if `when`. Raises KeyError for a state that the test does not want."""
        if state not in self.counts:
            raise KeyError(state)
        if when:
            self.counts[state] += 1
            event(state)

    def check(self) -> None:
        """Fails if a state was never reached: the strategies are then too flat to find what they are there for."""
        missed = [state for state, times in self.counts.items() if not times]
        assert not missed, f"never reached: {', '.join(missed)}; reached: {dict(self.counts)}"
