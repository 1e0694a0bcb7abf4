"""What comes of a letter that is not written."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Unwanted:
    """The letter is not to be sent after all. `why` is for the record."""

    why: str


@dataclass(frozen=True)
class NotYet(Unwanted):
    """The letter is not to be sent before this moment."""

    at: datetime
