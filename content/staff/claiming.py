"""Late claims of attendance, as staff see and decide them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from content.attendance.attending import Claim, Mine
from content.staff.cases import NOBODYS, Care


@dataclass(frozen=True)
class ClaimLine:
    """A waiting claim, as the queue shows it. `title` and `title_en` are the training's."""

    id: int
    member_id: int
    name: str
    member_no: str
    title: str
    title_en: str
    claimed_at: datetime
    care: Care = NOBODYS


@dataclass(frozen=True)
class Decision:
    """When and why a claim was decided, and the name of the member of staff who decided."""

    at: datetime
    by: str
    reason: str


@dataclass(frozen=True)
class ClaimCase:
    """A claim with everything that staff decide by. `mine`: the training, and what doors and organiser recorded.

    `decision` is None while the claim is open. `earlier`: how many claims the member made before, by their state.
    """

    id: int
    member_id: int
    name: str
    kana: str
    member_no: str
    can_earn: bool
    note: str
    claimed_at: datetime
    state: Claim
    decision: Decision | None
    mine: Mine
    earlier: Mapping[Claim, int]
    care: Care = NOBODYS

    @property
    def registered(self) -> bool:
        """Whether the organiser has registered the member, so that nothing is left to decide."""
        return bool(self.mine.seen.half_units)


class Outcome(Enum):
    """What came of a decision."""

    DONE = "done"
    DECIDED_BEFORE = "decided before"
    OWN = "of the member of staff himself"
    REGISTERED = "registered by the organiser"
    NOT_REGISTERED = "not registered by the organiser"
    CANNOT_EARN = "the account earns nothing"
    TAKEN = "a colleague has it"
