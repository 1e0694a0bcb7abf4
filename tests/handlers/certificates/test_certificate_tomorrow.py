"""Who asks on the day of a credit is sent the certificate on the morning after: once, as it was wished for."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from content.certificates.certificate import CertificateFacts
from content.keys.letters import CertificateReady
from content.refusals import StaleButton, TooManyCertificates
from content.rules import Rules
from content.values import CertificatePurpose
from handlers.presses.certificates.certificate import ForPeriod, OfPurpose, TellMe, TellMeOf
from handlers.screens.screen import KeptPaper, Screen
from handlers.turn import House, Unwanted
from storage.certificates import certificates
from storage.engine.sessions import Sessions
from storage.post import letters
from storage.tables import Certificate, Letter
from tests.student import Student

MORNING = datetime(2026, 11, 22, 23, 0, tzinfo=UTC)
DAY = timedelta(days=1)

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def me(sessions: Sessions, house: House, now: datetime) -> Student:
    return Student(sessions, house, now)


def queued(sessions: Sessions) -> list[tuple[str, datetime]]:
    with sessions.reading() as session:
        return [(row.kind, row.due_at) for row in session.execute(select(Letter).order_by(Letter.id)).scalars()]


def issued(sessions: Sessions) -> list[CertificateFacts]:
    with sessions.reading() as session:
        every = session.execute(select(Certificate.id).order_by(Certificate.id)).scalars().all()
        return [certificates.facts(session, number) for number in every]


def in_the_morning(me: Student) -> tuple[Screen | Unwanted, ...]:
    """What is read on the next morning: the notice, and then the paper that it queued."""
    me.talk.now = MORNING
    return *me.receives(MORNING), *me.receives(MORNING)


def test_it_is_queued_once_for_the_next_morning(me: Student, sessions: Sessions) -> None:
    for nothing in (TellMe(), TellMeOf("general", date(2026, 4, 1).toordinal(), True)):
        with pytest.raises(StaleButton):
            me.talk.presses(nothing)
    me.earns("a", 74, me.now)
    assert "お送りします" in me.talk.presses(TellMe()).toast
    assert "受け付けています" in me.talk.presses(TellMe()).toast
    me.talk.presses(ForPeriod("general", "this"))
    assert "受け付けています" in me.talk.taps("発行できる日に受け取る").toast
    assert queued(sessions) == [("certificate_ready", MORNING)]


def test_the_day_after_is_another(me: Student, sessions: Sessions) -> None:
    me.earns("a", 74, me.now)
    me.talk.presses(TellMe())
    me.talk.now += DAY
    me.earns("b", 8, me.now)
    me.talk.presses(TellMe())
    assert len(queued(sessions)) == 2


def test_the_notice_is_the_paper_with_its_first_page(me: Student, sessions: Sessions) -> None:
    me.earns("before", 8, me.now - DAY)
    me.earns("a", 74, me.now, half_units=1)
    me.talk.presses(TellMe())
    notice, paper = in_the_morning(me)
    assert isinstance(notice, Screen)
    assert isinstance(paper, Screen)
    assert notice.first_page == paper.paper == KeptPaper(1, "受講証明書_20260401-20261122.pdf")
    assert notice.text.split("\n") == [
        "<b>受講証明書を発行しました</b>",
        "前日に取得した0.5単位を記載しています。",
        "用途：一般",
        "2026年4月1日（水）から2026年11月22日（日）まで",
        "合計 1.5単位",
    ]
    assert [button.press for row in notice.rows for button in row] == [OfPurpose("general")]
    (facts,) = issued(sessions)
    assert [line.title for line in facts.lines] == ["before", "a"]
    assert facts.issued_on == date(2026, 11, 23)


def test_it_is_what_was_wished_for(me: Student, sessions: Sessions) -> None:
    """The purpose, the first day and the choice of the number are those of the screen on which it was wished for."""
    me.earns("a", 74, me.now)
    me.talk.says("/certificate 2026/11/1-2026/11/22")
    me.talk.presses(TellMeOf("e_learning", date(2026, 11, 1).toordinal(), False))
    in_the_morning(me)
    (facts,) = issued(sessions)
    assert (facts.purpose, facts.period_from) == (CertificatePurpose.E_LEARNING, date(2026, 11, 1))
    assert facts.registry_no == ""


def test_written_twice_it_is_one_certificate_and_one_paper(me: Student, sessions: Sessions) -> None:
    """A letter is written again if it could not be sent at once."""
    me.earns("a", 74, me.now)
    me.talk.presses(TellMe())
    (letter,) = me.claims(MORNING)
    for minutes in (0, 10):
        assert isinstance(me.reads(letter, MORNING + timedelta(minutes=minutes)), Screen)
    assert len(issued(sessions)) == 1
    assert [kind for kind, _ in queued(sessions)] == ["certificate_ready", "certificate"]


def test_a_credit_that_was_taken_back_meanwhile_brings_none(me: Student, sessions: Sessions) -> None:
    me.earns("a", 74, me.now)
    me.earns("b", 8, me.now - DAY)
    me.talk.presses(TellMe())
    me.loses("a")
    (nothing,) = in_the_morning(me)
    assert nothing == Unwanted("the credit was reversed")
    assert issued(sessions) == []


def test_a_letter_of_the_version_before_is_of_this_year_for_the_usual_purpose(me: Student, sessions: Sessions) -> None:
    me.earns("a", 74, me.now)
    key = CertificateReady(date(2026, 11, 22))
    assert key.pack() == "2026-11-22"
    with sessions.begin() as session:
        letters.put(session, member_id=me.id, key=key, slot="1", at=me.now, due_at=MORNING)
    in_the_morning(me)
    (facts,) = issued(sessions)
    assert (facts.purpose, facts.period_from) == (CertificatePurpose.GENERAL, date(2026, 4, 1))


def test_so_many_are_wished_for_at_once(me: Student, sessions: Sessions) -> None:
    """Each would be made and kept for ever, as those that are issued at once."""
    me.earns("a", 74, me.now)
    most = Rules.certificates_a_day
    wishes = [TellMeOf("general", date(2026, 11, 22).toordinal() - before, True) for before in range(most + 1)]
    for wish in wishes[:-1]:
        assert "お送りします" in me.talk.presses(wish).toast
    with pytest.raises(TooManyCertificates):
        me.talk.presses(wishes[-1])
    assert "受け付けています" in me.talk.presses(wishes[0]).toast
    assert len(queued(sessions)) == most


@pytest.mark.parametrize(
    "press",
    [
        TellMeOf("general", date(2026, 11, 23).toordinal(), True),
        TellMeOf("", date(2026, 4, 1).toordinal(), True),
        TellMeOf("chronic", date(2026, 4, 1).toordinal(), True),
        TellMeOf("general", -1, True),
    ],
)
def test_a_forged_wish_is_not_queued(me: Student, sessions: Sessions, press: TellMeOf) -> None:
    me.earns("a", 74, me.now)
    with pytest.raises(StaleButton):
        me.talk.presses(press)
    assert queued(sessions) == []
