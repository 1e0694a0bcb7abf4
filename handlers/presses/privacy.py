"""The keys of the buttons of the privacy notice."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class Privacy(Press, tag="pv"):
    """Read the notice."""


@dataclass(frozen=True)
class ReadAll(Press, tag="pf"):
    """Read a page of the whole notice. `asked`: on the way to the first login, which it leads back to."""

    page: int
    asked: bool


@dataclass(frozen=True)
class Accept(Press, tag="pa"):
    """Accept this version of the notice, no other."""

    version: str


@dataclass(frozen=True)
class Decline(Press, tag="pd"):
    """Do not accept the notice."""
