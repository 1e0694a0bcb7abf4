"""A table for str.translate that a function fills, letter by letter, as texts need it."""

from collections.abc import Callable

MOST = 20_000
"""So many letters are remembered: more than Japanese has, and not all that a hostile text may be made of."""


class Each(dict[int, str]):
    """What becomes of each letter. The function is asked once for a letter, since a text of 4,096 has few of them."""

    def __init__(self, becomes: Callable[[str], str]) -> None:
        super().__init__()
        self._becomes = becomes

    def __missing__(self, letter: int) -> str:
        if len(self) >= MOST:
            self.clear()
        found = self[letter] = self._becomes(chr(letter))
        return found
