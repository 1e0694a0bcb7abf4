"""The filter of the log in a button: it comes back as it was packed, and what was made up is told at once."""

from datetime import date, timedelta

import pytest

from content.staff.logged import ACTS, FIRST_DAY, LAST_DAY, OPERATOR, Filter, NoFilter

NUMBER = 2**31 - 1


@pytest.mark.parametrize(
    "shown",
    [
        *(Filter(), Filter(by=OPERATOR), Filter(by=1), Filter(on=35), Filter(on=36), Filter(act=len(ACTS))),
        *(Filter(day=FIRST_DAY), Filter(day=LAST_DAY), Filter(upto=NUMBER)),
        Filter(NUMBER - 1, NUMBER, 1, date(2026, 11, 22), NUMBER),
    ],
)
def test_it_comes_back(shown: Filter) -> None:
    assert Filter.unpack(shown.pack()) == shown
    assert len(shown.pack()) <= 30


@pytest.mark.parametrize(
    "text",
    [
        *("", ".", "0.0.0.0", "0.0.0.0.0.0", "x", "1.0.0.0.", "01.0.0.0.0", "+1.0.0.0.0", "-1.0.0.0.0", "1.-1.0.0.0"),
        *("1.0.0.-1.0", "1.0.0.0.-1", " 1.0.0.0.0", "１.0.0.0.0", "A.0.0.0.0", "1.0.0.zzzzzzzzz.0", "zik0zk.0.0.0.0"),
        *("1.zik0zk.0.0.0", "1.0.0.0.zik0zk", f"1.0.{len(ACTS) + 1}.0.0", "1.0.zz.0.0"),
    ],
)
def test_what_was_made_up_is_told(text: str) -> None:
    with pytest.raises(NoFilter):
        Filter.unpack(text)


@pytest.mark.parametrize("day", [date.min, FIRST_DAY - timedelta(days=1), LAST_DAY + timedelta(days=1), date.max])
def test_a_day_that_nobody_asks_for(day: date) -> None:
    with pytest.raises(NoFilter):
        Filter.unpack(Filter(day=day).pack())


def test_an_act_keeps_its_place() -> None:
    """Buttons name an act by its place: these were there first, and others come after them."""
    assert len(set(ACTS)) == len(ACTS)
    assert (ACTS[0], ACTS[12], ACTS[25]) == ("refused", "lift_lock", "erase_key")
