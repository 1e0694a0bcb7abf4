"""The prefectures by both of their names."""

import pytest

from content.prefectures import PREFECTURES, find, in_english, in_full


def test_there_are_47_and_each_has_a_name_of_its_own() -> None:
    assert len(PREFECTURES) == len(set(PREFECTURES.values())) == 47
    assert all(name.isascii() and name.istitle() for name in PREFECTURES.values())


@pytest.mark.parametrize(
    ("prefecture", "english"), [("北海道", "Hokkaido"), ("大阪府", "Osaka"), ("沖縄県", "Okinawa"), ("月面", "月面")]
)
def test_what_is_no_prefecture_stays_as_it_is(prefecture: str, english: str) -> None:
    assert in_english(prefecture) == english


@pytest.mark.parametrize(
    ("written", "full"),
    [
        ("東京", "東京都"),
        ("京都", "京都府"),
        ("大阪", "大阪府"),
        ("神奈川", "神奈川県"),
        ("北海道", "北海道"),
        ("Tokyo", "東京都"),
        ("HOKKAIDO", "北海道"),
        ("北海", "北海"),
        ("東", "東"),
        ("海外", "海外"),
        ("", ""),
    ],
)
def test_a_name_whose_last_sign_was_left_out_is_completed(written: str, full: str) -> None:
    assert in_full(written) == full
    assert find(written) == (full if full in PREFECTURES else None)


@pytest.mark.parametrize("prefecture", PREFECTURES)
def test_a_full_name_stays(prefecture: str) -> None:
    assert in_full(prefecture) == prefecture
