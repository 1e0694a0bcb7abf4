"""A training, who was at it, and who decides whether he was, for tests."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from content.attendance.attending import Claim
from content.attendance.checkin import Door
from content.attendance.training import ListedTraining
from content.importing.member_record import MemberRecord
from content.rules import Rulebook
from content.staff.claiming import ClaimCase, Outcome
from storage.credits import ledger
from storage.engine.sessions import Sessions
from storage.people import members
from storage.post import letters
from storage.staff import roles
from storage.trainings import attendances, claims, registration
from tests.storage.training import HOUR, publish, training

RULES = Rulebook()
NOTE = "電池が切れ、受付で記名しました"
MEMBER, OTHER, *STAFF = NUMBERS = ("1000000001", "1000000002", "9000000001", "9000000002")


@dataclass
class Desk:
    """Two members of staff, a member who was at a training and says so late, and another who checked in."""

    sessions: Sessions
    now: datetime
    listed: ListedTraining
    member: int
    other: int
    staff: tuple[int, int]
    claim: int

    def decide(self, session: Session, verdict: Claim = Claim.ACCEPTED, *, by: int = 0, why: str = "名簿") -> Outcome:
        card = claims.hold(session, self.claim, RULES, self.now)
        return claims.decide(session, card, verdict, why, self.staff[by], RULES, self.now)

    def confirm(self, session: Session) -> int:
        return registration.confirm(session, self.listed.training.slug, RULES, self.now)

    def card(self, session: Session) -> ClaimCase:
        return claims.case(session, self.claim, RULES, self.now)

    def half_units(self) -> int:
        with self.sessions.reading() as session:
            return ledger.totals(session, self.member, date.min, date.max).half_units

    def letters(self) -> list[str]:
        with self.sessions.begin() as session:
            return [one.kind for one in letters.claim(session, self.now)]


def _member(session: Session, sessions: Sessions, no: str, at: datetime) -> int:
    members.put(session, sessions.cipher, MemberRecord(no, f"見本 {no}", date(1972, 2, 4)), at)
    return members.account(session, sessions.cipher, no, member_no=True, mamis_id=False).id


def a_desk(sessions: Sessions, now: datetime) -> Desk:
    with sessions.begin() as session:
        listed = publish(session, training(now - 3 * HOUR), now)
        member, other, north, south = (_member(session, sessions, no, now) for no in NUMBERS)
        for one in (north, south):
            roles.grant(session, one, "officer", now)
        for door in Door:
            attendances.pass_door(session, other, listed.id, door, now - HOUR)
        attendances.claim(session, member, listed.id, NOTE, now)
        claim = claims.queue(session, 1, 8).lines[0].id
    return Desk(sessions, now, listed, member, other, (north, south), claim)
