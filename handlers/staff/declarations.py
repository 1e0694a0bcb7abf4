"""Declarations that were submitted, for staff. A declaration is opened with its evidence, accepted or refused for a
reason.

Every look and every decision is in the log, also a decision that came too late or was not this member's to make.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Concatenate, ParamSpec

from sqlalchemy.orm import Session

from content.declarations.declaring import State
from content.keys.letters import EvidenceFile
from content.refusals import NoSuchDeclaration, StaleButton
from content.staff import rights
from content.staff.filing import Decided, Filed, FiledLine, Held
from content.staff.rights import Act
from handlers.credits.naming import named
from handlers.keeping import Keeps, PaperGone
from handlers.pictures.evidence import as_jpeg
from handlers.presses.staff import declarations as presses
from handlers.presses.staff.desk import Filed as Queued
from handlers.presses.staff.desk import OpenFiled
from handlers.screens.screen import KeptEvidence, KeptHeic, Screen
from handlers.screens.staff import declarations as screens
from handlers.staff import acting
from handlers.staff.cases.casework import Casework, ReasonNote
from handlers.staff.rights import may
from handlers.turn import Hears, On, Personal, StaffTurn, Unwanted, WritesToAll
from storage.declarations import cases, decisions, evidence
from storage.post import requested
from storage.post.letters import Letter
from storage.staff import roles

W = ParamSpec("W")


@dataclass(frozen=True)
class AwaitReason(ReasonNote, expects="declaration_why"):
    """The reason of a decision on a declaration is awaited. The declaration was opened from this page of the queue."""

    declaration: int


def queue(turn: StaffTurn, press: Queued) -> Screen:
    return CASES.queue(turn, press.page)


def open_declaration(turn: StaffTurn, press: OpenFiled) -> Screen:
    return CASES.open(turn, press.declaration, press.page)


def open_evidence(turn: StaffTurn, press: presses.OpenEvidence) -> Screen:
    """Have a file sent. It is queued in the transaction that writes the log's line, so that no file is sent without
    one. Raises StaleButton.
    """
    shown = cases.filed(turn.session, press.declaration)
    if press.evidence not in {one.id for one in shown.declared.evidence}:
        raise StaleButton
    key = EvidenceFile(press.declaration, press.evidence)
    requested.ask(turn.session, member_id=turn.person_id, key=key, at=turn.now)
    facts = {"declaration": press.declaration, "evidence": press.evidence}
    acting.write(turn, "viewed_evidence", shown.declared.member_id, acting.looking(turn), {}, facts)
    return screens.file_comes(turn.words)


def ask_why(turn: StaffTurn, press: presses.AskWhyFiled) -> Screen:
    return CASES.ask_why(turn, press.declaration, press.page, accept=press.accept)


def decide(turn: StaffTurn, press: presses.DecideFiled) -> Screen:
    return CASES.choose(turn, press.declaration, press.page, press.reason, accept=press.accept)


def hear_why(turn: StaffTurn, note: AwaitReason, text: str) -> Screen:
    return CASES.hear_why(turn, note.declaration, note, text)


def write_evidence(turn: Personal, letter: Letter[EvidenceFile]) -> Screen | Unwanted:
    """Write the letter by the record of now. There is none if the reader lost the role, or the declaration was taken
    back.
    """
    number, wanted = letter.key.declaration, letter.key.evidence
    if not rights.may(Act.DECIDE_DECLARATIONS, roles.roles(turn.session, turn.person_id)):
        return Unwanted("the role is lost")
    try:
        shown = cases.filed(turn.session, number)
    except NoSuchDeclaration:
        return Unwanted("the declaration was taken back")
    for place, one in enumerate(shown.declared.evidence, start=1):
        if one.id == wanted:
            return screens.file(shown, place, one, turn.words)
    return Unwanted("the file is gone")


def evidence_content(session: Session, paper: KeptEvidence | KeptHeic) -> bytes:
    """The bytes of a file of evidence. Raises PaperGone if it is no longer part of the declaration."""
    try:
        return evidence.content(session, paper.declaration_id, paper.evidence_id)
    except NoSuchDeclaration:
        raise PaperGone from None


def _or_gone(act: Callable[Concatenate[StaffTurn, W], Screen]) -> Callable[Concatenate[StaffTurn, W], Screen]:
    """If the declaration was taken back meanwhile, say that it is gone. The refusal that members see would send staff
    to /declare.
    """

    def taken(turn: StaffTurn, /, *what: W.args, **more: W.kwargs) -> Screen:
        try:
            return act(turn, *what, **more)
        except NoSuchDeclaration:
            return screens.gone(turn.words)

    return taken


def _look(turn: StaffTurn, number: int) -> Filed:
    """The declaration with the credits of its day named as this chat says them."""
    shown = cases.filed(turn.session, number)
    return replace(shown, earned=named(turn, shown.earned))


def _hold(turn: StaffTurn, number: int) -> Held:
    return decisions.hold(turn.session, number)


def _settle(turn: StaffTurn, held: Held, verdict: State, why: str) -> Decided:
    by, rulebook = turn.person_id, turn.house.rulebook
    return decisions.decide(turn.session, held, verdict, staff_id=by, reason=why, at=turn.now, rulebook=rulebook)


def _facts(held: Held) -> dict[str, object]:
    """What a decision changes of a declaration. What the member wrote stays out of the log."""
    return {"declaration": held.id, "state": held.declared.state.value}


CASES = Casework[FiledLine, Filed, Held, State, Decided](
    noun="declaration",
    nouns="declarations",
    awaits=lambda number, page, accept: AwaitReason(page, accept, declaration=number),
    accepted=State.ACCEPTED,
    refused=State.REFUSED,
    act={State.ACCEPTED: "accept_declaration", State.REFUSED: "refuse_declaration"},
    queue_of=cases.queue,
    next_one=cases.next_one,
    look=_look,
    held_of=lambda case: case.held,
    hold=_hold,
    barred=decisions.barred,
    care=lambda held: held.care,
    taken=Decided.TAKEN,
    settle=_settle,
    facts=_facts,
    told=lambda outcome: outcome.value,
    reasons=lambda words, accept: words.declarations.reasons(accept=accept),
    screens=screens,
)
ROUTES = (
    On(Queued, queue, may(Act.DECIDE_DECLARATIONS)),
    On(OpenFiled, _or_gone(open_declaration), may(Act.DECIDE_DECLARATIONS)),
    On(presses.OpenEvidence, _or_gone(open_evidence), may(Act.DECIDE_DECLARATIONS)),
    On(presses.AskWhyFiled, _or_gone(ask_why), may(Act.DECIDE_DECLARATIONS)),
    On(presses.DecideFiled, _or_gone(decide), may(Act.DECIDE_DECLARATIONS)),
    Hears(AwaitReason, _or_gone(hear_why), may(Act.DECIDE_DECLARATIONS)),
)
LETTERS = (WritesToAll(EvidenceFile, write_evidence),)
PAPERS = (Keeps(KeptEvidence, evidence_content), Keeps(KeptHeic, evidence_content, turned=as_jpeg))
