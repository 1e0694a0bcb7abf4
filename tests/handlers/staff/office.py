"""A room with staff in it, their log, and whom they find."""

from datetime import date, datetime

from content.importing.member_record import MemberRecord
from content.words import EN, JA
from handlers.access import code, invited
from handlers.credits import credits
from handlers.routing import Routes
from handlers.screens.screen import Screen
from handlers.staff import (
    answering,
    certificate_letters,
    certificates,
    claims,
    codes,
    declarations,
    desk,
    ending,
    erasing,
    exporting,
    importing,
    inviting,
    joint,
    letting_in,
    log,
    membership,
    receptions,
    request_letters,
    requests,
    rights,
    rooms,
    viewing,
)
from handlers.staff import members as feature
from handlers.staff import roles as roles_feature
from handlers.staff.activating import clock as letter_clock
from handlers.staff.activating import room as letter_room
from handlers.staff.announcing import attaching, drafting, sending
from handlers.staff.announcing import letters as announcement_letters
from handlers.staff.cases import asking
from handlers.staff.crediting import by_file, granting, reversing
from handlers.staff.crediting import letters as credit_letters
from handlers.study import browse
from handlers.turn import House
from storage.engine.sessions import Sessions
from storage.people import guards
from storage.staff import log as staff_log
from storage.staff import roles
from storage.staff.log import LogLine
from storage.staff.log_check import verify
from storage.tables import Member
from tests.handlers import talking

ROOMS = (
    rights,
    rooms,
    roles_feature,
    inviting,
    letting_in,
    joint,
    codes,
    log,
    feature,
    viewing,
    membership,
    receptions,
    desk,
    claims,
    declarations,
    requests,
    answering,
    asking,
    request_letters,
    certificates,
    ending,
    erasing,
    certificate_letters,
    by_file,
    granting,
    reversing,
    credit_letters,
    importing,
    exporting,
    letter_room,
    letter_clock,
    drafting,
    sending,
    announcement_letters,
    attaching,
)
KITA = MemberRecord("1000000009", "北見 涼", date(1980, 5, 1))
ABE = [MemberRecord(f"20000000{n:02}", f"安部 {n:02}", date(1970, 1, 1), kana=f"アベ {n:02}") for n in range(1, 11)]


class Office(talking.Room):
    """A room with staff's features in it."""

    def __init__(self, sessions: Sessions, house: House, now: datetime) -> None:
        super().__init__(sessions, house, now)
        self.turns.routes = Routes((*talking.FEATURES, browse, credits, code, invited, *ROOMS))

    @property
    def log(self) -> list[LogLine]:
        """The latest act first. Each of its facts has a name."""
        with self.sessions.reading() as session:
            assert verify(session, self.sessions.cipher) == []
            found = staff_log.read(session, limit=500)
        facts = {name for line in found for name in (*line.before, *line.after)}
        assert {name for name in facts if name in (JA.logged.fact(name), EN.logged.fact(name))} == set()
        return found

    def grants(self, record: MemberRecord, *names: str) -> None:
        """These roles, as the command line gives them."""
        member = self.id_of(record)
        with self.sessions.begin() as session:
            for name in names:
                roles.grant(session, member, name, self.clock.now())

    def locks(self, member_id: int, failures: int = 8) -> None:
        """So many wrong passwords for this member's ID."""
        with self.sessions.begin() as session:
            gate = guards.of_id(self.sessions.cipher, session.get_one(Member, member_id).member_no)
            for _ in range(failures):
                guards.fail(session, [gate], self.clock.now())

    def locked_until(self, member_id: int) -> datetime:
        with self.sessions.reading() as session:
            return guards.member_until(session, member_id, self.clock.now())


def labels(screen: Screen) -> list[str]:
    return [button.label for row in screen.rows for button in row]
