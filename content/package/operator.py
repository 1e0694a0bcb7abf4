"""Reads the operator's profile, or every fault of it. content/README.md documents the format."""

import re
from collections.abc import Iterator
from pathlib import Path

from content.operator import Profile
from content.package import operator_reasons as say
from content.package import written
from content.package.checks import Plain
from content.package.faults import Fault, Trouble

_IS_PROFILE = re.compile(r"^(?:help_desk|record_from):", re.MULTILINE)


def is_profile(file: Path) -> bool:
    """Whether a YAML file is an operator's profile: it has the key `help_desk` or `record_from`."""
    try:
        return _IS_PROFILE.search(file.read_bytes().decode("utf-8", "replace")) is not None
    except OSError:
        return False


def read(file: Path, shown: Path) -> tuple[Profile | None, tuple[Fault, ...]]:
    """The profile, or None and all faults, which name the file `shown`."""
    found = written.read(file, Profile, say.ABSENT)
    faults = found.faults(shown, _contradictions(found.plain) if found.readable else ())
    return (found.part if not faults else None), faults


def _contradictions(plain: Plain) -> Iterator[Trouble]:
    for key in ("help_desk", "privacy_contact", "joining_contact"):
        contact = plain.get(key)
        if isinstance(contact, dict):
            yield from _contact(key, contact)
    served = plain.get("certificates_serve") or []
    for index, one in enumerate(served):
        if one is not None and one in served[:index]:
            yield ("certificates_serve", index), say.twice(one)


def _contact(key: str, contact: Plain) -> Iterator[Trouble]:
    # None stands for a value that has a fault of its own
    if not any(way in contact and contact[way] != "" for way in ("phone", "form", "mail")):
        yield (key,), say.NO_WAY
    if contact.get("phone") and "hours" not in contact:
        yield (key,), say.NO_HOURS
