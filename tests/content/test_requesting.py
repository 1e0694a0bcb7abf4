"""Requests: what a text may be, when one is due, when staff hear of it, and what a member may do in each state."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from content.requests.ceilings import RequestRules
from content.requests.requesting import (
    DECIDED_APART,
    MAY,
    WAITING,
    Act,
    Kind,
    Request,
    Slip,
    State,
    due_again,
    due_on,
    text,
    told_until,
)
from content.rules import Rulebook, begins
from tests.handlers.talking import rulebook

BOOK = Rulebook()
SECOND = timedelta(seconds=1)


def at(moment: str) -> datetime:
    """A moment by Japan's clock."""
    return datetime.fromisoformat(f"{moment}+09:00")


NOON = at("2026-11-24 12:00:00")


@pytest.mark.parametrize(
    ("sent", "due"),
    [
        ("2026-11-24 00:00:00", "2026-11-27"),  # a Tuesday: Wednesday, Thursday, Friday
        ("2026-11-24 23:59:59", "2026-11-27"),
        ("2026-11-25 00:00:00", "2026-11-30"),  # Thursday, Friday, Monday
        ("2026-11-19 12:00:00", "2026-11-25"),  # Friday; Monday is 勤労感謝の日; Tuesday, Wednesday
        ("2026-11-20 23:59:59", "2026-11-26"),  # a Friday before it
        ("2026-11-21 00:00:00", "2026-11-26"),  # a Saturday: as on Friday
        ("2026-11-22 12:00:00", "2026-11-26"),
        ("2026-11-23 23:59:59", "2026-11-26"),  # the holiday itself
        ("2026-09-18 12:00:00", "2026-09-28"),  # a Friday before 敬老の日, a day between two holidays, 秋分の日
        ("2026-04-28 12:00:00", "2026-05-07"),  # 昭和の日; Thursday, Friday; three holidays and a substitute
        ("2026-12-24 12:00:00", "2027-01-04"),  # Friday, Monday; 29 December to 3 January
        ("2026-12-25 12:00:00", "2027-01-05"),
        ("2026-12-28 23:59:59", "2027-01-06"),
        ("2026-12-29 00:00:00", "2027-01-06"),
        ("2027-01-03 23:59:59", "2027-01-06"),
        ("2027-01-04 00:00:00", "2027-01-07"),
    ],
)
def test_it_is_due_three_business_days_on(sent: str, due: str) -> None:
    assert due_on(at(sent), BOOK) == date.fromisoformat(due)


@pytest.mark.parametrize(
    ("asked", "answered", "due"),
    [
        ("2026-11-24 12:00:00", "2026-11-24 13:00:00", "2026-11-27"),  # on the same day: all three days are left
        ("2026-11-25 00:00:00", "2026-11-25 00:00:00", "2026-11-27"),  # two are left
        ("2026-11-25 12:00:00", "2026-12-07 12:00:00", "2026-12-09"),  # Tuesday, Wednesday
        ("2026-11-26 23:59:59", "2026-12-04 12:00:00", "2026-12-07"),  # one: a Friday, so Monday
        ("2026-11-27 12:00:00", "2026-12-07 12:00:00", "2026-12-08"),  # on the last day: one more
        ("2026-12-01 12:00:00", "2026-12-07 12:00:00", "2026-12-08"),  # it was late: one more
        ("2026-11-24 12:00:00", "2026-12-28 12:00:00", "2027-01-06"),  # over the turn of the year
    ],
)
def test_days_in_which_the_member_was_asked_do_not_count(asked: str, answered: str, due: str) -> None:
    """It was handed in on Tuesday, 24 November, and due on Friday, the 27th."""
    assert due_again(date(2026, 11, 27), at(asked), at(answered), BOOK) == date.fromisoformat(due)


@pytest.mark.parametrize("kind", DECIDED_APART)
@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("asked", [False, True])
def test_about_a_case_the_member_writes_only_if_asked(kind: Kind, state: State, asked: bool) -> None:
    one = Request(1, 1, kind, state, NOON, questioned_at=NOON if asked else None)
    assert one.may_write is (asked and state in WAITING)
    assert {act for act in Act if one.may(act)} <= {Act.ADD}


