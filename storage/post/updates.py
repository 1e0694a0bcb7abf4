"""Updates from Telegram: each is handled once, deferred if it needs slow work, and set aside if a bug stops it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, or_, select, true, update
from sqlalchemy.orm import Session

from storage.engine.statements import insert_new, rows, run
from storage.tables import Deferred, SetAside, Update

KEPT = timedelta(hours=48)
_CLAIM = timedelta(minutes=2)
_NEW = insert_new(Update)


@dataclass(frozen=True)
class Awaited:
    """What the chat expected, and its note, when a deferred file came. Both are empty for a password."""

    expects: str = ""
    note: Mapping[str, str] = field(default_factory=dict)


PASSWORD = Awaited()


def is_new(session: Session, update_id: int, at: datetime) -> bool:
    """Record that this update is handled now; False if it was handled before."""
    return run(session, _NEW, {"id": update_id, "at": at}) == 1


def forget_old(session: Session, now: datetime) -> int:
    """Drop the updates that Telegram can't send again. Returns how many."""
    return rows(session.execute(delete(Update).where(Update.at < now - KEPT)))


def defer(session: Session, update_id: int, body: bytes, at: datetime, awaited: Awaited = PASSWORD) -> None:
    """Keep (sealed) an update whose turn waits for slow work. This process claims it for two minutes."""
    session.add(
        Deferred(
            update_id=update_id,
            body=body,
            at=at,
            claimed_until=at + _CLAIM,
            expects=awaited.expects,
            note=dict(awaited.note),
        )
    )


def deferred(session: Session, update_id: int) -> Awaited | None:
    """What was expected when this deferred update came; None if it is no longer deferred."""
    this = select(Deferred.expects, Deferred.note).where(Deferred.update_id == update_id)
    row = session.execute(this).one_or_none()
    return None if row is None else Awaited(row.expects, row.note or {})


def claim_deferred(session: Session, now: datetime, *, alone: bool = False) -> Sequence[bytes]:
    """Claim the deferred updates that no process works on, the oldest first: the process that did has died. `alone`: no
    other process takes updates, so all are free, whatever their claims say.
    """
    free = true() if alone else or_(Deferred.claimed_until.is_(None), Deferred.claimed_until < now)
    found = session.execute(
        select(Deferred).where(free).order_by(Deferred.update_id).with_for_update(skip_locked=True)
    ).scalars()
    bodies = []
    for row in found:
        row.claimed_until = now + _CLAIM
        bodies.append(row.body)
    return bodies


def undefer(session: Session, update_id: int) -> bool:
    """Take a deferred update off the list; False if it is not on it any more."""
    return rows(session.execute(delete(Deferred).where(Deferred.update_id == update_id))) == 1


def set_aside(session: Session, update_id: int, body: bytes, error: str, at: datetime) -> None:
    """Keep an update that failed for good, with its error. A second failure changes nothing."""
    if session.get(SetAside, update_id) is None:
        session.add(SetAside(update_id=update_id, body=body, error=error, at=at))
    undefer(session, update_id)  # if it was deferred: it would be tried again and again


def all_set_aside(session: Session) -> list[tuple[int, dict[str, Any], str]]:
    """(update_id, the update, its error) for every update that was set aside, the oldest first."""
    found = session.execute(select(SetAside).order_by(SetAside.update_id)).scalars()
    return [(row.update_id, json.loads(row.body), row.error) for row in found]


def release(session: Session, update_id: int) -> None:
    """Give up the claim on a deferred update, so that it is claimed again at once."""
    session.execute(update(Deferred).where(Deferred.update_id == update_id).values(claimed_until=None))
