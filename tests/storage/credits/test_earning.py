"""What members earn while an imported credit stands for the same content, on both databases."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from importlib import import_module

import pytest
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import select
from sqlalchemy.orm import Session

from content.importing.report import Kind, Outcome, Planned
from content.proving.finding import Fault
from content.rules import Rulebook, begins
from content.study.course import CommonLecture
from content.values import CreditKind
from storage.credits import common, earning, ledger
from storage.credits.earning import Gain
from storage.engine.sessions import Sessions
from storage.importing import imports, past_held, past_rows
from storage.importing.writing import RecordChanged
from storage.privacy import erasing
from storage.proofs import proving, wordings
from storage.proofs.span import Span
from storage.tables import Titled, Withheld
from tests import issues, samples
from tests.storage import training as trainings
from tests.storage.racing import meanwhile

DAY = date(2025, 6, 14)
OWN = "past:0123456789abcdef"
LATER = timedelta(days=1)
COURSE = samples.course(common=CommonLecture("必修講習A 感染対策", 1))
CREDIT = {
    **{
        "day": DAY.isoformat(),
        "title": COURSE.title,
        "organiser": "見本市医師会",
        "kind": "lecture",
        "code": COURSE.code,
    },
    **{"half_units": 3, "category": "", "certifiable": True, "source": OWN, "sample": False},
}


def imported(session: Session, member: int, at: datetime, **other: object) -> tuple[int, list[tuple[int, Planned]]]:
    """An import of this credit is applied; its number and its rows."""
    number = imports.begin(session, Kind.CREDITS, "0" * 64, at)
    rows = [(1, Planned(2, Outcome.NEW, member, after=CREDIT | other))]
    past_rows.apply(session, number, rows, at, Rulebook())
    return number, rows


def gain(member: int, at: datetime) -> Gain:
    return Gain(
        member,
        CreditKind.LECTURE,
        COURSE.source,
        COURSE.half_units,
        COURSE.code,
        COURSE.title,
        COURSE.planning,
        at,
        Rulebook().now(at),
        COURSE.common_lecture,
    )


def standing(session: Session, member: int) -> set[str]:
    return {one.source for one in ledger.standing(session, member)}


def test_it_is_withheld_and_written_as_it_was_earned(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me, other = samples.member(session, now), samples.member(session, now, no="1000000002")
        number, rows = imported(session, me, now)
        samples.publish(session, COURSE, now + LATER)
        done = now + 2 * LATER
        assert not earning.earn(session, gain(me, done), done)
        assert not earning.earn(session, gain(me, done + LATER), done + LATER), "and the first moment stays"
        assert earning.earn(session, gain(other, done), done), "another member has nothing to do with it"
        assert standing(session, me) == {OWN}
        assert common.by_category(session, me) == {}
        past_rows.take_back(session, number, rows, done + 9 * LATER)
        (one,) = ledger.standing(session, me)
        assert (one.source, one.earned_at, one.written_at) == (COURSE.source, done, done + 9 * LATER)
        assert one.rule_version == Rulebook().now(done).version
        assert common.by_category(session, me) == {"必修講習A 感染対策": 1}
        assert session.execute(select(Withheld)).first() is None
        past_rows.take_back(session, number, rows, done + 9 * LATER)
        assert standing(session, me) == {COURSE.source}


@pytest.mark.parametrize("first", ["the import", "the course"])
def test_an_import_and_the_end_of_the_course_at_once(first: str, sessions: Sessions, now: datetime) -> None:
    """The report was made before the course was published, so the row has a name of its own."""
    with sessions.begin() as session:
        me = samples.member(session, now)
        samples.publish(session, COURSE, now + LATER)
        number = imports.begin(session, Kind.CREDITS, "0" * 64, now)
    plan = [(1, Planned(2, Outcome.NEW, me, after=CREDIT))]

    def brings(session: Session) -> object:
        try:
            return past_rows.apply(session, number, plan, now, Rulebook())
        except RecordChanged:
            session.rollback()
            return None

    def earns(session: Session) -> object:
        return earning.earn(session, gain(me, now + LATER), now + LATER)

    one, other = (brings, earns) if first == "the import" else (earns, brings)
    _, second = meanwhile(sessions, one, other)
    assert not second.result()
    with sessions.reading() as session:
        assert standing(session, me) == {OWN if first == "the import" else COURSE.source}


def test_a_training_published_later_and_confirmed(sessions: Sessions, now: datetime) -> None:
    held = trainings.training(begins(DAY, 10))
    about = {"kind": "training", "title": held.title, "code": held.code}
    with sessions.begin() as session:
        me = samples.member(session, now)
        number, rows = imported(session, me, now, **about)
        listed = trainings.publish(session, held, now + LATER)
        at = now + 2 * LATER
        one = Gain(me, CreditKind.TRAINING, held.source, 3, held.code, held.title, held.organiser, held.starts_at,
                   Rulebook().at(DAY))  # fmt: skip
        assert not earning.earn(session, one, at)
        assert ledger.of_source(session, me, listed.training.source) == ledger.of_source(session, me, OWN)
        past_rows.take_back(session, number, rows, at)
        assert standing(session, me) == {held.source}


def test_an_erased_member_has_nothing_withheld(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me = samples.member(session, now)
        number, rows = imported(session, me, now)
        samples.publish(session, COURSE, now + LATER)
        earning.earn(session, gain(me, now + LATER), now + LATER)
        erasing.erase(session, sessions.cipher, me, now + LATER)
        past_rows.take_back(session, number, rows, now + LATER)
        assert standing(session, me) == set()


def test_staff_grant_what_is_in_doubt_and_not_what_is_held(sessions: Sessions, now: datetime) -> None:
    """Staff saw that it is another content: then the credit stands beside the imported one, once."""
    for doubtful in (False, True):
        with sessions.begin() as session:
            me = samples.member(session, now, no=f"100000000{1 + doubtful}")
            number, rows = imported(session, me, now, **({"title": "高血圧の話と実際"} if doubtful else {}))
            samples.publish(session, samples.course(title="高血圧の話と実践") if doubtful else COURSE, now + LATER)
            one = gain(me, now + LATER)
            assert not earning.earn(session, one, now + LATER)
            assert (ledger.doubtful(session, me, COURSE.source) is not None) is doubtful
            assert ledger.award(session, **vars(one), written_at=now + LATER) is doubtful
            past_rows.take_back(session, number, rows, now + LATER)
            assert [one.source for one in ledger.standing(session, me)] == [COURSE.source]


def test_the_next_file_finds_what_is_held(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me = samples.member(session, now)
        imported(session, me, now)
        samples.publish(session, COURSE, now + LATER)
        held = past_held.of(session, [me])[me]
        assert (held.stands_for, held.may_be) == ({(COURSE.source, False)}, set())
        with pytest.raises(RecordChanged):
            imported(session, me, now + LATER, source=COURSE.source, day="2024-06-14")


def test_the_proof_names_a_double_of_before(sessions: Sessions, now: datetime) -> None:
    """A version that did not know the titles wrote a second credit."""
    with sessions.begin() as session:
        me = samples.member(session, now)
        imported(session, me, now)
        assert ledger.award(session, **vars(gain(me, now + LATER)))
        samples.publish(session, COURSE, now + LATER)
        found = proving.proof(session, Span(1, 9), wordings.programme(session), Rulebook()).faults
        doubled = [one for one in found if "doubles" in one.said]
        assert [(one.source, one.fault) for one in doubled] == [(COURSE.source, Fault.EXTRA)]


def test_every_title_stays_and_none_is_put_down_twice(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        for title in ("高血圧", "新しい題", "高血圧"):
            samples.publish(session, samples.course(title=title), now)
        assert session.execute(select(Titled.title).order_by(Titled.id)).scalars().all() == ["高血圧", "新しい題"]


def test_the_titles_of_what_was_published_before_are_put_down_alike(sessions: Sessions, now: datetime) -> None:
    """By the migration as by publishing: of every edition, and of an issue with its month in both languages."""
    with sessions.begin() as session:
        for course in (COURSE, samples.course(title="新しい題"), replace(COURSE, slug="second", title_en="Pressure")):
            samples.publish(session, course, now)
        for issue in (issues.an_issue(), replace(issues.an_issue("2026-11"), title_en="Smoking")):
            issues.publish(session, issue, now)
        known = session.execute(select(Titled.source, Titled.sample, Titled.kind, Titled.code, Titled.title)).all()
        migration = import_module("storage.migrations.versions.0062_imported_and_published_later")
        with Operations.context(MigrationContext.configure(session.connection())):
            found = {
                tuple(one.values())
                for prefix, *names in migration.EDITIONS
                for row in migration._editions(*names)
                for one in migration._titles(prefix, row)
            }
        assert found == {tuple(row) for row in known}


def test_a_twin_that_comes_later_makes_it_doubtful_and_staff_are_asked_once(sessions: Sessions, now: datetime) -> None:
    """Until then nobody doubted. An issue of another title changes nothing."""
    with sessions.begin() as session:
        me = samples.member(session, now)
        imported(session, me, now)
        samples.publish(session, COURSE, now + LATER)
        assert not earning.earn(session, gain(me, now + LATER), now + LATER)
        assert earning.unasked(session) == []
        samples.publish(session, samples.course("other", "まったく別の題"), now + LATER)
        assert earning.ask(session, earning.unasked(session), now + LATER) == ()
        assert earning.unasked(session) == []
        samples.publish(session, replace(COURSE, slug="twin"), now + LATER)
        (asked,) = earning.ask(session, earning.unasked(session), now + LATER)
        assert (asked.member_id, asked.title, asked.imported.source) == (me, COURSE.title, OWN)
        assert earning.unasked(session) == []
