"""The name on a certificate: hidden from a stranger, and the same name in any way of writing it."""

import pytest

from content.verifying.names import agrees, masked


@pytest.mark.parametrize(
    ("name", "shown"),
    [("見本 一郎", "見○○"), ("𠮷野 髙子", "𠮷○○"), ("葛\U000e0100城 実", "葛\U000e0100○○"), ("A", "A○○")],
)
def test_the_first_character_alone_is_shown(name: str, shown: str) -> None:
    assert masked(name) == shown


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("髙橋 一郎", "高橋一郎"),
        ("高橋 一郎", "髙　橋　一　郎"),
        ("見本 ハルカ", "見本 はるか"),
        ("John Smith", "ＪＯＨＮ ＳＭＩＴＨ"),
        ("葛\U000e0100城 実", "葛城実"),
    ],
)
def test_the_same_name(name: str, typed: str) -> None:
    assert agrees(name, typed)


@pytest.mark.parametrize("typed", ["", " ", "。", "見本", "見○○", "見本 一朗", "見本 一郎一郎", "郎一 本見"])
def test_another_name(typed: str) -> None:
    assert not agrees("見本 一郎", typed)
