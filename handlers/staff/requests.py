"""Requests of members, for staff: the queue, one request, who has it, notes, and closing it without an answer.

One person has a request at a time. Every look and every act is in the log, also an act that came too late.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from content.keys.note import Note
from content.keys.request_letters import RequestFile, RequestHanded
from content.refusals import StaleButton
from content.requests.requesting import By
from content.staff.answering import Outcome, RequestCase
from content.staff.rights import RIGHTS, Act
from content.text.lines import some_lines
from handlers.presses.staff import requests as presses
from handlers.screens.paging import PAGE
from handlers.screens.screen import Screen
from handlers.screens.staff import requests as screens
from handlers.staff import acting
from handlers.staff.asked import done, or_gone, refused, talk
from handlers.staff.rights import may
from handlers.turn import Hears, On, StaffTurn
from storage.people import chats, persons
from storage.post import letters, requested
from storage.requests import cases, messages
from storage.staff import roles

LONGEST_NOTE = 500


@dataclass(frozen=True)
class AwaitNote(Note, expects="request_note"):
    """A note for colleagues is awaited. `page`: the page of the queue from which the request was opened."""

    request: int
    page: int


@dataclass(frozen=True)
class AwaitReason(Note, expects="request_why"):
    """The reason for closing a request is awaited. `seen`: the member's last message that its reader was shown."""

    request: int
    page: int
    seen: int = 0


def queue(turn: StaffTurn, press: presses.Asked) -> Screen:
    """A page of the requests that wait. The log has whose they were."""
    found = cases.queue(turn.session, press.page, PAGE)
    facts = {"waiting": found.total, "shown": [line.member_id for line in found.lines]}
    acting.write(turn, "listed_requests", None, acting.looking(turn), {}, facts)
    return screens.queue(found, turn.now, turn.words)


def open_request(turn: StaffTurn, press: presses.OpenAsked) -> Screen:
    return talk(turn, press.request, press.page, press.place)


def take(turn: StaffTurn, press: presses.TakeRequest) -> Screen:
    """Take it, or take it over. Of two who press at once, the second one sees who has it."""
    before = cases.hold(turn.session, press.request)
    outcome = cases.take(turn.session, before.request, turn.person_id, press.holder, turn.now)
    return done(turn, "take_request", before, press.page, outcome, turn.words.answering.taken())


def put_back(turn: StaffTurn, press: presses.PutBack) -> Screen:
    before = cases.hold(turn.session, press.request)
    outcome = cases.put_back(turn.session, before.request, turn.person_id)
    return done(turn, "put_back_request", before, press.page, outcome, turn.words.answering.put_back())


def to_whom(turn: StaffTurn, press: presses.ToWhom) -> Screen:
    """Ask for a colleague who has the role."""
    case = cases.case(turn.session, press.request)
    against = cases.not_mine(case.request, turn.person_id)
    if against is not None:
        return refused(turn, case, press.page, against)
    people = [(one, persons.name(turn.session, one)) for one in colleagues(turn, case)]
    return screens.to_whom(case, people, press.page, press.people, turn.words)


def hand_on(turn: StaffTurn, press: presses.HandOn) -> Screen:
    """Hand it on; the colleague is told by letter."""
    before, other = cases.hold(turn.session, press.request), press.person
    if other not in colleagues(turn, before):
        return done(turn, "hand_on_request", before, press.page, Outcome.NO_ROLE, "")
    outcome = cases.hand_on(turn.session, before.request, turn.person_id, other, turn.now)
    if outcome is Outcome.DONE:
        key, slot = RequestHanded(before.id, turn.person_id), str(turn.update_id)
        letters.put(turn.session, member_id=other, key=key, slot=slot, at=turn.now)
    said = turn.words.answering.handed_on(persons.name(turn.session, other))
    return done(turn, "hand_on_request", before, press.page, outcome, said)


def ask_note(turn: StaffTurn, press: presses.AskNote) -> Screen:
    case = cases.case(turn.session, press.request)
    against = cases.barred(case.request, turn.person_id)
    if against is not None:
        return refused(turn, case, press.page, against)
    chats.expect(turn.session, turn.chat.id, AwaitNote(press.request, press.page), turn.now)
    return screens.ask_note(case, press.page, LONGEST_NOTE, turn.words)


