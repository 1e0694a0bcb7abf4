"""By what a certificate is checked: given once, found under every key, told by nothing in the database."""

import hashlib
from collections.abc import Iterable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import DBAPIError, NoResultFound
from sqlalchemy.orm import Session

from content.verifying.numbers import read
from content.verifying.standing import End, Reason, State
from storage.certificates import asked, certificates, checks, ends, issued, sampled, unprintable
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.engine.statements import new_id
from storage.tables import Certificate, CertificateCheck, CertificateEnd
from tests.samples import member
from tests.storage.certificates.erasing import erase
from tests.storage.certificates.test_certificates import facts
from tests.storage.keys import NEW_OLD, OLD, opened

ADDRESS = "https://tani.example.org/c/"


PAPER = b"a paper"


def issue(
    session: Session, cipher: Cipher, me: int, at: datetime, name: str = "𠮷野 髙子", content: bytes = PAPER
) -> int:
    """A certificate with its paper, by id."""
    number = certificates.ask(session, cipher, me, facts(name), at, lambda token: f"{ADDRESS}{token}")
    certificates.keep_paper(session, number, content, hashlib.sha256(content).hexdigest(), at)
    return number


def token_of(session: Session, certificate_id: int) -> str:
    return certificates.facts(session, certificate_id).check.removeprefix(ADDRESS)


