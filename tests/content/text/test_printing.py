"""What papers print in fixed words is covered by their font, and what it lacks is named with its numbers."""

import inspect

import pytest

from content import curriculum
from content.text.printing import clusters, named, uncovered
from content.values import CreditKind
from content.words import JA
from content.words import paper as words


def test_all_fixed_words_of_papers_are_printed() -> None:
    fixed = [text for name, text in inspect.getmembers(words) if name.isupper() and isinstance(text, str)]
    kinds = [JA.ledger.kind(kind) for kind in CreditKind]
    names = [code.ja for code in curriculum.load().codes]
    assert len(names) == 84
    assert not [text for text in (*fixed, *kinds, *names) if uncovered(text)]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("SpO2の読み方", ""),
        ("SpO₂の読み方", "₂ (U+2082)"),
        ("髙橋 𠮷男", ""),
        ("\U00030ede", "\U00030ede (U+30EDE)"),
        ("葛\U000e0100城", ""),
        ("見\U000e0101", "見\U000e0101 (U+898B U+E0101)"),
        ("か\u309a", "\u309a (U+309A)"),
        ("題\n名", "U+000A"),
    ],
)
def test_what_is_not_printed_is_named(text: str, missing: str) -> None:
    assert named(uncovered(text)) == missing
    assert "".join(clusters(text)) == text
