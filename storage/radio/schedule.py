"""The broadcasting schedule: it is published for some days at a time, and looked up by days."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.radio import Broadcast, ListedBroadcast, Schedule
from content.refusals import NoSuchBroadcast
from storage.tables import Broadcast as BroadcastRow

_BETWEEN = (
    select(BroadcastRow)
    .where(BroadcastRow.starts_at >= bindparam("since"), BroadcastRow.starts_at < bindparam("until"))
    .order_by(BroadcastRow.starts_at)
)
_HOLD = _BETWEEN.with_for_update()
_SHOWN = _BETWEEN.where(BroadcastRow.withdrawn_at.is_(None))
_SINCE = (
    select(
        *(BroadcastRow.id, BroadcastRow.starts_at, BroadcastRow.minutes, BroadcastRow.title, BroadcastRow.speaker),
        *(BroadcastRow.link, BroadcastRow.sample, BroadcastRow.title_en, BroadcastRow.reading),
    )
    .where(BroadcastRow.starts_at >= bindparam("since"), BroadcastRow.withdrawn_at.is_(None))
    .order_by(BroadcastRow.starts_at)
)
_BY_ID = select(BroadcastRow).where(BroadcastRow.id == bindparam("id"))
_STARTS = select(BroadcastRow.starts_at).where(BroadcastRow.withdrawn_at.is_(None)).limit(1)
_EARLIER = _STARTS.where(BroadcastRow.starts_at < bindparam("moment")).order_by(BroadcastRow.starts_at.desc())
_LATER = _STARTS.where(BroadcastRow.starts_at >= bindparam("moment")).order_by(BroadcastRow.starts_at)
_AGAIN = (
    select(BroadcastRow)
    .where(BroadcastRow.withdrawn_at.is_(None), BroadcastRow.starts_at > bindparam("now"))
    .where(BroadcastRow.title == bindparam("title"), BroadcastRow.speaker == bindparam("speaker"))
    .order_by(BroadcastRow.starts_at)
    .limit(1)
)


@dataclass(frozen=True)
class Published:
    """How many broadcasts of a schedule are new, changed, unchanged and withdrawn."""

    new: int
    changed: int
    unchanged: int
    withdrawn: int


def publish(session: Session, schedule: Schedule, at: datetime) -> Published:
    """Replace the broadcasts of the schedule's days. A broadcast that begins at the same moment as before stays the
    same one, whatever else changes: so its reminders stay. A broadcast that the schedule does not name is withdrawn.
    """
    since, until = schedule.span
    held = {row.starts_at: row for row in session.execute(_HOLD, {"since": since, "until": until}).scalars()}
    named = {one.starts_at: one for one in schedule.broadcasts}
    before = {moment: _broadcast(row) for moment, row in held.items() if row.withdrawn_at is None}
    for moment, row in held.items():
        if moment in named:
            _write(row, named[moment])
        elif row.withdrawn_at is None:
            row.withdrawn_at = at
    for moment in named.keys() - held.keys():
        session.add(_write(BroadcastRow(starts_at=moment), named[moment]))
    session.flush()
    unchanged = sum(before.get(moment) == one for moment, one in named.items())
    return Published(
        new=len(named.keys() - before.keys()),
        changed=len(named.keys() & before.keys()) - unchanged,
        unchanged=unchanged,
        withdrawn=len(before.keys() - named.keys()),
    )


def between(session: Session, since: datetime, until: datetime) -> tuple[ListedBroadcast, ...]:
    """The broadcasts that begin from `since` (included) to `until` (not included), in order."""
    return tuple(map(_listed, session.execute(_SHOWN, {"since": since, "until": until}).scalars()))


def since(session: Session, moment: datetime) -> tuple[ListedBroadcast, ...]:
    """The broadcasts that begin at this moment or later, in order."""
    return tuple(ListedBroadcast(row[0], Broadcast(*row[1:])) for row in session.execute(_SINCE, {"since": moment}))


def earlier(session: Session, moment: datetime) -> datetime | None:
    """The beginning of the last broadcast before this moment; None if no broadcast is earlier."""
    return session.execute(_EARLIER, {"moment": moment}).scalar_one_or_none()


def later(session: Session, moment: datetime) -> datetime | None:
    """The beginning of the first broadcast at this moment or later; None if no broadcast is later."""
    return session.execute(_LATER, {"moment": moment}).scalar_one_or_none()


def again(session: Session, broadcast: Broadcast, now: datetime) -> ListedBroadcast | None:
    """The next broadcast with the same title and speaker that has not begun; None if it does not come again."""
    values = {"now": now, "title": broadcast.title, "speaker": broadcast.speaker}
    row = session.execute(_AGAIN, values).scalar_one_or_none()
    return None if row is None else _listed(row)


def broadcast(session: Session, broadcast_id: int) -> ListedBroadcast:
    """The broadcast with this number, if the schedule still has it. Raises NoSuchBroadcast."""
    found = kept(session, broadcast_id)
    if found.withdrawn:
        raise NoSuchBroadcast
    return found


def kept(session: Session, broadcast_id: int) -> ListedBroadcast:
    """The broadcast with this number, even if it is withdrawn. Raises NoSuchBroadcast if it never existed."""
    row = session.execute(_BY_ID, {"id": broadcast_id}).scalar_one_or_none()
    if row is None:
        raise NoSuchBroadcast
    return _listed(row)


def _listed(row: BroadcastRow) -> ListedBroadcast:
    return ListedBroadcast(row.id, _broadcast(row), row.withdrawn_at is not None)


def _broadcast(row: BroadcastRow) -> Broadcast:
    return Broadcast(
        row.starts_at, row.minutes, row.title, row.speaker, row.link, row.sample, row.title_en, row.reading
    )


def _write(row: BroadcastRow, one: Broadcast) -> BroadcastRow:
    """Write this broadcast into the row. A withdrawn row is in the schedule again."""
    row.minutes, row.title, row.speaker = one.minutes, one.title, one.speaker
    row.link, row.sample, row.title_en, row.withdrawn_at = one.link, one.sample, one.title_en, None
    row.reading = one.reading
    return row
