"""What members earn by an act of their own: written to the ledger, or withheld while a credit stands for it that an
import brought or staff granted.

What is withheld is not lost. It is written as it was earned when that credit is taken back. Only if staff took back
what the member had earned by such an act, nothing is withheld any more, and nothing comes back by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import Table, bindparam, delete, literal_column, select, update
from sqlalchemy.orm import Session

from content.credits.credit import StandingCredit
from content.rules import Rules, day_of
from content.study.course import CommonLecture
from content.values import CreditKind
from storage.credits import ledger, reversals
from storage.engine.statements import insert_new, rows, run
from storage.tables import Member, Withheld

_MEMBERS = cast(Table, Member.__table__)
_HOLD = select(_MEMBERS.c.id).where(_MEMBERS.c.id == bindparam("member")).with_for_update(key_share=True)
_NEW = insert_new(Withheld)
_THEIRS = select(Withheld).where(Withheld.member_id.in_(bindparam("members", expanding=True))).order_by(Withheld.id)
_REMOVE = delete(Withheld).where(Withheld.id == bindparam("number"))


# literals: SQLite uses the index only if it sees its condition in the statement
_UNASKED = (
    select(Withheld.id).where(literal_column("doubtful"), Withheld.asked_at.is_(None)).order_by(Withheld.id).limit(50)
)
_THESE = select(Withheld).where(Withheld.id.in_(bindparam("numbers", expanding=True))).order_by(Withheld.member_id)
_ONE = update(Withheld).where(Withheld.id == bindparam("number")).execution_options(synchronize_session=False)
_ASKED = _ONE.where(Withheld.asked_at.is_(None)).values(asked_at=bindparam("at"))
_SURE, _DOUBTED = _ONE.values(doubtful=False), _ONE.values(doubtful=True)


@dataclass(frozen=True)
class Question:
    """A credit that waits until staff say whether the imported one is of the same content."""

    number: int
    member_id: int
    title: str
    code: int
    imported: StandingCredit


@dataclass(frozen=True)
class Gain:
    """A credit that a content brings a member, as storage.credits.ledger.award takes it."""

    member_id: int
    kind: CreditKind
    source: str
    half_units: int
    code: int
    title: str
    organiser: str
    earned_at: datetime
    rules: Rules
    common: CommonLecture | None = None
    sample: bool = False


def earn(session: Session, one: Gain, at: datetime) -> bool:
    """Write the credit; False if none is due. One that staff reversed does not come back by itself. `at`: now.

    The member is held: no step of an import writes between look and act.
    """
    session.execute(_HOLD, {"member": one.member_id})
    blocked = _blocked(session, one)
    if blocked is None:
        return ledger.award(session, **vars(one), written_at=at)
    others, sure = blocked
    if others and not _lost(session, one):
        _withhold(session, one, doubtful=not sure)
    return False


def release(session: Session, members: Sequence[int], at: datetime) -> int:
    """Write what was withheld of these members and is not held back by a credit any more; returns how much. The members
    must be held.
    """
    done = 0
    for row in session.execute(_THEIRS, {"members": members}).scalars().all() if members else ():
        one = _gain(row)
        blocked = _held_back(session, one) if not _lost(session, one) else (False, True)
        if blocked is None:
            done += ledger.award(session, **vars(one), written_at=at)
        elif blocked == (True, False):
            session.execute(_DOUBTED, {"number": row.id})
        if blocked is None or not blocked[0]:  # written now, or the content has a credit of its own
            session.execute(_REMOVE, {"number": row.id})
    return done


def unasked(session: Session) -> Sequence[int]:
    """The numbers of credits about which staff are to be asked."""
    return session.execute(_UNASKED).scalars().all()


def ask(session: Session, numbers: Sequence[int], at: datetime) -> tuple[Question, ...]:
    """Put down that staff are asked about these; returns what is still to be asked. Nobody gets a question twice."""
    found = []
    for row in session.execute(_THESE, {"numbers": numbers}).scalars().all():
        doubt = ledger.doubtful(session, row.member_id, row.source, sample=row.sample)
        if doubt is None:  # nobody doubts, until a content of its code comes
            session.execute(_SURE, {"number": row.id})
        elif rows(session.execute(_ASKED, {"number": row.id, "at": at})) == 1:
            found.append(Question(row.id, row.member_id, row.title, row.code, doubt))
    return tuple(found)


def _blocked(session: Session, one: Gain) -> tuple[bool, bool] | None:
    """As _held_back; a credit that was reversed prevents it, too."""
    held_back = _held_back(session, one)
    if held_back != (True, True) and ledger.was_granted(session, **_content(one)):
        return False, True
    return held_back


def _held_back(session: Session, one: Gain) -> tuple[bool, bool] | None:
    """None if no credit stands for it; otherwise whether that is one of an import or of staff, and whether it surely is
    the same.
    """
    standing: StandingCredit | None = ledger.of_source(session, **_content(one))
    if standing is not None:
        return not standing.is_own, True
    return None if ledger.doubtful(session, **_content(one)) is None else (True, False)


def _lost(session: Session, one: Gain) -> bool:
    return reversals.lost_own(session, **_content(one))


def _content(one: Gain) -> dict[str, Any]:
    return {"member_id": one.member_id, "source": one.source, "sample": one.sample}


def _withhold(session: Session, one: Gain, *, doubtful: bool) -> None:
    """Keep the credit as it would have been written. The first one stays."""
    counts = one.common is not None and day_of(one.earned_at) >= one.rules.common_lecture_from
    values = {name: value for name, value in vars(one).items() if name not in ("rules", "common", "kind")}
    lecture = one.common if counts else None
    values |= {"kind": one.kind.value, "rule_version": one.rules.version, "doubtful": doubtful}
    values |= {"category": lecture and lecture.category, "common_half_units": lecture and lecture.half_units}
    run(session, _NEW, values)


def _gain(row: Withheld) -> Gain:
    common = CommonLecture(row.category, row.common_half_units or 0) if row.category else None
    return Gain(
        row.member_id,
        CreditKind(row.kind),
        row.source,
        row.half_units,
        row.code,
        row.title,
        row.organiser,
        row.earned_at,
        # that the common lecture counted then was decided when it was withheld
        Rules(version=row.rule_version, common_lecture_from=date.min),
        common,
        row.sample,
    )
