"""The edges of a certificate's period: its days, their seconds, and the turn of the era."""

from datetime import date, datetime, timedelta

import pytest

from content.rules import begins
from handlers.turn import House
from storage.engine.sessions import Sessions
from tests.handlers.certificates.test_certificate_purposes import OF_SQLITE, newest
from tests.student import Student


@OF_SQLITE
@pytest.mark.parametrize(
    ("period", "shown"),
    [
        ("平成31年4月1日から平成31年4月30日", ["last of 平成"]),
        ("H31.4.30-R1.5.1", ["last of 平成", "first of 令和"]),
        ("令和元年5月1日から令和元年5月1日", ["first of 令和"]),
        ("令和元年5月2日から令和2年3月31日", []),
    ],
)
def test_the_turn_of_the_era(sessions: Sessions, house: House, now: datetime, period: str, shown: list[str]) -> None:
    student, turn = Student(sessions, house, now), begins(date(2019, 5, 1))
    student.earns("last of 平成", 74, turn - timedelta(seconds=1))
    student.earns("first of 令和", 8, turn)
    student.talk.says(f"/certificate {period}")
    issues = "この内容で発行する" in [one.label for one in student.talk.buttons]
    assert issues is bool(shown)
    if issues:
        student.talk.issues()
        assert [line.title for line in newest(student).lines] == shown


@OF_SQLITE
@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (date(2026, 6, 10), date(2026, 6, 20), True),
        (date(2026, 6, 15), date(2026, 6, 15), True),
        (date(2026, 6, 16), date(2026, 6, 20), False),
        (date(2026, 6, 10), date(2026, 6, 14), False),
    ],
)
@pytest.mark.parametrize("second", [0, 86_399])
def test_the_edges_of_a_period(
    sessions: Sessions, house: House, now: datetime, first: date, last: date, second: int, *, shown: bool
) -> None:
    """The credit was earned in the first, or in the last, second of a day in Japan."""
    student = Student(sessions, house, now)
    student.earns("a", 74, begins(date(2026, 6, 15)) + timedelta(seconds=second))
    student.talk.says(f"/certificate {first:%Y/%m/%d}-{last:%Y/%m/%d}")
    assert ("この内容で発行する" in [one.label for one in student.talk.buttons]) is shown
