"""What makes letters about requests be written to a member, by the record alone."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from content.keys.letter import LetterKey
from content.keys.request_letters import AnswerFile, RequestAdded, RequestFile, RequestHanded, RequestsDue
from content.requests.requesting import By, Kind
from content.rules import day_of
from content.staff.answering import Outcome
from storage.requests import cases, messages, requests, threads
from storage.staff import roles
from tests.bot.neighbour import answers, asks, id_of, submits

OTHER, STAFF = "1000000005", "9000000002"


def request_settled(session: Session, me: int, at: datetime) -> None:
    answers(session, asks(session, me, at), id_of(session, STAFF), at)


def answer_file(session: Session, me: int, at: datetime) -> LetterKey:
    number = asks(session, me, at)
    return AnswerFile(number, *_file_of(session, me, number))


def request_file(session: Session, me: int, at: datetime) -> LetterKey:
    number = asks(session, me, at)
    return RequestFile(number, *_file_of(session, me, number))


def case_asked(session: Session, me: int, at: datetime) -> None:
    """Staff ask the member about a declaration."""
    number, staff = threads.care(session, Kind.DECLARATION, submits(session, me, at)).request, id_of(session, STAFF)
    roles.grant(session, staff, "officer", at)
    cases.take(session, cases.hold(session, number).request, staff, 0, at)
    one = messages.begin(session, cases.hold(session, number).request, By.QUESTION, staff, at)
    messages.write(session, one, "参加証をお送りください")
    draft = cases.hold(session, number).question(staff)
    assert draft is not None
    assert cases.ask(session, cases.hold(session, number), draft, staff, at) is Outcome.DONE


def request_added(session: Session, me: int, at: datetime) -> LetterKey:
    """The member is of staff, and has the request of another."""
    number = _has(session, me, at)
    return RequestAdded(number, requests.own(session, id_of(session, OTHER), number).said[0].id)


def request_handed(session: Session, me: int, at: datetime) -> LetterKey:
    """The same, from a colleague."""
    return RequestHanded(_has(session, me, at), id_of(session, STAFF))


def requests_due(session: Session, me: int, at: datetime) -> LetterKey:
    """The member is of staff, and something waits."""
    _has(session, me, at, due=day_of(at))
    return RequestsDue(day_of(at))


def _has(session: Session, me: int, at: datetime, due: date | None = None) -> int:
    roles.grant(session, me, "officer", at)
    number = asks(session, id_of(session, OTHER), at, due=due)
    cases.take(session, cases.hold(session, number).request, me, 0, at)
    return number


def _file_of(session: Session, member: int, number: int) -> tuple[int, int]:
    (one,) = [one for one in requests.own(session, member, number).said if one.by is By.MEMBER]
    return one.id, one.files[0].id