def hear_note(turn: StaffTurn, note: AwaitNote, text: str) -> Screen:
    """Keep a note, which the member does not see. If it is none, ask again."""
    before, said = cases.hold(turn.session, note.request), some_lines(text)
    against = cases.barred(before.request, turn.person_id)
    if against is None and not 0 < len(said) <= LONGEST_NOTE:
        return screens.ask_note(before, note.page, LONGEST_NOTE, turn.words, bad=True)
    chats.expect(turn.session, turn.chat.id, None, turn.now)
    facts: dict[str, object] = {}
    if against is None:
        number = messages.put(turn.session, before.id, By.NOTE, turn.person_id, said, turn.now)
        facts = {"message": number}
    outcome = against or Outcome.DONE
    return done(turn, "note_on_request", before, note.page, outcome, turn.words.answering.noted(), facts=facts)


def ask_why(turn: StaffTurn, press: presses.AskClose) -> Screen:
    """Ask for the reason for closing it. If somebody else has it, the card says so."""
    case = cases.case(turn.session, press.request)
    against = cases.cannot_close(case, turn.person_id, press.seen)
    if against is not None:
        return refused(turn, case, press.page, against)
    chats.expect(turn.session, turn.chat.id, AwaitReason(press.request, press.page, press.seen), turn.now)
    return screens.ask_why(case, press.page, turn.words)


def close(turn: StaffTurn, press: presses.CloseRequest) -> Screen:
    """Close it for one of the usual reasons (numbered from 0). Raises StaleButton if there is no such reason."""
    why = acting.usual(turn.words.answering.reasons(), press.reason)
    return _close(turn, press.request, press.page, press.seen, why)


def hear_why(turn: StaffTurn, note: AwaitReason, text: str) -> Screen:
    """Close it for the reason that was typed. If it is too short or too long to be one, ask again."""
    why = acting.reason(text)
    if not why:
        case = cases.case(turn.session, note.request)
        return screens.bad_reason(case, note.page, acting.LONGEST_REASON, turn.words)
    chats.expect(turn.session, turn.chat.id, None, turn.now)
    return _close(turn, note.request, note.page, note.seen, why)


def fetch(turn: StaffTurn, press: presses.FetchAsked) -> Screen:
    """Have a file sent. It is queued in the transaction that writes the log's line, so that no file is sent without
    one. Raises StaleButton.
    """
    case = cases.case(turn.session, press.request)
    files = {(message.id, file.id) for message in case.request.said for file in message.files}
    if (press.message, press.file) not in files:
        raise StaleButton
    key = RequestFile(press.request, press.message, press.file)
    requested.ask(turn.session, member_id=turn.person_id, key=key, at=turn.now)
    facts = {"request": press.request, "message": press.message, "file": press.file}
    acting.write(turn, "viewed_request_file", case.member_id, acting.looking(turn), {}, facts)
    return screens.file_comes(turn.words)


def colleagues(turn: StaffTurn, case: RequestCase) -> Sequence[int]:
    """Who else can answer it: all that hold a role with this right, but for its own member."""
    every = {one for role in RIGHTS[Act.ANSWER_REQUESTS] for one in roles.holders(turn.session, role.value)}
    return sorted(every - {turn.person_id, case.member_id})


def _close(turn: StaffTurn, number: int, page: int, seen: int, why: str) -> Screen:
    before = cases.hold(turn.session, number)
    outcome = cases.close(turn.session, before, why, turn.person_id, seen, turn.now)
    return done(turn, "close_request", before, page, outcome, turn.words.answering.closed(), why=why)


ROUTES = (
    On(presses.Asked, queue, may(Act.ANSWER_REQUESTS)),
    On(presses.OpenAsked, or_gone(open_request), may(Act.ANSWER_REQUESTS)),
    On(presses.TakeRequest, or_gone(take), may(Act.ANSWER_REQUESTS)),
    On(presses.PutBack, or_gone(put_back), may(Act.ANSWER_REQUESTS)),
    On(presses.ToWhom, or_gone(to_whom), may(Act.ANSWER_REQUESTS)),
    On(presses.HandOn, or_gone(hand_on), may(Act.ANSWER_REQUESTS)),
    On(presses.AskNote, or_gone(ask_note), may(Act.ANSWER_REQUESTS)),
    On(presses.AskClose, or_gone(ask_why), may(Act.ANSWER_REQUESTS)),
    On(presses.CloseRequest, or_gone(close), may(Act.ANSWER_REQUESTS)),
    On(presses.FetchAsked, or_gone(fetch), may(Act.ANSWER_REQUESTS)),
    Hears(AwaitNote, or_gone(hear_note), may(Act.ANSWER_REQUESTS)),
    Hears(AwaitReason, or_gone(hear_why), may(Act.ANSWER_REQUESTS)),
)
