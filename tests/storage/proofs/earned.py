"""A member who earned a credit in each way there is, by the product's own acts."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from content.declarations.declaring import Kind
from content.rules import Rulebook
from content.study.course import CommonLecture
from content.study.watching import Watched
from storage.credits import ledger
from storage.declarations import declarations
from storage.journal import due
from storage.journal import sheets as journal_sheets
from storage.study import progress
from storage.tables import Progress
from tests import deciding, samples
from tests.conftest import NOW
from tests.files import PDF
from tests.issues import TOLD, an_issue, marks
from tests.issues import publish as publish_issue
from tests.keeping import add_evidence
from tests.quizzes import MIXED, a_course
from tests.storage import training as trainings
from tests.storage.attempting import RULES, finish
from tests.storage.declaring import SAID

BOOK = Rulebook()
NO = "1000000001"
LECTURE = CommonLecture("必修講習B 医療倫理", 2)


@dataclass(frozen=True)
class Earned:
    """A member with four credits that stand and one that was reversed, another member, and one of staff. Two of the
    credits that stand are common lectures too, and so is the one that was reversed.
    """

    member: int
    other: int
    staff: int
    course: int
    issue: int
    declaration: int


def earn_everything(session: Session, at: datetime = NOW) -> Earned:
    me = samples.member(session, at, no=NO)
    other, staff = samples.member(session, at, no="1000000002"), samples.member(session, at, no="1000000003")
    course = study(session, me, "hypertension", at)
    study(session, me, "asthma", at)
    assert ledger.reverse(session, me, "course:asthma", reason="誤り", author_id=staff, at=at)
    issue = answer_issue(session, me, at)
    attend(session, at)
    return Earned(me, other, staff, course, issue, declare(session, me, staff, at))


def study(session: Session, member: int, slug: str, at: datetime) -> int:
    """Watch all of a course, pass its test a minute later, and earn its credit; returns the course."""
    common = LECTURE if slug in ("hypertension", "asthma") else None
    listed = samples.publish(session, replace(a_course(MIXED, slug=slug), common_lecture=common), at)
    for number, film in listed.films.items():
        seconds = listed.chapter(number).seconds
        samples.watch(session, member, film, seconds, at)
        whole = Watched(b"", seconds).having(list(range(seconds)))
        session.execute(update(Progress).where(Progress.film_id == film).values(bitmap=whole.bitmap))
    passed_at = at + timedelta(minutes=1)
    assert finish(session, member, listed, 4, passed_at).state == "passed"
    assert progress.earn_if_due(session, member, listed, RULES, passed_at)
    return listed.id


def answer_issue(session: Session, member: int, at: datetime, slug: str = "2026-12") -> int:
    """Answer an issue by postcard, and have it graded; returns the issue."""
    listed = publish_issue(session, an_issue(slug), at)
    journal_sheets.put_postcard(session, member, listed, marks(4), at, at)
    assert due.grade_all(session, due.find_ungraded(session, TOLD), BOOK, TOLD) == 1
    return listed.id


def attend(session: Session, at: datetime, slug: str = "asthma-talk") -> None:
    """The member with the number NO is registered for a part of a training that is a common lecture too."""
    held = trainings.training(at - timedelta(days=3), slug)
    trainings.publish(session, held, at - timedelta(days=9))
    assert trainings.registers(session, held.slug, [(NO, 1)], at) == 1


def declare(session: Session, member: int, staff: int, at: datetime) -> int:
    """Declare something of a former day, and have it accepted; returns the declaration."""
    number = declarations.begin(session, member, Kind.CONGRESS, 10, at).id
    for step, said in SAID.items():
        declarations.change(session, member, number, step, said)
    add_evidence(session, member, number, name="a.pdf", mime="application/pdf", content=PDF, most=5, at=at)
    assert declarations.submit(session, member, number, at)
    deciding.accept(session, number, staff_id=staff, reason="確認しました", at=at)
    return number
