"""All planted faults."""

from tests.planted import (
    absences,
    bounds_guards,
    bounds_ledger,
    bounds_letters,
    bounds_rules,
    bounds_watching,
    ceilings,
    certificate_lives,
    certificates,
    clocks,
    credits,
    doors,
    grants,
    guide_learning,
    guide_own,
    guide_papers,
    imports,
    letters,
    people,
    proofs,
    records,
    requests,
    running,
    sending,
    study,
)
from tests.planted.fault import Fault

GUIDE: tuple[Fault, ...] = (*guide_learning.FAULTS, *guide_papers.FAULTS, *guide_own.FAULTS)
"""Those that the tests of tests/test_guide.py must see, each by itself."""

FAULTS: tuple[Fault, ...] = (
    *study.FAULTS,
    *credits.FAULTS,
    *grants.FAULTS,
    *imports.FAULTS,
    *people.FAULTS,
    *letters.FAULTS,
    *records.FAULTS,
    *proofs.FAULTS,
    *requests.FAULTS,
    *certificate_lives.FAULTS,
    *running.FAULTS,
    *sending.FAULTS,
    *ceilings.FAULTS,
    *certificates.FAULTS,
    *clocks.FAULTS,
    *doors.FAULTS,
    *bounds_rules.FAULTS,
    *bounds_watching.FAULTS,
    *bounds_guards.FAULTS,
    *bounds_letters.FAULTS,
    *bounds_ledger.FAULTS,
    *absences.FAULTS,
    *GUIDE,
)
