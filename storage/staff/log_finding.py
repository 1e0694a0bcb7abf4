"""What may be wrong with the log of staff, and where."""

from dataclasses import dataclass
from enum import StrEnum


class Wrong(StrEnum):
    """What is wrong with acts, or with the key of a member."""

    CHANGED = "changed or inserted"
    MISSING = "missing"
    UNPROVEN = "can't be proved, for the one before it is missing"
    OTHER = "not the one whose seal was noted outside the database"
    NO_KEY = "can't be read: the key is gone, and no act tells that it was erased"
    OTHER_KEY = "can't be read: the key on record is not the one that sealed it"
    NOT_ERASED = "can still be read, although a later act tells that the key was erased"
    SHARED_KEY = "has the key of another member"


@dataclass(frozen=True, order=True)
class Finding:
    """What is wrong with the acts from `first` to `last`. With `member` it is about those alone that are sealed under
    the key of this member; without acts (`first` is 0) it is about the key itself.
    """

    first: int
    last: int
    wrong: Wrong
    member: int = 0

    def __str__(self) -> str:
        which = f"act {self.first}" if self.first == self.last else f"acts {self.first} to {self.last}"
        if not self.member:
            return f"{which}: {self.wrong}"
        key = f"the key of member {self.member}"
        return f"{which}, under {key}: {self.wrong}" if self.first else f"member {self.member}: {self.wrong}"
