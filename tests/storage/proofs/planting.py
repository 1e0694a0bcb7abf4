"""Faults planted in the ledgers and in what they rest on, each with what must be said of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from sqlalchemy import Table, delete, insert, select, update
from sqlalchemy.orm import Session

from content.proving.finding import Fault
from storage import tables
from storage.engine.base import InRow
from storage.engine.statements import rows
from storage.tables import CommonCredit, Credit
from tests.storage.proofs.earned import Earned

MISSING, EXTRA, DIFFERENT = Fault.MISSING, Fault.EXTRA, Fault.DIFFERENT
SOURCES = ("course:hypertension", "journal:2026-12", "training:asthma-talk", "declaration:1")
NONE = ("course:none", EXTRA)
_CREDITS, _COMMON = cast(Table, Credit.__table__), cast(Table, CommonCredit.__table__)
Act = Callable[[Session, Earned], None]


@dataclass(frozen=True)
class Planted:
    """A fault. `seen`: (source, fault) of what must be found, no more and no less."""

    name: str
    act: Act
    seen: frozenset[tuple[str, Fault]]


def every() -> Iterator[Planted]:
    for source in SOURCES:
        yield from _in_ledger(source)
    yield from _in_common_ledger()
    yield from _in_reversal()
    yield from _in_reversal_of_both()
    yield from _in_course()
    yield from _elsewhere()


def _planted(name: str, act: Act, *seen: tuple[str, Fault]) -> Planted:
    return Planted(name, act, frozenset(seen))


def _change(of: str, table: Any = Credit, by: int = 1, /, **values: Any) -> Act:
    where = (table.source == of, table.sign == by)
    return lambda session, _: _does(session, update(table).where(*where).values(**values))


def _does(session: Session, statement: Any) -> None:
    assert rows(session.execute(statement.execution_options(synchronize_session=False)))


def _in_ledger(source: str) -> Iterator[Planted]:
    """Each credit missing, doubled, of another content or person, or wrong in each of its values."""
    common = source in ("course:hypertension", "training:asthma-talk")
    lost = {(source, MISSING)} | ({(source, EXTRA)} if common else set())
    moved = Planted(f"{source} under another name", _change(source, source="course:none"), frozenset(lost | {NONE}))

    def remove(session: Session, _: Earned) -> None:
        for table in (Credit, CommonCredit)[: 1 + common]:
            _does(session, delete(table).where(table.source == source))

    def give_away(session: Session, earned: Earned) -> None:
        _change(source, member_id=earned.other)(session, earned)

    yield moved
    yield _planted(f"{source} removed", remove, (source, MISSING))
    yield _planted(f"{source} doubled", _double(source), (source, DIFFERENT), *([(source, MISSING)] if common else []))
    yield Planted(f"{source} of another member", give_away, frozenset(lost | {(source, EXTRA)}))
    yield Planted(f"{source} a sample", _change(source, sample=True), frozenset(lost | {(source, EXTRA)}))
    yield from (_planted(name, act, (source, DIFFERENT)) for name, act in _wrong(source))


def _double(source: str) -> Act:
    def double(session: Session, _: Earned) -> None:
        row = session.execute(select(*_CREDITS.c).where(Credit.source == source)).one()
        session.execute(insert(_CREDITS), [dict(row._mapping) | {"id": 900, "grant_no": 2}])

    return double


def _wrong(source: str) -> Iterator[tuple[str, Act]]:
    values = {"half_units": 9, "code": 1, "kind": "cooperation", "rule_version": "2010-04"}
    if not source.startswith("training:"):  # there, both may be corrected after the registration
        values |= {"organiser": "別の団体", "title": "別の題"}
    for name, value in values.items():
        yield f"{source} with another {name}", _change(source, **{name: value})

    def another_day(session: Session, earned: Earned) -> None:
        row = session.execute(select(Credit.earned_on, Credit.earned_at).where(Credit.source == source)).one()
        day = timedelta(days=1)
        _change(source, earned_on=row.earned_on + day, earned_at=row.earned_at + day)(session, earned)

    def contradicting(session: Session, earned: Earned) -> None:
        day = session.execute(select(Credit.earned_on).where(Credit.source == source)).scalar_one()
        _change(source, earned_on=day - timedelta(days=400))(session, earned)

    yield f"{source} a day later", another_day
    yield f"{source} in another year than its moment", contradicting


def _in_common_ledger() -> Iterator[Planted]:
    for source in ("course:hypertension", "training:asthma-talk"):
        remove = _statement(delete(CommonCredit).where(CommonCredit.source == source))
        yield _planted(f"common lecture of {source} removed", remove, (source, MISSING))
        for name, value in (("half_units", 7), ("category", "任意講習"), ("title", "別の題"), ("grant_no", 2)):
            seen = {(source, DIFFERENT)} if name != "grant_no" else {(source, MISSING), (source, EXTRA)}
            act = _change(source, CommonCredit, **{name: value})
            yield Planted(f"common lecture of {source} with another {name}", act, frozenset(seen))
    made_up = _change("course:hypertension", CommonCredit, source="journal:2026-12")
    yield _planted(
        "common lecture of a content that is none",
        made_up,
        ("course:hypertension", MISSING),
        ("journal:2026-12", EXTRA),
    )


def _in_reversal() -> Iterator[Planted]:
    source = "course:asthma"

    def reverses_nothing(session: Session, _: Earned) -> None:
        other = session.execute(select(Credit.id).where(Credit.source == "course:hypertension")).scalar_one()
        _change(source, Credit, -1, reverses_id=other)(session, _)

    for name, value in (
        ("half_units", -1),
        ("code", 1),
        ("reason", None),
        ("author_id", None),
        ("grant_no", 2),
        ("title", "別の題"),
    ):
        act = _change(source, Credit, -1, **{name: value})
        yield _planted(f"reversal with another {name}", act, (source, DIFFERENT))
    yield _planted("reversal of another content's grant", reverses_nothing, (source, DIFFERENT), (source, MISSING))


def _in_reversal_of_both() -> Iterator[Planted]:
    """What takes a credit back takes its common lecture back too, and nothing else does."""

    def takes_back_alone(session: Session, earned: Earned) -> None:
        row = session.execute(select(*_COMMON.c).where(CommonCredit.source == "course:hypertension")).one()
        turned = {"id": 900, "sign": -1, "half_units": -row.half_units, "reverses_id": row.id}
        why = {"reason": InRow(900, "誤り"), "author_id": earned.staff}
        session.execute(insert(_COMMON), [dict(row._mapping) | turned | why])

    stays = delete(CommonCredit).where(CommonCredit.source == "course:asthma", CommonCredit.sign == -1)
    yield _planted("common lecture of a reversed credit stands", _statement(stays), ("course:asthma", EXTRA))
    yield _planted("common lecture reversed alone", takes_back_alone, ("course:hypertension", MISSING))


def _in_course() -> Iterator[Planted]:
    """What a course's credit rests on, taken away; its common lecture then rests on the credit alone."""
    source, film = "course:hypertension", tables.Progress.film_id == 1
    short = b"\xff" * 71  # 568 of 600 seconds: 95 % are 570
    ways: tuple[tuple[str, Any], ...] = (
        ("a chapter removed", delete(tables.Progress).where(film)),
        ("a chapter not watched to its end", update(tables.Progress).where(film).values(bitmap=short)),
        ("a chapter never completed", update(tables.Progress).where(film).values(completed_at=None)),
        ("answers that do not pass", update(tables.Answer).where(tables.Answer.attempt_id == 1).values(ticked=31)),
        ("a test that was not passed", update(tables.Attempt).where(tables.Attempt.id == 1).values(state="failed")),
        ("an answer removed", delete(tables.Answer).where(tables.Answer.attempt_id == 1, tables.Answer.place > 3)),
    )
    for name, statement in ways:
        yield _planted(name, _statement(statement), (source, EXTRA))
    at_noon = datetime(2026, 11, 20, 3, tzinfo=UTC)
    later = update(tables.Attempt).where(tables.Attempt.id == 1).values(finished_at=at_noon)
    yield _planted("a test passed at another moment", _statement(later), (source, DIFFERENT))


