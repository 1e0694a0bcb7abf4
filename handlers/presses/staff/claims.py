"""The keys of the buttons of a late claim on staff's desk."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class AskWhyClaim(Press, tag="xa"):
    """Accept the claim, or refuse it: be asked for the reason."""

    claim: int
    page: int
    accept: bool


@dataclass(frozen=True)
class DecideClaim(Press, tag="xj"):
    """Decide for one of the usual reasons (numbered from 0)."""

    claim: int
    page: int
    accept: bool
    reason: int


@dataclass(frozen=True)
class CloseClaim(Press, tag="xz"):
    """Close the claim, because the organiser registered the member in the meantime."""

    claim: int
    page: int
