"""The keys of the buttons of a late claim on staff's desk."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class AskWhyClaim(Press, tag="xa"):
    """Accept the claim, or refuse it: for which reason?"""

    claim: int
    page: int
    accept: bool


@dataclass(frozen=True)
class DecideClaim(Press, tag="xj"):
    """The decision, for one of the usual reasons (0…)."""

    claim: int
    page: int
    accept: bool
    reason: int


@dataclass(frozen=True)
class CloseClaim(Press, tag="xz"):
    """The organiser registered him in the meantime: close it."""

    claim: int
    page: int
