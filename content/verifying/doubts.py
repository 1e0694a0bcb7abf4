"""What puts a certificate in doubt: something that it shows has changed on record since. Pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from content.certificates.certificate import CertificateFacts


class Kind(StrEnum):
    """What changed. The values stand in the record, and the triggers write them."""

    NAME = "name"
    REGISTRY_NO = "registry_no"
    MEMBER_NO = "member_no"
    CREDIT = "credit"


class Verdict(StrEnum):
    """How a doubt ended. NOTHING: the certificate does not show it, or says what the record says."""

    REPLACED = "replaced"
    REVOKED = "revoked"
    LEFT = "left"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Change:
    """What a certificate says and what the record says since this moment. Of a reversed credit `before` is its title,
    `after` the reason of the reversal, and `day` the day on which it was earned.
    """

    kind: Kind
    before: str
    after: str
    at: datetime
    day: date | None = None


@dataclass(frozen=True)
class Particulars:
    """What a member's record says now of what certificates print."""

    name: str
    registry_no: str
    member_no: str


def of_member(kind: Kind, facts: CertificateFacts, now: Particulars, at: datetime) -> Change | None:
    """What the certificate prints of the member and is otherwise by now; None if it prints nothing else."""
    before, after = getattr(facts, kind.value), getattr(now, kind.value)
    prints = before or kind is not Kind.REGISTRY_NO  # the 医籍登録番号 only if the member wished for it
    return Change(kind, before, after, at) if prints and before != after else None


def told_once(changes: Iterable[Change]) -> tuple[Change, ...]:
    """These changes, the earliest first, but of the member's name and numbers only the last correction each: all of
    them say the same of now.
    """
    every = tuple(changes)
    last = {one.kind: one for one in every}
    return tuple(one for one in every if one.kind is Kind.CREDIT or one is last[one.kind])


def shows(facts: CertificateFacts, day: date, code: int, titles: Collection[str]) -> bool:
    """Whether it lists this credit, by whichever of its titles papers ever printed."""
    return any(line.day == day and line.code == code and line.title in titles for line in facts.lines)
