"""Whether samples count in this record. They count in the demo's, where everything is a sample, and in no other."""

from datetime import datetime
from typing import cast

from sqlalchemy import Table, bindparam, exists, select
from sqlalchemy.orm import Session

from storage.tables import Credit, Demo

IN_DEMO = exists(select(cast(Table, Demo.__table__).c.id))
_IN_DEMO = select(IN_DEMO)
_WERE_REAL = select(exists(select(Credit.id).where(Credit.source == bindparam("source"), ~Credit.sample)))


def count_here(session: Session) -> bool:
    """Whether this is the record of the demo: then its totals hold samples, and every screen with one has to say so."""
    return bool(session.execute(_IN_DEMO).scalar_one())


def let_count(session: Session, at: datetime) -> None:
    """Make this record the demo's. There is no way back: a record whose totals held samples is no real one."""
    session.add(Demo(since=at))
    session.flush()


def were_real(session: Session, source: str) -> bool:
    """Whether credits of this source were given while it was real. It reads the whole ledger."""
    return bool(session.execute(_WERE_REAL, {"source": source}).scalar_one())
