"""The state of the record on which the report of an import rests, as a text that differs after any change."""

from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from content.importing.report import Kind, State
from storage.tables import Edition, Import, JournalEdition, Member, Training

_MEMBERS = select(func.count(), func.coalesce(func.max(Member.id), 0)).select_from(Member)
_DONE = (
    select(func.count()).select_from(Import).where(Import.state == bindparam("state"), Import.kind == bindparam("kind"))
)
_LAST_CHANGE = select(Member.imported_at).order_by(Member.imported_at.desc()).limit(1)
_PUBLISHED = tuple(
    select(func.count(), func.coalesce(func.max(table.id), 0)).select_from(table)
    for table in (Edition, JournalEdition, Training)
)


_TRAININGS = select(func.count(Training.withdrawn_at), func.max(Training.published_at))
"""A training that is changed or taken back keeps its row."""


def state_of(session: Session, kind: Kind) -> str:
    """The state of what a file of this kind is compared with."""
    return _OF[kind](session)


def _members(session: Session) -> str:
    count, last = session.execute(_MEMBERS).one()
    changed: datetime | None = session.execute(_LAST_CHANGE).scalar_one_or_none()
    return f"{count}:{last}:{changed.isoformat() if changed else ''}:{_done(session, Kind.MEMBERS)}"


def _credits(session: Session) -> str:
    """The ledger itself is not in it, because members earn credits all the time: the steps look at it row by row."""
    return f"{_members(session)}:{_contents(session)}:{_done(session, Kind.CREDITS)}"


def _done(session: Session, kind: Kind) -> str:
    """How many imports were applied, and how many taken back."""
    asked = ({"state": one.value, "kind": kind.value} for one in (State.APPLIED, State.UNDONE))
    return ":".join(str(session.execute(_DONE, one).scalar_one()) for one in asked)


def _grants(session: Session) -> str:
    """The ledger is not in it either."""
    return f"{_members(session)}:{_contents(session)}:{_done(session, Kind.GRANTS)}"


def _contents(session: Session) -> str:
    published = (":".join(map(str, session.execute(asked).one())) for asked in _PUBLISHED)
    return ":".join((*published, *map(str, session.execute(_TRAININGS).one())))


_OF: Mapping[Kind, Callable[[Session], str]] = {
    Kind.MEMBERS: _members,
    Kind.CREDITS: _credits,
    Kind.GRANTS: _grants,
}
