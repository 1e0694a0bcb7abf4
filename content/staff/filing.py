"""Declarations that members submitted, as staff see and decide them."""

from dataclasses import dataclass
from enum import Enum

from content.credits.credit import StandingCredit
from content.declarations.declaring import Declared
from content.staff.cases import NOBODYS, Care


@dataclass(frozen=True)
class FiledLine:
    """A waiting declaration, as the queue shows it."""

    declared: Declared
    name: str
    member_no: str
    care: Care = NOBODYS

    @property
    def id(self) -> int:
        return self.declared.id

    @property
    def member_id(self) -> int:
        return self.declared.member_id


@dataclass(frozen=True)
class Held:
    """What a decision needs: the declaration, whether its member's account can earn credits, and who has it."""

    declared: Declared
    can_earn: bool
    care: Care = NOBODYS

    @property
    def id(self) -> int:
        return self.declared.id

    @property
    def member_id(self) -> int:
        return self.declared.member_id


@dataclass(frozen=True)
class Alike:
    """Another declaration of the member that may report the same learning: it has the same day, or the same file."""

    declared: Declared
    same_day: bool
    same_code: bool
    same_file: bool


@dataclass(frozen=True)
class Filed:
    """A declaration with everything that staff decide by. `decided_by`: the name of the member of staff, or empty.

    `alike`: the member's similar declarations, the latest first. `earned`: the other standing credits of that day.
    """

    declared: Declared
    name: str
    kana: str
    member_no: str
    can_earn: bool
    decided_by: str
    alike: tuple[Alike, ...]
    earned: tuple[StandingCredit, ...]
    care: Care = NOBODYS

    @property
    def id(self) -> int:
        return self.declared.id

    @property
    def member_id(self) -> int:
        return self.declared.member_id

    @property
    def held(self) -> Held:
        return Held(self.declared, self.can_earn, self.care)


class Decided(Enum):
    """The outcome of a decision."""

    NEW = "it holds"
    BEFORE = "it was decided before, or withdrawn"
    OWN = "nobody decides upon his own"
    CANNOT_EARN = "the account earns no credits"
    TAKEN = "a colleague has it"
