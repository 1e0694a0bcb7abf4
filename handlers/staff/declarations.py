"""Of staff: declarations that were handed in. One is opened with its evidence, accepted or refused for a reason.

Every look and every decision is in the log, also one that came too late or was not his to make.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Concatenate, ParamSpec

from sqlalchemy.orm import Session

from content import rights
from content.declaring import State
from content.letters import EvidenceFile
from content.note import Note
from content.refusals import NoSuchDeclaration, StaleButton
from content.rights import Act
from handlers.keeping import Keeps, PaperGone
from handlers.presses.staff import declarations as presses
from handlers.presses.staff.desk import Filed as Queued
from handlers.presses.staff.desk import OpenFiled
from handlers.screens.paging import PAGE
from handlers.screens.screen import KeptEvidence, Screen
from handlers.screens.staff import declarations as screens
from handlers.staff import acting
from handlers.staff.rights import may
from handlers.turn import Hears, On, StaffTurn, Turn, Unwanted, Writes
from storage.declarations import cases, decisions, evidence
from storage.declarations.cases import Filed
from storage.declarations.decisions import Decided
from storage.people import chats
from storage.post import letters
from storage.post.letters import Letter
from storage.staff import roles

W = ParamSpec("W")


@dataclass(frozen=True)
class AwaitReason(Note, expects="declaration_why"):
    """The reason of a decision on a declaration, opened from this page of the queue."""

    declaration: int
    page: int
    accept: bool


def queue(turn: StaffTurn, press: Queued) -> Screen:
    found = cases.queue(turn.session, press.page, PAGE)
    shown = [one.declared.member_id for one in found.lines]
    acting.write(turn, "listed_declarations", None, acting.looking(turn), {}, {"waiting": found.total, "shown": shown})
    return screens.queue(found, turn.now, turn.words)


def open_declaration(turn: StaffTurn, press: OpenFiled) -> Screen:
    """A look at what a member declared, which must be provable later."""
    shown = cases.one(turn.session, press.declaration)
    return _viewed(turn, shown, _show(turn, shown, press.page))


def open_evidence(turn: StaffTurn, press: presses.OpenEvidence) -> Screen:
    """Queued in the transaction of the log's line: no file is sent without one. Raises StaleButton."""
    shown = cases.one(turn.session, press.declaration)
    if press.evidence not in {one.id for one in shown.declared.evidence}:
        raise StaleButton
    key, slot = EvidenceFile(press.declaration, press.evidence), str(turn.update_id)
    letters.put(turn.session, member_id=turn.member.id, key=key, slot=slot, at=turn.now)
    facts = {"declaration": press.declaration, "evidence": press.evidence}
    acting.write(turn, "viewed_evidence", shown.declared.member_id, acting.looking(turn), {}, facts)
    return screens.file_comes(turn.words)


def ask_why(turn: StaffTurn, press: presses.AskWhyFiled) -> Screen:
    """Where there is nothing to decide any more, the card says so."""
    shown = cases.one(turn.session, press.declaration)
    for outcome in _barred(turn, shown, accept=press.accept):
        return _viewed(turn, shown, _show(turn, shown, press.page, outcome))
    note = AwaitReason(press.declaration, press.page, press.accept)
    chats.expect(turn.session, turn.chat.id, note)
    return screens.ask_why(shown, press.page, turn.words, accept=press.accept)


def decide(turn: StaffTurn, press: presses.DecideFiled) -> Screen:
    reasons = turn.words.declarations.reasons(accept=press.accept)
    if not 0 <= press.reason < len(reasons):
        raise StaleButton
    return _decide(turn, press.declaration, press.page, reasons[press.reason], accept=press.accept)


def hear_why(turn: StaffTurn, note: AwaitReason, text: str) -> Screen:
    why = acting.reason(text)
    if not why:
        shown = cases.one(turn.session, note.declaration)
        return screens.bad_reason(shown, note.page, acting.LONGEST_REASON, turn.words, accept=note.accept)
    chats.expect(turn.session, turn.chat.id, None)
    return _decide(turn, note.declaration, note.page, why, accept=note.accept)


