"""The code of an activation letter: how it is written, and what of slips of the hand is read all the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.activating import code
from content.activating.code import (
    ALPHABET,
    DRAWS,
    LENGTH,
    Mistyped,
    grouped,
    hidden,
    is_as_printed,
    may_be_one,
    read,
    written,
)
from content.linking import read as target

DRAWN = st.integers(0, DRAWS - 1)
ONE = written(DRAWS // 3)


def test_it_has_128_bits_and_seven_groups_of_four() -> None:
    assert DRAWS >= 2**128
    assert [len(group) for group in grouped(ONE).split("-")] == [4] * 7


@pytest.mark.parametrize("drawn", [-1, DRAWS])
def test_no_other_number_is_written(drawn: int) -> None:
    with pytest.raises(ValueError, match="27 characters"):
        written(drawn)


@given(DRAWN)
def test_what_is_printed_is_read(drawn: int) -> None:
    assert read(grouped(written(drawn))) == written(drawn)


def test_it_is_read_however_it_is_typed() -> None:
    one = written(1)  # 1000…
    for typed in (
        grouped(one).lower(),
        grouped(one).replace("-", "　"),
        grouped(one).replace("-", "ー"),
        grouped(one).replace("0", "O").replace("1", "l"),
        grouped(one).replace("0", "o").replace("1", "I"),
        "".join(chr(ord(letter) + 0xFEE0) for letter in grouped(one)),  # full width
        f" {grouped(one)}\n",
    ):
        assert read(typed) == one, typed


@given(DRAWN, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_a_wrong_character_is_told(drawn: int, at: int, other: str) -> None:
    right = written(drawn)
    typed = right[:at] + other + right[at + 1 :]
    if typed == right:
        assert read(typed) == right
        return
    assert may_be_one(typed)
    with pytest.raises(Mistyped):
        read(typed)


@pytest.mark.parametrize("text", ["", "1000000001", "720204", "高血圧", ONE[:-1], f"{ONE}0", "U" * LENGTH, "/start"])
def test_what_is_no_code(text: str) -> None:
    assert read(text) is None
    assert not may_be_one(text)


@pytest.mark.parametrize("way", ["-", " ", "　", "ー", " - ", "‐", "\n"])
def test_as_it_is_printed(way: str) -> None:
    assert is_as_printed(grouped(ONE).replace("-", way))
    assert is_as_printed(grouped(ONE).lower().translate({ord("-"): way}))


@pytest.mark.parametrize("text", ["", ONE, grouped(ONE)[:-1], f"{grouped(ONE)}-0000", "correct horse battery staples"])
def test_what_is_not_as_it_is_printed(text: str) -> None:
    assert not is_as_printed(text)


def test_what_the_chat_may_show_is_its_ends() -> None:
    assert hidden(ONE) == f"{grouped(ONE)[:4]}…{grouped(ONE)[-4:]}"


def test_a_link_that_fills_it_in_is_short_enough_and_is_no_other_link() -> None:
    payload = f"{code.PREFIX}_{ONE}"
    assert len(payload) <= 64
    assert target(payload) is None
