"""Whether samples count in this record. They count in the demo's, where everything is a sample, and in no other."""

from datetime import datetime

from sqlalchemy import bindparam, exists, select
from sqlalchemy.orm import Session

from storage.tables import Credit, Demo

IN_DEMO = exists(select(Demo.id))
_IN_DEMO = select(IN_DEMO)
_OTHERWISE = select(
    exists(select(Credit.id).where(Credit.source == bindparam("source"), Credit.sample != bindparam("sample")))
)


def count_here(session: Session) -> bool:
    """Whether this is the record of the demo: then its totals hold samples, and every screen with one has to say so."""
    return bool(session.execute(_IN_DEMO).scalar_one())


def let_count(session: Session, at: datetime) -> None:
    """Make this record the demo's. There is no way back: a record whose totals held samples is no real one."""
    session.add(Demo(since=at))
    session.flush()


def are_otherwise(session: Session, source: str, *, sample: bool) -> bool:
    """Whether credits of this source were given while it was the other one: a sample, or real. It reads the whole
    ledger, which is kept by member.
    """
    return bool(session.execute(_OTHERWISE, {"source": source, "sample": sample}).scalar_one())
