"""Updates from Telegram: each is handled once, deferred if it needs slow work, and set aside if a bug stops it."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import Table, bindparam, delete, insert, or_, select, true, update
from sqlalchemy.orm import Session

from storage.engine.base import in_row
from storage.engine.claims import by, run_out
from storage.engine.statements import all_or_renew, insert_or_renew, rows, run
from storage.tables import Deferred, SetAside, Update

KEPT = timedelta(hours=48)
_CLAIM = timedelta(minutes=2)
_SEEN: Mapping[str, Any] = {"at": bindparam("now")}
_LONG_AGO = Update.at < bindparam("since")
_NEW, _ALL_NEW = insert_or_renew(Update, _SEEN, _LONG_AGO), all_or_renew(Update, _SEEN, _LONG_AGO)
_DEFER, _ASIDE = insert(cast(Table, Deferred.__table__)), insert(cast(Table, SetAside.__table__))
_OLD = select(Update.id).where(Update.at < bindparam("before")).order_by(Update.at).limit(900)
_DEFERRED = cast(Table, Deferred.__table__).c
_AWAITED = select(_DEFERRED.expects, _DEFERRED.note).where(_DEFERRED.update_id == bindparam("number"))
_UNDEFER = delete(cast(Table, Deferred.__table__)).where(_DEFERRED.update_id == bindparam("number"))
_FORGET = (
    delete(Update).where(Update.id.in_(bindparam("ids", expanding=True))).execution_options(synchronize_session=False)
)


@dataclass(frozen=True)
class Awaited:
    """What the chat expected, and its note, when a deferred file came. Both are empty for a password."""

    expects: str = ""
    note: Mapping[str, str] = field(default_factory=dict)


PASSWORD = Awaited()
NOTHING = "nothing"
"""What is noted as expected with a file that no chat awaited: no note has this name."""


@dataclass(frozen=True)
class Failure:
    """An update that was set aside, with the error that stopped it, as Python prints it."""

    at: datetime
    update: Mapping[str, Any]
    error: str


@dataclass(frozen=True)
class Trace:
    """What the record has of an update: when it was taken, since when it is deferred, and why it was set aside."""

    taken_at: datetime | None
    deferred_at: datetime | None
    aside: Failure | None

    @property
    def is_known(self) -> bool:
        return any(one is not None for one in (self.taken_at, self.deferred_at, self.aside))


def is_new(session: Session, update_id: int, at: datetime) -> bool:
    """Note that this update is acted upon; False if it already was.

    After an idle week Telegram numbers updates from a random id on, so a number of more than 48 hours ago can come
    again, and is then another update.
    """
    return run(session, _NEW, {"id": update_id, "at": at, "now": at, "since": at - KEPT}) == 1


def find_old(session: Session, now: datetime, kept: timedelta = KEPT) -> Sequence[int]:
    """The numbers that were taken so long ago and can't arrive again, at most some hundreds."""
    return session.execute(_OLD, {"before": now - max(kept, KEPT)}).scalars().all()


def forget(session: Session, found: Sequence[int]) -> int:
    """Drop these numbers; returns how many there were still."""
    return rows(session.execute(_FORGET, {"ids": found}))


def defer(session: Session, update_id: int, body: bytes, at: datetime, awaited: Awaited = PASSWORD) -> None:
    """Keep (sealed) an update whose turn waits for slow work. This process claims it for two minutes."""
    values = {"body": body, "at": at, "claimed_until": at + _CLAIM, "expects": awaited.expects}
    session.execute(_DEFER, in_row(Deferred, update_id, values | {"note": dict(awaited.note)}))


def defer_new(session: Session, bodies: Mapping[int, bytes], at: datetime) -> Collection[int]:
    """Keep (sealed) these updates, whose turns let others pass; gives the numbers of those that are new.

    In the order of their numbers: otherwise two processes that get the same ones could wait for each other.
    """
    dialect, numbers = session.get_bind().dialect.name, sorted(bodies)
    given = {"numbers": json.dumps(numbers) if dialect == "sqlite" else numbers, "now": at, "since": at - KEPT}
    new = session.execute(_ALL_NEW[dialect], given).scalars().all()
    if new:
        values = {"at": at, "claimed_until": at + _CLAIM, "expects": NOTHING, "note": {}}
        session.execute(_DEFER, [in_row(Deferred, one, values | {"body": bodies[one]}) for one in new])
    return new


def deferred(session: Session, update_id: int) -> Awaited | None:
    """What was expected when this deferred update came; None if it is no longer deferred."""
    row = session.execute(_AWAITED, {"number": update_id}).one_or_none()
    return None if row is None else Awaited(row.expects, row.note or {})


def claim_deferred(session: Session, now: datetime, *, alone: bool = False) -> Sequence[bytes]:
    """Claim the deferred updates that no process works on, the oldest first: the process that did has died. `alone`: no
    other process takes updates, so all are free, whatever their claims say.
    """
    free = true() if alone else or_(Deferred.claimed_until.is_(None), run_out(Deferred.claimed_until))
    found = session.execute(
        select(Deferred).where(free).order_by(Deferred.at, Deferred.update_id).with_for_update(skip_locked=True),
        {} if alone else by(now, _CLAIM),
    ).scalars()
    bodies = []
    for row in found:
        row.claimed_until = now + _CLAIM
        bodies.append(row.body)
    return bodies


def undefer(session: Session, update_id: int) -> bool:
    """Take a deferred update off the list; False if it is not on it any more."""
    return rows(session.execute(_UNDEFER, {"number": update_id})) == 1


def set_aside(session: Session, update_id: int, body: bytes, error: str, at: datetime) -> None:
    """Keep an update that failed for good, with its error. A second failure changes nothing."""
    if session.get(SetAside, update_id) is None:
        session.execute(_ASIDE, in_row(SetAside, update_id, {"body": body, "error": error, "at": at}))
    undefer(session, update_id)  # if it was deferred: it would be tried again and again


def all_set_aside(session: Session) -> list[tuple[int, dict[str, Any], str]]:
    """(update_id, the update, its error) for every update that was set aside, the oldest first."""
    found = session.execute(select(SetAside).order_by(SetAside.at, SetAside.update_id)).scalars()
    return [(row.update_id, json.loads(row.body), row.error) for row in found]


def trace(session: Session, update_id: int) -> Trace:
    """What the record has of this update. Its number is kept for 48 hours, and what was set aside is kept for ever."""
    taken, waits = session.get(Update, update_id), session.get(Deferred, update_id)
    row = session.get(SetAside, update_id)
    aside = None if row is None else Failure(row.at, json.loads(row.body), row.error)
    return Trace(taken.at if taken else None, waits.at if waits else None, aside)


def release(session: Session, update_ids: Iterable[int]) -> None:
    """Give up the claims on deferred updates, so that they are claimed again at once."""
    session.execute(update(Deferred).where(Deferred.update_id.in_(update_ids)).values(claimed_until=None))
