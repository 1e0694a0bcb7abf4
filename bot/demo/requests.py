"""Two requests of the demo: one waits for staff, and one is answered."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.demo.people import ANSWER, ANSWERED, ANSWERS, ASKED, ASKS, OFFICER
from bot.loghead import LogHead
from content.requests.requesting import By, Kind, due_on
from content.rules import Rulebook
from content.staff.answering import Outcome
from storage.engine.sessions import Sessions
from storage.people import members
from storage.requests import cases, messages, requests
from storage.staff import log

WEEK, HOUR = timedelta(days=7), timedelta(hours=1)


def furnish(sessions: Sessions, at: datetime, heads: LogHead) -> None:
    """The one was asked an hour ago. The other was asked a week ago, and the officer answers it now."""
    with sessions.begin() as session:
        _ask(session, _member(session, sessions, ASKS), Kind.POST, ASKED, at - HOUR)
        number = _ask(session, _member(session, sessions, ANSWERS), Kind.WRONG, ANSWERED, at - WEEK)
        _answer(session, sessions, number, at)
    heads.note_of(session)


def _member(session: Session, sessions: Sessions, typed: str) -> int:
    return members.account(session, sessions.cipher, typed, member_no=True, mamis_id=False).id


def _ask(session: Session, member: int, kind: Kind, text: str, at: datetime) -> int:
    request = requests.begin(session, member, kind, at)
    one = messages.begin(session, request, By.MEMBER, member, at)
    messages.write(session, one, text)
    if requests.send(session, member, request.id, one.id, due_on=due_on(at, Rulebook()), at=at) is not None:
        raise RuntimeError("the sample request was not sent")
    return request.id


def _answer(session: Session, sessions: Sessions, number: int, at: datetime) -> None:
    """Take it and answer it, each with its line in the log."""
    staff = _member(session, sessions, OFFICER)
    held = cases.hold(session, number)
    done = cases.take(session, held.request, staff, 0, at) is Outcome.DONE
    _log(session, sessions, "take_request", held.member_id, staff, ("received", "taken"), number, at)
    held = cases.hold(session, number)
    messages.write(session, messages.begin(session, held.request, By.ANSWER, staff, at), ANSWER)
    held = cases.hold(session, number)
    draft = held.draft(staff)
    if draft is None or not done:
        raise RuntimeError("the sample request was not taken")
    if cases.answer(session, held, draft, staff, held.latest, at) is not Outcome.DONE:
        raise RuntimeError("the sample request was not answered")
    _log(session, sessions, "answer_request", held.member_id, staff, ("taken", "answered"), number, at)


def _log(
    session: Session,
    sessions: Sessions,
    act: str,
    member: int,
    staff: int,
    states: tuple[str, str],
    number: int,
    at: datetime,
) -> None:
    before, after = ({"request": number, "state": state} for state in states)
    log.write(
        session,
        sessions.cipher,
        staff_id=staff,
        member_id=member,
        act=act,
        why="in the role of officer",
        before=before,
        after=after | {"outcome": Outcome.DONE.value},
        at=at,
    )
