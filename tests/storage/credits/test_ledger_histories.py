"""Any history of both ledgers, on both databases, against a naive model: a dict of what stands."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from content.course import CommonLecture
from content.goal import Sum, goal
from content.rules import JAPAN, Rulebook, day_of
from content.values import CreditKind
from storage.credits import common as common_ledger
from storage.credits import ledger
from storage.credits.ledger import Totals
from storage.engine.sessions import Sessions
from storage.tables import CommonCredit, Credit
from tests.samples import member

PEOPLE, SOURCES = 2, 4
MOMENTS = [
    datetime.combine(day, datetime.min.time(), JAPAN) + timedelta(seconds=off)
    for day in (date(2019, 12, 1), date(2023, 4, 1), date(2024, 4, 1), date(2026, 4, 1))
    for off in (-1, 0)
]
WHO, SOURCE, MOMENT = st.integers(0, PEOPLE - 1), st.integers(0, SOURCES - 1), st.sampled_from(MOMENTS)


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

    @initialize()
    def begin(self) -> None:
        self.standing: dict[tuple[int, int], Stands] = {}
        self.rows = [0, 0]
        with self.sessions.begin() as session:
            self.people = [member(session, MOMENTS[0], no=uuid.uuid4().hex) for _ in range(PEOPLE)]

    @rule(
        who=WHO,
        source=SOURCE,
        at=MOMENT,
        kind=st.sampled_from(CreditKind),
        half_units=st.integers(1, 60),
        common=st.integers(0, 2),
    )
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
        if new:
            counted = common if day >= date(2019, 12, 1) else 0
            self.standing[who, source] = Stands(day, kind, source // 2, half_units, counted)
            self.rows[0] += 1
            self.rows[1] += bool(counted)

    @rule(who=WHO, source=SOURCE, at=MOMENT)
    def reverse(self, who: int, source: int, at: datetime) -> None:
        gone = self.standing.pop((who, source), None)
        with self.sessions.begin() as session:
            done = ledger.reverse(session, self.people[who], f"course:{source}", reason="誤り", author_id=1, at=at)
        assert done is (gone is not None)
        if gone:
            self.rows[0] += 1
            self.rows[1] += bool(gone.common)

    @rule(who=WHO, today=MOMENT)
    def looks_at_the_goal(self, who: int, today: datetime) -> None:
        """A window that has passed counts nothing more, and everything before it is still there."""
        day = day_of(today)
        first = date((day.year if day.month > 3 else day.year - 1) - 2, 4, 1)
        inside = [one for one in self._of(who) if first <= one.day <= day]
        with self.sessions.reading() as session:
            found = goal(ledger.history(session, self.people[who]), day, Rulebook().at(day))
        assert found.window.sum == Sum(sum(one.half_units for one in inside), len({one.code for one in inside}))
        assert (found.missing == 0) is (found.window.sum.halves >= 120)

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
            of_kind = [one for one in years.get(year, []) if one.kind is CreditKind.JOURNAL]
            assert ledger.totals(session, me, *span, [CreditKind.JOURNAL]) == _total(of_kind)
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


def _fiscal(day: date) -> int:
    return day.year - (day.month < 4)


def _total(some: Iterable[Stands]) -> Totals:
    every = list(some)
    return Totals(sum(one.half_units for one in every), frozenset(one.code for one in every))


def test_both_ledgers_agree_with_a_dict_after_any_history(sessions: Sessions) -> None:
    machine = type("HistoriesHere", (Histories,), {"sessions": sessions})
    with sessions.begin() as session:
        member(session, MOMENTS[0])  # the author of reversals
    run_state_machine_as_test(machine, settings=settings(max_examples=12, stateful_step_count=14, deadline=None))
