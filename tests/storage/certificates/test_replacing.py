"""A certificate takes the place of another: when its paper is on record, once, and in one transaction."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from content.verifying.doubts import Verdict
from content.verifying.standing import End, Reason, State
from storage.certificates import certificates, doubts, ends, issued, replacing
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.tables import CertificateDoubt
from tests.storage.certificates.test_certificates import facts
from tests.storage.certificates.test_doubts import corrects, issue, joins
from tests.storage.racing import meanwhile


def asks(session: Session, cipher: Cipher, me: int, at: datetime) -> int:
    """The certificate that says what holds today, not drawn yet."""
    return certificates.ask(session, cipher, me, facts("吉野 高子"), at)


def test_the_old_one_holds_until_the_paper_is_on_record(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    with sessions.begin() as session:
        me = joins(session, cipher, now)
        old = issue(session, cipher, me, now)
        corrects(name="吉野 高子")(session, cipher, me, now)
        new = asks(session, cipher, me, now)
        assert replacing.begin(session, old, new, Reason.NAME, me, now)
        assert not replacing.begin(session, old, new, Reason.CREDIT, me, now)
        assert (ends.last(session, old), replacing.under_way(session, old)) == (None, new)
        assert doubts.next_one(session) == old
        number = certificates.facts(session, new).number
        assert issued.one(session, old).instead == number
    with sessions.begin() as session:
        certificates.keep_paper(session, new, b"paper", "1", now)
    with sessions.begin() as session:
        assert ends.last(session, old) == End(State.REPLACED, now, Reason.NAME, number)
        assert (replacing.under_way(session, old), doubts.next_one(session)) == (None, None)
        assert session.execute(select(CertificateDoubt.verdict)).scalars().all() == [Verdict.REPLACED]
        seen = issued.one(session, old)
        assert (seen.state, seen.ended[0].by, seen.ended[0].instead) == (State.REPLACED, "吉野 高子", number)
        assert certificates.keep_paper(session, new, b"other", "2", now) == b"paper"


def test_one_whose_paper_is_there_takes_its_place_at_once(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    """The member had asked for it after the correction."""
    with sessions.begin() as session:
        me = joins(session, cipher, now)
        old, new = issue(session, cipher, me, now), asks(session, cipher, me, now)
        certificates.keep_paper(session, new, b"paper", "1", now)
        assert replacing.begin(session, old, new, Reason.NAME, me, now)
        end = ends.last(session, old)
        assert end is not None
        assert end.state is State.REPLACED


def test_one_that_was_revoked_meanwhile_stays_so(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    with sessions.begin() as session:
        me = joins(session, cipher, now)
        old, new = issue(session, cipher, me, now), asks(session, cipher, me, now)
        replacing.begin(session, old, new, Reason.NAME, me, now)
        ends.revoke(session, old, Reason.MISUSE, me, now)
        certificates.keep_paper(session, new, b"paper", "1", now)
        assert ends.last(session, old) == End(State.REVOKED, now, Reason.MISUSE)


def test_of_two_officers_at_once_one_replaces_it(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    with sessions.begin() as session:
        me = joins(session, cipher, now)
        old = issue(session, cipher, me, now)

    def replaces(session: Session) -> bool:
        replacing.hold(session, old)
        return replacing.begin(session, old, asks(session, cipher, me, now), Reason.NAME, me, now)

    one, two = meanwhile(sessions, replaces, replaces)
    assert (one, two.result()) == (True, False)


def test_a_paper_that_is_kept_at_that_moment_is_not_missed(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    """Whichever comes first, the other sees it."""
    with sessions.begin() as session:
        me = joins(session, cipher, now)
        olds = [issue(session, cipher, me, now), issue(session, cipher, me, now, member_no="x")]
        new = asks(session, cipher, me, now)

    def keeps(session: Session) -> bytes:
        return certificates.keep_paper(session, new, b"paper", "1", now)

    _, two = meanwhile(sessions, keeps, lambda session: replacing.begin(session, olds[0], new, Reason.NAME, me, now))
    assert two.result()
    with sessions.reading() as session:
        assert ends.last(session, olds[0]) is not None


def test_one_that_is_revoked_at_that_moment_stays_so(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    """Two persons revoke it while the new paper is being put on record: that waits for the row, and looks again."""
    with sessions.begin() as session:
        me = joins(session, cipher, now)
        old, new = issue(session, cipher, me, now), asks(session, cipher, me, now)
        replacing.begin(session, old, new, Reason.NAME, me, now)

    def revokes(session: Session) -> bool:
        replacing.hold(session, old)
        return ends.revoke(session, old, Reason.MISUSE, me, now)

    _, two = meanwhile(sessions, revokes, lambda session: certificates.keep_paper(session, new, b"paper", "1", now))
    two.result()
    with sessions.reading() as session:
        assert ends.last(session, old) == End(State.REVOKED, now, Reason.MISUSE)
