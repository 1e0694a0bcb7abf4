"""publish: bring what the association publishes to the members. While anything in it is wrong, nothing is published."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TextIO

from sqlalchemy.orm import Session

from bot.commands import batches, check
from bot.commands.found import Found
from content.package.marks import SAMPLE, WAS_REAL, Mark, marks
from storage.credits import samples as of_samples
from storage.engine.sessions import Sessions

SAMPLES_TOO = "publish samples too; what is earned with them counts in no total and on no certificate"


def run(sessions: Sessions, path: Path, now: datetime, out: TextIO, *, samples: bool = False) -> int:
    """Tell every fault before anything is written: first the files' own, then those that only the record can tell.
    Without `samples` a sample is a fault.
    """
    found, marked = batches.find(path), _marks(path)
    faults = [fault for batch in found for fault in batch.faults]
    faults += [] if samples else [mark.fault(SAMPLE) for mark in marked if mark.sample]
    if not faults:
        with sessions.reading() as session:
            faults = [fault for batch in found for fault in batch.doubts(session, now)]
            faults += [mark.fault(WAS_REAL) for mark in marked if _was_real(session, mark)]
    if faults:
        code = check.tell(path, faults, out)
        print("Nothing was published.", file=out)
        return code
    return max(batch.publish(sessions, now, out) for batch in found)


def _was_real(session: Session, mark: Mark) -> bool:
    """Whether a sample would take the name of what members earned credits with. The other way round is allowed: a real
    content that takes the name of a sample is another content.
    """
    return mark.sample and bool(mark.source) and of_samples.were_real(session, mark.source)


def _marks(path: Path) -> Sequence[Mark]:
    every = Found.at(path)
    return [mark for file in every.ending(".yaml") for mark in marks(file, every.shown(file))]
