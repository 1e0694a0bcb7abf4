"""A credit that staff granted and one that the member earns of the same content: on both databases."""

from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from content.credits.credit import By
from content.rules import Rulebook, day_of
from content.staff.crediting import Grant
from content.values import CreditKind
from storage.credits import earning, ledger, reversals
from storage.engine.sessions import Sessions
from storage.importing import past_rows
from storage.staff import crediting
from storage.tables import Withheld
from tests import samples
from tests.storage.credits.test_earning import COURSE, gain, imported, standing

DAY = timedelta(days=1)


class Story:
    """What happens to one member, one day after the other."""

    def __init__(self, session: Session, now: datetime) -> None:
        self.session, self.now = session, now
        samples.publish(session, COURSE, now)
        self.member, self.officer = samples.member(session, now), samples.member(session, now, no="1000000002")

    def granted(self) -> int:
        self.now += DAY
        one = Grant(self.member, CreditKind.LECTURE, COURSE.source, False, COURSE.title, COURSE.planning, COURSE.code,
                    COURSE.half_units, day_of(self.now), None, "名簿で確認")  # fmt: skip
        credit = crediting.grant(self.session, one, By(one.why, self.officer), self.now, Rulebook())
        assert credit is not None
        return credit.id

    def earns(self) -> bool:
        self.now += DAY
        return earning.earn(self.session, gain(self.member, self.now), self.now)

    def reversed(self, credit: int) -> None:
        """As from the card of the member."""
        self.now += DAY
        assert reversals.take_back(self.session, credit, By("登録の誤り", self.officer), self.now)
        earning.release(self.session, [self.member], self.now)

    @property
    def stands(self) -> int:
        """The number of the credit that stands."""
        (one,) = ledger.standing(self.session, self.member)
        return one.id

    @property
    def withheld(self) -> int:
        return len(self.session.execute(select(Withheld.id)).all())


def test_what_is_earned_beside_a_grant_stands_when_the_grant_is_reversed(sessions: Sessions, now: datetime) -> None:
    """And if staff take that back, too, it stays so."""
    with sessions.begin() as session:
        me = Story(session, now)
        grant = me.granted()
        assert not me.earns()
        earned_at = me.now
        assert (me.stands, me.withheld) == (grant, 1)
        me.reversed(grant)
        (one,) = ledger.standing(session, me.member)
        assert (one.is_own, one.earned_at, one.written_at, me.withheld) == (True, earned_at, me.now, 0)
        me.reversed(one.id)
        assert not me.earns()
        assert (standing(session, me.member), me.withheld) == (set(), 0)


def test_what_staff_took_back_does_not_come_again_beside_a_grant(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me = Story(session, now)
        assert me.earns()
        me.reversed(me.stands)
        grant = me.granted()
        assert not me.earns()
        assert me.withheld == 0
        me.reversed(grant)
        assert standing(session, me.member) == set()


def test_what_was_withheld_before_goes_if_staff_took_back_what_was_earned(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me = Story(session, now)
        grant = me.granted()
        assert not me.earns()
        other = samples.member(session, now, no="1000000003")
        assert earning.earn(session, gain(other, me.now), me.now)
        (theirs,) = ledger.standing(session, other)
        assert reversals.take_back(session, theirs.id, By("登録の誤り", me.officer), me.now)
        session.execute(update(Withheld).values(member_id=other))
        assert earning.release(session, [other], me.now) == 0
        assert (standing(session, other), me.withheld, me.stands) == (set(), 0, grant)


def test_a_grant_without_an_act_of_the_member_brings_nothing_when_it_is_reversed(
    sessions: Sessions, now: datetime
) -> None:
    with sessions.begin() as session:
        me = Story(session, now)
        me.reversed(me.granted())
        assert standing(session, me.member) == set()


def test_what_waits_for_an_import_waits_for_a_grant_too(sessions: Sessions, now: datetime) -> None:
    """Staff granted the content that an imported credit may be of, and take the grant back after the import."""
    with sessions.begin() as session:
        me = samples.member(session, now)
        number, rows = imported(session, me, now, title="高血圧の話と実際")
        samples.publish(session, samples.course(title="高血圧の話と実践"), now + DAY)
        officer = samples.member(session, now, no="1000000002")
        at = now + 2 * DAY
        assert not earning.earn(session, gain(me, at), at)
        assert ledger.award(session, **vars(gain(me, at)), written_at=at, by=By("別の内容", officer))
        past_rows.take_back(session, number, rows, at)
        (grant,) = ledger.standing(session, me)
        assert not grant.is_own
        assert reversals.take_back(session, grant.id, By("登録の誤り", officer), at)
        assert earning.release(session, [me], at) == 1
        (own,) = ledger.standing(session, me)
        assert own.is_own
