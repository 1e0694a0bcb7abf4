"""What an attendance certificate (受講証明書) says, as frozen values.

A certificate once issued never changes, so its facts are kept as a document beside its bytes: `to_document` gives
plain JSON values in a fixed order of keys, and `from_document` reads them back to equal facts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypedDict


class LineDocument(TypedDict):
    """One line as JSON; the day is ISO 8601."""

    day: str
    title: str
    organiser: str
    kind: str
    code: int
    code_name: str
    half_units: int


class CertificateDocument(TypedDict):
    """A whole certificate as JSON; days are ISO 8601."""

    name: str
    registry_no: str
    member_no: str
    period_from: str
    period_to: str
    issued_on: str
    sample: bool
    lines: list[LineDocument]


@dataclass(frozen=True)
class CertificateLine:
    """One earned credit. `kind` and `code_name` are the printed words: a later renaming does not change them."""

    day: date
    title: str
    organiser: str
    kind: str
    code: int
    code_name: str
    half_units: int

    def to_document(self) -> LineDocument:
        return {
            "day": self.day.isoformat(),
            "title": self.title,
            "organiser": self.organiser,
            "kind": self.kind,
            "code": self.code,
            "code_name": self.code_name,
            "half_units": self.half_units,
        }

    @classmethod
    def from_document(cls, document: LineDocument) -> CertificateLine:
        return cls(
            day=date.fromisoformat(document["day"]),
            title=document["title"],
            organiser=document["organiser"],
            kind=document["kind"],
            code=document["code"],
            code_name=document["code_name"],
            half_units=document["half_units"],
        )


@dataclass(frozen=True)
class Subtotal:
    """The credit of one curriculum code on a certificate."""

    code: int
    code_name: str
    half_units: int


@dataclass(frozen=True)
class CertificateFacts:
    """Everything a certificate prints. Both ends of the period are included; an empty `registry_no` is not printed."""

    name: str
    registry_no: str
    member_no: str
    period_from: date
    period_to: date
    lines: tuple[CertificateLine, ...]
    issued_on: date
    sample: bool = False

    @property
    def half_units(self) -> int:
        """The total, in halves of a credit."""
        return sum(line.half_units for line in self.lines)

    @property
    def subtotals(self) -> tuple[Subtotal, ...]:
        """One per code, ordered by number. If a code was renamed within the period, its first line gives the name."""
        sums: dict[int, Subtotal] = {}
        for line in self.lines:
            before = sums.get(line.code, Subtotal(line.code, line.code_name, 0))
            sums[line.code] = Subtotal(line.code, before.code_name, before.half_units + line.half_units)
        return tuple(sums[code] for code in sorted(sums))

    def to_document(self) -> CertificateDocument:
        return {
            "name": self.name,
            "registry_no": self.registry_no,
            "member_no": self.member_no,
            "period_from": self.period_from.isoformat(),
            "period_to": self.period_to.isoformat(),
            "issued_on": self.issued_on.isoformat(),
            "sample": self.sample,
            "lines": [line.to_document() for line in self.lines],
        }

    @classmethod
    def from_document(cls, document: CertificateDocument) -> CertificateFacts:
        """The facts again. Raises KeyError or ValueError if `to_document` did not write the document."""
        return cls(
            name=document["name"],
            registry_no=document["registry_no"],
            member_no=document["member_no"],
            period_from=date.fromisoformat(document["period_from"]),
            period_to=date.fromisoformat(document["period_to"]),
            lines=tuple(CertificateLine.from_document(line) for line in document["lines"]),
            issued_on=date.fromisoformat(document["issued_on"]),
            sample=document["sample"],
        )
