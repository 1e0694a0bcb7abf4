"""Late claims of attendance, for staff. A claim is opened, accepted or refused for a reason, and its member is told."""

from dataclasses import dataclass

from content.attendance.attending import Claim
from content.keys.letters import ClaimDecided
from content.staff.claiming import ClaimCase, ClaimLine, Outcome
from content.staff.rights import Act
from handlers.presses.staff import claims as presses
from handlers.presses.staff.desk import Claims, OpenClaim
from handlers.screens.screen import Screen
from handlers.screens.staff import claims as screens
from handlers.staff.cases.casework import Casework, ReasonNote
from handlers.staff.rights import may
from handlers.turn import Hears, On, StaffTurn, Turn, Unwanted, Writes
from storage.post.letters import Letter
from storage.trainings import claims


@dataclass(frozen=True)
class AwaitReason(ReasonNote, expects="claim_why"):
    """The reason of a decision on a claim is awaited. The claim was opened from this page of the queue."""

    claim: int


def queue(turn: StaffTurn, press: Claims) -> Screen:
    return CASES.queue(turn, press.page)


def open_claim(turn: StaffTurn, press: OpenClaim) -> Screen:
    """Show a claim. Raises StaleButton."""
    return CASES.open(turn, press.claim, press.page)


def ask_why(turn: StaffTurn, press: presses.AskWhyClaim) -> Screen:
    return CASES.ask_why(turn, press.claim, press.page, accept=press.accept)


def decide(turn: StaffTurn, press: presses.DecideClaim) -> Screen:
    return CASES.choose(turn, press.claim, press.page, press.reason, accept=press.accept)


def hear_why(turn: StaffTurn, note: AwaitReason, text: str) -> Screen:
    return CASES.hear_why(turn, note.claim, note, text)


def close(turn: StaffTurn, press: presses.CloseClaim) -> Screen:
    return CASES.decide(turn, press.claim, press.page, Claim.SETTLED, turn.words.claims.why_closed())


def write_decided(turn: Turn, letter: Letter[ClaimDecided]) -> Screen | Unwanted:
    case = claims.case(turn.session, letter.key.claim, turn.house.rulebook, turn.now)
    if case.member_id != turn.person_id or case.state not in (Claim.ACCEPTED, Claim.REFUSED):
        return Unwanted("not decided")
    elsewhere = case.mine.listed.training.prefecture in turn.rules.certified_elsewhere
    return screens.told(case, turn.words, elsewhere=elsewhere)


def _look(turn: StaffTurn, number: int) -> ClaimCase:
    return claims.case(turn.session, number, turn.house.rulebook, turn.now)


def _hold(turn: StaffTurn, number: int) -> ClaimCase:
    return claims.hold(turn.session, number, turn.house.rulebook, turn.now)


def _settle(turn: StaffTurn, held: ClaimCase, verdict: Claim, why: str) -> Outcome:
    return claims.decide(turn.session, held, verdict, why, turn.person_id, turn.house.rulebook, turn.now)


def _facts(held: ClaimCase) -> dict[str, object]:
    """What a decision may change of a claim. What the member wrote stays out of the log."""
    return {"claim": held.id, "state": held.state.value, "half_units": held.mine.seen.half_units}


CASES = Casework[ClaimLine, ClaimCase, ClaimCase, Claim, Outcome](
    noun="claim",
    nouns="claims",
    awaits=lambda number, page, accept: AwaitReason(page, accept, claim=number),
    accepted=Claim.ACCEPTED,
    refused=Claim.REFUSED,
    act={Claim.ACCEPTED: "accept_claim", Claim.REFUSED: "refuse_claim", Claim.SETTLED: "close_claim"},
    queue_of=claims.queue,
    next_one=claims.next_one,
    look=_look,
    held_of=lambda case: case,
    hold=_hold,
    barred=claims.barred,
    care=lambda held: held.care,
    taken=Outcome.TAKEN,
    settle=_settle,
    facts=_facts,
    told=lambda outcome: outcome.value,
    reasons=lambda words, accept: words.claims.reasons(accept=accept),
    screens=screens,
)
ROUTES = (
    On(Claims, queue, may(Act.DECIDE_CLAIMS)),
    On(OpenClaim, open_claim, may(Act.DECIDE_CLAIMS)),
    On(presses.AskWhyClaim, ask_why, may(Act.DECIDE_CLAIMS)),
    On(presses.DecideClaim, decide, may(Act.DECIDE_CLAIMS)),
    On(presses.CloseClaim, close, may(Act.DECIDE_CLAIMS)),
    Hears(AwaitReason, hear_why, may(Act.DECIDE_CLAIMS)),
)
LETTERS = (Writes(ClaimDecided, write_decided),)
