"""What puts a certificate in doubt: nothing that it shows changes unnoticed, and nothing else waits for an officer."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.commands.rotate_key import KEYED
from content.importing.member_record import MemberRecord
from content.rules import Rulebook
from content.values import CreditKind
from content.verifying import doubts as rules
from content.verifying.doubts import Kind, Verdict
from content.verifying.standing import Reason
from storage.certificates import certificates, doubts, eligible, ends
from storage.credits import ledger
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.people import members
from storage.privacy import rotation
from storage.tables import CertificateDoubt
from tests.bot.test_plans import listening
from tests.handlers.talking import rulebook
from tests.storage.certificates.erasing import erase
from tests.storage.certificates.test_certificates import LINE, facts
from tests.storage.keys import NEW_OLD, opened
from tests.storage.racing import meanwhile

BOOK: Rulebook = rulebook()
HANA = MemberRecord("1000000002", "𠮷野 髙子", date(1970, 1, 1), registry_no="300002")
PRINTED = replace(LINE, day=date(2026, 11, 20))
Change = Callable[[Session, Cipher, int, datetime], object]


def joins(session: Session, cipher: Cipher, at: datetime, record: MemberRecord = HANA) -> int:
    """A member with one credit, which LINE prints."""
    members.put(session, cipher, record, at)
    me = members.account(session, cipher, record.member_no, member_no=True, mamis_id=False).id
    earns(session, me, at)
    return me


def earns(session: Session, me: int, at: datetime, title: str = LINE.title, day: date = PRINTED.day) -> None:
    earned_at = datetime(day.year, day.month, day.day, 3, tzinfo=at.tzinfo)
    assert ledger.award(
        session,
        member_id=me,
        kind=CreditKind.LECTURE,
        source=f"course:{title}",
        half_units=2,
        code=74,
        title=title,
        organiser="見本委員会",
        earned_at=earned_at,
        rules=BOOK.at(day),
    )


def issue(session: Session, cipher: Cipher, me: int, at: datetime, **other: object) -> int:
    said = replace(facts(), lines=(PRINTED,), **other)  # type: ignore[arg-type]  # fields of the facts
    number = certificates.ask(session, cipher, me, said, at)
    certificates.keep_paper(session, number, b"paper", f"{number}", at)
    return number


def corrects(**changed: str) -> Change:
    record = replace(HANA, **changed)  # type: ignore[arg-type]  # texts of the record

    def change(session: Session, cipher: Cipher, _me: int, at: datetime) -> None:
        members.put(session, cipher, record, at)

    return change


def reverses(title: str = LINE.title) -> Change:
    def change(session: Session, _cipher: Cipher, me: int, at: datetime) -> None:
        assert ledger.reverse(session, me, f"course:{title}", reason="二重の登録", author_id=me, at=at)

    return change


def of(session: Session) -> dict[int, list[tuple[str, str, str]]]:
    """Which certificates wait, and for what."""
    shown = doubts.queue(session, 1, 99)
    return {one.id: [(str(each.kind), each.before, each.after) for each in one.changes] for one in shown.lines}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (corrects(name="吉野 高子"), [("name", "𠮷野 髙子", "吉野 高子")]),
        (corrects(registry_no="300003"), [("registry_no", "300002", "300003")]),
        (
            corrects(name="吉野 高子", registry_no=""),
            [("name", "𠮷野 髙子", "吉野 高子"), ("registry_no", "300002", "")],
        ),
        (reverses(), [("credit", "高血圧", "二重の登録")]),
        (corrects(email="hana@example.org"), []),
        (corrects(kana="ヨシノ タカコ", prefecture="京都府"), []),
    ],
)
def test_what_a_certificate_shows_puts_it_in_the_queue(
    sessions: Sessions, cipher: Cipher, now: datetime, change: Change, says: list[tuple[str, str, str]]
) -> None:
    """In the transaction of the change itself, even at the very moment of the issue; the look changes nothing of it."""
    with sessions.begin() as session:
        me = joins(session, cipher, now)
        number = issue(session, cipher, me, now)
        change(session, cipher, me, now)
    for _ in range(2):
        with sessions.begin() as session:
            assert of(session) == ({number: says} if says else {})
            assert doubts.waiting(session).number == bool(says)
            doubts.look(session, doubts.unseen(session, 9), now)
            assert doubts.unseen(session, 9) == []


def test_what_it_does_not_show_is_settled_by_a_look(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    """A credit of the same days that it left out; a number that was not wanted; a name that was put back."""
    with sessions.begin() as session:
        me = joins(session, cipher, now)
        earns(session, me, now, "糖尿病")
        number = issue(session, cipher, me, now, registry_no="")
        for change in (reverses("糖尿病"), corrects(registry_no="9"), corrects(name="別名"), corrects()):
            change(session, cipher, me, now)
        assert doubts.waiting(session).number == 1, "what nobody has looked at counts as waiting"
        assert doubts.look(session, doubts.unseen(session, 9), now) > 3
        assert doubts.waiting(session).number == 0
        verdicts = session.execute(select(CertificateDoubt.verdict, CertificateDoubt.by_id).distinct()).all()
        assert verdicts == [(Verdict.NOTHING, None)]
        assert doubts.changes(session, number) == ()


def test_what_was_corrected_twice_is_one_change(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    """It waits since the first correction, and tells what the last one made of it."""
    later = now + timedelta(days=2)
    with sessions.begin() as session:
        me = joins(session, cipher, now)
        number = issue(session, cipher, me, now)
        corrects(name="吉野 高子")(session, cipher, me, now)
        corrects(name="吉野 貴子")(session, cipher, me, later)
        for _ in range(2):
            (line,) = doubts.queue(session, 1, 8).lines
            assert (line.id, line.at) == (number, now)
            assert line.changes == (rules.Change(Kind.NAME, "𠮷野 髙子", "吉野 貴子", later),)
            doubts.look(session, [number], later)
        assert doubts.settle(session, number, Verdict.LEFT, me, later) == 2


def test_a_certificate_of_other_days_or_members_does_not_wait(
    sessions: Sessions, cipher: Cipher, now: datetime
) -> None:
    with sessions.begin() as session:
        me = joins(session, cipher, now)
        other = joins(session, cipher, now, MemberRecord("1000000003", "別人", date(1970, 1, 1)))
        issue(session, cipher, other, now)
        issue(session, cipher, me, now, period_to=PRINTED.day - timedelta(days=1))
        edge = issue(session, cipher, me, now, period_from=PRINTED.day, period_to=PRINTED.day)
        reverses()(session, cipher, me, now)
        assert list(of(session)) == [edge]


def test_what_has_ended_or_was_erased_does_not_wait(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    with sessions.begin() as session:
        me = joins(session, cipher, now)
        revoked, erased = issue(session, cipher, me, now), issue(session, cipher, me, now, member_no="x")
        ends.revoke(session, revoked, Reason.WISH, me, now)
        erase(session, erased)
        reverses()(session, cipher, me, now)
        assert of(session) == {erased: []}
        doubts.look(session, doubts.unseen(session, 9), now)
        assert of(session) == {}


def test_an_officer_settles_all_of_a_certificate(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    with sessions.begin() as session:
        me = joins(session, cipher, now)
        first, second = issue(session, cipher, me, now), issue(session, cipher, me, now, member_no="x")
        for change in (corrects(name="吉野 高子"), reverses()):
            change(session, cipher, me, now)
        assert [kind for kind, *_ in of(session)[first]] == [Kind.CREDIT, Kind.NAME]
        assert doubts.settle(session, first, Verdict.LEFT, me, now) == 2
        assert doubts.settle(session, first, Verdict.LEFT, me, now) == 0
        assert doubts.next_one(session) == second
        corrects(name="吉野 貴子")(session, cipher, me, now)
        assert first in of(session), "what changes later waits anew"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_of_all_that_wait_only_the_number_is_read_to_the_end(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    """An import may put ten thousand in doubt at once: a page of them, and the next one, cost what a page costs."""
    with sessions.begin() as session:
        me = joins(session, cipher, now)
        issue(session, cipher, me, now)
        corrects(name="吉野 高子")(session, cipher, me, now)
        with listening() as asked:
            assert doubts.queue(session, 1, 8).total == 1
            assert doubts.next_one(session) is not None
        plans = {
            statement: [row.detail for row in plan_of(session, statement, values)]
            for statement, values in asked.items()
        }
    whole = [statement for statement, plan in plans.items() if any("SCAN certificate_doubts" in one for one in plan)]
    assert len(whole) == 1
    assert whole[0].startswith("SELECT (SELECT count(*)")


def plan_of(session: Session, statement: str, values: Any) -> Sequence[Any]:
    return session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()


def test_a_key_that_is_replaced_puts_nothing_in_doubt(sessions: Sessions, now: datetime) -> None:
    """Every name is sealed anew then, and none is corrected."""
    with sessions.begin() as session:
        me = joins(session, sessions.cipher, now)
        issue(session, sessions.cipher, me, now)
    with opened(sessions, NEW_OLD) as later:
        for part in rotation.parts(KEYED):
            with later.begin() as session:
                written, _ = rotation.put(session, part, rotation.prepare(session, NEW_OLD, part, 0))
                assert written or part.table.name not in ("members", "certificates")
        with later.reading() as session:
            assert session.execute(select(func.count()).select_from(CertificateDoubt)).scalar_one() == 0


@pytest.mark.parametrize("change", [corrects(name="吉野 高子"), reverses()])
def test_what_changes_while_one_is_issued_is_not_missed(
    sessions: Sessions, cipher: Cipher, now: datetime, change: Change
) -> None:
    """The facts were read before the change, and are committed after it began. The change waits."""
    with sessions.begin() as session:
        me = joins(session, cipher, now)

    def issues(session: Session) -> int:
        eligible.hold(session, me)
        return issue(session, cipher, me, now)

    number, other = meanwhile(sessions, issues, lambda session: change(session, cipher, me, now))
    other.result()
    with sessions.reading() as session:
        assert list(of(session)) == [number]
