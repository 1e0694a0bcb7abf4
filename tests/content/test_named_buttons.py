"""A sentence that sends a person to a button calls the button by its label."""

from datetime import UTC, datetime

import pytest

from content.operator import Profile
from content.rules import Rulebook
from content.staff.rights import Act
from content.words import EN, JA, Words
from tests.operators import SAMPLE

NOW = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
RULES = Rulebook().now(NOW)


def sentences(words: Words, profile: Profile = SAMPLE) -> dict[str, tuple[str, str]]:
    """What is said, and the label of the button that it names."""
    answers = {
        "test": "\n".join(answer for _, answer in words.learning.test(RULES)),
        "codes": "\n".join(answer for _, answer in words.learning.codes(RULES)),
    }
    return {
        "check-in codes": (words.checkin.page_refused(), words.rights.to_room(Act.SHOW_CHECKIN_CODES)),
        "a late claim": (words.checkin.no_entry(), words.trainings.to_claim()),
        "a code that nobody asked for": ("\n".join(words.code.given(NOW, NOW)), words.code.to_disown()),
        "a declaration taken back": (words.declare_steps.no_room(1, 1), words.declare.to_again()),
        "the test": (answers["test"], words.course.take_test()),
        "all codes": (answers["codes"], words.browse.view("all")),
        "codes of courses": (answers["codes"], words.browse.view("courses")),
    }


@pytest.mark.parametrize("words", [JA, EN])
@pytest.mark.parametrize("what", sentences(JA))
def test_the_button_is_called_by_its_label(words: Words, what: str) -> None:
    said, label = sentences(words)[what]
    opens, closes = ("「", "」") if words is JA else ("“", "”")
    assert f"{opens}{label}{closes}" in said
