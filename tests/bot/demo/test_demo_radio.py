"""The demo's schedule, whenever the demo begins: something is on soon, and one broadcast at a time."""

from datetime import timedelta
from itertools import pairwise

import pytest

from bot.demo import radio
from content.hours import Hours
from content.package import radio as package
from content.radio import Schedule, Span, reminds_at
from content.rules import Rulebook, day_of, next_morning
from tests.broadcasts import moment
from tests.house.source import ROOT


@pytest.fixture(scope="module")
def written() -> Schedule:
    (file,) = (ROOT / "content" / "radio").glob("*.yaml")
    found, _ = package.read(file, file)
    assert found is not None
    return found


@pytest.mark.parametrize("day", ["2026-11-22", "2027-02-28", "2028-12-31"])
@pytest.mark.parametrize("clock", ["00:00:00", "07:44:59", "10:00:00", "14:59:59", "20:25:00", "23:59:59"])
def test_it_lies_around_the_beginning(day: str, clock: str, written: Schedule) -> None:
    at = moment(f"{day} {clock}")
    schedule = radio.moved(written, at)
    ordered = sorted(schedule.broadcasts, key=lambda one: one.starts_at)
    assert all(one.ends_at <= other.starts_at for one, other in pairwise(ordered))
    assert all(schedule.first <= day_of(one.starts_at) <= schedule.last for one in ordered)
    assert any(timedelta(minutes=15) < one.starts_at - at <= timedelta(minutes=30) for one in ordered)
    month = Span.around(day_of(at), month=True)
    assert sum(month.since <= one.starts_at < month.until for one in ordered) >= 3
    morning = next_morning(at)
    assert any(reminds_at(one, Rulebook().now(at), Hours()) == morning for one in ordered)
