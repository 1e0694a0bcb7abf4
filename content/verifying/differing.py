"""What a certificate says and what it would say today, side by side. Pure."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from content.certificates.certificate import CertificateFacts, CertificateLine

FINGERPRINT = 24
"""Hex digits of a fingerprint, which a button has to carry: 96 bits."""


class Part(StrEnum):
    """A part of a certificate that is one text."""

    NAME = "name"
    REGISTRY_NO = "registry_no"
    MEMBER_NO = "member_no"
    ISSUER = "issuer"


@dataclass(frozen=True)
class Differing:
    """What differs. `parts`: each with the text of before and of now. `gone` and `new`: lines, in their order. `other`:
    something differs besides, such as what is said of the record's beginning.
    """

    parts: tuple[tuple[Part, str, str], ...]
    gone: tuple[CertificateLine, ...]
    new: tuple[CertificateLine, ...]
    half_units: tuple[int, int]
    other: bool


def differences(old: CertificateFacts, new: CertificateFacts) -> Differing:
    """What the second one says otherwise than the first."""
    parts = tuple((part, before, after) for part in Part if (before := _text(old, part)) != (after := _text(new, part)))
    gone, come = _more(old.lines, new.lines), _more(new.lines, old.lines)
    alike = replace(
        old,
        **{part.value: getattr(new, part.value) for part in Part},
        **{name: getattr(new, name) for name in ("lines", "issued_on", "number", "check", "signed", "follows")},
    )
    other = alike != new and not (parts or gone or come)
    return Differing(parts, gone, come, (old.half_units, new.half_units), other)


def fingerprint(old: CertificateFacts, new: CertificateFacts) -> str:
    """The fingerprint of what was shown of the two: the old number, and everything that the new one would say. The day
    of issue is no part of it.
    """
    said = [old.number, replace(new, issued_on=date.min).to_document()]
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:FINGERPRINT]


def _text(facts: CertificateFacts, part: Part) -> str:
    return facts.issuer.name if part is Part.ISSUER else str(getattr(facts, part.value))


def _more(lines: Iterable[CertificateLine], others: Iterable[CertificateLine]) -> tuple[CertificateLine, ...]:
    """The lines that stand here more often than there, in their order."""
    there = Counter(others)
    left: list[CertificateLine] = []
    for line in lines:
        if there[line]:
            there[line] -= 1
        else:
            left.append(line)
    return tuple(left)
