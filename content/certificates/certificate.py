"""What an attendance certificate (受講証明書) says, as frozen values.

A certificate once issued never changes, so its facts are kept as a document beside its bytes: `to_document` gives
plain JSON values in a fixed order of keys, and `from_document` reads them back to equal facts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NotRequired, TypedDict

from content.certificates.issuer import FORMER as FORMER
from content.certificates.issuer import Issuer as Issuer
from content.certificates.issuer import IssuerDocument as IssuerDocument
from content.credits.common_lectures import place
from content.credits.since import Since, SinceDocument
from content.operator import SigningKind
from content.values import CertificatePurpose

FORMAT = 1
"""The number of the format of certificate.json."""


class LineDocument(TypedDict):
    """One line as JSON; the day is ISO 8601. Only a line of 専門医共通講習 has a category."""

    day: str
    title: str
    organiser: str
    kind: str
    code: int
    code_name: str
    half_units: int
    category: NotRequired[str]


class CertificateDocument(TypedDict):
    """A whole certificate as JSON; days are ISO 8601. Keys that came with a later version, and those that say nothing,
    are left out: so facts of before keep their document and its keyed hash.
    """

    name: str
    registry_no: str
    member_no: str
    period_from: str
    period_to: str
    issued_on: str
    sample: bool
    lines: list[LineDocument]
    issuer: NotRequired[IssuerDocument]
    since: NotRequired[list[SinceDocument]]
    purpose: NotRequired[str]
    by_training_alone: NotRequired[list[int]]
    number: NotRequired[str]
    check: NotRequired[str]
    signed: NotRequired[str]
    follows: NotRequired[str]


@dataclass(frozen=True)
class CertificateLine:
    """One earned credit. `kind` and `code_name` are the printed words: a later renaming does not change them.
    `category`: of a common lecture (専門医共通講習), whose own units `half_units` then are; otherwise empty.
    """

    day: date
    title: str
    organiser: str
    kind: str
    code: int
    code_name: str
    half_units: int
    category: str = ""

    def to_document(self) -> LineDocument:
        document: LineDocument = {
            "day": self.day.isoformat(),
            "title": self.title,
            "organiser": self.organiser,
            "kind": self.kind,
            "code": self.code,
            "code_name": self.code_name,
            "half_units": self.half_units,
        }
        if self.category:
            document["category"] = self.category
        return document

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
            category=document.get("category", ""),
        )


@dataclass(frozen=True)
class Subtotal:
    """The credit of one curriculum code on a certificate; of common lectures the credit of one category, which has no
    code.
    """

    code: int | None
    code_name: str
    half_units: int


@dataclass(frozen=True)
class CertificateFacts:
    """Everything a certificate prints. Both ends of the period are included; an empty `registry_no` is not printed.
    `since`: the kinds of credit whose record begins after the first day of the period. `by_training_alone`: on one for
    地域包括診療, the codes of which no e-learning is listed. `number` and `check` (the address of the QR code) are
    given when the facts are frozen; empty ones are not printed. `signed`: by which kind of key the file is signed;
    None: it is not. `follows`: the number of one that said the same and does not hold any more; it is not printed.
    """

    name: str
    registry_no: str
    member_no: str
    period_from: date
    period_to: date
    lines: tuple[CertificateLine, ...]
    issued_on: date
    issuer: Issuer
    since: tuple[Since, ...] = ()
    sample: bool = False
    purpose: CertificatePurpose = CertificatePurpose.GENERAL
    by_training_alone: tuple[int, ...] = ()
    number: str = ""
    check: str = ""
    signed: SigningKind | None = None
    follows: str = ""

    @property
    def half_units(self) -> int:
        """The total, in halves of a credit."""
        return sum(line.half_units for line in self.lines)

    @property
    def by_category(self) -> bool:
        """Whether it lists common lectures by their categories, and not credits by their codes."""
        return self.purpose is CertificatePurpose.SPECIALIST

    @property
    def subtotals(self) -> tuple[Subtotal, ...]:
        """One per code, ordered by number. If a code was renamed within the period, its first line gives the name. Of
        common lectures one per category, in the order of the official names.
        """
        if self.by_category:
            return _by_category(self.lines)
        sums: dict[int, Subtotal] = {}
        for line in self.lines:
            before = sums.get(line.code, Subtotal(line.code, line.code_name, 0))
            sums[line.code] = Subtotal(line.code, before.code_name, before.half_units + line.half_units)
        return tuple(sums[code] for code in sorted(sums))

    def to_document(self) -> CertificateDocument:
        document: CertificateDocument = {
            "name": self.name,
            "registry_no": self.registry_no,
            "member_no": self.member_no,
            "period_from": self.period_from.isoformat(),
            "period_to": self.period_to.isoformat(),
            "issued_on": self.issued_on.isoformat(),
            "sample": self.sample,
            "lines": [line.to_document() for line in self.lines],
            "issuer": self.issuer.to_document(),
            "since": [one.to_document() for one in self.since],
        }
        if self.purpose is not CertificatePurpose.GENERAL:
            document["purpose"] = self.purpose.value
        if self.by_training_alone:
            document["by_training_alone"] = list(self.by_training_alone)
        if self.number:
            document["number"] = self.number
        if self.check:
            document["check"] = self.check
        if self.signed:
            document["signed"] = self.signed.value
        if self.follows:
            document["follows"] = self.follows
        return document

    def to_json(self) -> bytes:
        """The file that is attached to the paper, certificate.json: content/README.md documents it."""
        document = {"format": FORMAT, **self.to_document()}
        return json.dumps(document, ensure_ascii=False, indent=1).encode()

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
            issuer=Issuer.from_document(document["issuer"]) if "issuer" in document else FORMER,
            since=tuple(map(Since.from_document, document.get("since", ()))),
            sample=document["sample"],
            purpose=CertificatePurpose(document.get("purpose", CertificatePurpose.GENERAL.value)),
            by_training_alone=tuple(document.get("by_training_alone", ())),
            number=document.get("number", ""),
            check=document.get("check", ""),
            signed=SigningKind(document["signed"]) if "signed" in document else None,
            follows=document.get("follows", ""),
        )


def _by_category(lines: Iterable[CertificateLine]) -> tuple[Subtotal, ...]:
    sums: dict[str, int] = {}
    for line in lines:
        sums[line.category] = sums.get(line.category, 0) + line.half_units
    return tuple(Subtotal(None, category, sums[category]) for category in sorted(sums, key=place))
