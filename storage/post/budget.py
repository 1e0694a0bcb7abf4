"""The one budget of sends of all processes, on PostgreSQL: a row that says when the next send may go.

A process books several sends by one statement, by the clock of the database, which all of them share. The rate falls
when Telegram says that all together were too fast, and comes back by itself: it is a function of the time since then.
"""

from dataclasses import dataclass
from typing import cast

from sqlalchemy import Double, Table, bindparam, case, func, or_, update
from sqlalchemy.orm import Session

from storage.engine.statements import insert_new, run
from storage.tables import SendBudget

THE_ONE = 1
FARTHEST_S = 60.0
"""No place lies further ahead, however many processes book."""
_TABLE = cast(Table, SendBudget.__table__)
_C = _TABLE.c
_GIVEN = bindparam("now", type_=Double)
_NOW = func.coalesce(_GIVEN, func.extract("epoch", func.clock_timestamp()).cast(Double))
_MOST = bindparam("most", type_=Double)
# A moment that can't be is of a clock that was set back since then. Nobody waits until that clock has come there again.
_SET_BACK = _C.cut_at > _NOW
_RATE = case(
    (_SET_BACK, _MOST), else_=func.least(_MOST, _C.base + bindparam("growth", type_=Double) * (_NOW - _C.cut_at))
)
_HELD_UNTIL = case((_SET_BACK, 0.0), else_=_C.held_until)
_FREE = case(
    (_C.next_at > _NOW + FARTHEST_S, _NOW),
    else_=func.greatest(_C.next_at, _NOW - bindparam("slack", type_=Double)),
)
_BEHIND = func.greatest(
    _FREE, func.least(_FREE + bindparam("spent", type_=Double) / _RATE, _NOW + bindparam("behind", type_=Double))
)
_BOOK = (
    update(_TABLE)
    .where(_C.id == THE_ONE)
    .values(next_at=_BEHIND + bindparam("number", type_=Double) / _RATE)
    .returning(_C.next_at, _RATE.label("rate"), _HELD_UNTIL.label("held_until"), _NOW.label("at"))
)
_IS_NEW = or_(_SET_BACK, _NOW - _C.cut_at > bindparam("apart", type_=Double))
_CUT = (
    update(_TABLE)
    .where(_C.id == THE_ONE)
    .values(
        base=case((_IS_NEW, func.greatest(bindparam("least", type_=Double), _RATE * bindparam("part"))), else_=_C.base),
        cut_at=case((_IS_NEW, _NOW), else_=_C.cut_at),
        held_until=func.greatest(_HELD_UNTIL, _NOW + bindparam("seconds", type_=Double)),
    )
)
_PUT = insert_new(SendBudget)


@dataclass(frozen=True)
class Allowed:
    """What the rate may be. `most`: sends a second, ever; `least`: it does not fall below. `growth`: how much it comes
    back each second. `part`: what is left of it when Telegram asks to wait, at most once in `apart` seconds. `slack`:
    how many seconds that nobody used are made up for. `behind`: answers that went beyond the rate keep letters waiting
    for so many seconds at most. Telegram refused those answers, so they have not used up what comes later.
    """

    most: float
    least: float = 5.0
    growth: float = 0.2
    part: float = 0.7
    apart: float = 1.0
    slack: float = 0.2
    behind: float = 10.0

    def after(self, seconds: float, base: float) -> float:
        """The rate so many seconds after it fell to `base`."""
        return min(self.most, base + self.growth * seconds)

    def cut(self, rate: float) -> float:
        """What this rate falls to."""
        return max(self.least, rate * self.part)


@dataclass(frozen=True)
class Booked:
    """`wait`: in how many seconds the first of them may go; below 0, it may at once. Each other goes 1/`rate` seconds
    after the one before. `held`: for so many seconds nothing goes.
    """

    wait: float
    rate: float
    held: float


def book(session: Session, number: int, spent: int, allowed: Allowed, now: float | None = None) -> Booked:
    """Book so many sends, behind `spent` that have gone without. `now`: seconds since 1970; None: by the clock of the
    database.
    """
    about: dict[str, float | None] = {"most": allowed.most, "growth": allowed.growth, "slack": allowed.slack}
    about |= {"behind": allowed.behind, "number": float(number), "spent": float(spent), "now": now}
    found = session.execute(_BOOK, about).one_or_none()
    if found is None:
        row = {"id": THE_ONE, "next_at": 0.0, "base": allowed.most, "cut_at": 0.0, "held_until": 0.0}
        run(session, _PUT, row)
        found = session.execute(_BOOK, about).one()
    return Booked(found.next_at - number / found.rate - found.at, found.rate, max(0.0, found.held_until - found.at))


def cut(session: Session, seconds: float, allowed: Allowed, now: float | None = None) -> None:
    """Telegram asks all to wait so long: nobody sends meanwhile, and afterwards slower."""
    about = {"most": allowed.most, "growth": allowed.growth, "least": allowed.least, "part": allowed.part}
    session.execute(_CUT, about | {"apart": allowed.apart, "seconds": seconds, "now": now})
