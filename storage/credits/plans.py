"""The plans of members, the round of letters about them, and their end."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import cast

from sqlalchemy import Table, bindparam, delete, literal, or_, select, update
from sqlalchemy.orm import Session

from content.credits.plan import Plan, told_after, told_before, told_day
from content.keys.plan_letters import PlanStands
from content.rules import Rules, begins, day_of
from storage import tables
from storage.engine.statements import insert_new, rows, run
from storage.post import rounds
from storage.post.rounds import Round
from storage.tables import Chat, Member, Preference

SLOT = "1"
_ROW = tables.Plan
_GET = select(_ROW.until, _ROW.set_on, _ROW.monthly).where(_ROW.member_id == bindparam("member"))
_NEW = insert_new(_ROW)
_RENEW = (
    update(_ROW)
    .where(_ROW.member_id == bindparam("member"))
    .values(until=bindparam("day"), set_on=bindparam("today"), monthly=bindparam("each"))
)
_END = delete(_ROW).where(_ROW.member_id == bindparam("member"))
_WHO = (
    select(_ROW)
    .join(Member, Member.id == _ROW.member_id)
    .join(Chat, Chat.member_id == _ROW.member_id)
    .outerjoin(Preference, Preference.member_id == _ROW.member_id)
    .where(
        Member.earns,
        # a plan whose day has passed since the last round is told of once more
        _ROW.until >= bindparam("since"),
        _ROW.set_on < bindparam("told"),
        or_(Preference.plan_reminders.is_(None), Preference.plan_reminders.is_(True)),
    )
)
_QUEUE = rounds.queues(PlanStands, _WHO, _ROW.member_id, rounds.given("subject"), literal(SLOT), hourly=True)
_OLD = _ROW.until < bindparam("before")
_FIND_OLD = select(_ROW.member_id).where(_OLD).order_by(_ROW.until).limit(500)
_DROP_OLD = (
    delete(cast(Table, _ROW.__table__))
    .where(_ROW.member_id.in_(bindparam("these", expanding=True)), _OLD)
    .execution_options(synchronize_session=False)
)


def get(session: Session, member_id: int) -> Plan | None:
    """The member's plan, or None."""
    row = session.execute(_GET, {"member": member_id}).one_or_none()
    return None if row is None else Plan(row.until, row.set_on, row.monthly)


def put(session: Session, member_id: int, plan: Plan) -> None:
    """Set the member's plan, in place of the former one."""
    values = {"member_id": member_id, "until": plan.until, "set_on": plan.set_on, "monthly": plan.monthly}
    if not run(session, _NEW, values):
        renewed = {"member": member_id, "day": plan.until, "today": plan.set_on, "each": plan.monthly}
        session.execute(_RENEW, renewed)


def end(session: Session, member_id: int) -> None:
    session.execute(_END, {"member": member_id})


def due(now: datetime, rules: Rules) -> Sequence[Round]:
    """The round of this month, for members who set a plan before its day. It stays open until the next one."""
    day = told_day(day_of(now), rules)
    values = {"subject": PlanStands(day).pack(), "since": told_before(day), "told": day}
    return [Round(PlanStands, day.isoformat(), rounds.opens(day), begins(told_after(day)), _QUEUE, values)]


def find_old(session: Session, before: date) -> Sequence[int]:
    """At most 500 members whose plan ended before this day, the earliest first."""
    return session.execute(_FIND_OLD, {"before": before}).scalars().all()


def drop_old(session: Session, found: Sequence[int], before: date) -> int:
    """Remove those of these plans that have not been set anew; returns how many."""
    return rows(session.execute(_DROP_OLD, {"these": list(found), "before": before}))
