"""The keys of the buttons of the room of members."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class Room(Press, tag="xr"):
    """The room of staff: look for a member."""


@dataclass(frozen=True)
class Turned(Press, tag="xp"):
    """A page of the results."""

    page: int


@dataclass(frozen=True)
class OpenMember(Press, tag="xm"):
    """A member's card."""

    member: int


@dataclass(frozen=True)
class AskWhy(Press, tag="xw"):
    """An act of staff on a member: be asked for the reason."""

    act: str
    member: int


@dataclass(frozen=True)
class DoIt(Press, tag="xd"):
    """Do it for one of the usual reasons (numbered from 0)."""

    act: str
    member: int
    reason: int


@dataclass(frozen=True)
class Receptions(Press, tag="xk"):
    """The trainings whose check-in codes can be shown."""

    page: int
