"""Any history of both ledgers against a naive model: a dict of what stands."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from content.credits import sums
from content.credits.credit import Totals
from content.credits.goal import Sum, goal
from content.rules import JAPAN, Rulebook, day_of
from content.study.course import CommonLecture
from content.values import CreditKind
from storage.credits import common as common_ledger
from storage.credits import ledger
from storage.engine.sessions import Sessions
from storage.tables import CommonCredit, Credit
from tests.kinds import BOTH
from tests.reaching import Reached
from tests.samples import member
from tests.sizes import PHASES, SOAK

PEOPLE, SOURCES = 2, 4
MOMENTS = [
    datetime.combine(day, datetime.min.time(), JAPAN) + timedelta(seconds=off)
    for day in (date(2019, 12, 1), date(2023, 4, 1), date(2024, 4, 1), date(2026, 4, 1))
    for off in (-1, 0)
]
WHO, SOURCE, MOMENT = st.integers(0, PEOPLE - 1), st.integers(0, SOURCES - 1), st.sampled_from(MOMENTS)
ACTS = st.sampled_from(["earn", "earn", "again", "again", "reverse", "reverse", "reverse any", "look", "look", "look"])
"""What is done next; one rule does all, for Hypothesis leaves some rules out of a whole history."""
HALVES = st.integers(1, 60) | st.just(120)
REACHED = (
    "earned",
    "refused, for it stands",
    "reversed",
    "earned again after a reversal",
    "reversed a second time",
    "nothing to reverse",
    "reversed with a common lecture",
    "the goal is reached",
    "the goal is missed",
    "a credit lies outside the window",
)


@dataclass(frozen=True)
class Stands:
    """What the model knows of a credit."""

    day: date
    kind: CreditKind
    code: int
    half_units: int
    common: int


class Histories(RuleBasedStateMachine):
    """Earning, reversing, earning again, and looking from days on which other windows are open."""

    sessions: Sessions
    reached: Reached

    @initialize()
    def begin(self) -> None:
        self.standing: dict[tuple[int, int], Stands] = {}
        self.gone: list[tuple[int, int]] = []
        self.rows = [0, 0]
        with self.sessions.begin() as session:
            self.people = [member(session, MOMENTS[0], no=uuid.uuid4().hex) for _ in range(PEOPLE)]

    @rule(
        act=ACTS,
        who=WHO,
        source=SOURCE,
        at=MOMENT,
        kind=st.sampled_from(CreditKind),
        half_units=HALVES,
        common=st.integers(0, 2),
        pick=st.integers(0, 999),
    )
    def does(
        self, act: str, who: int, source: int, at: datetime, kind: CreditKind, half_units: int, common: int, pick: int
    ) -> None:
        """What stands is reversed, and what was reversed is earned again, as often as anything else is done."""
        lost, standing = [one for one in self.gone if one not in self.standing], list(self.standing)
        if act == "look":
            self.looks_at_the_goal(who, at)
        elif act == "reverse any" or (act == "reverse" and not standing):
            self.reverse(who, source, at)
        elif act == "reverse":
            self.reverse(*standing[pick % len(standing)], at)
        elif act == "again" and lost:
            self.earn(*lost[pick % len(lost)], at, kind, half_units, common)
        else:
            self.earn(who, source, at, kind, half_units, common)

    def earn(self, who: int, source: int, at: datetime, kind: CreditKind, half_units: int, common: int) -> None:
        new = (who, source) not in self.standing
        day = day_of(at)
        with self.sessions.begin() as session:
            assert new is ledger.award(
                session,
                member_id=self.people[who],
                kind=kind,
                source=f"course:{source}",
                half_units=half_units,
                code=source // 2,
                title="題",
                organiser="見本",
                earned_at=at,
                rules=Rulebook().at(day),
                common=CommonLecture("必修講習A", common) if common else None,
            )
        self.reached.note("earned" if new else "refused, for it stands")
        self.reached.note("earned again after a reversal", when=new and (who, source) in self.gone)
        if new:
            counted = common if day >= date(2019, 12, 1) else 0
            self.standing[who, source] = Stands(day, kind, source // 2, half_units, counted)
            self.rows[0] += 1
            self.rows[1] += bool(counted)

    def reverse(self, who: int, source: int, at: datetime) -> None:
        gone = self.standing.pop((who, source), None)
        with self.sessions.begin() as session:
            done = ledger.reverse(session, self.people[who], f"course:{source}", reason="誤り", author_id=1, at=at)
        assert done is (gone is not None)
        self.reached.note("reversed" if done else "nothing to reverse")
        if gone:
            self.reached.note("reversed a second time", when=(who, source) in self.gone)
            self.reached.note("reversed with a common lecture", when=bool(gone.common))
            self.gone.append((who, source))
            self.rows[0] += 1
            self.rows[1] += bool(gone.common)

    def looks_at_the_goal(self, who: int, today: datetime) -> None:
        """A window that has passed counts nothing more, and everything before it is still there."""
        day = day_of(today)
        first = date((day.year if day.month > 3 else day.year - 1) - 2, 4, 1)
        inside = [one for one in self._of(who) if first <= one.day <= day]
        with self.sessions.reading() as session:
            found = goal(ledger.history(session, self.people[who]), day, Rulebook().at(day))
        assert found.window.sum == Sum(sum(one.half_units for one in inside), len({one.code for one in inside}))
        assert (found.missing == 0) is (found.window.sum.halves >= 120)
        self.reached.note("the goal is missed" if found.missing else "the goal is reached")
        self.reached.note("a credit lies outside the window", when=len(inside) < len(self._of(who)))

    @invariant()
    def agrees(self) -> None:
        with self.sessions.reading() as session:
            for who, me in enumerate(self.people):
                self._agrees(session, me, self._of(who))
            rows = [self._rows(session, table) for table in (Credit, CommonCredit)]
        assert rows == self.rows, "no row is ever taken away"

    def _agrees(self, session: Session, me: int, mine: list[Stands]) -> None:
        years = {year: [one for one in mine if _fiscal(one.day) == year] for year in {_fiscal(one.day) for one in mine}}
        assert ledger.yearly(session, me) == {year: _total(some) for year, some in years.items()}
        for year in (2018, 2019, 2022, 2023, 2026):
            span = date(year, 4, 1), date(year + 1, 3, 31)
            assert ledger.totals(session, me, *span) == _total(years.get(year, []))
            assert sums.by_kind(ledger.history(session, me, *span)) == _by_kind(years.get(year, []))
        entries = ledger.entries(session, me)
        assert sorted((one.earned_on, one.kind, one.code, one.half_units) for one in entries) == sorted(
            (one.day, one.kind, one.code, one.half_units) for one in mine
        )
        common = sum(one.common for one in mine)
        assert common_ledger.by_category(session, me) == ({"必修講習A": common} if common else {})

    def _of(self, who: int) -> list[Stands]:
        return [one for (owner, _), one in self.standing.items() if owner == who]

    def _rows(self, session: Session, table: type[Any]) -> int:
        counted = select(func.count()).select_from(table).where(table.member_id.in_(self.people))
        return session.execute(counted).scalar_one()


def _by_kind(some: list[Stands]) -> tuple[tuple[CreditKind, int], ...]:
    sums = [(kind, sum(one.half_units for one in some if one.kind is kind)) for kind in CreditKind]
    return tuple((kind, half_units) for kind, half_units in sums if half_units)


def _fiscal(day: date) -> int:
    return day.year - (day.month < 4)


def _total(some: Iterable[Stands]) -> Totals:
    every = list(some)
    return Totals(sum(one.half_units for one in every), frozenset(one.code for one in every))


@pytest.mark.parametrize("database_url", BOTH if SOAK else ["sqlite"], indirect=True)
def test_both_ledgers_agree_with_a_dict_after_any_history(sessions: Sessions) -> None:
    reached = Reached(*REACHED)
    machine = type("HistoriesHere", (Histories,), {"sessions": sessions, "reached": reached})
    with sessions.begin() as session:
        member(session, MOMENTS[0])  # the author of reversals
    examples, steps = (200, 60) if SOAK else (12, 24)
    drawn = settings(max_examples=examples, stateful_step_count=steps, phases=PHASES, deadline=None)
    run_state_machine_as_test(machine, settings=drawn)
    reached.check()
