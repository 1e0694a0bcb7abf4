"""The keys of the buttons by which an officer ends and resumes a membership."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class AskMembership(Press, tag="un"):
    """End it, or resume it (`ends` is false): be asked for the reason."""

    member: int
    ends: bool


@dataclass(frozen=True)
class ChangeMembership(Press, tag="uv"):
    """Do it for one of the usual reasons (numbered from 0)."""

    member: int
    ends: bool
    reason: int
