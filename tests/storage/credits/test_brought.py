"""Who has a credit of before of a day, code and title, on both databases."""

from datetime import date, datetime

import pytest

from content.credits.credit import By, Origin
from content.importing.report import Kind
from content.rules import Rulebook, begins
from content.values import CreditKind
from storage.credits import brought, ledger, reversals
from storage.engine.sessions import Sessions
from storage.importing import imports
from tests.samples import member

DAY = date(2025, 6, 14)


@pytest.mark.parametrize(
    ("source", "imported", "reversed_", "found"),
    [
        ("past:1", True, False, True),
        ("past:1", True, True, False),
        ("training:a", True, False, False),
        ("past:1", False, False, False),
    ],
    ids=["it stands", "it was taken back", "under the name of its content", "earned here"],
)
def test_who_has_it(
    sessions: Sessions, now: datetime, source: str, imported: bool, reversed_: bool, found: bool
) -> None:
    with sessions.begin() as session:
        one, other = member(session, now), member(session, now, no="1000000002")
        number = imports.begin(session, Kind.CREDITS, "0" * 64, now)
        assert ledger.award(
            session,
            member_id=one,
            kind=CreditKind.TRAINING,
            source=source,
            half_units=2,
            code=12,
            title="見本　研修会",
            organiser="見本市医師会",
            earned_at=begins(DAY),
            rules=Rulebook().at(DAY),
            origin=Origin(number, True) if imported else None,
        )
        if reversed_:
            (credit,) = ledger.standing(session, one)
            assert reversals.take_back(session, credit.id, By("誤り", other), now)
        expected = frozenset({one}) if found else frozenset()
        assert brought.holders(session, [one, other], DAY, 12, ("別の題", "見本研修会")) == expected
        assert brought.holders(session, [one, other], DAY, 12, ("別の題", "")) == frozenset()
        assert brought.holders(session, [], DAY, 12, ("見本研修会",)) == frozenset()
