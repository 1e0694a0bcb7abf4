"""What the ledgers know of one content: standing, reversed, given again; on both databases."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from content.credits.explaining import Past
from content.credits.why import TakenBack
from content.rules import Rulebook, begins, day_of
from content.study.course import CommonLecture
from content.values import CreditKind
from storage.credits import history, ledger
from storage.engine.sessions import Sessions
from tests import samples

SOURCE = "course:hypertension"
FIRST = begins(date(2026, 11, 20))
REVERSED = begins(date(2026, 11, 21)) - timedelta(seconds=1)


class Book:
    """One member's record."""

    def __init__(self, session: Session, now: datetime) -> None:
        self.session, self.member = session, samples.member(session, now)
        self.other = samples.member(session, now, no="1000000002")

    def gives(self, at: datetime, *, source: str = SOURCE, common: CommonLecture | None = None) -> bool:
        return ledger.award(
            self.session,
            member_id=self.member,
            kind=CreditKind.LECTURE,
            source=source,
            half_units=2,
            code=74,
            title="高血圧",
            organiser="見本委員会",
            earned_at=at,
            rules=Rulebook().now(at),
            common=common,
        )

    def reverses(self, why: str, at: datetime = REVERSED, source: str = SOURCE) -> bool:
        return ledger.reverse(self.session, self.member, source, reason=why, author_id=self.other, at=at)

    def past(self, member: int = 0) -> Past:
        return history.of(self.session, member or self.member, SOURCE)


def test_nothing_is_known(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        assert Book(session, now).past() == Past()


def test_a_credit_that_stands_its_reversal_and_a_further_grant(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        book = Book(session, now)
        assert book.gives(FIRST)
        assert book.past() == Past(earned_on=day_of(FIRST))
        assert book.past(book.other) == Past()
        assert book.reverses("二重の登録")
        assert book.past() == Past(taken_back=TakenBack(date(2026, 11, 20), "二重の登録"))
        assert book.gives(now)
        assert book.past() == Past(earned_on=day_of(now))
        assert book.reverses("もう一度", at=now)
        assert book.past() == Past(taken_back=TakenBack(day_of(now), "もう一度"))


def test_what_is_gone_is_listed_once_and_what_came_back_is_not(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        book = Book(session, now)
        for source in (SOURCE, "course:back", "course:other"):
            assert book.gives(FIRST, source=source)
        for source, why in ((SOURCE, "一"), ("course:back", "二")):
            assert book.reverses(why, source=source)
        assert book.gives(now, source="course:back")
        (one,) = history.gone(session, book.member)
        assert (one.source, one.title, one.code, one.half_units) == (SOURCE, "高血圧", 74, 2)
        assert one.taken_back == TakenBack(date(2026, 11, 20), "一")
        assert history.gone(session, book.other) == ()
        assert history.every(session, book.other) == {}
        sources = (SOURCE, "course:back", "course:other")
        assert history.every(session, book.member) == {
            (one, False): history.of(session, book.member, one) for one in sources
        }


@pytest.mark.parametrize(
    ("at", "counts"),
    [
        (begins(date(2019, 12, 1)) - timedelta(microseconds=1), False),
        (begins(date(2019, 12, 1)), True),
        (begins(date(2019, 12, 2)), True),
    ],
)
def test_a_common_lecture_counts_from_the_first_of_december_2019(
    sessions: Sessions, now: datetime, at: datetime, counts: bool
) -> None:
    common = CommonLecture("必修講習A 感染対策", 2)
    with sessions.begin() as session:
        book = Book(session, now)
        assert book.gives(at, common=common)
        assert history.common(session, book.member, SOURCE) == ((common,) if counts else ())


def test_a_common_lecture_goes_with_its_credit(sessions: Sessions, now: datetime) -> None:
    common = CommonLecture("必修講習A 感染対策", 2)
    with sessions.begin() as session:
        book = Book(session, now)
        assert book.gives(FIRST, common=common)
        assert history.common(session, book.member, SOURCE) == (common,)
        assert book.reverses("一")
        assert history.common(session, book.member, SOURCE) == ()
