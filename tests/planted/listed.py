"""All planted faults."""

from tests.planted import credits, guide_learning, guide_papers, people, records, running, study
from tests.planted.fault import Fault

GUIDE: tuple[Fault, ...] = (*guide_learning.FAULTS, *guide_papers.FAULTS)
"""Those that the tests of tests/test_guide.py must see, each by itself."""

FAULTS: tuple[Fault, ...] = (
    *study.FAULTS,
    *credits.FAULTS,
    *people.FAULTS,
    *records.FAULTS,
    *running.FAULTS,
    *GUIDE,
)
