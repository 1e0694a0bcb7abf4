"""Since when a total is complete: the kinds of credit whose record here begins later than the days that are shown.

An operator keeps each kind of credit from a day of its own on (`record_from` of its profile). A total over earlier days
may lack credits that were earned elsewhere, so it says so. Pure.
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from content.values import CreditKind

EVERY = tuple(CreditKind)


class SinceDocument(TypedDict):
    """A Since as JSON: the day is ISO 8601, or None."""

    kind: str
    day: str | None


@dataclass(frozen=True)
class Since:
    """All credits of this kind are here from this day on, that day included. None: this kind is not kept here."""

    kind: CreditKind
    day: date | None

    def to_document(self) -> SinceDocument:
        return {"kind": self.kind.value, "day": self.day.isoformat() if self.day else None}

    @classmethod
    def from_document(cls, document: SinceDocument) -> "Since":
        day = document["day"]
        return cls(CreditKind(document["kind"]), date.fromisoformat(day) if day else None)


def late(
    record_from: Mapping[CreditKind, date | None],
    first: date | None,
    kinds: Container[CreditKind] = EVERY,
    *,
    brought: date | None = None,
) -> tuple[Since, ...]:
    """The kinds that are not complete from `first` on; None stands for the beginning of all days.

    `brought`: imports brought all that was earned from this day until the record here began. A kind that is not kept
    here stays incomplete, since what is earned of it later is not brought.
    """
    begins = {kind: min(day, brought or day) if day else None for kind, day in record_from.items()}
    return tuple(
        Since(kind, day) for kind, day in begins.items() if kind in kinds and (day is None or day > (first or date.min))
    )


def by_day(some: Sequence[Since]) -> Mapping[date | None, Sequence[CreditKind]]:
    """The kinds by the day from which on they are here: the earliest day first, at the end what is not kept at all."""
    days = sorted({one.day for one in some if one.day})
    known: list[date | None] = [*days, *([None] if any(one.day is None for one in some) else [])]
    return {day: [one.kind for one in some if one.day == day] for day in known}
