"""A name that lost a character, and one normal form of whatever comes in."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.declarations.evidence import shown_name
from content.package import document
from content.tables.cells import clean
from content.text.composing import composed
from content.text.lines import one_line
from content.text.names import loses

MAC = unicodedata.normalize("NFD", "がもう パウロ")


@pytest.mark.parametrize(
    ("kept", "said", "lost"),
    [
        ("𠮷田 一郎", "田 一郎", True),
        ("葛\U000e0100城 葵", "葛城 葵", True),
        ("𠮷田 一郎", "𠮷田　一郎", False),
        ("𠮷田 一郎", "吉田 一郎", False),
        ("見本 葵", "見本 葵衣", False),
        ("見本 葵", "見本 葵", False),
        ("見本 葵", "葵 見本", False),
        (MAC, "がもう パウロ", False),
        ("", "見本 葵", False),
    ],
)
def test_whether_a_name_loses_a_character(kept: str, said: str, *, lost: bool) -> None:
    assert loses(kept, said) is lost


@given(st.text(min_size=1))
def test_composed_is_nfc_but_for_compatibility_ideographs(text: str) -> None:
    found = composed(text)
    assert composed(found) == found
    assert unicodedata.normalize("NFC", found) == unicodedata.normalize("NFC", text)
    kept = [letter for letter in text if "\uf900" <= letter <= "\ufaff"]
    assert [letter for letter in found if "\uf900" <= letter <= "\ufaff"] == kept


def test_every_way_in_composes_alike() -> None:
    ways = (one_line, clean, lambda text: str(document.read(f"a: {text}").root["a"]))
    assert {way(MAC) for way in ways} == {"がもう パウロ"}
    assert shown_name(f"{MAC}.pdf", "application/pdf") == "がもう パウロ.pdf"
    assert composed("神\ufa19") == "神\ufa19", "NFC would give it another shape"
