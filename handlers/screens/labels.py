"""Labels cut to the width that a button may have, and titles and totals with the mark of a sample."""

import unicodedata
from collections.abc import Iterable, Sequence

from content.credits.credit import StandingCredit
from content.words import Words
from handlers.press import Press
from handlers.screens.screen import Button, Row

LABEL = 14
HALF = 7


def fitted(label: str) -> str:
    """The label, cut with … to the width that a phone shows whole. Two characters of Latin script are as wide as one of
    Japanese.
    """
    if _width(label) <= LABEL:
        return label
    while _width(label) > LABEL - 1:
        label = label[:-1]
    return f"{label.rstrip()}…"


def first_that_fits(labels: Sequence[str]) -> str:
    """The first of these labels that a phone shows whole; the last one, cut, if none does."""
    return next((label for label in labels if _width(label) <= LABEL), fitted(labels[-1]))


def side_by_side(buttons: Sequence[Button]) -> tuple[Row, ...]:
    """Buttons with names, in their order: two in a row if both are short enough to be shown whole, otherwise alone."""
    rows: list[Row] = []
    for button in buttons:
        if rows and len(rows[-1]) == 1 and all(_width(one.label) <= HALF for one in (*rows[-1], button)):
            rows[-1] = (*rows[-1], button)
        else:
            rows.append((button,))
    return tuple(rows)


def picks(named: Iterable[tuple[str, Press]], before: int = 0) -> tuple[Row, ...]:
    """The buttons of a numbered list: the number and the name of each item, numbered after `before` others."""
    return side_by_side([Button(fitted(f"{at} {name}"), press) for at, (name, press) in enumerate(named, before + 1)])


def titled(credit: StandingCredit, words: Words) -> str:
    """The title of a credit; that of a sample is marked."""
    return words.common.marked(credit.title, sample=credit.sample)


def summed(words: Words, *, sample: bool) -> Sequence[str]:
    """The line below a total that holds samples, as all totals of the demo do."""
    return [words.common.sample_total()] if sample else []


def _width(text: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5 for character in text)
