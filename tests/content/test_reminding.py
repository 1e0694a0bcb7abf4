"""When a member hears of a training to come, both sides of each bound."""

from datetime import UTC, datetime, timedelta

import pytest

from content.attendance import reminding
from content.attendance.attending import Claim, Mine, Seen, standing
from content.attendance.training import Form, ListedTraining
from content.hours import Hours
from content.rules import Rulebook, begins
from tests.storage.training import MINUTE, SECOND, training

STARTS = datetime(2026, 12, 5, 5, 0, tzinfo=UTC)  # 14:00 in Japan, of 90 minutes
RULES = Rulebook().now(STARTS)
DAY = timedelta(days=1)


def mine(now: datetime, seen: Seen | None = None, *, form: Form = Form.IN_PERSON, minutes: int = 90) -> Mine:
    one = training(STARTS, form=form, ends_at=STARTS + minutes * MINUTE)
    had = seen or Seen()
    return Mine(ListedTraining(1, one, False), standing(one, had, now, RULES), had)


@pytest.mark.parametrize(("hour", "at"), [(8, 8), (5, 8), (20, 20)])
def test_at_the_hour_of_the_member_on_the_day_before(hour: int, at: int) -> None:
    """Five o'clock is in the quiet hours."""
    assert reminding.told_at(training(STARTS), Hours(nudge=hour)) == begins(STARTS.date() - DAY, at)


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (begins(STARTS.date() - DAY) - SECOND, False),
        (begins(STARTS.date() - DAY), True),
        (begins(STARTS.date()), True),
        (STARTS + 30 * MINUTE - SECOND, True),
        (STARTS + 30 * MINUTE, False),
    ],
)
def test_that_it_is_tomorrow_or_today(now: datetime, told: bool) -> None:
    assert reminding.is_told(mine(now), now, RULES) is told


@pytest.mark.parametrize(
    ("now", "minutes", "open_"),
    [
        (STARTS - 60 * MINUTE - SECOND, 90, False),
        (STARTS - 60 * MINUTE, 90, True),
        (STARTS + 30 * MINUTE - SECOND, 90, True),
        (STARTS + 30 * MINUTE, 90, False),
        (STARTS + 10 * MINUTE - SECOND, 20, True),
        (STARTS + 10 * MINUTE, 20, False),
    ],
)
def test_that_its_doors_are_open(now: datetime, minutes: int, open_: bool) -> None:
    assert reminding.is_open(mine(now, minutes=minutes), now, RULES) is open_


@pytest.mark.parametrize(
    "seen", [Seen(entered=True), Seen(left=True), Seen(half_units=3), Seen(claim=Claim.OPEN), Seen(claim=Claim.REFUSED)]
)
def test_not_to_who_has_checked_in(seen: Seen) -> None:
    now = STARTS - MINUTE
    assert reminding.is_told(mine(now), now, RULES)
    assert reminding.is_open(mine(now), now, RULES)
    assert not reminding.is_told(mine(now, seen), now, RULES)
    assert not reminding.is_open(mine(now, seen), now, RULES)


@pytest.mark.parametrize(
    ("now", "form", "may"),
    [
        (STARTS - SECOND, Form.IN_PERSON, True),
        (STARTS, Form.IN_PERSON, False),
        (STARTS - SECOND, Form.WEB_LIVE, True),
        (STARTS - SECOND, Form.WEB_RECORDED, False),
    ],
)
def test_of_what_a_member_can_ask(now: datetime, form: Form, may: bool) -> None:
    assert reminding.may_ask(mine(now, form=form), now) is may
