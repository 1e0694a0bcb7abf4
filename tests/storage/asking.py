"""A member who asks something of staff, and staff who answer, by the record alone."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from content.declarations.evidence import Added
from content.requests.requesting import By, Kind, Message, Request, Stopped
from content.staff.answering import Outcome, RequestCase
from storage.engine.sessions import Sessions
from storage.requests import cases, messages, requests
from storage.staff import roles
from storage.tables import Letter
from tests import samples
from tests.conftest import NOW
from tests.files import PDF
from tests.keeping import add_file

DUE = date(2026, 11, 26)


class Asker:
    """A member and two of staff, each act a transaction of its own."""

    def __init__(self, sessions: Sessions) -> None:
        self.sessions = sessions
        with sessions.begin() as session:
            self.id = samples.member(session, NOW)
            self.other = samples.member(session, NOW, no="1000000002")
            self.staff = samples.member(session, NOW, no="1000000003")
            self.second = samples.member(session, NOW, no="1000000004")
            for one in (self.staff, self.second):
                roles.grant(session, one, "officer", NOW)

    def does(self, act: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        with self.sessions.begin() as session:
            return act(session, *args, **kwargs)

    def writes(self, text: str = "郵送を希望します", number: int = 0) -> Message:
        """What is not sent yet: in a new request, or in the one with this number."""
        number = number or self.does(requests.begin, self.id, Kind.POST, NOW).id
        one = self.does(messages.begin, self.one(number), By.MEMBER, self.id, NOW)
        self.does(messages.write, one, text)
        found = messages.unsent(self.one(number), self.id)
        assert found is not None
        return found

    def adds(self, message: Message, content: bytes = PDF, most: int = 3) -> Added:
        found = next(one for one in self.one(message.request).messages if one.id == message.id)
        about = {"name": "a.pdf", "mime": "application/pdf", "content": content, "most": most, "at": NOW}
        added: Added = self.does(add_file, found, **about)
        return added

    def sends(self, message: Message | None = None, due: date = DUE, at: datetime = NOW) -> int:
        """Returns the number of the request."""
        one = message or self.writes()
        assert self.sent(one, due, at) is None
        return one.request

    def sent(self, one: Message, due: date = DUE, at: datetime = NOW) -> Stopped | None:
        found: Stopped | None = self.does(requests.send, self.id, one.request, one.id, due_on=due, at=at)
        return found

    def one(self, number: int) -> Request:
        found: Request = self.does(requests.own, self.id, number)
        return found

    def case(self, number: int) -> RequestCase:
        found: RequestCase = self.does(cases.case, number)
        return found

    def takes(self, number: int, by: int = 0, holder: int = 0) -> Outcome:
        found: Outcome = self.does(lambda session: take(session, number, by or self.staff, holder))
        return found

    def drafts(self, number: int, by: int = 0, text: str = "郵送しました") -> Message:
        """An answer that is not sent."""
        who = by or self.staff
        one = self.does(messages.begin, self.case(number).request, By.ANSWER, who, NOW)
        self.does(messages.write, one, text)
        found = self.case(number).draft(who)
        assert found is not None
        return found

    def answers(self, number: int, by: int = 0, at: datetime = NOW) -> Outcome:
        draft, seen = self.drafts(number, by), self.case(number).latest
        found: Outcome = self.does(lambda session: answer(session, number, draft, by or self.staff, seen, at))
        return found

    @property
    def letters(self) -> list[tuple[str, int, str]]:
        with self.sessions.reading() as session:
            rows = session.execute(select(Letter.kind, Letter.member_id, Letter.subject).order_by(Letter.id)).all()
            return [(row.kind, row.member_id, row.subject) for row in rows]


def take(session: Session, number: int, by: int, holder: int = 0) -> Outcome:
    return cases.take(session, cases.hold(session, number).request, by, holder, NOW)


def answer(session: Session, number: int, draft: Message, by: int, seen: int, at: datetime = NOW) -> Outcome:
    return cases.answer(session, cases.hold(session, number), draft, by, seen, at)


def close(session: Session, number: int, by: int, why: str = "電話で回答") -> Outcome:
    held = cases.hold(session, number)
    return cases.close(session, held, why, by, held.latest, NOW)
