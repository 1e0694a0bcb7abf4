"""When the help desk answers: both sides of its hours, of weekends, of public holidays and of the turn of the year."""

from datetime import date, datetime, timedelta

import pytest

from content import desk, links
from content.rules import BOOK, Rulebook, Rules, local

DESK = links.load().desk
BOOKS = Rulebook()
SECOND = timedelta(seconds=1)


def at(text: str) -> datetime:
    """A moment by Japan's clock."""
    return datetime.fromisoformat(f"{text}+09:00")


def opens(text: str, book: Rulebook = BOOKS) -> str:
    return f"{local(desk.opens_next(DESK, at(text), book)):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("moment", "answers"),
    [
        ("2026-11-26 09:59:59", False),
        ("2026-11-26 10:00:00", True),
        ("2026-11-26 17:59:59", True),
        ("2026-11-26 18:00:00", False),
        ("2026-11-27 17:59:59", True),  # a Friday
        ("2026-11-28 12:00:00", False),
        ("2026-11-29 12:00:00", False),
        ("2026-11-30 10:00:00", True),
        ("2026-11-23 12:00:00", False),  # 勤労感謝の日, a Monday
        ("2026-11-24 12:00:00", True),
        ("2026-05-06 12:00:00", False),  # substitute: the third is a Sunday
        ("2027-03-22 12:00:00", False),  # substitute: 春分の日 is a Sunday
        ("2026-09-22 12:00:00", False),  # between two holidays
        ("2026-09-24 12:00:00", True),
        ("2026-12-28 17:59:59", True),
        ("2026-12-29 10:00:00", False),
        ("2027-01-01 12:00:00", False),
        ("2028-01-03 12:00:00", False),  # a Monday
        ("2028-01-04 10:00:00", True),
    ],
)
def test_whether_it_answers(moment: str, answers: bool) -> None:
    assert desk.is_open(DESK, at(moment), BOOKS) is answers


@pytest.mark.parametrize(
    ("moment", "opening"),
    [
        ("2026-11-26 09:59:59", "2026-11-26 10:00"),
        ("2026-11-26 10:00:00", "2026-11-27 10:00"),
        ("2026-11-26 18:00:00", "2026-11-27 10:00"),
        ("2026-11-27 18:00:00", "2026-11-30 10:00"),  # over a weekend
        ("2026-11-20 18:00:00", "2026-11-24 10:00"),  # over a weekend and a holiday
        ("2026-11-23 00:00:00", "2026-11-24 10:00"),
        ("2026-05-01 18:00:00", "2026-05-07 10:00"),  # over three holidays and their substitute
        ("2026-09-18 18:00:00", "2026-09-24 10:00"),
        ("2026-12-28 18:00:00", "2027-01-04 10:00"),  # over the turn of the year
        ("2027-12-28 18:00:00", "2028-01-04 10:00"),
    ],
)
def test_when_it_answers_next(moment: str, opening: str) -> None:
    assert opens(moment) == opening


@pytest.mark.parametrize("year", range(2026, 2040))
def test_what_opens_next_is_open_and_a_second_before_it_is_not(year: int) -> None:
    for day in range(1, 366, 11):
        opening = desk.opens_next(DESK, at(f"{year}-01-01 18:00:00") + timedelta(days=day), BOOKS)
        assert desk.is_open(DESK, opening, BOOKS)
        assert not desk.is_open(DESK, opening - SECOND, BOOKS)


def test_it_closes_on_the_same_day_of_japan() -> None:
    assert desk.closes(DESK, at("2026-11-26 10:00:00")) == at("2026-11-26 18:00:00")


def test_the_turn_of_the_year_is_a_dated_rule() -> None:
    longer = Rules(version="test", turn_of_year=((12, 28), (1, 4)))
    book = Rulebook([*BOOK, (date(2026, 12, 1), longer)])
    assert not desk.is_open(DESK, at("2026-12-28 12:00:00"), book)
    assert opens("2026-12-25 18:00:00", book) == "2027-01-05 10:00"
    assert opens("2026-11-27 18:00:00", book) == "2026-11-30 10:00"
