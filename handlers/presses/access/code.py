"""The key of the button with which a member disowns a one-time code."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class DisownCode(Press, tag="yd"):
    """The member did not ask for the code that ends in this minute (minutes since 1970)."""

    minute: int
