"""What staff are told of requests: a file that was asked for, what was added or handed on, and what falls due."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from content.keys.request_letters import RequestAdded, RequestFile, RequestHanded, RequestsDue
from content.refusals import NoSuchRequest
from content.requests.requesting import By, Kind, told_until
from content.rules import Rulebook
from content.staff.answering import RequestCase
from content.staff.rights import RIGHTS, Act, may
from content.words.desk import Queue as Name
from handlers.due import Due
from handlers.screens.requests import papers
from handlers.screens.screen import Screen
from handlers.screens.staff import requests as screens
from handlers.turn import Personal, Unwanted, WritesToAll
from storage.people import persons
from storage.post import letters
from storage.post.letters import Letter
from storage.requests import cases, late
from storage.staff import roles

_QUEUES: Mapping[Kind, Name] = {Kind.DECLARATION: "declarations", Kind.CLAIM: "claims"}
LOST = Unwanted("the role is lost")
SLOT = "1"


def write_file(turn: Personal, letter: Letter[RequestFile]) -> Screen | Unwanted:
    """Write the letter by the record of now: for the member of the request, or for staff who still have the role."""
    key = letter.key
    case = _case(turn, key.request)
    if case is None:
        return Unwanted("the request is gone")
    own = case.member_id == turn.person_id
    if not own and not _may(turn):
        return LOST
    for message in case.request.said:
        for place, file in enumerate(message.files, start=1):
            if (message.id, file.id) == (key.message, key.file) and (not own or message.by is not By.NOTE):
                make = papers.to_member if own else papers.to_staff
                return make(case.id, message, place, file, turn.words)
    return Unwanted("the file is gone")


def write_added(turn: Personal, letter: Letter[RequestAdded]) -> Screen | Unwanted:
    case = _case(turn, letter.key.request)
    if case is None or case.request.taken_by != turn.person_id or not _may(turn):
        return Unwanted("somebody else has it")
    found = next((one for one in case.request.said if one.id == letter.key.message), None)
    return Unwanted("it is gone") if found is None else screens.added(case, found, turn.now, turn.words)


def write_handed(turn: Personal, letter: Letter[RequestHanded]) -> Screen | Unwanted:
    case = _case(turn, letter.key.request)
    if case is None or not case.request.waits or case.request.taken_by != turn.person_id or not _may(turn):
        return Unwanted("somebody else has it")
    return screens.handed(case, persons.name(turn.session, letter.key.by), turn.now, turn.words)


def write_due(turn: Personal, letter: Letter[RequestsDue]) -> Screen | Unwanted:
    """Write it by the record of now: if all of them are answered, there is none."""
    if not _may(turn):
        return LOST
    counted = _by_queue(late.counts(turn.session, letter.key.day))
    if not counted:
        return Unwanted("all of them are answered")
    return screens.due(letter.key.day, counted, turn.now, turn.words)


def find_due(session: Session, now: datetime, rulebook: Rulebook) -> Sequence[tuple[int, date]]:
    return late.find(session, told_until(now, rulebook))


def tell(session: Session, found: Sequence[tuple[int, date]], now: datetime, _rulebook: Rulebook) -> int:
    """Queue one letter for each day and person; returns of how many days."""
    days = late.tell(session, found, now)
    for day in days:
        for person in _answering(session):
            letters.put(session, member_id=person, key=RequestsDue(day), slot=SLOT, at=now)
    return len(days)


def _by_queue(counted: Mapping[Kind, tuple[int, int]]) -> Mapping[Name, tuple[int, int]]:
    """The same by the queue in which staff find them, without those in which nothing is due."""
    found: dict[Name, tuple[int, int]] = {}
    for kind, (due, before) in counted.items():
        name = _QUEUES.get(kind, "requests")
        so_far = found.get(name, (0, 0))
        found[name] = (so_far[0] + due, so_far[1] + before)
    return {name: both for name, both in sorted(found.items()) if sum(both)}


def _answering(session: Session) -> Sequence[int]:
    """Who answers requests: the people of the first role with this right; if nobody holds it, those of the next."""
    every = (roles.holders(session, role.value) for role in RIGHTS[Act.ANSWER_REQUESTS])
    return next((people for people in every if people), ())


def _case(turn: Personal, number: int) -> RequestCase | None:
    try:
        return cases.case(turn.session, number)
    except NoSuchRequest:
        return None


def _may(turn: Personal) -> bool:
    return may(Act.ANSWER_REQUESTS, roles.roles(turn.session, turn.person_id))


ROUTES = ()
LETTERS = (
    WritesToAll(RequestFile, write_file),
    WritesToAll(RequestAdded, write_added),
    WritesToAll(RequestHanded, write_handed),
    WritesToAll(RequestsDue, write_due),
)
DUE = (Due("requests that fall due", find_due, tell),)
