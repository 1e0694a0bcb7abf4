"""The number of a certificate: what is printed, what is heard on the phone, and what is no number."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.verifying.numbers import RANDOM, BadNumber, read, written

DRAWN = 304_877_192_209
FAR = 999_983_717
"""Random parts so far apart share no run of digits: some runs make every number that contains them unfit."""


def one(year: int = 2026, drawn: int = DRAWN) -> str:
    """The first number that can be given out, from this random part on in long strides."""
    strides = ((drawn + FAR * more) % RANDOM for more in itertools.count())
    return next(number for part in strides if (number := written(year, part)))


def test_it_says_its_fiscal_year_and_nothing_that_is_counted() -> None:
    assert one() == "TN26-3048-7719-2209-4"
    assert one(2100).startswith("TN00-")


def test_a_run_of_digits_whose_exchange_is_missed_fits_no_number() -> None:
    assert not any(written(2026, 8_699_999_971 + more) for more in range(200))
    assert one(drawn=8_699_999_971)


def test_a_check_character_that_is_a_letter_is_drawn_again() -> None:
    found = [written(2026, drawn) for drawn in range(3_600)]
    assert 0.15 < sum(number is not None for number in found) / len(found) < 0.35
    assert all(number[-1].isdigit() for number in found if number)


@pytest.mark.parametrize("drawn", [-1, RANDOM])
def test_a_random_part_has_twelve_digits(drawn: int) -> None:
    with pytest.raises(ValueError, match="twelve"):
        written(2026, drawn)


@pytest.mark.parametrize(
    "typed",
    [
        lambda number: number,
        lambda number: number.lower(),
        lambda number: number.replace("-", ""),
        lambda number: number.replace("-", " "),
        lambda number: number.replace("-", "ー"),
        lambda number: f"「{number}」。",
        lambda number: number.translate({ord(one): ord(one) + 0xFEE0 for one in "TN0123456789-"}),
    ],
)
def test_it_is_read_however_it_is_typed(typed: object) -> None:
    assert callable(typed)
    assert read(typed(one())) == one()


@pytest.mark.parametrize("text", ["", "TN26", "TN26-3048-7719-2256", "X" * 17, "TN26" + "-0" * 200, "\0", "証明書"])
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(BadNumber):
        read(text)


@given(st.integers(0, RANDOM - 1), st.integers(2, 16), st.sampled_from("0123456789"))
def test_one_wrong_digit_is_noticed(drawn: int, at: int, other: str) -> None:
    bare = one(drawn=drawn).replace("-", "")
    wrong = bare[:at] + other + bare[at + 1 :]
    if wrong != bare:
        with pytest.raises(BadNumber):
            read(wrong)


@given(st.integers(0, RANDOM - 1), st.integers(2, 15))
def test_two_digits_that_change_places_are_noticed(drawn: int, at: int) -> None:
    bare = one(drawn=drawn).replace("-", "")
    wrong = bare[:at] + bare[at + 1] + bare[at] + bare[at + 2 :]
    if wrong != bare:
        with pytest.raises(BadNumber):
            read(wrong)


@pytest.mark.parametrize("year", range(2000, 2100))
def test_every_year_has_numbers_to_give_out(year: int) -> None:
    """In 2023 an exchange of the year's own digits is never noticed. It does not matter, so it must not count."""
    drawn = [written(year, number * FAR) for number in range(100)]
    assert sum(number is not None for number in drawn) > 8
