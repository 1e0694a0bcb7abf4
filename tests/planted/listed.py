"""All planted faults."""

from tests.planted import credits, people, records, running, study
from tests.planted.fault import Fault

FAULTS: tuple[Fault, ...] = (
    *study.FAULTS,
    *credits.FAULTS,
    *people.FAULTS,
    *records.FAULTS,
    *running.FAULTS,
)
