"""A question about a declaration or a claim to its member: written, reviewed, and sent by who has the case. The member
answers as in a request of their own.
"""

from dataclasses import dataclass

from content.keys.note import Note
from content.refusals import StaleButton
from content.requests import requesting
from content.requests.requesting import By, Slip
from content.staff.answering import Outcome, RequestCase
from content.staff.rights import Act
from handlers.presses.staff import requests as presses
from handlers.screens.screen import Screen
from handlers.screens.staff import caring as screens
from handlers.staff.asked import done, or_gone, refused, seen
from handlers.staff.rights import may
from handlers.turn import Hears, On, StaffTurn
from storage.people import chats
from storage.requests import cases, messages

LONGEST = 1_000


@dataclass(frozen=True)
class AwaitQuestion(Note, expects="case_question"):
    """A question to the member is awaited. `page`: the page of the queue from which the case was opened."""

    request: int
    page: int


def open_case(turn: StaffTurn, press: presses.OpenCase) -> Screen:
    """The card of the declaration or claim."""
    return seen(turn, press.request, press.page)


def ask(turn: StaffTurn, press: presses.AskMember) -> Screen:
    """Ask for the question, or show the one that is written. Raises StaleButton for a request of a member's own."""
    case = cases.case(turn.session, press.request)
    against = _against(turn, case)
    if against is not None:
        return refused(turn, case, press.page, against)
    chats.expect(turn.session, turn.chat.id, AwaitQuestion(case.id, press.page), turn.now)
    return screens.ask(case, case.question(turn.person_id), press.page, LONGEST, turn.words)


def hear(turn: StaffTurn, note: AwaitQuestion, typed: str) -> Screen:
    """Keep the question, and show it before it is sent. The next text replaces it."""
    case = cases.hold(turn.session, note.request)
    against = _against(turn, case)
    if against is not None:
        chats.expect(turn.session, turn.chat.id, None, turn.now)
        return refused(turn, case, note.page, against)
    said = requesting.text(typed, LONGEST)
    if isinstance(said, Slip):
        return screens.ask(case, case.question(turn.person_id), note.page, LONGEST, turn.words, said)
    one = messages.begin(turn.session, case.request, By.QUESTION, turn.person_id, turn.now)
    messages.write(turn.session, one, said)
    after = cases.case(turn.session, case.id)
    return screens.ask(after, after.question(turn.person_id), note.page, LONGEST, turn.words)


def send(turn: StaffTurn, press: presses.SendQuestion) -> Screen:
    """Send it, once. The log has that something was asked, not what."""
    before = cases.hold(turn.session, press.request)
    one = before.question(turn.person_id)
    if one is None or one.id != press.message:
        return seen(turn, before.id, press.page)
    outcome = cases.ask(turn.session, before, one, turn.person_id, turn.now)
    chats.expect(turn.session, turn.chat.id, None, turn.now)
    said, facts = turn.words.caring.sent(), {"message": one.id}
    return done(turn, "ask_member", before, press.page, outcome, said, facts=facts)


def _against(turn: StaffTurn, case: RequestCase) -> Outcome | None:
    """Why this person can't ask now."""
    if not case.request.decided_apart:
        raise StaleButton
    against = cases.not_mine(case.request, turn.person_id)
    return Outcome.ASKED if against is None and case.request.asked else against


ROUTES = (
    On(presses.OpenCase, or_gone(open_case), may(Act.ANSWER_REQUESTS)),
    On(presses.AskMember, or_gone(ask), may(Act.ANSWER_REQUESTS)),
    On(presses.SendQuestion, or_gone(send), may(Act.ANSWER_REQUESTS)),
    Hears(AwaitQuestion, or_gone(hear), may(Act.ANSWER_REQUESTS)),
)
