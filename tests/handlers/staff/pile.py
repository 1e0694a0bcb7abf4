"""A late claim on the desk of staff."""

from dataclasses import dataclass
from datetime import date

from content.importing.member_record import MemberRecord
from content.staff.claiming import ClaimCase
from storage.credits import ledger
from storage.post import letters
from storage.trainings import attendances, claims
from tests.handlers.staff.office import Office
from tests.handlers.talking import AOI
from tests.storage.training import HOUR, publish, training

NOTE = "電池が切れ、受付で記名しました"
MINAMI = MemberRecord("1000000008", "南野 環", date(1981, 3, 3))


@dataclass
class Pile:
    """青井 says that she was at a training of this morning."""

    here: Office
    training: int
    member: int
    claim: int

    @property
    def card(self) -> ClaimCase:
        with self.here.sessions.reading() as session:
            return claims.case(session, self.claim, self.here.turns.house.rulebook, self.here.clock.now())

    @property
    def half_units(self) -> int:
        with self.here.sessions.reading() as session:
            return ledger.totals(session, self.member, date.min, date.max).half_units

    def letters(self) -> list[str]:
        with self.here.sessions.begin() as session:
            return [one.kind for one in letters.claim(session, self.here.clock.now())]

    def claims_too(self, record: MemberRecord, note: str = NOTE) -> int:
        """Another member does the same; returns the number of his claim."""
        member = self.here.id_of(record)
        with self.here.sessions.begin() as session:
            attendances.claim(session, member, self.training, note, self.here.clock.now())
            return claims.of_member(session, member)[0]


def pile_of(here: Office) -> Pile:
    """The claim, for a training that was registered now."""
    member, now = here.id_of(AOI), here.clock.now()
    with here.sessions.begin() as session:
        listed = publish(session, training(now - 3 * HOUR), now)
        attendances.claim(session, member, listed.id, NOTE, now - HOUR)
        return Pile(here, listed.id, member, claims.of_member(session, member)[0])
