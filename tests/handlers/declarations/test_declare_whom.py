"""Whom a member can ask about a declaration: the operator about what its staff decided, and nobody if all is well."""

import pytest

from content.declarations.declaring import State
from content.words import EN, JA, Words
from handlers.screens.declarations import declare
from handlers.screens.declarations.declare import View
from tests.gallery.declare import LAST, REAL, in_state
from tests.operators import OTHER


@pytest.mark.parametrize("words", [JA, EN])
@pytest.mark.parametrize(
    ("state", "credited", "asks"),
    [
        (State.SUBMITTED, True, False),
        (State.ACCEPTED, True, False),
        (State.ACCEPTED, False, True),
        (State.REFUSED, True, True),
    ],
)
def test_about_a_decision_against_the_member(state: State, credited: bool, asks: bool, words: Words) -> None:
    view = View(in_state(REAL, state), LAST, credited=credited)
    whom = words.operator.ask(OTHER)
    assert OTHER.help_desk.phone in whom
    assert (whom in declare.card(view, OTHER, words, can_earn=True).text) is asks
    if state is not State.SUBMITTED:
        assert (whom in declare.decided(view, OTHER, words).text) is asks


@pytest.mark.parametrize(("words", "where"), [(JA, OTHER.declarations_to.ja), (EN, OTHER.declarations_to.en)])
@pytest.mark.parametrize("closed", [False, True])
def test_a_draft_that_is_too_late_goes_where_declarations_go(words: Words, where: str, closed: bool) -> None:
    card = declare.card(View(REAL, LAST, closed=closed), OTHER, words, can_earn=True)
    assert (where in card.text) is closed
