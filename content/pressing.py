"""The same press, several times in a moment: it asks for one thing, and is answered once."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Self

MOST_KEPT = 16
"""So many presses of a chat are remembered. Nobody presses more buttons within the seconds that count."""


@dataclass(frozen=True)
class Answered:
    """A press that was answered: which message, the mark of its button, when. `new`: something new was sent."""

    message: int
    mark: str
    at: datetime
    new: bool

    def pack(self) -> list[int | str]:
        """As JSON keeps it."""
        return [self.message, self.mark, int(self.at.timestamp() * 1000), int(self.new)]

    @classmethod
    def unpack(cls, kept: Sequence[int | str]) -> Self:
        """The press that was packed into these values."""
        message, mark, at_ms, new = kept
        return cls(int(message), str(mark), datetime.fromtimestamp(int(at_ms) / 1000, UTC), bool(new))


def mark_of(data: str) -> str:
    """By what a button is known again. Its data itself is not kept in clear: it may open a certificate."""
    return hashlib.sha256(data.encode(errors="backslashreplace")).hexdigest()[:16]


def is_repeated(answered: Iterable[Answered], message: int, mark: str, now: datetime, within_s: int) -> bool:
    """Whether this press was answered within so many seconds, so that it is not answered again.

    If the answer only changed the message and another of its buttons was pressed since, the message shows something
    else by now, and the press is meant: forward, back, forward. What was sent stays, whatever was pressed since.
    """
    others = False
    for one in reversed([one for one in answered if one.message == message]):
        if one.mark == mark:
            return _is_recent(one, now, within_s) and (one.new or not others)
        others = True
    return False


def noted(answered: Iterable[Answered], one: Answered, within_s: int) -> tuple[Answered, ...]:
    """These and one more, the newest last, without those that no longer count."""
    rest = [
        other
        for other in answered
        if (other.message, other.mark) != (one.message, one.mark) and _is_recent(other, one.at, within_s)
    ]
    return (*rest, one)[-MOST_KEPT:]


def _is_recent(one: Answered, now: datetime, within_s: int) -> bool:
    # not before it either: a clock that was set back must not keep a button closed until it has caught up
    return timedelta() <= now - one.at < timedelta(seconds=within_s)
