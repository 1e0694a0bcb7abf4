"""An announcement goes out: its letters are queued some ahead of those that are sent, so that it can be stopped.

Whoever was looked at is on record with the letters of the same transaction. So any process goes on where another one
ended, and the unique key of letters lets nobody have two. Only so many letters wait at a time: to pause or to cancel
changes few rows, and answers to members never stand behind a whole audience.

A letter that is on its way when an announcement is paused or cancelled still arrives. All others do not.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, cast

from sqlalchemy import Table, bindparam, func, literal_column, or_, select, update
from sqlalchemy.orm import Session

from content.announcing.announcement import MOST_ALONE, TENTHS, Announcement, State, percent
from content.keys.announcement_letters import Announced, AnnouncementOver, AnnouncementProgress
from content.rules import Rules
from storage.announcing import announcements, audiences
from storage.engine.statements import insert_new, run, update_row
from storage.post import letters, requested
from storage.tables import Announcement as Row
from storage.tables import Letter

AHEAD = 1000
"""So many letters of an announcement wait at most: what a tick of the clock takes to be sent, twice."""
EACH = 125
"""So many persons are looked at in one transaction. They are more than one person may write to alone (MOST_ALONE): if
all of them belong to an audience that has grown, it is paused before anybody has a letter.
"""
SLOT = "1"
NEVER = datetime(9000, 1, 1, tzinfo=UTC)
"""The letters of a paused announcement are due then: so no claim looks at them."""
_LETTERS, _ROWS = cast(Table, Letter.__table__), cast(Table, Row.__table__)
_L = _LETTERS.c
_OF_IT = (_L.kind == literal_column(f"'{Announced.kind}'"), _L.subject == bindparam("of_it"))
_NOT_BEGUN = _L.state.in_(("waiting", "claimed"))
_HOLD_BACK = (
    update(_LETTERS)
    .where(*_OF_IT, _NOT_BEGUN)
    .values(state="waiting", due_at=bindparam("at"), claimed_until=None, outcome=bindparam("why"))
)
_DROP = (
    update(_LETTERS)
    .where(*_OF_IT, _NOT_BEGUN)
    .values(state="dropped", settled_at=bindparam("at"), claimed_until=None, outcome="cancelled")
)
# Ranges of one state each: with an equality, a database may go through all letters that wait, of any kind.
_OPEN_IN = [
    select(func.count()).select_from(_LETTERS).where(*_OF_IT, _L.state.between(state, state)).scalar_subquery()
    for state in ("waiting", "claimed", "sending")
]
_OPEN = select(_OPEN_IN[0] + _OPEN_IN[1] + _OPEN_IN[2])
_GOING = (
    select(_ROWS.c.id, _ROWS.c.fed, _ROWS.c.told, _ROWS.c.queued, _ROWS.c.counted)
    .where(
        _ROWS.c.state == State.GOING.value,
        or_(_ROWS.c.starts_at.is_(None), _ROWS.c.starts_at <= bindparam("now", type_=_ROWS.c.starts_at.type)),
    )
    .order_by(_ROWS.c.id)
)
_FAR = select(
    _ROWS.c.id, _ROWS.c.reached, _ROWS.c.fed, _ROWS.c.told, _ROWS.c.queued, _ROWS.c.counted, _ROWS.c.begun_at
).where(_ROWS.c.id == bindparam("number"))
_PUT = insert_new(Letter)


def start(session: Session, one: Announcement, by: int | None) -> None:
    """Let it go out, from its moment on. `by`: the second person, if it took one."""
    update_row(session, Row, one.id, {"state": State.GOING.value, "confirmed_by": by or one.confirmed_by})


def go_on(session: Session, one: Announcement, by: int | None, now: datetime) -> None:
    """Let a paused one go on."""
    start(session, one, by)
    session.execute(_HOLD_BACK, _about(one.id) | {"at": now, "why": ""})
    letters.were_queued(session)


def pause(session: Session, number: int) -> None:
    """Stop it until it is to go on."""
    update_row(session, Row, number, {"state": State.PAUSED.value})
    session.execute(_HOLD_BACK, _about(number) | {"at": NEVER, "why": "paused"})


def cancel(session: Session, number: int, now: datetime) -> None:
    """Stop it for good."""
    update_row(session, Row, number, {"state": State.CANCELLED.value, "ended_at": now})
    session.execute(_DROP, _about(number) | {"at": now})


def find(session: Session, now: datetime) -> Sequence[int]:
    """Those for which there is something to do: letters to queue, or nothing is left of it."""
    every = session.execute(_GOING, {"now": now}).all()
    return [row.id for row in every if _has_work(session, row)]


def step(session: Session, number: int, now: datetime, rules: Rules) -> int:
    """Look at the next persons and queue their letters; returns how many persons that were. At the end, tell who wrote
    it. Another process may do so too: each waits for the row.
    """
    one = announcements.hold(session, number)
    if one.state is not State.GOING or (one.starts_at is not None and one.starts_at > now):
        return 0
    far = session.execute(_FAR, {"number": number}).one()
    if far.begun_at is None:
        update_row(session, Row, number, {"begun_at": now})
    waiting = _number(session, number)
    if far.fed:
        return _end(session, one, now) if not waiting else 0
    if waiting >= AHEAD:
        return 0
    looked = audiences.look(session, one.audience, now, rules, after=far.reached, limit=EACH)
    queued = far.queued + len(looked.people)
    if one.confirmed_by is None and queued > MOST_ALONE:
        return _grown(session, one, now)
    _queue(session, number, looked.people, now)
    update_row(session, Row, number, {"reached": looked.reached, "fed": looked.over, "queued": queued})
    return max(1, len(looked.people))


def untold(session: Session, now: datetime) -> Sequence[int]:
    """Those that have come a tenth further since who wrote them was told."""
    return [row.id for row in session.execute(_GOING, {"now": now}).all() if _tenths(session, row) > row.told]


def tell(session: Session, number: int, now: datetime) -> int:
    """Tell who wrote it how it goes. Returns 1, or 0 if that was told already."""
    one = announcements.hold(session, number)
    far = session.execute(_FAR, {"number": number}).one()
    tenths = _tenths(session, far)
    if one.state is not State.GOING or tenths <= far.told:
        return 0
    update_row(session, Row, number, {"told": tenths})
    key = AnnouncementProgress(number, tenths)
    letters.put(session, member_id=one.written_by, key=key, slot=SLOT, at=now)
    return 1


def show_counted(session: Session, number: int, now: datetime) -> None:
    """Let who wrote a draft see how many it would go to."""
    one = announcements.one(session, number)
    requested.ask(session, member_id=one.written_by, key=AnnouncementProgress(number, 0), at=now)


def _tenths(session: Session, row: Any) -> int:
    """How many tenths of it have ended. Only those of its letters are counted that have not, which are few."""
    waiting = _number(session, row.id)
    return percent(row.queued - waiting, max(row.queued, row.counted or 0)) * TENTHS // 100


def _has_work(session: Session, row: Any) -> bool:
    waiting = _number(session, row.id)
    return not waiting if row.fed else waiting < AHEAD


def _queue(session: Session, number: int, people: Sequence[int], now: datetime) -> None:
    key = Announced(number)
    shared = {"kind": key.kind, "subject": key.pack(), "slot": SLOT, "written_at": now, "due_at": now}
    shared |= {"state": "waiting", "rank": int(key.rank)}
    if people:
        run(session, _PUT, [shared | {"member_id": one} for one in people])
        letters.were_queued(session)


def _grown(session: Session, one: Announcement, now: datetime) -> int:
    """More people are in the audience by now than one person may write to: a second one has to look at it."""
    pause(session, one.id)
    update_row(session, Row, one.id, {"counted": MOST_ALONE + 1, "counted_at": now})
    _report(session, one, now)
    return 1


def _end(session: Session, one: Announcement, now: datetime) -> int:
    update_row(session, Row, one.id, {"state": State.DONE.value, "ended_at": now})
    _report(session, one, now)
    return 1


def _report(session: Session, one: Announcement, now: datetime) -> None:
    letters.put(session, member_id=one.written_by, key=AnnouncementOver(one.id), slot=now.isoformat(), at=now)


def _number(session: Session, number: int) -> int:
    """How many of its letters have not ended."""
    open_ones: int = session.execute(_OPEN, _about(number)).scalar_one()
    return open_ones


def _about(number: int) -> dict[str, object]:
    return {"of_it": Announced(number).pack()}
