"""How English says the number of a day."""

import pytest

from content.text.ordinal import ordinal


@pytest.mark.parametrize(
    ("number", "said"),
    [
        *((1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (10, "10th"), (11, "11th"), (12, "12th"), (13, "13th")),
        *(
            (14, "14th"),
            (20, "20th"),
            (21, "21st"),
            (22, "22nd"),
            (23, "23rd"),
            (24, "24th"),
            (30, "30th"),
            (31, "31st"),
        ),
    ],
)
def test_the_days_of_a_month(number: int, said: str) -> None:
    assert ordinal(number) == said
