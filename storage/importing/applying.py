"""Doing what the report of an import says, and undoing it, in steps that jobs take (storage.engine.jobs).

Each step looks whether the record is still as the report found it. If it is not, nothing of the step is written, the
job fails, and all of it is to be undone from then on.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from content.importing.report import WAYS, State
from content.keys.jobs import ApplyImport
from content.rules import Rulebook
from storage.engine.job_table import UNDOING
from storage.engine.jobs import Held, Stepped, Way
from storage.engine.pace import Pace
from storage.importing import imports, staged
from storage.importing.kinds import Does, Kinds
from storage.importing.writing import RecordChanged


@dataclass(frozen=True)
class Prepared:
    """What the step from this place on does: of so many places, `rows` of which have a row."""

    place: int
    count: int
    rows: int
    ready: Any


def way(pace: Pace, rulebook: Rulebook, kinds: Kinds, prepared: Prepared | None = None) -> Way[ApplyImport]:
    """How imports of these kinds are applied and undone, as many rows at a time as `pace` says. What was `prepared` is
    neither read nor worked out within the transaction of a step, while others wait for it.
    """
    return Way(
        lambda session, job, at: _step(session, job, at, pace.size, rulebook, kinds, prepared),
        lambda session, job, at: _undo(session, job, at, pace.size, kinds),
        failed=lambda session, job, at: imports.stop(session, job.key.number, at),
    )


def prepare(session: Session, job: Held[ApplyImport], size: int, kinds: Kinds) -> Prepared | None:
    """Read and work out what the next step does. None if nothing of it can be prepared."""
    does, once = _does(session, job, kinds)
    if job.state == UNDOING or job.done >= once:
        return None
    count = min(_rows(size, does), once - job.done)
    rows = staged.part(session, job.key.number, job.done, count)
    return Prepared(job.done, count, len(rows), does.ready(session, rows))


def _step(
    session: Session,
    job: Held[ApplyImport],
    at: datetime,
    size: int,
    rulebook: Rulebook,
    kinds: Kinds,
    prepared: Prepared | None,
) -> Stepped:
    """Places are counted, not rows: an erasure takes those of its member away. After the last place of the first way
    the second one begins, for kinds that have one.
    """
    number, (does, once) = job.key.number, _does(session, job, kinds)
    if job.done == 0 and not does.may(session, number):
        raise RecordChanged("whoever had it done has not the right to it any more")
    second = 0 < once <= job.done
    place = job.done - once if second else job.done
    if prepared is not None and _holds(session, number, prepared, job):
        count, done = prepared.count, does.apply(session, number, prepared.ready, at, rulebook)
    else:
        count = max(0, min(_rows(size, does), once - place))
        rows, done = staged.part(session, number, place, count), Counter[str]()
        if not second:
            done = does.apply(session, number, does.ready(session, rows), at, rulebook)
        elif does.tell is not None:
            does.tell(session, number, rows, at)
    over = job.done + count >= job.total
    if over:
        imports.settle(session, number, State.APPLIED, at)
    return Stepped(count, done, over=over)


def _holds(session: Session, number: int, prepared: Prepared, job: Held[ApplyImport]) -> bool:
    """An erasure may have taken rows away since."""
    here = prepared.place == job.done
    return here and staged.count(session, number, prepared.place, prepared.count) == prepared.rows


def _undo(session: Session, job: Held[ApplyImport], at: datetime, size: int, kinds: Kinds) -> Stepped:
    """Take back so many of the rows that were applied last. Of the second way there is nothing to take back."""
    number, (does, once) = job.key.number, _does(session, job, kinds)
    last = min(job.done, once)
    first = max(0, last - _rows(size, does))
    rows = staged.part(session, number, first, last - first)
    done = does.take_back(session, number, rows, at)
    imports.add(session, number, done)
    if first == 0:
        imports.settle(session, number, State.UNDONE, at, imports.sure(session, number).fault)
    return Stepped(job.done - first, done, over=first == 0)


def _rows(size: int, does: Does) -> int:
    """How many rows a step takes. The pace may come from the file before, whose rows were lighter."""
    return max(1, size // does.weight)


def _does(session: Session, job: Held[ApplyImport], kinds: Kinds) -> tuple[Does, int]:
    """What imports of its kind do, and how many places one way has."""
    kind = imports.sure(session, job.key.number).kind
    return kinds[kind], job.total // WAYS[kind]
