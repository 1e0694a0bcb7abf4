"""Since when the record of a member is complete: by the operator's profile, and by what was imported."""

from collections.abc import Container
from datetime import date

from content.credits.since import EVERY, Since
from content.values import CreditKind
from handlers.turn import Visit
from storage.credits import coverage


def late(turn: Visit, member_id: int, first: date | None, kinds: Container[CreditKind] = EVERY) -> tuple[Since, ...]:
    """The kinds of this member's credit that are not complete from `first` on; None: from the beginning of all days.

    What imports say is read only if it can matter.
    """
    if not (found := turn.profile.late(first, kinds)):
        return found
    return turn.profile.late(first, kinds, brought=coverage.complete_from(turn.session, member_id))


def certified(turn: Visit, member_id: int, first: date, kinds: Container[CreditKind]) -> tuple[Since, ...]:
    """The same for certificates: of the imported credits they show only those that the operator certifies."""
    found, since = turn.profile.late(first, kinds), turn.profile.certifies_brought
    if not found or since is None:
        return found
    brought = coverage.complete_from(turn.session, member_id)
    return turn.profile.late(first, kinds, brought=max(brought, since) if brought else None)
