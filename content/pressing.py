"""The same press, several times in a moment: it asks for one thing, and is answered once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Self

MOST_KEPT = 16
"""So many presses of a chat are remembered. Nobody presses more buttons within the seconds that count."""


@dataclass(frozen=True)
class Answered:
    """A press that was answered: which message, the data of its button, when. `new`: something new was sent."""

    message: int
    data: str
    at: datetime
    new: bool

    def pack(self) -> list[int | str]:
        """As JSON keeps it."""
        return [self.message, self.data, int(self.at.timestamp() * 1000), int(self.new)]

    @classmethod
    def unpack(cls, kept: Sequence[int | str]) -> Self:
        """The press that was packed into these values."""
        message, data, at_ms, new = kept
        return cls(int(message), str(data), datetime.fromtimestamp(int(at_ms) / 1000, UTC), bool(new))


def is_repeated(answered: Iterable[Answered], message: int, data: str, now: datetime, within_s: int) -> bool:
    """Whether this press was answered within so many seconds, so that it is not answered again.

    If the answer only changed the message and another of its buttons was pressed since, the message shows something
    else by now, and the press is meant: forward, back, forward. What was sent stays, whatever was pressed since.
    """
    others = False
    for one in reversed([one for one in answered if one.message == message]):
        if one.data == data:
            return _is_recent(one, now, within_s) and (one.new or not others)
        others = True
    return False


def noted(answered: Iterable[Answered], one: Answered, within_s: int) -> tuple[Answered, ...]:
    """These and one more, the newest last, without those that no longer count."""
    rest = [
        other
        for other in answered
        if (other.message, other.data) != (one.message, one.data) and _is_recent(other, one.at, within_s)
    ]
    return (*rest, one)[-MOST_KEPT:]


def _is_recent(one: Answered, now: datetime, within_s: int) -> bool:
    # not before it either: a clock that was set back must not keep a button closed until it has caught up
    return timedelta() <= now - one.at < timedelta(seconds=within_s)