def write_evidence(turn: Turn, letter: Letter[EvidenceFile]) -> Screen | Unwanted:
    """By the record of now: to one who is of staff still, of a declaration that was not taken back."""
    number, wanted = letter.key.declaration, letter.key.evidence
    if not rights.may(Act.DECIDE_DECLARATIONS, roles.roles(turn.session, turn.member.id)):
        return Unwanted("the role is lost")
    try:
        shown = cases.one(turn.session, number)
    except NoSuchDeclaration:
        return Unwanted("the declaration was taken back")
    for place, one in enumerate(shown.declared.evidence, start=1):
        if one.id == wanted:
            return screens.file(shown, place, one, turn.words)
    return Unwanted("the file is gone")


def evidence_content(session: Session, paper: KeptEvidence) -> bytes:
    """Raises PaperGone if the file does not go with the declaration any more."""
    try:
        return evidence.content(session, paper.declaration_id, paper.evidence_id)
    except NoSuchDeclaration:
        raise PaperGone from None


def _or_gone(act: Callable[Concatenate[StaffTurn, W], Screen]) -> Callable[Concatenate[StaffTurn, W], Screen]:
    """What was taken back meanwhile is said to be gone: a member's own refusal would send staff to /declare."""

    def taken(turn: StaffTurn, /, *what: W.args, **more: W.kwargs) -> Screen:
        try:
            return act(turn, *what, **more)
        except NoSuchDeclaration:
            return screens.gone(turn.words)

    return taken


def _decide(turn: StaffTurn, number: int, page: int, why: str, *, accept: bool) -> Screen:
    before = cases.one(turn.session, number)
    outcome = _outcome(turn, number, why, accept=accept)
    after = cases.one(turn.session, number)
    screen = _show(turn, after, page, outcome)
    stood = _facts(before if outcome is Decided.NEW else after)
    act = "accept_declaration" if accept else "refuse_declaration"
    acting.write(turn, act, after.declared.member_id, why, stood, _facts(after) | {"outcome": outcome.value})
    return screen


def _outcome(turn: StaffTurn, number: int, why: str, *, accept: bool) -> Decided:
    by, at = turn.member.id, turn.now
    if accept:
        return decisions.accept(turn.session, number, staff_id=by, reason=why, at=at, rulebook=turn.house.rulebook)
    return decisions.refuse(turn.session, number, staff_id=by, reason=why, at=at)


def _barred(turn: StaffTurn, shown: Filed, *, accept: bool) -> tuple[Decided, ...]:
    """What stands against a decision, as far as it is seen before one is made."""
    if shown.declared.state is not State.SUBMITTED:
        return (Decided.BEFORE,)
    if shown.declared.member_id == turn.member.id:
        return (Decided.OWN,)
    return (Decided.CANNOT_EARN,) if accept and not shown.can_earn else ()


def _viewed(turn: StaffTurn, shown: Filed, screen: Screen) -> Screen:
    """The screen, with its line in the log."""
    facts = {"declaration": shown.declared.id}
    acting.write(turn, "viewed_declaration", shown.declared.member_id, acting.looking(turn), {}, facts)
    return screen


def _show(turn: StaffTurn, shown: Filed, page: int, *outcomes: Decided) -> Screen:
    said = "".join(screens.said_of(outcome, shown, turn.words) for outcome in outcomes)
    own = shown.declared.member_id == turn.member.id
    view = screens.View(shown, page, own, cases.next_one(turn.session))
    return screens.card(view, turn.now, turn.words, said)


def _facts(shown: Filed) -> dict[str, object]:
    """What of a declaration a decision changes. What the member wrote is none of the log's."""
    return {"declaration": shown.declared.id, "state": shown.declared.state.value}


ROUTES = (
    On(Queued, queue, may(Act.DECIDE_DECLARATIONS)),
    On(OpenFiled, _or_gone(open_declaration), may(Act.DECIDE_DECLARATIONS)),
    On(presses.OpenEvidence, _or_gone(open_evidence), may(Act.DECIDE_DECLARATIONS)),
    On(presses.AskWhyFiled, _or_gone(ask_why), may(Act.DECIDE_DECLARATIONS)),
    On(presses.DecideFiled, _or_gone(decide), may(Act.DECIDE_DECLARATIONS)),
    Hears(AwaitReason, _or_gone(hear_why), may(Act.DECIDE_DECLARATIONS)),
)
LETTERS = (Writes(EvidenceFile, write_evidence),)
PAPERS = (Keeps(KeptEvidence, evidence_content),)
