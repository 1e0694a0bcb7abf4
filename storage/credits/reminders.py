"""Reminders before a fiscal year ends: to who can earn credits, and has earned one within the goal's years."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import bindparam, exists, literal, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from content.keys.letters import CreditsFall, YearEnds
from content.rules import Rules, begins, day_of, fiscal_year, year_span
from storage.post import rounds
from storage.post.rounds import Queue, Round
from storage.tables import Chat, Credit, Member, Preference

SLOT = "1"
_EARNED = exists().where(Credit.member_id == Member.id, Credit.earned_on.between(bindparam("first"), bindparam("last")))
_WHO = (
    select(Member)
    .join(Chat, Chat.member_id == Member.id)
    .outerjoin(Preference, Preference.member_id == Member.id)
    .where(Member.earns, _EARNED)
)


def _queue(key: type[YearEnds | CreditsFall], switch: InstrumentedAttribute[bool]) -> Queue:
    """It reaches those who did not switch this kind off."""
    wanted = _WHO.where(or_(switch.is_(None), switch.is_(True)))
    return rounds.queues(key, wanted, Member.id, rounds.given("subject"), literal(SLOT), hourly=True)


_YEAR_ENDS = _queue(YearEnds, Preference.year_end_reminders)
_CREDITS_FALL = _queue(CreditsFall, Preference.falling_reminders)


def year_ends(now: datetime, rules: Rules) -> Sequence[Round]:
    """The round of this fiscal year about what is missing to the goal."""
    year = fiscal_year(day_of(now))
    return [_round(YearEnds(year), date(year + 1, *rules.year_end_reminder), _YEAR_ENDS, rules)]


def credits_fall(now: datetime, rules: Rules) -> Sequence[Round]:
    """The round of this fiscal year about what leaves the goal's window."""
    year = fiscal_year(day_of(now))
    return [_round(CreditsFall(year), date(year + 1, *rules.falling_reminder), _CREDITS_FALL, rules)]


def _round(key: YearEnds | CreditsFall, day: date, queue: Queue, rules: Rules) -> Round:
    """It is queued until the year is over."""
    (first, _), (_, last) = year_span(key.year - rules.goal_years + 1), year_span(key.year)
    values = {"subject": key.pack(), "first": first, "last": last}
    return Round(type(key), str(key.year), rounds.opens(day), begins(last + timedelta(days=1)), queue, values)
