"""Declarations that members handed in, as staff see and decide them."""

from dataclasses import dataclass
from enum import Enum

from content.credit import StandingCredit
from content.declaring import Declared


@dataclass(frozen=True)
class FiledLine:
    """A declaration that waits, as the queue names it."""

    declared: Declared
    name: str
    member_no: str

    @property
    def id(self) -> int:
        return self.declared.id

    @property
    def member_id(self) -> int:
        return self.declared.member_id


@dataclass(frozen=True)
class Held:
    """What a decision is made by: the declaration, and whether the account of its member earns credits."""

    declared: Declared
    can_earn: bool

    @property
    def id(self) -> int:
        return self.declared.id

    @property
    def member_id(self) -> int:
        return self.declared.member_id


@dataclass(frozen=True)
class Alike:
    """Another declaration of the same member that may tell of the same thing: it has the same day, or the same file."""

    declared: Declared
    same_day: bool
    same_code: bool
    same_file: bool


@dataclass(frozen=True)
class Filed:
    """A declaration with what there is to decide by. `decided_by` is what the member of staff is called, or empty.

    `alike`: what else the member declared, the latest first; `earned`: what else stands in the ledger for that day.
    """

    declared: Declared
    name: str
    kana: str
    member_no: str
    can_earn: bool
    decided_by: str
    alike: tuple[Alike, ...]
    earned: tuple[StandingCredit, ...]

    @property
    def id(self) -> int:
        return self.declared.id

    @property
    def member_id(self) -> int:
        return self.declared.member_id

    @property
    def held(self) -> Held:
        return Held(self.declared, self.can_earn)


class Decided(Enum):
    """What became of a decision."""

    NEW = "it holds"
    BEFORE = "it was decided before, or withdrawn"
    OWN = "nobody decides upon his own"
    CANNOT_EARN = "the account earns no credits"
