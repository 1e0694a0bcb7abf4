"""Declarations, late claims and registrations as a child would keep them: dicts, and nothing that is shared."""

from dataclasses import dataclass, field

from content.attendance.attending import Claim
from content.declarations.declaring import Kind, State, Step
from content.staff.claiming import Outcome
from content.staff.filing import Decided

WHOLE = 3
"""Half-units of every training."""

Letter = tuple[int, str, str]
"""To whom, of which kind, about what."""


@dataclass
class Paper:
    """A declaration."""

    owner: int
    kind: Kind
    said: dict[Step, object] = field(default_factory=dict)
    files: set[bytes] = field(default_factory=set)
    state: State = State.DRAFT

    @property
    def untouched(self) -> bool:
        return not self.said and not self.files

    @property
    def whole(self) -> bool:
        return {Step.WHAT, Step.DAY, Step.UNITS, Step.CODE} <= self.said.keys() and bool(self.files)

    @property
    def seen(self) -> bool:
        """Whether staff see it."""
        return self.state in (State.SUBMITTED, State.ACCEPTED, State.REFUSED)


@dataclass
class Seat:
    """A member at a training: `halves` is 0 until he is registered."""

    doors: bool = False
    claim: Claim = Claim.NONE
    number: int = 0
    halves: int = 0


@dataclass
class Book:
    """All of it. `granted` has what each (member, source) was given once; what was taken back is not in `stands`."""

    papers: dict[int, Paper] = field(default_factory=dict)
    seats: dict[tuple[int, int], Seat] = field(default_factory=dict)
    registered: set[int] = field(default_factory=set)
    granted: dict[tuple[int, str], int] = field(default_factory=dict)
    stands: dict[tuple[int, str], int] = field(default_factory=dict)
    letters: list[Letter] = field(default_factory=list)

    def seat(self, member: int, training: int) -> Seat:
        return self.seats.setdefault((member, training), Seat())

    def drafts(self, owner: int) -> list[int]:
        """Of a member, the latest first."""
        return [
            number
            for number, one in sorted(self.papers.items(), reverse=True)
            if one.owner == owner and one.state is State.DRAFT
        ]

    def begin(self, owner: int, kind: Kind) -> int:
        """The draft that is gone on with; 0 where a new one is begun."""
        return next((n for n in self.drafts(owner) if self.papers[n].untouched and self.papers[n].kind is kind), 0)

    def again(self, former: Paper) -> int:
        """The draft that says the same already; 0 where there is none."""
        drafts = ((number, self.papers[number]) for number in self.drafts(former.owner))
        return next((n for n, one in drafts if (one.kind, one.said) == (former.kind, former.said)), 0)

    def grant(self, member: int, source: str, halves: int) -> None:
        """Once for ever: what was taken back does not come again."""
        if (member, source) not in self.granted:
            self.granted[member, source] = self.stands[member, source] = halves

    def decide(self, number: int, staff: int, *, accepted: bool) -> Decided:
        one = self.papers[number]
        if one.owner == staff:
            return Decided.OWN
        if one.state is not State.SUBMITTED:
            return Decided.BEFORE
        one.state = State.ACCEPTED if accepted else State.REFUSED
        if accepted:
            self.grant(one.owner, f"declaration:{number}", int(str(one.said[Step.UNITS])))
        self.letters.append((one.owner, "declaration_decided", str(number)))
        return Decided.NEW

    def judge(self, member: int, training: int, source: str, staff: int, verdict: Claim) -> Outcome:
        seat = self.seats[member, training]
        if seat.claim is not Claim.OPEN:
            return Outcome.DECIDED_BEFORE
        if member == staff:
            return Outcome.OWN
        if bool(seat.halves) is not (verdict is Claim.SETTLED):
            return Outcome.REGISTERED if seat.halves else Outcome.NOT_REGISTERED
        seat.claim = verdict
        if verdict is not Claim.SETTLED:
            self.letters.append((member, "claim_decided", str(seat.number)))
        if verdict is Claim.ACCEPTED and training in self.registered:
            seat.halves = WHOLE
            self.grant(member, source, WHOLE)
        return Outcome.DONE

    def register(self, training: int, source: str, halves: dict[int, int]) -> int:
        """Those who are not registered yet; how many."""
        self.registered.add(training)
        new = 0
        for member, some in halves.items():
            seat = self.seat(member, training)
            if not seat.halves:
                seat.halves, new = some, new + 1
                self.grant(member, source, some)
                self.letters.append((member, "training_registered", str(training)))
        return new

    def present(self, training: int) -> dict[int, int]:
        """Who came and left, or is believed to have been there."""
        return self.claimed(training) | {
            member: WHOLE for (member, where), seat in self.seats.items() if where == training and seat.doors
        }

    def claimed(self, training: int) -> dict[int, int]:
        """Who is believed to have been there."""
        seats = ((member, seat) for (member, where), seat in self.seats.items() if where == training)
        return {member: WHOLE for member, seat in seats if seat.claim is Claim.ACCEPTED}
