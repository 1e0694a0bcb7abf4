"""The keys of the buttons by which staff propose the erasure of a member."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class AskErase(Press, tag="ea"):
    """What an erasure would do, and for which reason it is proposed."""

    member: int


@dataclass(frozen=True)
class EraseFor(Press, tag="ef"):
    """Propose it for one of the usual reasons, by its number."""

    member: int
    reason: int
