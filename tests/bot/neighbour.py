"""A member of the demo of whom something of every sort is on record, begun and decided: nobody else may change it."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from hashlib import sha256

from sqlalchemy.orm import Session

from content.attendance.attending import Claim
from content.declarations.declaring import Kind, Step
from content.requests.requesting import By, due_on
from content.requests.requesting import Kind as RequestKind
from content.rules import Rulebook, day_of
from content.staff.answering import Outcome
from content.values import CreditKind
from storage.certificates import certificates, doubts
from storage.credits import ledger
from storage.declarations import declarations
from storage.engine.base import cipher_of
from storage.journal import issues as journal
from storage.journal import sheets
from storage.people import members, noted
from storage.programme import courses
from storage.radio import reminders, schedule
from storage.requests import cases, messages, requests
from storage.study import attempts
from storage.trainings import attendances, claims, published
from tests import deciding, samples
from tests.files import PDF
from tests.keeping import add_evidence, add_file
from tests.storage.certificates.test_certificates import LINE, facts

NUMBER, OFFICER = "1000000005", "9000000002"
BOOK = Rulebook()
WEEK = timedelta(days=7)


def id_of(session: Session, member_no: str) -> int:
    return members.account(session, cipher_of(session.get_bind().dialect), member_no, member_no=True, mamis_id=False).id


def moves_in(session: Session, at: datetime) -> int:
    """黒田 健二, by id."""
    me, staff = id_of(session, NUMBER), id_of(session, "9000000001")
    declares(session, me, at)
    accepted, refused = (submits(session, me, at) for _ in range(2))
    submits(session, me, at)
    assert declarations.withdraw(session, me, submits(session, me, at), at)
    deciding.accept(session, accepted, staff_id=staff, reason="確認しました", at=at, rulebook=BOOK)
    deciding.refuse(session, refused, staff_id=staff, reason="読めません", at=at)
    answers(session, asks(session, me, at), id_of(session, OFFICER), at)
    asks(session, me, at)
    requests.begin(session, me, RequestKind.OTHER, at)
    _studies(session, me, at)
    _attends(session, me, at)
    _certified(session, me, staff, at)
    noted.file(session, me, 2, day_of(at))
    noted.certify(session, me, day_of(at))
    for one in schedule.between(session, at, at + WEEK):
        reminders.ask(session, me, one.id, one.broadcast.starts_at, at)
    return me


def declares(session: Session, me: int, at: datetime) -> int:
    """A whole draft."""
    number = declarations.begin(session, me, Kind.CONGRESS, 10, at).id
    said = {Step.WHAT: "見本学会", Step.DAY: day_of(at), Step.UNITS: 3, Step.CODE: 74, Step.NOTE: "午後"}
    for step, what in said.items():
        declarations.change(session, me, number, step, what)
    file = {"name": "a.pdf", "mime": "application/pdf"}
    add_evidence(session, me, number, **file, content=PDF, most=5, at=at)
    return number


def submits(session: Session, me: int, at: datetime) -> int:
    """Whole and handed in."""
    number = declares(session, me, at)
    assert declarations.submit(session, me, number, at)
    return number


def asks(session: Session, me: int, at: datetime, due: date | None = None) -> int:
    """A request that waits, with a file."""
    request = requests.begin(session, me, RequestKind.POST, at)
    one = messages.begin(session, request, By.MEMBER, me, at)
    messages.write(session, one, "郵送を希望します")
    about = {"name": "a.pdf", "mime": "application/pdf"}
    add_file(session, one, **about, content=PDF, most=3, at=at)
    stopped = requests.send(session, me, request.id, one.id, due_on=due or due_on(at, BOOK), at=at)
    assert stopped is None
    return request.id


def answers(session: Session, number: int, staff: int, at: datetime) -> None:
    held = cases.hold(session, number)
    assert cases.take(session, held.request, staff, 0, at) is Outcome.DONE
    held = cases.hold(session, number)
    messages.write(session, messages.begin(session, held.request, By.ANSWER, staff, at), "郵送しました")
    held = cases.hold(session, number)
    draft = held.draft(staff)
    assert draft is not None
    assert cases.answer(session, held, draft, staff, held.latest, at) is Outcome.DONE


def _certified(session: Session, me: int, staff: int, at: datetime) -> None:
    """A certificate of a credit that was reversed since, so that it is in doubt."""
    earned_at = at - WEEK
    rules, line = BOOK.now(earned_at), replace(LINE, day=day_of(earned_at))
    about = {"kind": CreditKind.LECTURE, "source": "course:over", "half_units": 2, "code": 74}
    said = {"title": LINE.title, "organiser": "見本委員会", "earned_at": earned_at, "rules": rules}
    assert ledger.award(session, member_id=me, **about, **said)  # type: ignore[arg-type]  # they are of many types
    cipher = cipher_of(session.get_bind().dialect)
    number = certificates.ask(session, cipher, me, replace(facts(), lines=(line,)), at)
    certificates.keep_paper(session, number, b"%PDF", sha256(b"%PDF").hexdigest(), at)
    assert ledger.reverse(session, me, "course:over", reason="二重の登録", author_id=staff, at=at)
    doubts.look(session, [number], at)


def _studies(session: Session, me: int, at: datetime) -> None:
    """A test under way, and sheets of the journal."""
    listed = courses.by_slug(session, "hypertension")
    samples.watch_all(session, me, listed, at)
    attempts.choose(session, me, attempts.begin(session, me, listed, at).id, 1, 1, at)
    issues = [one for one in journal.listed(session).issues if one.issue.deadline > at]
    for issue in issues:
        sheets.choose(session, me, sheets.begin(session, me, issue, at).id, 1, 1, at)


def _attends(session: Session, me: int, at: datetime) -> None:
    """Late claims of all that is over, one refused."""
    for one, _ in published.around(session, at, 4 * WEEK, timedelta()):
        attendances.claim(session, me, one.id, "電池が切れました", at)
    first = claims.hold(session, claims.of_member(session, me)[0], BOOK, at)
    claims.decide(session, first, Claim.REFUSED, "名簿にありません", id_of(session, "9000000001"), BOOK, at)
