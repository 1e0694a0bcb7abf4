"""Operators of the bot in tests: the demo's sample; the same with a record from the beginning of all days, which most
tests have; one that shares no value with it; and the association itself.
"""

from datetime import date
from pathlib import Path

from content.credits.since import EVERY
from content.operator import ALWAYS, NEVER, Profile, RecordFrom
from content.package import operator
from content.values import CreditKind

SAMPLE_FILE = Path(__file__).parent.parent / "content" / "operator.yaml"
OTHER_FILE = Path(__file__).parent / "operator.yaml"
WHOLE_FILE = Path(__file__).parent / "operator_whole.yaml"


def profile(file: Path) -> Profile:
    """The profile in a file that has no fault."""
    found, faults = operator.read(file, Path(file.name))
    assert found is not None, faults
    return found


SAMPLE, OTHER, WHOLE = profile(SAMPLE_FILE), profile(OTHER_FILE), profile(WHOLE_FILE)
ASSOCIATION = OTHER.model_copy(update={"is_association": True})


def keeping(day: date | None, *kinds: CreditKind) -> Profile:
    """The sample, whose record of these kinds (without any: of all kinds) begins on that day, and the rest always."""
    began = {kind.value: _written(day) if kind in (kinds or EVERY) else ALWAYS for kind in EVERY}
    return WHOLE.model_copy(update={"record_from": RecordFrom.model_validate(began)})


def _written(day: date | None) -> str:
    return day.isoformat() if day else NEVER
