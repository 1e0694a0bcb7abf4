"""Who issues certificates, as their facts freeze it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from content.operator import Profile, Purpose


class IssuerDocument(TypedDict):
    """The issuer as JSON."""

    name: str
    is_association: bool
    serves: list[str]


@dataclass(frozen=True)
class Issuer:
    """Who issues a certificate, and what it can be handed in for. `is_association`: the Japan Medical Association."""

    name: str
    is_association: bool
    serves: tuple[Purpose, ...] = ()

    @classmethod
    def of(cls, profile: Profile) -> Issuer:
        return cls(profile.name.ja, profile.is_association, tuple(profile.certificates_serve))

    def to_document(self) -> IssuerDocument:
        serves = [purpose.value for purpose in self.serves]
        return {"name": self.name, "is_association": self.is_association, "serves": serves}

    @classmethod
    def from_document(cls, document: IssuerDocument) -> Issuer:
        return cls(document["name"], document["is_association"], tuple(map(Purpose, document["serves"])))


FORMER = Issuer("Tan'i（独立したソフトウェア）", is_association=False)
"""The issuer of every certificate that was asked for before there were operators' profiles."""
