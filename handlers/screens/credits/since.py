"""The quiet line under a total that reaches further back than the record."""

from collections.abc import Sequence

from content.credits.since import Since
from content.words import Words


def line(since: Sequence[Since], words: Words) -> tuple[str, ...]:
    """No line if everything that is shown lies within the record."""
    return (words.since.said(since),) if since else ()
