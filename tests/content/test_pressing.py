"""The same press within some seconds is answered once; what was pressed in between may make it another one."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.pressing import MOST_KEPT, Answered, is_repeated, noted
from content.rules import Rulebook

AT = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
WITHIN = Rulebook().now(AT).same_press_s
MS = timedelta(milliseconds=1)
S = timedelta(seconds=1)


def pressed(*presses: tuple[int, str, bool], after: timedelta = S / 10) -> tuple[Answered, ...]:
    """These presses (message, data, whether something new was sent), one after the other."""
    answered: tuple[Answered, ...] = ()
    for place, (message, data, new) in enumerate(presses):
        answered = noted(answered, Answered(message, data, AT + place * after, new), WITHIN)
    return answered


@pytest.mark.parametrize("new", [True, False])
@pytest.mark.parametrize(
    ("after", "repeated"),
    [
        (timedelta(), True),
        (WITHIN * S - MS, True),
        (WITHIN * S, False),
        (-MS, False),  # the clock was set back
        (-timedelta(hours=1), False),
    ],
)
def test_for_five_seconds(new: bool, after: timedelta, repeated: bool) -> None:
    assert WITHIN == 5
    assert is_repeated(pressed((7, "a", new)), 7, "a", AT + after, WITHIN) is repeated


def test_it_is_the_message_and_the_button() -> None:
    before = pressed((7, "a", True))
    for message, data in ((8, "a"), (7, "b"), (8, "b")):
        assert not is_repeated(before, message, data, AT, WITHIN)


@pytest.mark.parametrize(
    ("presses", "repeated"),
    [
        ([(7, "a", False), (7, "b", False)], False),  # forward, back, forward
        ([(7, "a", True), (7, "b", False)], True),  # the paper has come already
        ([(7, "a", False), (8, "b", False)], True),  # another message says nothing of this one
        ([(7, "a", False), (7, "b", False), (7, "a", False)], True),
        ([], False),
    ],
)
def test_what_was_pressed_in_between(presses: list[tuple[int, str, bool]], repeated: bool) -> None:
    assert is_repeated(pressed(*presses), 7, "a", AT + S, WITHIN) is repeated


def test_little_is_kept() -> None:
    assert len(pressed(*((7, str(number), True) for number in range(100)), after=timedelta())) == MOST_KEPT
    assert len(pressed(*((7, str(number), True) for number in range(100)), after=S)) == WITHIN


kept = st.builds(
    Answered,
    st.integers(0, 2**53),
    st.text(max_size=64),
    st.datetimes(datetime(2020, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001  # made aware
        lambda moment: moment.replace(microsecond=moment.microsecond // 1000 * 1000)
    ),
    st.booleans(),
)


@given(kept)
def test_it_is_kept_as_it_was(one: Answered) -> None:
    found = Answered.unpack(one.pack())
    assert abs(found.at - one.at) <= MS
    assert (found.message, found.mark, found.new) == (one.message, one.mark, one.new)
