"""The exports on record: begun, counted, queued, made, dropped."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Table, bindparam, func, insert, select, update
from sqlalchemy.orm import Session

from content.exporting.cells import Encoding
from content.exporting.export import (
    CANCELLED,
    FAILED,
    MEMBERS,
    OVERTAKEN,
    ROWS,
    Kind,
    Standing,
    State,
    Volume,
    Wanted,
    scope_of,
    volumes_of,
)
from content.keys.export_letters import ExportFile, ExportTold
from content.keys.jobs import CountExport, MakeExport
from storage.engine import jobs
from storage.engine.jobs import Held
from storage.engine.statements import update_row
from storage.files import parts
from storage.post import letters, requested
from storage.tables import Export, Job, Member

_EXPORTS = cast(Table, Export.__table__)
NONE = {ROWS: 0, MEMBERS: 0}
UNKNOWN = -1
"""The cut of an export that has not begun to look at the ledger."""
_NEW = insert(_EXPORTS).returning(_EXPORTS.c.id)
_STANDING = select(Export, Job.done, Job.total).outerjoin(Job, Job.id == Export.job_id)
_ONE = _STANDING.where(Export.id == bindparam("number")).execution_options(populate_existing=True)
_HOLD = select(Export.id).where(Export.id == bindparam("number")).with_for_update(key_share=True)
_LATEST = _STANDING.order_by(Export.id.desc()).limit(bindparam("most"))
_LAST_MADE = (
    select(Export.id)
    .where(Export.scope == bindparam("scope"), Export.state == State.MADE.value)
    .order_by(Export.id.desc())
    .limit(1)
)
_KEPT = _STANDING.where(Export.kept).order_by(Export.id)
_QUEUED = _STANDING.where(Export.state == State.QUEUED.value).order_by(Export.id).limit(1)
_OPEN_JOBS = (
    select(Job.id, Job.about).where(Job.state.in_(jobs.OPEN), Job.kind == bindparam("kind")).order_by(Job.id.desc())
)
_MEMBERS = select(func.coalesce(func.max(Member.id), 0))


def begin(session: Session, wanted: Wanted, at: datetime, *, by: int | None = None) -> int:
    """A new export, which is to be counted; returns its number. Raises LookupError for a difference that has no export
    of its scope to follow.
    """
    former = last_made(session, wanted)
    if former is None and wanted.kind is Kind.DIFFERENCE:
        raise LookupError("no export of this scope was made yet")
    what = {"scope": wanted.scope.text, "kind": wanted.kind.value, "encoding": wanted.encoding.value}
    state = {"state": State.COUNTING.value, "by_id": by, "cut": UNKNOWN, "follows_id": former, "begun_at": at}
    number = int(session.execute(_NEW, what | state | {"tally": {}, "volumes": [], "kept": True}).scalar_one())
    jobs.begin(session, CountExport(number), _members(session), at)
    _set(session, number, job_id=_job(session, CountExport(number)))
    return number


def last_made(session: Session, wanted: Wanted) -> int | None:
    """The number of the last export of this scope, if one was made."""
    found: int | None = session.execute(_LAST_MADE, {"scope": wanted.scope.text}).scalar_one_or_none()
    return found


def standing(session: Session, number: int) -> Standing | None:
    """The export with this number, or None."""
    row = session.execute(_ONE, {"number": number}).one_or_none()
    return None if row is None else _standing(row)


def sure(session: Session, number: int) -> Standing:
    """The same. Raises LookupError."""
    found = standing(session, number)
    if found is None:
        raise LookupError(f"export {number}")
    return found


def held(session: Session, number: int) -> Standing:
    """The same, locked for the transaction: what is decided by its state holds until then."""
    session.execute(_HOLD, {"number": number})
    return sure(session, number)


def latest(session: Session, most: int) -> tuple[Standing, ...]:
    """The last exports, the latest first."""
    return tuple(_standing(row) for row in session.execute(_LATEST, {"most": most}))


def first_queued(session: Session) -> Standing | None:
    """The oldest export whose file is to be made."""
    row = session.execute(_QUEUED).one_or_none()
    return None if row is None else _standing(row)


def counted(session: Session, number: int, tally: Mapping[str, int], at: datetime) -> None:
    """Its numbers are known."""
    _set(session, number, tally=NONE | dict(tally), state=State.READY.value)
    tell(session, number, at)


def queue(session: Session, number: int, by: int | None) -> bool:
    """Let its file be made when its turn comes; `by` is told. False if that was said before, or it is over."""
    if held(session, number).state is not State.READY:
        return False
    _set(session, number, state=State.QUEUED.value, by_id=by)
    return True


def drop(session: Session, number: int, at: datetime) -> bool:
    """Give it up, also half-way; nobody is told. False if it is over."""
    if held(session, number).state in (State.MADE, State.DROPPED):
        return False
    settle(session, number, State.DROPPED, at, CANCELLED)
    return True


def fail(session: Session, number: int, at: datetime) -> None:
    """Give it up because a step failed for good; whoever waits for it is told. Nothing happens if it is over."""
    if held(session, number).state not in (State.MADE, State.DROPPED):
        settle(session, number, State.DROPPED, at, FAILED)
        tell(session, number, at)


def start(session: Session, number: int, now: datetime) -> Held[MakeExport] | None:
    """Begin to make the file of an export that is queued. None if another one is being made, and if another one of its
    scope was made since it was counted: then it is dropped, so that exports of a scope follow each other by number.
    """
    found = held(session, number)
    if found.state is not State.QUEUED or jobs.under_way(session, MakeExport) is not None:
        return None
    if last_made(session, found.wanted) != found.follows:
        settle(session, number, State.DROPPED, now, OVERTAKEN)
        tell(session, number, now)
        return None
    taken = jobs.take_up(session, MakeExport(number), _members(session), now)
    if taken is not None:
        _set(session, number, state=State.MAKING.value, job_id=taken.id, tally={})
    return taken


def made(session: Session, number: int, tally: Mapping[str, int], digest: str, at: datetime) -> None:
    """The file is complete. Whoever let it be made gets it."""
    found = sure(session, number)
    values = {"state": State.MADE.value, "tally": NONE | dict(tally), "digest": digest, "settled_at": at}
    _set(session, number, **values)
    tell(session, number, at)
    if found.by is not None:
        send(session, found, found.by, at)


def send(session: Session, one: Standing, to: int, at: datetime) -> None:
    """Have the parts of the file sent to this person."""
    for part, _ in enumerate(one.volumes, start=1):
        requested.ask(session, member_id=to, key=ExportFile(one.number, part), at=at)


def put_volumes(session: Session, number: int, volumes: Sequence[Volume], lacking: Mapping[str, int]) -> None:
    """What the file has by now."""
    update_row(session, Export, number, {"volumes": [asdict(one) for one in volumes], "lacking": dict(lacking)})


def kept(session: Session) -> tuple[Standing, ...]:
    """The exports of which anything besides the entry itself is still on record."""
    return tuple(_standing(row) for row in session.execute(_KEPT))


def end_kept(session: Session, number: int) -> None:
    """Nothing but the entry is left."""
    _set(session, number, kept=False)


def put_cut(session: Session, number: int, cut: int) -> None:
    _set(session, number, cut=cut)


def settle(session: Session, number: int, state: State, at: datetime, fault: str) -> None:
    """The export has come to this end, and its file goes."""
    let_go(session, number, fault)
    _set(session, number, state=state.value, settled_at=at)


def let_go(session: Session, number: int, fault: str = "") -> None:
    """Let the file end now. What was exported stays on record."""
    found = sure(session, number)
    parts.let_go(session, [one.file for one in found.volumes])
    _set(session, number, volumes=[], **({"fault": fault} if fault else {}))


def _job(session: Session, key: CountExport) -> int:
    """The number of the open job with this key. Raises StopIteration."""
    found = session.execute(_OPEN_JOBS, {"kind": key.kind})
    return int(next(row.id for row in found if row.about == key.pack()))


def _members(session: Session) -> int:
    return int(session.execute(_MEMBERS).scalar_one())


def _set(session: Session, number: int, **values: Any) -> None:
    session.execute(update(_EXPORTS).where(_EXPORTS.c.id == number).values(**values))


def tell(session: Session, number: int, at: datetime) -> None:
    """Tell whoever asked for it how it stands now."""
    found = sure(session, number)
    if found.by is not None:
        letters.put(session, member_id=found.by, key=ExportTold(number), slot=found.state.value, at=at)


def _standing(found: Any) -> Standing:
    row: Export = found.Export
    return Standing(
        row.id,
        Wanted(scope_of(row.scope), Kind(row.kind), Encoding(row.encoding)),
        State(row.state),
        row.by_id,
        row.cut,
        row.follows_id,
        dict(row.tally),
        found.total or 0,
        found.done or 0,
        row.begun_at,
        row.settled_at,
        row.fault,
        row.digest,
        volumes_of(row.volumes),
        dict(row.lacking or {}),
    )
