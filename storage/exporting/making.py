"""Counting and making an export, in steps that jobs take. Each step first reads (`next_step`), then writes what it
found in a short transaction: so nobody's tap waits for the reading.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.exporting import manifest
from content.exporting.export import Standing, State
from content.keys.jobs import CountExport, MakeExport
from content.rules import Rulebook
from storage.credits import samples, writing
from storage.engine.jobs import Held, Stepped
from storage.engine.pace import Pace
from storage.engine.sessions import Sessions
from storage.exporting import audience, exports, looking, volumes
from storage.exporting.looking import Seen
from storage.tables import Member

MEMBERS_AT_ONCE = 50
ROWS_AT_ONCE = 10_000
"""A step reads until it has so many rows, or has looked at so many members as its pace says."""
LEAST, MOST = 250, 2_500
KEYS = (CountExport, MakeExport)
SAMPLE = "sample"
"""A figure: 1 if the record is the demo's, in which samples count."""
Step = Callable[[Session, Held[Any], datetime], Stepped]
# FOR SHARE: the erasure of a member waits until the step has committed, and then finds the file that tells of it
_AS_OF = select(Member.id, Member.imported_at).where(Member.id.in_(bindparam("ids", expanding=True))).order_by(
    Member.id
).with_for_update(read=True)  # fmt: skip


@dataclass(frozen=True)
class _Piece:
    """What a step found of the members up to `last`."""

    last: int
    seen: Seen
    packed: bytes
    lacking: Mapping[str, int]


def pace() -> Pace:
    """How many members a step looks at. Each has rows of its own to be written, also if the file gets one row."""
    return Pace(LEAST, LEAST, MOST)


def next_step(sessions: Sessions, held: Held[Any], rulebook: Rulebook, most: int = MOST) -> Step:
    """Read what the next step of this job needs, of so many members at the most. Returns what it writes."""
    with sessions.reading() as session:
        one = exports.sure(session, held.key.number)
        if isinstance(held.key, CountExport):
            return _count(session, one, held, rulebook, most)
        return _make(session, one, held, rulebook, most)


def _count(session: Session, one: Standing, held: Held[Any], rulebook: Rulebook, most: int) -> Step:
    if one.state is not State.COUNTING:
        return _over
    if one.cut == exports.UNKNOWN:
        return _take_cut
    if held.done < held.total:
        last, seen = _look(session, one, held, rulebook, most)
        return lambda _session, job, _at: Stepped(last - job.done, seen.tally)
    return _counted


def _make(session: Session, one: Standing, held: Held[Any], rulebook: Rulebook, most: int) -> Step:
    if one.state is not State.MAKING:
        return _over
    over = held.done >= held.total
    for place, volume in enumerate(one.volumes):
        if not volume.sha256 and (over or volume.parts >= volumes.FULL):
            closed = volumes.closed(session, volume, one.wanted.encoding)
            return lambda session, job, _at: _put(session, job, place, closed)
    if over:
        return _finish if one.volumes else _begin_empty
    last, seen = _look(session, one, held, rulebook, most)
    lacking = Counter[str]()
    piece = volumes.packed(seen.lines, one.wanted.encoding, lacking) if seen.lines else b""
    found = _Piece(last, seen, piece, lacking)
    return lambda session, job, at: _add(session, job, found, at)


def _look(session: Session, one: Standing, held: Held[Any], rulebook: Rulebook, most: int) -> tuple[int, Seen]:
    """Look at the next members: until there are enough rows, or enough members were looked at. Returns the last."""
    last, seen = held.done, Seen()
    while last < held.total and last - held.done < most and len(seen.lines) < ROWS_AT_ONCE:
        first, last = last + 1, min(last + MEMBERS_AT_ONCE, held.done + most, held.total)
        seen.add(looking.look(session, one, first, last, rulebook))
    return last, seen


def _over(_session: Session, _job: Held[Any], _at: datetime) -> Stepped:
    return Stepped(0, over=True)


def _take_cut(session: Session, job: Held[Any], _at: datetime) -> Stepped:
    exports.put_cut(session, job.key.number, writing.last_row(session))
    return Stepped(0)


def _counted(session: Session, job: Held[Any], at: datetime) -> Stepped:
    if exports.held(session, job.key.number).state is State.COUNTING:
        exports.counted(session, job.key.number, job.tally, at)
    return Stepped(0, over=True)


def _add(session: Session, job: Held[Any], piece: _Piece, at: datetime) -> Stepped:
    """Add a piece, unless a member of whom it tells was changed or erased since it was read: then it is read again."""
    seen, number = piece.seen, job.key.number
    as_of = {row.id: row.imported_at for row in session.execute(_AS_OF, {"ids": sorted(seen.as_of)})}
    if as_of != seen.as_of:
        return Stepped(0)
    one = exports.held(session, number)
    if one.state is not State.MAKING:
        return _over(session, job, at)
    audience.keep_tokens(session, seen.tokens)
    audience.add(session, number, set(seen.members), seen.as_of)
    if piece.packed:
        *before, volume = one.volumes or (volumes.begun(session, at),)
        if volume.sha256:
            before, volume = [*before, volume], volumes.begun(session, at)
        grown = volumes.grown(session, volume, piece.packed, len(seen.lines))
        exports.put_volumes(session, number, [*before, grown], Counter(one.lacking) + Counter(piece.lacking))
    return Stepped(piece.last - job.done, seen.tally)


def _put(session: Session, job: Held[Any], place: int, closed: Any) -> Stepped:
    one = exports.held(session, job.key.number)
    if one.state is State.MAKING:
        every = [closed if at == place else volume for at, volume in enumerate(one.volumes)]
        exports.put_volumes(session, one.number, every, one.lacking)
    return Stepped(0)


def _begin_empty(session: Session, job: Held[Any], at: datetime) -> Stepped:
    """A file without a row has its header."""
    one = exports.held(session, job.key.number)
    if one.state is State.MAKING and not one.volumes:
        exports.put_volumes(session, one.number, [volumes.begun(session, at)], {})
    return Stepped(0)


def _finish(session: Session, job: Held[Any], at: datetime) -> Stepped:
    one = exports.held(session, job.key.number)
    if one.state is State.MAKING:
        tally = {**job.tally, SAMPLE: int(samples.count_here(session))}
        as_made = replace(one, state=State.MADE, tally=tally, settled_at=at)
        exports.made(session, one.number, tally, manifest.digest(as_made, former(session, one)), at)
    return Stepped(0, over=True)


def former(session: Session, one: Standing) -> Standing | None:
    """The export that a difference follows."""
    return exports.standing(session, one.follows) if one.is_difference and one.follows else None
