"""What of declarations ends by the clock: drafts that nobody submitted, and the files of those long decided."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, literal_column, select
from sqlalchemy.orm import Session

from storage.engine.statements import rows
from storage.files import parts
from storage.tables import Declaration, Evidence

# a literal: SQLite uses the index of the drafts only if it sees the condition of the index in the statement
_IS_DRAFT = Declaration.state == literal_column("'draft'")
_DRAFTS = (
    select(Declaration.id)
    .where(_IS_DRAFT, Declaration.begun_at < bindparam("before"))
    .order_by(Declaration.begun_at)
    .limit(100)
)
_THIS = (Declaration.id == bindparam("declaration"), _IS_DRAFT, Declaration.begun_at < bindparam("before"))
_STILL = select(Declaration.id).where(*_THIS).with_for_update()
_DISCARD = delete(Declaration).where(*_THIS)
_FILES_OF = delete(Evidence).where(Evidence.declaration_id == bindparam("declaration")).returning(Evidence.file_id)
_DECIDED = (
    select(Evidence.id)
    .join(Declaration, Declaration.id == Evidence.declaration_id)
    .where(Evidence.received_at < bindparam("before"), Declaration.decided_at < bindparam("before"))
    .order_by(Evidence.received_at)
    .limit(100)
)
_FILE = delete(Evidence).where(Evidence.id == bindparam("file")).returning(Evidence.file_id)


def find_drafts(session: Session, before: datetime) -> Sequence[int]:
    """Drafts that were begun before this moment, the oldest first."""
    return session.execute(_DRAFTS, {"before": before}).scalars().all()


def drop_drafts(session: Session, found: Sequence[int], before: datetime) -> int:
    """Remove those of them that still are drafts, with their files; returns how many."""
    done = 0
    for one in found:
        about = {"declaration": one, "before": before}
        if session.execute(_STILL, about).first() is not None:
            parts.let_go(session, session.execute(_FILES_OF, {"declaration": one}).scalars().all())
            done += rows(session.execute(_DISCARD, about))
    return done


def find_evidence(session: Session, before: datetime) -> Sequence[int]:
    """Files of declarations that were decided before this moment."""
    return session.execute(_DECIDED, {"before": before}).scalars().all()


def drop_evidence(session: Session, found: Sequence[int]) -> int:
    """Remove these files; a decision is final, so none of them is needed again. Returns how many there were."""
    gone = [row for one in found for row in session.execute(_FILE, {"file": one}).scalars().all()]
    parts.let_go(session, gone)
    return len(gone)
