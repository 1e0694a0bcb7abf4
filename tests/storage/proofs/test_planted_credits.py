"""The proof finds every wrong, missing or extra credit, and nothing in a record that the product wrote itself."""

from contextlib import suppress

from sqlalchemy import text
from sqlalchemy.orm import Session

from content.proving.finding import Finding
from content.rules import Rulebook
from storage.engine.sessions import Sessions
from storage.proofs import proving, wordings
from storage.proofs.span import Span, spans
from tests.storage.proofs.earned import earn_everything
from tests.storage.proofs.planting import every

GUARDED = ("credits", "common_credits")


def found(session: Session) -> list[Finding]:
    read = wordings.programme(session)
    return [one for span in spans(session, 2) for one in proving.proof(session, span, read, Rulebook()).faults]


def unguard(session: Session, kind: str) -> None:
    """Without its triggers the ledger can be changed, as by somebody who has the database."""
    for table in GUARDED:
        if kind == "sqlite":
            for what in ("update", "delete"):
                session.execute(text(f"DROP TRIGGER {table}_{what}"))
            session.execute(text(f"DROP TRIGGER IF EXISTS {table}_origin"))
        else:
            session.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))


def test_what_the_product_wrote_is_proved(sessions: Sessions) -> None:
    with sessions.begin() as session:
        earn_everything(session)
        assert found(session) == []
        proved = proving.proof(session, Span(1, 9), wordings.programme(session), Rulebook())
        assert (proved.rows, proved.attested) == (6 + 4, 0)


def test_each_planted_fault_is_named(sessions: Sessions) -> None:
    planted = list(every())
    assert len(planted) >= 60
    missed = {}
    with suppress(Undone), sessions.begin() as session:
        earned = earn_everything(session)
        unguard(session, sessions.kind)
        for one in planted:
            with suppress(Undone), session.begin_nested():
                one.act(session, earned)
                seen = {(finding.source, finding.fault) for finding in found(session)}
                if seen != one.seen:
                    missed[one.name] = seen
                raise Undone
        assert found(session) == []
        raise Undone
    assert not missed


class Undone(Exception):
    """Nothing of it is kept."""
