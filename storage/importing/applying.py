"""Doing what the report of an import says, and undoing it, in steps that jobs take (storage.engine.jobs).

Each step looks whether the record is still as the report found it. If it is not, nothing of the step is written, the
job fails, and all of it is to be undone from then on.
"""

from collections import Counter
from datetime import datetime

from sqlalchemy.orm import Session

from content.importing.report import WAYS, State
from content.keys.jobs import ApplyImport
from content.rules import Rulebook
from storage.engine.jobs import Held, Stepped, Way
from storage.engine.pace import Pace
from storage.importing import imports, staged
from storage.importing.kinds import Does, Kinds
from storage.importing.writing import RecordChanged


def way(pace: Pace, rulebook: Rulebook, kinds: Kinds) -> Way[ApplyImport]:
    """How imports of these kinds are applied and undone, as many rows at a time as `pace` says."""
    return Way(
        lambda session, job, at: _step(session, job, at, pace.size, rulebook, kinds),
        lambda session, job, at: _undo(session, job, at, pace.size, kinds),
        failed=lambda session, job, at: imports.stop(session, job.key.number, at),
    )


def _step(
    session: Session, job: Held[ApplyImport], at: datetime, size: int, rulebook: Rulebook, kinds: Kinds
) -> Stepped:
    """Places are counted, not rows: an erasure takes those of its member away. After the last place of the first way
    the second one begins, for kinds that have one.
    """
    number, (does, once) = job.key.number, _does(session, job, kinds)
    if job.done == 0 and not does.may(session, number):
        raise RecordChanged("whoever had it done has not the right to it any more")
    second = 0 < once <= job.done
    place = job.done - once if second else job.done
    count = max(0, min(_rows(size, does), once - place))
    rows, done = staged.part(session, number, place, count), Counter[str]()
    if not second:
        done = does.apply(session, number, rows, at, rulebook)
    elif does.tell is not None:
        does.tell(session, number, rows, at)
    over = job.done + count >= job.total
    if over:
        imports.settle(session, number, State.APPLIED, at)
    return Stepped(count, done, over=over)


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
