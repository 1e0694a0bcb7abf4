"""Operators of the bot in tests: the demo's sample, one that shares no value with it, and the association itself."""

from pathlib import Path

from content.operator import Profile
from content.package import operator

SAMPLE_FILE = Path(__file__).parent.parent / "content" / "operator.yaml"
OTHER_FILE = Path(__file__).parent / "operator.yaml"


def profile(file: Path) -> Profile:
    """The profile in a file that has no fault."""
    found, faults = operator.read(file, Path(file.name))
    assert found is not None, faults
    return found


SAMPLE, OTHER = profile(SAMPLE_FILE), profile(OTHER_FILE)
ASSOCIATION = OTHER.model_copy(update={"is_association": True})
