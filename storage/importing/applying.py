"""Doing what the report of an import says, and undoing it, in steps that jobs take (storage.engine.jobs).

Each step looks whether the record is still as the report found it. If it is not, nothing of the step is written, the
job fails, and whoever carries it has all of it undone.
"""

from datetime import datetime

from sqlalchemy.orm import Session

from content.importing.report import Kind, State
from content.keys.jobs import ApplyImport
from content.rules import Rulebook
from storage.engine.jobs import Held, Stepped, Way
from storage.engine.pace import Pace
from storage.importing import imports, staged
from storage.importing.kinds import KINDS


def way(pace: Pace, rulebook: Rulebook) -> Way[ApplyImport]:
    """How imports are applied and undone, as many rows at a time as `pace` says."""
    return Way(
        lambda session, job, at: _step(session, job, at, pace.size, rulebook),
        lambda session, job, at: _undo(session, job, at, pace.size),
    )


def _step(session: Session, job: Held[ApplyImport], at: datetime, size: int, rulebook: Rulebook) -> Stepped:
    """Places are counted, not rows: an erasure takes those of its member away."""
    number, count = job.key.number, max(0, min(size, job.total - job.done))
    rows = staged.part(session, number, job.done, count)
    done = KINDS[_kind(session, number)].apply(session, number, rows, at, rulebook)
    over = job.done + count >= job.total
    if over:
        imports.settle(session, number, State.APPLIED, at)
    return Stepped(count, done, over=over)


def _undo(session: Session, job: Held[ApplyImport], at: datetime, size: int) -> Stepped:
    """Take back so many of the rows that were applied last."""
    number, first = job.key.number, max(0, job.done - size)
    rows = staged.part(session, number, first, job.done - first)
    done = KINDS[_kind(session, number)].take_back(session, number, rows, at)
    imports.add(session, number, done)
    if first == 0:
        imports.settle(session, number, State.UNDONE, at, _fault(session, number))
    return Stepped(job.done - first, done, over=first == 0)


def _kind(session: Session, number: int) -> Kind:
    found = imports.standing(session, number)
    if found is None:
        raise LookupError(f"import {number}")
    return found.kind


def _fault(session: Session, number: int) -> str:
    found = imports.standing(session, number)
    return found.fault if found is not None else ""
