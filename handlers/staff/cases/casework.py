"""The flow of a case, whatever it is about: its queue, a look at it, the reason, the decision, its line in the log.

A feature says in a Casework how its cases are read, held, decided and shown. Every look and every decision is in the
log, also a decision that came too late or was not this member's to make.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Generic, Protocol, TypeVar

from sqlalchemy.orm import Session

from content.keys.note import Note
from content.staff.cases import Care, Case, Queue, View
from content.words import Words
from handlers.screens.paging import PAGE
from handlers.screens.screen import Screen
from handlers.screens.staff import caring
from handlers.staff import acting
from handlers.turn import StaffTurn
from storage.people import chats

LINE = TypeVar("LINE", bound=Case)
CASE = TypeVar("CASE", bound=Case)
HELD = TypeVar("HELD", bound=Case)
VERDICT = TypeVar("VERDICT", bound=Enum)
OUTCOME = TypeVar("OUTCOME", bound=Enum)
SAID = TypeVar("SAID", bound=Enum, contravariant=True)


@dataclass(frozen=True)
class ReasonNote(Note):
    """The reason of a decision on a case is awaited. `page` is the page of the queue from which it was opened.

    A kind of case adds the number of the case.
    """

    page: int
    accept: bool


class Screens(Protocol[LINE, CASE, SAID]):
    """The screens of a kind of case. A module with these functions fits."""

    def queue(self, shown: Queue[LINE], now: datetime, words: Words) -> Screen: ...

    def card(self, view: View[CASE], now: datetime, words: Words, said: str = "") -> Screen: ...

    def ask_why(self, shown: CASE, number: int, words: Words, *, accept: bool) -> Screen: ...

    def bad_reason(self, shown: CASE, number: int, longest: int, words: Words, *, accept: bool) -> Screen: ...

    def said_of(self, outcome: SAID, shown: CASE, words: Words) -> str: ...


@dataclass(frozen=True)
class Casework(Generic[LINE, CASE, HELD, VERDICT, OUTCOME]):
    """A kind of case. HELD is what a decision needs; CASE is HELD with all that is shown beside it.

    `noun` names it in the log ("claim"), `nouns` several of them. `awaits` makes the note of a chat that waits for a
    reason, from the case's number, the page of the queue and whether to accept. `care` says who has a case, and `taken`
    is the outcome if that is a colleague: then nothing is decided. `hold` reads under a lock that ends with the
    transaction; `look` and `hold` raise a Refusal if there is no such case. `act` names a verdict in the log;
    `facts` are what a decision may change.
    """

    noun: str
    nouns: str
    awaits: Callable[[int, int, bool], ReasonNote]
    accepted: VERDICT
    refused: VERDICT
    act: Mapping[VERDICT, str]
    queue_of: Callable[[Session, int, int], Queue[LINE]]
    next_one: Callable[[Session, int], int | None]
    look: Callable[[StaffTurn, int], CASE]
    held_of: Callable[[CASE], HELD]
    hold: Callable[[StaffTurn, int], HELD]
    barred: Callable[[HELD, VERDICT, int], OUTCOME | None]
    care: Callable[[HELD], Care]
    taken: OUTCOME
    settle: Callable[[StaffTurn, HELD, VERDICT, str], OUTCOME]
    facts: Callable[[HELD], Mapping[str, object]]
    told: Callable[[OUTCOME], str]
    reasons: Callable[[Words, bool], Sequence[str]]
    screens: Screens[LINE, CASE, OUTCOME]

    def queue(self, turn: StaffTurn, page: int) -> Screen:
        """A page of the cases that wait. The log has whose they were."""
        found = self.queue_of(turn.session, page, PAGE)
        facts = {"waiting": found.total, "shown": [line.member_id for line in found.lines]}
        acting.write(turn, f"listed_{self.nouns}", None, acting.looking(turn), {}, facts)
        return self.screens.queue(found, turn.now, turn.words)

    def open(self, turn: StaffTurn, number: int, page: int) -> Screen:
        """Show a case. A look at what a member wrote must be provable later."""
        return self._viewed(turn, self.look(turn, number), page, None)

    def ask_why(self, turn: StaffTurn, number: int, page: int, *, accept: bool) -> Screen:
        """Ask for the reason of a decision. If nothing can be decided any more, the card says so."""
        case = self.look(turn, number)
        outcome = self.barred(self.held_of(case), self._verdict(accept), turn.person_id)
        if outcome is not None:
            return self._barred(turn, case, page, outcome)
        chats.expect(turn.session, turn.chat.id, self.awaits(number, page, accept), turn.now)
        return self.screens.ask_why(case, page, turn.words, accept=accept)

    def choose(self, turn: StaffTurn, number: int, page: int, reason: int, *, accept: bool) -> Screen:
        """Decide for one of the usual reasons (numbered from 0). Raises StaleButton if there is no such reason."""
        why = acting.usual(self.reasons(turn.words, accept), reason)
        return self.decide(turn, number, page, self._verdict(accept), why)

    def hear_why(self, turn: StaffTurn, number: int, note: ReasonNote, text: str) -> Screen:
        """Decide for the reason that was typed. If it is too short or too long to be one, ask again."""
        why = acting.reason(text)
        if not why:
            case = self.look(turn, number)
            return self.screens.bad_reason(case, note.page, acting.LONGEST_REASON, turn.words, accept=note.accept)
        chats.expect(turn.session, turn.chat.id, None, turn.now)
        return self.decide(turn, number, note.page, self._verdict(note.accept), why)

    def decide(self, turn: StaffTurn, number: int, page: int, verdict: VERDICT, why: str) -> Screen:
        """Hold the case, decide it and show it as it then stands. Its line in the log is the last thing written."""
        before = self.hold(turn, number)
        outcome = self.settle(turn, before, verdict, why)
        after = self.look(turn, number)
        screen = (
            self._held(after, page, turn.words) if outcome is self.taken else self._card(turn, after, page, outcome)
        )
        facts = {**self.facts(self.held_of(after)), "outcome": self.told(outcome)}
        acting.write(turn, self.act[verdict], before.member_id, why, self.facts(before), facts)
        return screen

    def card(self, turn: StaffTurn, number: int, page: int, said: str) -> Screen:
        """The card as it stands after an act. The caller writes the log."""
        return self._shown(turn, self.look(turn, number), page, said)

    def _barred(self, turn: StaffTurn, case: CASE, page: int, outcome: OUTCOME) -> Screen:
        """If a colleague has it, offer to take it over; otherwise the card says why nothing can be decided."""
        if outcome is not self.taken:
            return self._viewed(turn, case, page, outcome)
        screen = self._held(case, page, turn.words)
        acting.write(turn, f"viewed_{self.noun}", case.member_id, acting.looking(turn), {}, {self.noun: case.id})
        return screen

    def _held(self, case: CASE, page: int, words: Words) -> Screen:
        return caring.held(self.care(self.held_of(case)), page, words)

    def _viewed(self, turn: StaffTurn, case: CASE, page: int, outcome: OUTCOME | None) -> Screen:
        """The card, with a line in the log that it was seen."""
        screen = self._card(turn, case, page, outcome)
        acting.write(turn, f"viewed_{self.noun}", case.member_id, acting.looking(turn), {}, {self.noun: case.id})
        return screen

    def _card(self, turn: StaffTurn, case: CASE, page: int, outcome: OUTCOME | None) -> Screen:
        said = self.screens.said_of(outcome, case, turn.words) if outcome else ""
        return self._shown(turn, case, page, said)

    def _shown(self, turn: StaffTurn, case: CASE, page: int, said: str) -> Screen:
        own, further = case.member_id == turn.person_id, self.next_one(turn.session, turn.person_id)
        view = View(case, page, own, further, turn.person_id)
        return self.screens.card(view, turn.now, turn.words, said)

    def _verdict(self, accept: bool) -> VERDICT:
        return self.accepted if accept else self.refused
