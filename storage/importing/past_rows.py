"""Doing what the rows of a file of credits already held say, and taking that back.

Nothing of the ledger is changed: a credit is added, and taken back by a further row. One that staff took back meanwhile
stays so, and is counted as kept. Members get no letter about either: they read it in /credits and in /why.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.credits.credit import Origin
from content.importing.past_record import KEYED, same
from content.importing.report import KEPT, TAKEN_BACK, Outcome, Planned
from content.rules import Rulebook, begins
from content.study.course import CommonLecture
from content.values import CreditKind
from storage.credits import alike, coverage, earning, ledger, reversals
from storage.importing import past_held
from storage.importing.past_held import Held
from storage.importing.staged import Rows
from storage.importing.writing import RecordChanged
from storage.tables import Credit, Member

_HOLD = (
    select(Member.id, Member.earns)
    .where(Member.id.in_(bindparam("ids", expanding=True)))
    .order_by(Member.id)
    .with_for_update(key_share=True)
)
_GRANTS = select(Credit.id, Credit.member_id, Credit.source, Credit.sample).where(
    Credit.member_id.in_(bindparam("members", expanding=True)),
    Credit.import_id == bindparam("number"),
    Credit.sign == 1,
)


def apply(session: Session, number: int, rows: Rows, at: datetime, rulebook: Rulebook) -> Counter[str]:
    """Write these credits, and since when records are complete. Raises RecordChanged if one of them is there by now, or
    if one of the members earns no credits any more.
    """
    new = [plan for _, plan in rows if plan.outcome is Outcome.NEW]
    covered = [plan for _, plan in rows if plan.outcome is Outcome.COVERED]
    members = _held(session, [*new, *covered])
    if not all(members.values()):  # the membership has ended since, or the member was erased
        raise RecordChanged("the account of a member earns no credits now")
    standing = past_held.of(session, sorted(members))
    for plan in new:
        member, what = plan.member or 0, plan.after
        day = date.fromisoformat(str(what["day"]))
        mine = standing[member]
        others = mine.not_exported if str(what["source"]).startswith(KEYED) else mine.same
        if same(day, _number(what["code"]), str(what["title"])) in others:
            raise RecordChanged("the member has this credit now")
        if (what["source"], what["sample"]) in mine.taken_back:
            raise RecordChanged("staff took the credit of this content back")
        if not _award(session, number, member, day, what, at, rulebook):
            raise RecordChanged("the member has a credit of this content now")
    days = {plan.member or 0: date.fromisoformat(str(plan.after["complete_from"])) for plan in covered}
    _refuse_doubled(session, new, standing)
    coverage.add(session, number, days)
    return Counter({Outcome.NEW.value: len(new), Outcome.COVERED.value: len(days)})


def take_back(session: Session, number: int, rows: Rows, at: datetime) -> Counter[str]:
    """Reverse the credits that these rows brought. Those that are reversed already are kept as they are. What
    the members earned here meanwhile, and what was withheld for these credits, is written.
    """
    new = [plan for _, plan in rows if plan.outcome is Outcome.NEW]
    members = sorted(_held(session, new))
    found = session.execute(_GRANTS, {"members": members, "number": number}).all() if members else []
    grants = {(row.member_id, row.source, row.sample): row.id for row in found}
    mine = [grants.get((plan.member or 0, str(plan.after["source"]), bool(plan.after["sample"]))) for plan in new]
    done = sum(reversals.take_back(session, grant, None, at) for grant in mine if grant is not None)
    earning.release(session, members, at)
    told = {plan.member for _, plan in rows if plan.outcome in (Outcome.NEW, Outcome.COVERED) and plan.member}
    coverage.remove(session, number, sorted(told))
    return Counter({TAKEN_BACK: done, KEPT: len(new) - done})


def _refuse_doubled(session: Session, new: Sequence[Planned], before: Mapping[int, Held]) -> None:
    """What was published since the report may be earned by now: what was written under a name of its own doubles it."""
    written = {(plan.member or 0, plan.after["source"]) for plan in new}
    for member, contents in alike.of_members(session, sorted({member for member, _ in written})).items():
        for content, one in contents.items():
            if one.sure and (member, one.credit.source) in written and content in before[member].sources:
                raise RecordChanged("its content was published meanwhile, and the member has that credit")


def _award(session: Session, number: int, member: int, day: date, what: Any, at: datetime, rulebook: Rulebook) -> bool:
    half_units = _number(what["half_units"])
    common = _number(what.get("common_half_units", half_units))  # a report of before version 0.10 does not say it
    return ledger.award(
        session,
        member_id=member,
        kind=CreditKind(what["kind"]),
        source=what["source"],
        half_units=half_units,
        code=what["code"],
        title=what["title"],
        organiser=what["organiser"],
        earned_at=begins(day),
        rules=rulebook.at(day),
        common=CommonLecture(what["category"], common) if what["category"] else None,
        written_at=at,
        sample=what["sample"],
        origin=Origin(number, what["certifiable"]),
    )


def _held(session: Session, plans: Sequence[Planned]) -> dict[int, bool]:
    """The members of these rows, and whether each earns credits. They are held, so that no certificate is frozen and no
    credit written between look and act.
    """
    ids = sorted({plan.member for plan in plans if plan.member is not None})
    return {row.id: row.earns for row in session.execute(_HOLD, {"ids": ids})} if ids else {}


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(f"{value!r} is no number")
    return value