def test_what_is_asked_is_not_late() -> None:
    one = Request(1, 1, Kind.CLAIM, State.TAKEN, NOON, due_on=date(2026, 11, 24), questioned_at=NOON)
    assert not one.is_late(at("2026-11-25 00:00:00"))
    assert replace(one, questioned_at=None).is_late(at("2026-11-25 00:00:00"))


def test_how_many_days_is_a_rule() -> None:
    assert due_on(at("2026-11-24 12:00:00"), rulebook(web_form_days=1)) == date(2026, 11, 25)


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("2026-11-25 00:00:00", "2026-11-25"),  # a Wednesday
        ("2026-11-25 17:59:59", "2026-11-25"),
        ("2026-11-25 18:00:00", "2026-11-26"),
        ("2026-11-25 23:59:59", "2026-11-26"),
        ("2026-11-20 17:59:59", "2026-11-20"),  # a Friday before a long weekend
        ("2026-11-20 18:00:00", "2026-11-24"),
        ("2026-11-21 09:00:00", "2026-11-24"),
        ("2026-11-23 23:59:59", "2026-11-24"),
        ("2026-11-24 00:00:00", "2026-11-24"),
        ("2026-12-28 17:59:59", "2026-12-28"),
        ("2026-12-28 18:00:00", "2027-01-04"),
    ],
)
def test_staff_hear_of_it_on_the_evening_of_the_business_day_before(now: str, until: str) -> None:
    assert told_until(at(now), BOOK) == date.fromisoformat(until)


@pytest.mark.parametrize("state", State)
def test_it_is_late_when_the_day_is_over_and_it_still_waits(state: State) -> None:
    day = date(2026, 11, 26)
    one = Request(1, 1, Kind.OTHER, state, begins(day), due_on=day)
    ends = begins(day + timedelta(days=1))
    assert not one.is_late(ends - SECOND)
    assert one.is_late(ends) is (state in WAITING)


L = RequestRules().longest


@pytest.mark.parametrize(
    ("typed", "before", "said"),
    [
        ("送ってください", "", "送ってください"),
        ("  一行目 \r\n\r\n\r\n二行目\u200b ", "", "一行目\n\n二行目"),
        ("か\u3099", "", "が"),
        ("追伸", "本文", "本文\n追伸"),
        ("", "", Slip.EMPTY),
        (" \u3000\n\u200b\u2066\0", "", Slip.EMPTY),
        (" \n", "本文", Slip.EMPTY),
        ("あ" * L, "", "あ" * L),
        ("あ" * (L + 1), "", Slip.LONG),
        ("あ" * 10_000, "", Slip.LONG),
        ("あ" * (L - 3), "本文", "本文\n" + "あ" * (L - 3)),
        ("あ" * (L - 2), "本文", Slip.NO_MORE),
        ("あ" * (L + 1), "本文", Slip.LONG),
        ("\U0001f600" * L, "", "\U0001f600" * L),
    ],
)
def test_a_text(typed: str, before: str, said: str | Slip) -> None:
    assert text(typed, L, before) == said


def test_what_a_member_may_do() -> None:
    assert set(MAY) == set(State)
    assert {state for state in State if Act.WITHDRAW in MAY[state]} == set(WAITING)
    assert {state for state in State if Act.ADD in MAY[state]} == set(WAITING)
    assert {state for state in State if Act.AGAIN in MAY[state]} == {State.ANSWERED, State.CLOSED, State.WITHDRAWN}
    assert MAY[State.DRAFT] == {Act.WRITE, Act.DISCARD}


def test_the_ceilings_are_dated_rules() -> None:
    rules = BOOK.at(date(2026, 11, 22)).requests
    assert (rules.longest, rules.files, rules.kept_files, rules.kept_megabytes) == (2_000, 3, 30, 100)
    assert (rules.waiting, rules.a_day, rules.evening_hour, rules.cut_s) == (5, 10, 18, 5)