def test_number_and_token_are_given_with_the_facts(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    with sessions.begin() as session:
        me = member(session, now)
        first, second = issue(session, cipher, me, now), issue(session, cipher, me, now, "吉野 高子", b"another")
        assert issue(session, cipher, me, now + timedelta(days=1)) == first
        frozen, other = certificates.facts(session, first), certificates.facts(session, second)
        assert frozen.number == read(frozen.number) != other.number
        assert frozen.number.startswith("TN26-")
        assert len(token_of(session, first)) == 22
        for found in (
            checks.by_token(session, cipher, token_of(session, first)),
            checks.by_number(session, cipher, frozen.number),
            checks.by_file(session, hashlib.sha256(PAPER).hexdigest()),
        ):
            assert found is not None
            assert (found.certificate_id, found.number, found.state) == (first, frozen.number, State.VALID)
            assert (found.first, found.last, found.half_units, found.codes) == (
                frozen.period_from,
                frozen.period_to,
                2,
                1,
            )
            assert (found.issued_at, found.name) == (now, "𠮷野 髙子")
        for nobodys in ("", "x", token_of(session, first)[1:], frozen.number):
            assert checks.by_token(session, cipher, nobodys) is None


def test_without_a_paper_it_is_unknown(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    with sessions.begin() as session:
        number = certificates.ask(session, cipher, member(session, now), facts(), now)
        frozen = certificates.facts(session, number)
        assert frozen.check == ""
        assert checks.by_number(session, cipher, frozen.number) is None
        certificates.keep_paper(session, number, b"paper", "1", now)
        assert checks.by_number(session, cipher, frozen.number) is not None


def test_nothing_of_it_stands_in_clear(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    with sessions.begin() as session:
        number = issue(session, cipher, member(session, now), now)
        frozen, token = certificates.facts(session, number), token_of(session, number)
        rows = [session.execute(text(f"SELECT * FROM {name}")).one() for name in ("certificates", "certificate_checks")]
    kept = b"".join(cell if isinstance(cell, bytes) else str(cell).encode() for row in rows for cell in row)
    assert token.encode() not in kept
    assert frozen.number.encode() not in kept


def test_it_is_found_after_a_key_was_put_in_front(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        number = issue(session, OLD, member(session, now), now)
        frozen, token = certificates.facts(session, number), token_of(session, number)
    with opened(sessions, NEW_OLD) as later, later.begin() as session:
        assert checks.by_token(session, NEW_OLD, token) is not None
        assert checks.by_number(session, NEW_OLD, frozen.number) is not None


def test_what_ends_it_is_told_the_last_first(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    with sessions.begin() as session:
        me = member(session, now)
        first, second = issue(session, cipher, me, now), issue(session, cipher, me, now, "吉野 高子")
        token, other = token_of(session, first), certificates.facts(session, second).number
        assert ends.replace(session, first, second, Reason.NAME, me, now)
        assert not ends.replace(session, first, second, Reason.CREDIT, me, now)
        found = checks.by_token(session, cipher, token)
        assert found is not None
        assert found.end == End(State.REPLACED, now, Reason.NAME, other)
        assert ends.revoke(session, first, Reason.NAME, me, now + timedelta(days=1))
        found = checks.by_token(session, cipher, token)
        assert found is not None
        assert (found.state, found.end) == (State.REVOKED, End(State.REVOKED, now + timedelta(days=1), Reason.NAME))


@pytest.mark.parametrize(
    "change",
    [
        update(CertificateCheck).values(half_units=99),
        delete(CertificateCheck),
        update(CertificateEnd).values(reason="wish"),
        delete(CertificateEnd),
    ],
)
def test_neither_is_ever_changed(sessions: Sessions, cipher: Cipher, now: datetime, change: object) -> None:
    with sessions.begin() as session:
        me = member(session, now)
        ends.revoke(session, issue(session, cipher, me, now), Reason.MISTAKE, me, now)
    with pytest.raises(DBAPIError, match="append-only"), sessions.begin() as session:
        session.execute(change)  # type: ignore[call-overload]  # any of the four


def of_before(session: Session, me: int, numbers: Iterable[int], at: datetime) -> list[int]:
    """Certificates as a process of version 0.4 issues them: no check, and no number in the facts."""
    every = []
    for each in numbers:
        every.append(new_id(session, Certificate))
        certificates._put(session, every[-1], me, facts(f"見本 {each}"), f"{each}", at)
    for number in every:
        certificates.keep_paper(session, number, b"paper", f"{number}", at)
    session.execute(update(Certificate).where(Certificate.id.in_(every)).values(numbered_at=None))
    return every


def test_certificates_of_before_get_theirs(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    """File and facts stay as they are. During an upgrade such a process goes on beside this one."""
    with sessions.begin() as session:
        me = member(session, now)
        former = of_before(session, me, range(3), now)
        assert len(checks.former(session, 2)) == 2
        later = issue(session, cipher, me, now)
        between = of_before(session, me, range(3, 4), now)
        kept = session.execute(select(Certificate.facts, Certificate.paper).order_by(Certificate.id)).all()
        assert sorted(checks.former(session, 9)) == [*former, *between]
        assert checks.give_former(session, cipher, [*former, later, *between], now) == 4
        assert checks.give_former(session, cipher, [*former, later, *between], now) == 0
        assert checks.former(session, 9) == []
        assert session.execute(select(Certificate.facts, Certificate.paper).order_by(Certificate.id)).all() == kept
        found = checks.by_file(session, f"{former[0]}")
        assert found is not None
        assert (found.certificate_id, found.name) == (former[0], "見本 0")
        assert checks.by_number(session, cipher, found.number) == found


def test_one_of_version_0_5_keeps_the_number_that_it_has(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    """A process of that version, which still runs during the upgrade, gives it and does not note so."""
    with sessions.begin() as session:
        number = issue(session, cipher, member(session, now), now)
        session.execute(update(Certificate).values(numbered_at=None))
        assert checks.former(session, 9) == [number]
        assert checks.give_former(session, cipher, [number], now) == 1
        assert checks.former(session, 9) == []
        assert checks.number(session, cipher, number, now) == certificates.facts(session, number).number


def test_one_of_before_whose_facts_were_erased_gets_a_number_too(
    sessions: Sessions, cipher: Cipher, now: datetime
) -> None:
    """Nobody knows its totals any more: they are 0, and the page says that they were erased."""
    with sessions.begin() as session:
        (former,) = of_before(session, member(session, now), [1], now)
        erase(session, former)
        assert checks.give_former(session, cipher, [former], now) == 1
        assert checks.former(session, 9) == []
        found = checks.by_file(session, "1")
        assert found is not None
        assert (found.name, found.half_units, found.codes, found.state) == (None, 0, 0, State.VALID)


def test_whoever_reads_facts_meets_erased_ones(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    with sessions.begin() as session:
        me = member(session, now)
        number, waits = issue(session, cipher, me, now), certificates.ask(session, cipher, me, facts("別"), now)
        token = token_of(session, number)
        for one in (number, waits):
            erase(session, one)
        assert certificates.facts_left(session, number) is None
        with pytest.raises(NoResultFound):
            certificates.facts(session, number)
        assert asked.last(session, me) is None
        assert list(unprintable.not_drawn(session)) == []
        assert sampled.certificates(session) == 0
        found = checks.by_token(session, cipher, token)
        assert found is not None
        assert (found.name, found.half_units, found.state) == (None, 2, State.VALID)
        line = issued.of_member(session, me, 1, 9).lines[0]
        assert (line.purpose, issued.one(session, number).facts) == (None, None)


def test_one_that_holds_no_more_is_not_given_out_again(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    """Who asks for the same gets another number; the third time the second one, until that ends as well."""
    with sessions.begin() as session:
        me = member(session, now)
        numbers = [issue(session, cipher, me, now)]
        for _ in range(2):
            assert issue(session, cipher, me, now) == numbers[-1]
            former = certificates.facts(session, numbers[-1]).number
            ends.revoke(session, numbers[-1], Reason.MISUSE, me, now)
            numbers.append(issue(session, cipher, me, now))
            later = certificates.facts(session, numbers[-1])
            assert (later.follows, later.number != former) == (former, True)
            assert certificates.same(later, certificates.facts(session, numbers[0]))
            assert not certificates.same(later, facts("別"))
        assert len(set(numbers)) == 3