def _statement(statement: Any) -> Act:
    return lambda session, _: _does(session, statement)


def _elsewhere() -> Iterator[Planted]:
    sheets, answers = tables.JournalSheet, tables.JournalAnswer
    attendances, declarations = tables.Attendance, tables.Declaration
    journal, training, declaration = SOURCES[1:]
    ways: tuple[tuple[str, Any, tuple[str, Fault]], ...] = (
        ("a sheet that failed", update(sheets).values(state="failed"), (journal, EXTRA)),
        ("answers of a sheet below the mark", update(answers).values(ticked=1), (journal, EXTRA)),
        ("an attendance never registered", update(attendances).values(registered_at=None), (training, EXTRA)),
        ("an attendance of other units", update(attendances).values(half_units=2), (training, DIFFERENT)),
        ("more units than the training has", update(attendances).values(half_units=4), (training, EXTRA)),
        ("a training of another code", update(tables.Training).values(code=12), (training, DIFFERENT)),
        ("a declaration refused", update(declarations).values(state="refused"), (declaration, EXTRA)),
        ("a declaration of other units", update(declarations).values(half_units=8), (declaration, DIFFERENT)),
        ("a declaration without evidence", delete(tables.Evidence), (declaration, EXTRA)),
        (
            "a declaration that its member accepted",
            update(declarations).values(decided_by=declarations.member_id),
            (declaration, EXTRA),
        ),
    )
    for name, statement, seen in ways:
        yield _planted(name, _statement(statement), seen)
