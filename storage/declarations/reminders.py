"""April's reminder of drafts that are not submitted. What is due is a query, so a missed tick is made up for.

Only a draft shows that a member has something to declare. Who has submitted everything needs no reminder, and what the
others learned elsewhere the record can't know: to write to all of them would be noise.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import and_, bindparam, or_, select
from sqlalchemy.orm import Session

from content.declaring import State
from content.keys.letters import DraftsOpen
from content.rules import Rules, day_of, fiscal_year, reminds_of_drafts, year_span
from storage.post import letters
from storage.tables import Chat, Declaration, Letter, Preference

SLOT = "1"
_DUE = (
    select(Declaration.member_id)
    .join(Chat, Chat.member_id == Declaration.member_id)
    .outerjoin(Preference, Preference.member_id == Declaration.member_id)
    .outerjoin(
        Letter,
        and_(
            Letter.member_id == Declaration.member_id,
            Letter.kind == DraftsOpen.kind,
            Letter.subject == bindparam("subject"),
        ),
    )
    .where(
        Declaration.state == State.DRAFT.value,
        or_(Declaration.held_on.is_(None), Declaration.held_on.between(bindparam("first"), bindparam("last"))),
        Letter.id.is_(None),
        or_(Preference.declaration_reminders.is_(None), Preference.declaration_reminders.is_(True)),
    )
    .distinct()
    .order_by(Declaration.member_id)
    .limit(bindparam("limit"))
)


def find_due(session: Session, now: datetime, rules: Rules, limit: int = 500) -> Sequence[int]:
    """The members with a draft of the fiscal year that ended, who are to be reminded now: at most so many."""
    if not reminds_of_drafts(now, rules):
        return ()
    year = _year(now)
    first, last = year_span(year)
    values = {"subject": DraftsOpen(year).pack(), "first": first, "last": last, "limit": limit}
    return session.execute(_DUE, values).scalars().all()


def write(session: Session, found: Iterable[int], now: datetime) -> int:
    """Queue these reminders, each once a year; returns how many are new."""
    key = DraftsOpen(_year(now))
    return sum(letters.put(session, member_id=member_id, key=key, slot=SLOT, at=now) for member_id in found)


def _year(now: datetime) -> int:
    """The fiscal year that ended last."""
    return fiscal_year(day_of(now)) - 1
