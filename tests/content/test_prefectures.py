"""The prefectures by both of their names."""

import pytest

from content.prefectures import PREFECTURES, in_english


def test_there_are_47_and_each_has_a_name_of_its_own() -> None:
    assert len(PREFECTURES) == len(set(PREFECTURES.values())) == 47
    assert all(name.isascii() and name.istitle() for name in PREFECTURES.values())


@pytest.mark.parametrize(
    ("prefecture", "english"), [("北海道", "Hokkaido"), ("大阪府", "Osaka"), ("沖縄県", "Okinawa"), ("月面", "月面")]
)
def test_what_is_no_prefecture_stays_as_it_is(prefecture: str, english: str) -> None:
    assert in_english(prefecture) == english
