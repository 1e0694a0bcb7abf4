"""publish: bring what the association publishes to the members. While anything in it is wrong, nothing is published."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TextIO

from bot.commands import batches, check
from bot.commands.found import Found
from content.package.marks import SAMPLE, Mark, changed, marks
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
            for mark in marked:
                if mark.source and of_samples.are_otherwise(session, mark.source, sample=mark.sample):
                    faults.append(mark.fault(changed(mark.sample)))
    if faults:
        code = check.tell(path, faults, out)
        print("Nothing was published.", file=out)
        return code
    return max(batch.publish(sessions, now, out) for batch in found)


def _marks(path: Path) -> Sequence[Mark]:
    every = Found.at(path)
    return [mark for file in every.ending(".yaml") for mark in marks(file, every.shown(file))]
