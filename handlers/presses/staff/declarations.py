"""The keys of the buttons of a declaration on staff's desk."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class OpenEvidence(Press, tag="xe"):
    """Have a file of evidence sent."""

    declaration: int
    evidence: int


@dataclass(frozen=True)
class AskWhyFiled(Press, tag="xy"):
    """Accept the declaration, or refuse it: be asked for the reason."""

    declaration: int
    page: int
    accept: bool


@dataclass(frozen=True)
class DecideFiled(Press, tag="xg"):
    """Decide for one of the usual reasons (numbered from 0)."""

    declaration: int
    page: int
    accept: bool
    reason: int
