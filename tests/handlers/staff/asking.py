"""A request on the desk of staff."""

from dataclasses import dataclass

from content.importing.member_record import MemberRecord
from content.requests.requesting import By, Kind, Message, Request, due_on
from storage.post import letters
from storage.requests import messages, requests
from tests.files import PDF
from tests.handlers.staff.office import Office
from tests.keeping import add_file

TEXT = "2025年度の受講証明書を、<診療所>へ郵送してください"


@dataclass
class Wish:
    """青井's request, sent with a file."""

    here: Office
    member: int
    number: int = 0

    def asks(self, member: int, text: str = TEXT, *, file: bool = True) -> int:
        """Send one; returns its number."""
        now = self.here.clock.now()
        with self.here.sessions.begin() as session:
            request = requests.begin(session, member, Kind.POST, now)
            one = messages.begin(session, request, By.MEMBER, member, now)
            messages.write(session, one, text)
            if file:
                about = {"name": "案内.pdf", "mime": "application/pdf", "content": PDF, "most": 3, "at": now}
                add_file(session, one, **about)  # type: ignore[arg-type]  # as named
            due = due_on(now, self.here.turns.house.rulebook)
            assert requests.send(session, member, request.id, one.id, due_on=due, at=now) is None
        return request.id

    def adds(self, text: str = "追伸です") -> None:
        now = self.here.clock.now()
        with self.here.sessions.begin() as session:
            request = requests.own(session, self.member, self.number)
            one = messages.begin(session, request, By.MEMBER, self.member, now)
            messages.write(session, one, text)
            assert requests.send(session, self.member, self.number, one.id, due_on=now.date(), at=now) is None

    @property
    def one(self) -> Request:
        with self.here.sessions.reading() as session:
            return requests.own(session, self.member, self.number)

    @property
    def latest(self) -> int:
        """The number of the member's last message."""
        return max(one.id for one in self.one.said if one.by is By.MEMBER)

    @property
    def answers(self) -> list[Message]:
        return [one for one in self.one.said if one.by is By.ANSWER]

    def letters(self) -> list[tuple[str, int]]:
        """The kinds of the letters that are due, and to whom."""
        with self.here.sessions.begin() as session:
            return [(one.kind, one.member_id) for one in letters.claim(session, self.here.clock.now())]


def wish_of(here: Office, record: MemberRecord) -> Wish:
    opened = Wish(here, here.id_of(record))
    opened.number = opened.asks(opened.member)
    return opened
