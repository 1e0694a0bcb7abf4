"""A credit that an import brought rests on that import alone: it is attested, and must be what its rows say."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from content.importing.report import Kind, Outcome, Planned, State
from content.proving.finding import Fault
from content.rules import Rulebook
from storage.engine.sessions import Sessions
from storage.importing import clearing, imports, past_rows, staged
from storage.proofs import proving, wordings
from storage.proofs.span import Span
from storage.tables import CommonCredit, Credit, Import
from tests import samples
from tests.conftest import NOW
from tests.storage.proofs.test_planted_credits import Undone, unguard

SOURCE = "past:0123456789abcdef"
ROW = Planned(
    2,
    Outcome.NEW,
    1,
    after={
        **{"day": "2025-06-14", "title": "見本研修会", "organiser": "見本市医師会", "kind": "training", "code": 12},
        **{"half_units": 3, "category": "任意講習", "certifiable": True, "source": SOURCE, "sample": False},
    },
)
EXTRA, MISSING, DIFFERENT = (SOURCE, Fault.EXTRA), (SOURCE, Fault.MISSING), (SOURCE, Fault.DIFFERENT)
Act = Callable[[Session], object]


def brings(session: Session) -> None:
    """As an import does it (storage/importing/applying)."""
    samples.member(session, NOW)
    number = imports.begin(session, Kind.CREDITS, "0" * 64, NOW)
    staged.add(session, number, 0, [ROW])
    imports.ready(session, number, "", {Outcome.NEW.value: 1}, 1, NOW)
    past_rows.apply(session, number, staged.part(session, number, 0, 9), NOW, Rulebook())
    imports.settle(session, number, State.APPLIED, NOW)


def _change(table: Any, **values: Any) -> Act:
    return lambda session: session.execute(update(table).values(**values))


def _gone(session: Session) -> None:
    session.execute(delete(CommonCredit))
    session.execute(delete(Credit))


def _undone(session: Session) -> None:
    past_rows.take_back(session, 1, staged.part(session, 1, 0, 9), NOW)
    imports.settle(session, 1, State.UNDONE, NOW)


def _forgotten(session: Session) -> None:
    """Its rows are kept for thirty days; then nothing but the import itself is known."""
    clearing.clear(session, 1, 9, NOW)
    staged.remove(session, 1, 9)
    session.execute(update(Import).values(total=0))


def _forgotten_and(act: Act) -> Act:
    def both(session: Session) -> None:
        _forgotten(session)
        act(session)

    return both


@pytest.mark.parametrize(
    ("act", "seen", "attested"),
    [
        (lambda _: None, set(), 1),
        (_undone, set(), 1),
        (_forgotten, set(), 1),
        (_forgotten_and(_change(Credit, half_units=4)), set(), 1),
        (_change(Credit, half_units=4), {DIFFERENT}, 1),
        (_change(Credit, code=13), {DIFFERENT}, 1),
        (_change(Credit, title="別の題"), {DIFFERENT}, 1),
        (_change(Credit, kind="lecture"), {DIFFERENT}, 1),
        (_change(CommonCredit, half_units=4), {DIFFERENT}, 1),
        (lambda session: session.execute(delete(CommonCredit)), {MISSING}, 1),
        (_gone, {MISSING}, 0),
        (_change(Credit, source="past:other"), {EXTRA, MISSING, ("past:other", Fault.EXTRA)}, 1),
        (_change(Credit, import_id=None), {EXTRA, MISSING}, 0),
        (_change(Import, state="undone"), {EXTRA}, 1),
        (_change(Import, kind="members"), {EXTRA}, 0),
    ],
)
def test_a_credit_of_an_import_is_what_its_rows_say(
    act: Act, seen: set[tuple[str, Fault]], attested: int, sessions: Sessions
) -> None:
    with suppress(Undone), sessions.begin() as session:
        brings(session)
        unguard(session, sessions.kind)
        act(session)
        session.flush()
        found = proving.proof(session, Span(1, 9), wordings.programme(session), Rulebook())
        assert {(one.source, one.fault) for one in found.faults} == seen
        assert found.attested == attested
        raise Undone
