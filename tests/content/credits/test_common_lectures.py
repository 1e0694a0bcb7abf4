"""専門医共通講習: official names, and sums by fiscal year and category."""

from datetime import date

import pytest

from content.credits.common_lectures import Earned, by_year, is_official


@pytest.mark.parametrize(
    ("category", "official"),
    [
        ("必修講習A 医療安全", True),
        ("必修講習B 地域医療", True),
        ("任意講習 災害医療", True),
        ("任意講習", True),
        ("必修A 医療安全", False),
        ("必修講習C 医療安全", False),
        ("医療安全", False),
    ],
)
def test_a_category_begins_with_an_official_name(category: str, official: bool) -> None:
    assert is_official(category) is official


def test_sums_change_with_the_first_of_april_and_stand_in_the_official_order() -> None:
    every = [
        Earned(date(2026, 3, 31), "任意講習 災害医療", 1),
        Earned(date(2026, 4, 1), "任意講習 災害医療", 2),
        Earned(date(2027, 3, 31), "必修講習B 地域医療", 2),
        Earned(date(2026, 8, 1), "必修講習A 感染対策", 2),
        Earned(date(2026, 9, 1), "必修講習A 感染対策", 1),
        Earned(date(2026, 9, 2), "必修講習A 医療安全", 2),
    ]
    found = by_year(every)
    assert list(found) == [2026, 2025]
    assert list(found[2026].items()) == [
        ("必修講習A 医療安全", 2),
        ("必修講習A 感染対策", 3),
        ("必修講習B 地域医療", 2),
        ("任意講習 災害医療", 2),
    ]
    assert found[2025] == {"任意講習 災害医療": 1}


def test_what_was_taken_back_is_no_line() -> None:
    taken = [Earned(date(2025, 8, 1), "必修講習A 感染対策", 2), Earned(date(2025, 8, 1), "必修講習A 感染対策", -2)]
    assert by_year(taken) == {}
