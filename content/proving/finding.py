"""What the proof finds: a credit that is missing, too much or different."""

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """What is wrong."""

    MISSING = "missing"
    EXTRA = "too much"
    DIFFERENT = "different"


@dataclass(frozen=True)
class Finding:
    """One fault, in words for the operator. They name no person: the member is told by the number of its row."""

    member_id: int
    source: str
    fault: Fault
    said: str
