"""The imports on record: begun, reported, queued, started, settled."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import Table, bindparam, insert, select, update
from sqlalchemy.orm import Session

from content.importing.report import GONE, MOVED, UNDO_DAYS, Kind, Standing, State
from content.keys.import_letters import ImportReport, ImportTold
from content.keys.jobs import ApplyImport, ReadImport
from storage.engine import jobs
from storage.engine.jobs import Held
from storage.engine.statements import rows, update_row
from storage.files import parts
from storage.importing.states import state_of
from storage.post import letters, requested
from storage.tables import Import, Job

_IMPORTS = cast(Table, Import.__table__)
_NEW = insert(_IMPORTS).returning(_IMPORTS.c.id)
_STANDING = select(_IMPORTS, Job.done).outerjoin(Job, Job.id == _IMPORTS.c.job_id)
_ONE = _STANDING.where(_IMPORTS.c.id == bindparam("number"))
_HOLD = select(_IMPORTS.c.id).where(_IMPORTS.c.id == bindparam("number")).with_for_update(key_share=True)
_LATEST = _STANDING.where(_IMPORTS.c.kind == bindparam("kind")).order_by(_IMPORTS.c.id.desc()).limit(bindparam("most"))
_IN_STATE = (
    _STANDING.where(_IMPORTS.c.state == bindparam("state"), _IMPORTS.c.by_id.is_not(None))
    .order_by(_IMPORTS.c.id)
    .limit(1)
)
_SET = update(_IMPORTS).where(_IMPORTS.c.id == bindparam("number"))
_TO = _SET.where(_IMPORTS.c.state == bindparam("former")).values(state=bindparam("new"))


def begin(
    session: Session,
    kind: Kind,
    digest: str,
    at: datetime,
    *,
    by: int | None = None,
    file: int | None = None,
    shorter: bool = False,
    reason: str = "",
) -> int:
    """A new import, whose report is not made yet; returns its number. `file`: the number of the file on record, if
    another process is to read it. `reason`: for rows that have none; the report takes it into the rows.
    """
    values = {"kind": kind.value, "state": State.READING.value, "digest": digest, "by_id": by, "begun_at": at}
    more: dict[str, Any] = {"file_id": file, "shorter": shorter, "tally": {}}
    number = int(session.execute(_NEW, values | more).scalar_one())
    _note_reason(session, number, reason)
    if file is not None:
        jobs.begin(session, ReadImport(number), 0, at)
    return number


def standing(session: Session, number: int) -> Standing | None:
    """The import with this number, or None."""
    row = session.execute(_ONE, {"number": number}).one_or_none()
    return None if row is None else _standing(row)


def sure(session: Session, number: int) -> Standing:
    """The import with this number. Raises LookupError."""
    found = standing(session, number)
    if found is None:
        raise LookupError(f"import {number}")
    return found


def latest(session: Session, most: int, kind: Kind = Kind.MEMBERS) -> tuple[Standing, ...]:
    """The last imports of this kind, the latest first."""
    return tuple(_standing(row) for row in session.execute(_LATEST, {"most": most, "kind": kind.value}))


def first_of(session: Session, state: State) -> Standing | None:
    """The oldest import of the chat in this state. Those of the command line are carried by their own process."""
    row = session.execute(_IN_STATE, {"state": state.value}).one_or_none()
    return None if row is None else _standing(row)


def ready(session: Session, number: int, base: str, tally: Mapping[str, int], total: int, at: datetime) -> None:
    """The report is made. Whoever sent the file is told, and gets it; at the command line it is printed."""
    sent = sure(session, number).file is not None
    values = {"base": base, "tally": dict(tally), "total": total, "state": State.READY.value, "file_id": None}
    _note_reason(session, number, "")
    _let_go(session, number)
    session.execute(_SET.values(**values), {"number": number})
    if sent:
        _tell(session, number, at)


def queue(session: Session, number: int, by: int) -> bool:
    """Let it be applied when its turn comes; `by` is told. False if that was said before, or it is over."""
    if not move(session, number, State.READY, State.QUEUED):
        return False
    session.execute(_SET.values(by_id=by), {"number": number})
    return True


def drop(session: Session, number: int, at: datetime) -> bool:
    """Give it up before anything is changed; nobody is told. False if it has begun, or is over."""
    found = locked(session, number)
    if found is None or found.state not in (State.READY, State.QUEUED):
        return False
    settle(session, number, State.DROPPED, at, told=False)
    return True


def settle(session: Session, number: int, state: State, at: datetime, fault: str = "", *, told: bool = True) -> None:
    """The import has come to this end. `told`: whoever sent the file gets a letter about it."""
    values = {"state": state.value, "settled_at": at, "fault": fault, "file_id": None}
    _let_go(session, number)
    _note_reason(session, number, "")
    session.execute(_SET.values(**values), {"number": number})
    if told:
        _tell(session, number, at)


def move(session: Session, number: int, former: State, state: State) -> bool:
    """Bring the import from one state into another. False if it is not in the former one any more."""
    values = {"number": number, "former": former.value, "new": state.value}
    return rows(session.execute(_TO, values)) == 1


def add(session: Session, number: int, tally: Mapping[str, int]) -> None:
    """Add to the figures of an import."""
    found = standing(session, number)
    if found is not None:
        every = {name: found.tally.get(name, 0) + tally.get(name, 0) for name in {*found.tally, *tally}}
        session.execute(_SET.values(tally=every), {"number": number})


def start(session: Session, number: int, now: datetime) -> Held[ApplyImport] | None:
    """Begin to apply an import that is ready or queued. None if another one is under way: then this one waits.

    If the record changed since the report was made, the import is dropped; whoever gets None looks at its state.
    """
    found = locked(session, number)
    if found is None or found.state not in (State.READY, State.QUEUED):
        return None
    if jobs.under_way(session, ApplyImport) is not None:
        return None
    if state_of(session, found.kind) != found.base:
        settle(session, number, State.DROPPED, now, MOVED)
        return None
    held = jobs.take_up(session, ApplyImport(number), found.work, now)
    if held is not None:
        session.execute(_SET.values(state=State.APPLYING.value, job_id=held.id), {"number": number})
    return held


def can_undo(one: Standing, now: datetime) -> bool:
    """Whether the import is applied and its rows are still kept."""
    return one.state is State.APPLIED and (one.settled_at is None or now - one.settled_at <= timedelta(days=UNDO_DAYS))


def take_back(session: Session, number: int, now: datetime, *, by: int | None = None, reason: str = "") -> bool:
    """Let an applied import be undone, one that can't be applied any further, or one whose undoing failed. False if it
    is none of these, if another import is under way, or if its rows are gone.
    """
    found = standing(session, number)
    begun = found is not None and found.state in (State.APPLYING, State.UNDOING)
    if found is None or found.job is None or not (begun or can_undo(found, now)):
        return False
    if not jobs.undo(session, found.job):
        return False
    stopped = {"fault": MOVED} if found.state is State.APPLYING else {}
    session.execute(_SET.values(state=State.UNDOING.value, by_id=by or found.by, **stopped), {"number": number})
    _note_reason(session, number, reason)
    return True


def stop(session: Session, number: int, now: datetime) -> None:
    """A step failed for good. What was applied is to be taken back, and what could not be read is given up. An undoing
    that failed waits for somebody.
    """
    state = sure(session, number).state
    if state is State.APPLYING:
        take_back(session, number, now)
    elif state is State.READING:
        settle(session, number, State.DROPPED, now, GONE)


def locked(session: Session, number: int) -> Standing | None:
    """The import as it stands, locked for the transaction: what is decided by its state holds until then."""
    session.execute(_HOLD, {"number": number})
    return standing(session, number)


def _note_reason(session: Session, number: int, reason: str) -> None:
    """Empty: it stands in the rows, or in the ledger, or nothing came of it."""
    update_row(session, Import, number, {"reason": reason or None})


def _let_go(session: Session, number: int) -> None:
    """The file is read, and nothing needs its bytes any more."""
    found = standing(session, number)
    if found is not None and found.file is not None:
        parts.let_go(session, [found.file])


def _tell(session: Session, number: int, at: datetime) -> None:
    found = standing(session, number)
    if found is None or found.by is None:
        return
    letters.put(session, member_id=found.by, key=ImportTold(number), slot=found.state.value, at=at)
    if found.state is State.READY and found.total:
        requested.ask(session, member_id=found.by, key=ImportReport(number), at=at)


def _standing(row: Any) -> Standing:
    return Standing(
        row.id,
        Kind(row.kind),
        State(row.state),
        row.digest,
        row.by_id,
        row.base,
        row.fault,
        dict(row.tally),
        row.total,
        row.done or 0,
        row.job_id,
        row.begun_at,
        row.settled_at,
        row.file_id,
        row.shorter,
        row.reason or "",
    )
