"""The keys of the buttons of a declaration on staff's desk."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class OpenEvidence(Press, tag="xe"):
    """A file that goes with a declaration: have it sent."""

    declaration: int
    evidence: int


@dataclass(frozen=True)
class AskWhyFiled(Press, tag="xy"):
    """Accept the declaration, or refuse it: for which reason?"""

    declaration: int
    page: int
    accept: bool


@dataclass(frozen=True)
class DecideFiled(Press, tag="xg"):
    """The decision, for one of the usual reasons (0…)."""

    declaration: int
    page: int
    accept: bool
    reason: int
