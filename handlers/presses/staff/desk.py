"""The keys of the buttons of staff's desk."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class Desk(Press, tag="xq"):
    """Everything that waits to be decided."""


@dataclass(frozen=True)
class Claims(Press, tag="xl"):
    """A page of the late claims that wait."""

    page: int


@dataclass(frozen=True)
class OpenClaim(Press, tag="xc"):
    """A late claim. `page` is the page of the queue that it was found on."""

    claim: int
    page: int = 1


@dataclass(frozen=True)
class Filed(Press, tag="xs"):
    """A page of the declarations that wait."""

    page: int


@dataclass(frozen=True)
class OpenFiled(Press, tag="xo"):
    """A declaration that was submitted. `page` is the page of the queue that it was found on."""

    declaration: int
    page: int = 1
