"""The usual reasons of staff are read in the language of the reader, whoever pressed the button."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from content.credits.why import ClaimRefused, Declined, EarnedOnce, TakenBack
from content.staff import usual
from content.words import EN, JA
from content.words.voices import Words

DAY = date(2026, 11, 22)
LISTS: Sequence[Callable[[Words], Sequence[str]]] = (
    *(lambda words, yes=yes: words.declarations.reasons(accept=yes) for yes in (True, False)),
    *(lambda words, yes=yes: words.claims.reasons(accept=yes) for yes in (True, False)),
    *(lambda words, yes=yes: words.membership.reasons(ends=yes) for yes in (True, False)),
    lambda words: words.answering.reasons(),
    lambda words: words.viewing.reasons(),
    lambda words: words.crediting.granting(),
    lambda words: words.crediting.reversing(),
)


@pytest.mark.parametrize("listed", LISTS)
def test_each_stands_at_its_place_in_the_other_language(listed: Callable[[Words], Sequence[str]]) -> None:
    assert [usual.told(why, EN) for why in listed(JA)] == list(listed(EN))
    assert [usual.told(why, JA) for why in listed(EN)] == list(listed(JA))
    assert [usual.told(why, JA) for why in listed(JA)] == list(listed(JA))


def test_what_was_typed_stays_as_it_was_typed() -> None:
    assert usual.told("証明書類の1枚目を読み取れない", EN) == "証明書類の1枚目を読み取れない"


def test_reasons_with_words_of_staff_in_them() -> None:
    assert usual.of(Declined("申告の対象外"), EN) == Declined("Not eligible")
    assert usual.of(ClaimRefused("主催者の名簿に記載なし"), EN) == ClaimRefused("Not on the list")
    assert usual.of(TakenBack(DAY, "Recorded twice"), JA) == TakenBack(DAY, "二重の登録")
    assert usual.of(EarnedOnce(DAY), EN) == EarnedOnce(DAY)
