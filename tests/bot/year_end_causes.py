"""What makes the letters before the end of a fiscal year be written to a member."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from content.credits.plan import Plan, told_day
from content.keys.letter import LetterKey
from content.keys.plan_letters import PlanStands
from content.rules import Rulebook, day_of, fiscal_year
from content.values import CreditKind
from storage.credits import ledger, plans
from storage.post import letters

BOOK = Rulebook()


def plan(session: Session, me: int, at: datetime) -> None:
    """Sooner than it would be written: the member's plan was set this month, and the letter is that of this month."""
    today = day_of(at)
    plans.put(session, me, Plan(today + timedelta(days=100), today, 30))
    letters.put(session, member_id=me, key=PlanStands(told_day(today, BOOK.now(at))), slot="1", at=at)


def of(key: Callable[[int], LetterKey]) -> Callable[[Session, int, datetime], None]:
    """Sooner than it would be written. Her credit is of the first year of the window."""

    def cause(session: Session, me: int, at: datetime) -> None:
        earned_at = at - timedelta(days=730)
        ledger.award(  # the same credit for either letter
            session,
            member_id=me,
            kind=CreditKind.LECTURE,
            source="course:old",
            half_units=2,
            code=8,
            title="講座",
            organiser="",
            earned_at=earned_at,
            rules=BOOK.now(earned_at),
            written_at=earned_at,
        )
        letters.put(session, member_id=me, key=key(fiscal_year(day_of(at))), slot="1", at=at)

    return cause
