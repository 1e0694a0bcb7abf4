"""What holds of a certificate that was issued."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from content.rules import day_of

LINK = "v"
"""How a deep link begins that checks a certificate: start=v_TOKEN."""

LARGEST_FILE = 1_000_000
"""In bytes. A larger file was never issued: a certificate of 500 credits has about a quarter of it."""


class State(StrEnum):
    """A certificate is valid until it is replaced by another, or revoked."""

    VALID = "valid"
    REPLACED = "replaced"
    REVOKED = "revoked"


class Reason(StrEnum):
    """Why a certificate does not hold any more. Strangers read it, so it is one of these and nobody's own words."""

    NAME = "name"
    CREDIT = "credit"
    MISTAKE = "mistake"
    WISH = "wish"
    MISUSE = "misuse"


@dataclass(frozen=True)
class End:
    """Since when and why it does not hold. `instead` is the number of the certificate that replaces it."""

    state: State
    at: datetime
    reason: Reason
    instead: str | None = None


@dataclass(frozen=True)
class Standing:
    """What everybody may know who holds a certificate. `first` and `last`: both included. `sha256`: of its file, in hex
    digits. `name` is None if it was erased; it is only compared and never shown whole. Of one whose facts were erased
    before its totals were noted, these are 0. `sample`: samples are among the credits, as the demo alone certifies
    them.
    """

    certificate_id: int
    number: str
    issued_at: datetime
    first: date
    last: date
    half_units: int
    codes: int
    sha256: str
    name: str | None = None
    end: End | None = None
    sample: bool = False

    @property
    def issued_on(self) -> date:
        """The day in Japan."""
        return day_of(self.issued_at)

    @property
    def state(self) -> State:
        return State.VALID if self.end is None else self.end.state
