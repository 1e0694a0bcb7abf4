"""What every page says when the browser can't run it. Each of the three reasons asks for something else."""

from typing import Protocol

OLDEST_IOS = 14
OLDEST_CHROME = 80
"""The oldest browsers that the pages serve; older ones are told so."""


class Pages(Protocol):
    def too_old_title(self) -> str: ...

    def too_old(self, ios: int, chrome: int) -> str:
        """The browser can't read the page's script; these are the oldest that can."""

    def not_loaded_title(self) -> str: ...

    def not_loaded(self) -> str:
        """The script did not arrive."""

    def broken_title(self) -> str: ...

    def broken(self) -> str:
        """The script was read and failed: the fault is the page's own."""


def unrunnable(words: Pages) -> dict[str, str]:
    """The sentences by the names of their places in a page's HTML."""
    return {
        "too_old_title": words.too_old_title(),
        "too_old": words.too_old(OLDEST_IOS, OLDEST_CHROME),
        "not_loaded_title": words.not_loaded_title(),
        "not_loaded": words.not_loaded(),
        "broken_title": words.broken_title(),
        "broken": words.broken(),
    }
