"""Of staff: late claims of attendance. One is opened, accepted or refused for a reason, and its member is told.

Every look and every decision is in the log, also one that came too late or was not his to make.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from content.attending import Claim
from content.letters import ClaimDecided
from content.note import Note
from content.refusals import StaleButton
from content.rights import Act
from handlers.presses.staff import claims as presses
from handlers.presses.staff.desk import Claims, OpenClaim
from handlers.screens.paging import PAGE
from handlers.screens.screen import Screen
from handlers.screens.staff import claims as screens
from handlers.staff import acting
from handlers.staff.rights import may
from handlers.turn import Hears, On, StaffTurn, Turn, Unwanted, Writes
from storage.people import chats
from storage.post.letters import Letter
from storage.trainings import claims
from storage.trainings.claims import LateCard, Outcome

_ACTS: Mapping[Claim, str] = {
    Claim.ACCEPTED: "accept_claim",
    Claim.REFUSED: "refuse_claim",
    Claim.SETTLED: "close_claim",
}


@dataclass(frozen=True)
class AwaitReason(Note, expects="claim_why"):
    """The reason of a decision on a claim, opened from this page of the queue."""

    claim: int
    page: int
    accept: bool


def queue(turn: StaffTurn, press: Claims) -> Screen:
    found = claims.queue(turn.session, press.page, PAGE)
    shown = [one.member_id for one in found.lines]
    acting.write(turn, "listed_claims", None, acting.looking(turn), {}, {"waiting": found.total, "shown": shown})
    return screens.queue(found, turn.now, turn.words)


def open_claim(turn: StaffTurn, press: OpenClaim) -> Screen:
    """A look at what a member wrote, which must be provable later. Raises StaleButton."""
    card = claims.one(turn.session, press.claim, turn.house.rulebook, turn.now)
    return _viewed(turn, card, _show(turn, card, press.page))


def ask_why(turn: StaffTurn, press: presses.AskWhyClaim) -> Screen:
    """Where there is nothing to decide any more, the card says so."""
    card = claims.one(turn.session, press.claim, turn.house.rulebook, turn.now)
    for outcome in claims.barred(card, _verdict(press.accept), turn.member.id):
        return _viewed(turn, card, _show(turn, card, press.page, outcome))
    note = AwaitReason(card.id, press.page, press.accept)
    chats.expect(turn.session, turn.chat.id, note)
    return screens.ask_why(card, press.page, turn.words, accept=press.accept)


def decide(turn: StaffTurn, press: presses.DecideClaim) -> Screen:
    reasons = turn.words.claims.reasons(accept=press.accept)
    if not 0 <= press.reason < len(reasons):
        raise StaleButton
    return _decide(turn, press.claim, press.page, _verdict(press.accept), reasons[press.reason])


def hear_why(turn: StaffTurn, note: AwaitReason, text: str) -> Screen:
    why = acting.reason(text)
    if not why:
        card = claims.one(turn.session, note.claim, turn.house.rulebook, turn.now)
        return screens.bad_reason(card, note.page, acting.LONGEST_REASON, turn.words, accept=note.accept)
    chats.expect(turn.session, turn.chat.id, None)
    return _decide(turn, note.claim, note.page, _verdict(note.accept), why)


def close(turn: StaffTurn, press: presses.CloseClaim) -> Screen:
    return _decide(turn, press.claim, press.page, Claim.SETTLED, turn.words.claims.why_closed())


def write_decided(turn: Turn, letter: Letter[ClaimDecided]) -> Screen | Unwanted:
    card = claims.one(turn.session, letter.key.claim, turn.house.rulebook, turn.now)
    if card.member_id != turn.member.id or card.state not in (Claim.ACCEPTED, Claim.REFUSED):
        return Unwanted("not decided")
    elsewhere = card.mine.listed.training.prefecture in turn.rules.certified_elsewhere
    return screens.told(card, turn.words, elsewhere=elsewhere)


def _decide(turn: StaffTurn, claim_id: int, page: int, verdict: Claim, why: str) -> Screen:
    rulebook = turn.house.rulebook
    before = claims.hold(turn.session, claim_id, rulebook, turn.now)
    outcome = claims.decide(turn.session, before, verdict, why, turn.member.id, rulebook, turn.now)
    after = claims.one(turn.session, claim_id, rulebook, turn.now)
    screen = _show(turn, after, page, outcome)
    facts = _facts(after) | {"outcome": outcome.value}
    acting.write(turn, _ACTS[verdict], before.member_id, why, _facts(before), facts)
    return screen


def _viewed(turn: StaffTurn, card: LateCard, screen: Screen) -> Screen:
    """The screen, with its line in the log."""
    acting.write(turn, "viewed_claim", card.member_id, acting.looking(turn), {}, {"claim": card.id})
    return screen


def _show(turn: StaffTurn, card: LateCard, page: int, *outcomes: Outcome) -> Screen:
    said = "".join(screens.said_of(outcome, card, turn.words) for outcome in outcomes)
    view = screens.View(card, page, card.member_id == turn.member.id, claims.next_one(turn.session))
    return screens.card(view, turn.now, turn.words, said)


def _facts(card: LateCard) -> dict[str, object]:
    """What of a claim a decision may change. What the member wrote is none of the log's."""
    return {"claim": card.id, "state": card.state.value, "half_units": card.mine.seen.half_units}


def _verdict(accept: bool) -> Claim:
    return Claim.ACCEPTED if accept else Claim.REFUSED


ROUTES = (
    On(Claims, queue, may(Act.DECIDE_CLAIMS)),
    On(OpenClaim, open_claim, may(Act.DECIDE_CLAIMS)),
    On(presses.AskWhyClaim, ask_why, may(Act.DECIDE_CLAIMS)),
    On(presses.DecideClaim, decide, may(Act.DECIDE_CLAIMS)),
    On(presses.CloseClaim, close, may(Act.DECIDE_CLAIMS)),
    Hears(AwaitReason, hear_why, may(Act.DECIDE_CLAIMS)),
)
LETTERS = (Writes(ClaimDecided, write_decided),)
