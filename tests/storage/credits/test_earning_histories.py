"""Import, publication, a new title, the end of the course and the undoing, in every order that there is: one credit of
the content at most, none is lost, and the proof finds nothing. On both databases.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import permutations

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from content.importing import matching
from content.importing.matching import Published
from content.importing.past_record import PastCredit
from content.importing.report import Planned
from content.rules import Rulebook
from content.values import CreditKind
from storage.credits import ledger
from storage.engine.sessions import Sessions
from storage.importing import past_held, past_published, past_rows
from storage.programme import courses
from storage.proofs import proving, wordings
from storage.proofs.span import Span
from storage.study import progress
from storage.tables import Progress
from tests import samples
from tests.quizzes import MIXED, a_course
from tests.storage.attempting import RULES, finish
from tests.storage.credits.test_earning import DAY, OWN, imported

COURSE = a_course(MIXED)
ACTS = ("publish", "import", "retitle", "study", "undo")


def orders() -> Iterator[tuple[str, ...]]:
    """A course has to be published first, and a file imported."""
    for order in permutations(ACTS):
        at = order.index
        if at("publish") < min(at("retitle"), at("study")) and at("import") < at("undo"):
            yield order


class Life:
    """One member, one course and one file."""

    def __init__(self, session: Session, now: datetime) -> None:
        self.session, self.now = session, now
        self.me = samples.member(session, now)
        self.file: tuple[int, list[tuple[int, Planned]]] | None = None
        self.studied = False

    def does(self, act: str) -> None:
        self.now += timedelta(hours=1)
        {
            "publish": lambda: samples.publish(self.session, COURSE, self.now),
            "retitle": lambda: samples.publish(self.session, replace(COURSE, title="ほかの題名です"), self.now),
            "import": self.imports,
            "study": self.studies,
            "undo": self.undoes,
        }[act]()

    def imports(self) -> None:
        """As a report finds it: under the content's name if it is published, and not if the member has it."""
        record = PastCredit(DAY, COURSE.title, "見本市医師会", CreditKind.LECTURE, COURSE.code, 3)
        found = matching.match(record, past_published.courses_and_issues(self.session))
        assert found is None or isinstance(found, Published)
        source = found.source if found else OWN
        held = past_held.of(self.session, [self.me])[self.me]
        if (source, False) not in held.sources | held.stands_for:
            self.file = imported(self.session, self.me, self.now, source=source)

    def studies(self) -> None:
        listed = courses.by_slug(self.session, COURSE.slug)
        for film in listed.films.values():
            samples.watch(self.session, self.me, film, 600, self.now)
        self.session.flush()
        self.session.execute(update(Progress).values(bitmap=b"\xff" * 75))
        assert finish(self.session, self.me, listed, 4, self.now).state == "passed"
        progress.earn_if_due(self.session, self.me, listed, RULES, self.now)
        self.studied = True

    def undoes(self) -> None:
        if self.file is not None:
            past_rows.take_back(self.session, *self.file, self.now)
            self.file = None

    def is_right(self) -> bool:
        standing = [one.source for one in ledger.standing(self.session, self.me)]
        faults = proving.proof(self.session, Span(1, 9), wordings.programme(self.session), Rulebook()).faults
        # the proof can't know the import's rows here: they were never put on record
        wrong = [one for one in faults if "import" not in one.said or "doubles" in one.said]
        return not wrong and len(standing) == (self.studied or self.file is not None)


@pytest.mark.parametrize("order", [*orders()], ids=">".join)
def test_one_credit_whatever_the_order(order: tuple[str, ...], sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        life = Life(session, now)
        for act in order:
            life.does(act)
            assert life.is_right(), act
