"""What stands on record and can't be printed: it came in before the font was asked, or with an older font."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from content.attendance.training import source_of
from content.certificates.certificate import CertificateFacts
from content.text.printing import uncovered
from storage.certificates import frozen, wordings
from storage.journal import issues
from storage.programme import courses
from storage.tables import Certificate, CommonCredit, Credit, Member, Training

_MEMBERS = select(Member.member_no, Member.name, Member.registry_no).execution_options(yield_per=1_000)
_TRAININGS = select(Training.slug, Training.title, Training.organiser, Training.common_category)
_NOT_DRAWN = (
    select(Certificate.id, Certificate.member_id, Certificate.facts)
    .where(Certificate.paper_sha256.is_(None))
    .order_by(Certificate.id)
)


@dataclass(frozen=True)
class Unprintable:
    """A text that papers can't print, and where it stands ("course:asthma", "the ledger", "member 1000000001").

    `text` is empty for a member's particulars, which are corrected by importing them.
    """

    where: str
    text: str
    pieces: tuple[str, ...]


@dataclass(frozen=True)
class NotDrawn:
    """A certificate that was asked for and could not be drawn, because of these characters."""

    id: int
    member_id: int
    facts: CertificateFacts
    pieces: tuple[str, ...]


def texts(session: Session) -> Iterator[Unprintable]:
    """Titles, organisers and categories for which there is no wording yet, each with every place where it stands."""
    known = wordings.every(session)
    for where, text in dict.fromkeys(_published(session)):
        if text not in known and (pieces := uncovered(text)):
            yield Unprintable(where, text, pieces)


def is_on_record(session: Session, text: str) -> bool:
    """Whether this text is one that papers may have to print."""
    return any(found == text for _, found in _published(session))


def persons(session: Session) -> Iterator[Unprintable]:
    """Members whose name or numbers papers can't print."""
    for member_no, name, registry_no in session.execute(_MEMBERS):
        if pieces := uncovered(f"{name}{registry_no}{member_no}"):
            yield Unprintable(f"member {member_no}", "", pieces)


def not_drawn(session: Session) -> Iterator[NotDrawn]:
    """Certificates that wait for a correction."""
    for row in session.execute(_NOT_DRAWN):
        facts = frozen.read(row.facts)
        if facts is not None and (pieces := uncovered(printed(facts))):
            yield NotDrawn(row.id, row.member_id, facts, pieces)


def printed(facts: CertificateFacts) -> str:
    """All of a certificate that is not printed in fixed words."""
    lines = "".join(f"{line.title}{line.organiser}{line.kind}{line.code_name}" for line in facts.lines)
    return f"{facts.name}{facts.registry_no}{facts.member_no}{facts.issuer.name}{lines}"


def _published(session: Session) -> Iterator[tuple[str, str]]:
    for listed in courses.listed(session):
        course = listed.course
        category = course.common_lecture.category if course.common_lecture else ""
        yield from ((course.source, text) for text in (course.title, course.planning, category))
    for training in session.execute(_TRAININGS):
        said = (training.title, training.organiser, training.common_category or "")
        yield from ((source_of(training.slug), text) for text in said)
    journal = issues.listed(session)
    for one in journal.issues:
        yield from ((one.issue.source, text) for text in (one.issue.title, one.issue.planning))
    yield from ((f"journal:{special.slug}", special.title) for special in journal.specials)
    columns = (Credit.title, Credit.organiser, CommonCredit.title, CommonCredit.organiser, CommonCredit.category)
    for column in columns:
        yield from (("the ledger", text) for text in session.execute(select(column).distinct()).scalars())
