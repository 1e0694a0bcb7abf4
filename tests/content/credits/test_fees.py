"""The figures of the fee schedule: which credits count, both sides of every boundary."""

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.credits.fees import Group, chronic, group, psychotropic
from content.rules import BOOK, Rulebook, Rules
from content.values import CreditKind

RULES = Rules(version="test")


@dataclass(frozen=True)
class Earned:
    kind: CreditKind
    code: int
    half_units: int = 2


CREDITS = st.lists(st.builds(Earned, st.sampled_from(CreditKind), st.integers(0, 83), st.integers(1, 20)))


@pytest.mark.parametrize("code", [28, 29, 30, 73, 74, 75, 76, 77])
def test_a_training_counts_whatever_its_code(code: int) -> None:
    assert group(Earned(CreditKind.TRAINING, code), RULES) is Group.TRAINING


@pytest.mark.parametrize("kind", [CreditKind.LECTURE, CreditKind.COOPERATION])
@pytest.mark.parametrize(
    ("code", "where"),
    [
        (0, Group.E_LEARNING),
        (28, Group.E_LEARNING),
        (29, Group.APART),
        (30, Group.E_LEARNING),
        (73, Group.E_LEARNING),
        (74, Group.APART),
        (75, Group.APART),
        (76, Group.APART),
        (77, Group.E_LEARNING),
        (83, Group.E_LEARNING),
    ],
)
def test_e_learning_counts_but_of_the_four_codes(kind: CreditKind, code: int, where: Group) -> None:
    assert group(Earned(kind, code), RULES) is where


@pytest.mark.parametrize("kind", [CreditKind.JOURNAL, CreditKind.DECLARATION])
@pytest.mark.parametrize("code", [28, 29, 74, 75, 76, 77])
def test_journal_and_declarations_never_count(kind: CreditKind, code: int) -> None:
    figures = chronic([Earned(kind, code)], RULES)
    assert figures.groups == dict.fromkeys(Group, 0) | {Group.OTHER: 2}
    assert figures.counted == 0
    assert set(figures.codes.values()) == {0}


@pytest.mark.parametrize("kind", CreditKind)
@pytest.mark.parametrize("code", [28, 29, 30, 73, 74, 75, 76, 77])
def test_the_hours_of_a_code_are_those_of_its_trainings(kind: CreditKind, code: int) -> None:
    counted = code if kind is CreditKind.TRAINING else -1
    assert chronic([Earned(kind, code, 3)], RULES).codes == {one: 3 * (one == counted) for one in (29, 74, 75, 76)}


def test_half_hours_are_kept() -> None:
    half, three_halves = Earned(CreditKind.TRAINING, 74, 1), Earned(CreditKind.LECTURE, 8, 3)
    figures = chronic([half, three_halves, half], RULES)
    assert (figures.groups[Group.TRAINING], figures.groups[Group.E_LEARNING], figures.counted) == (2, 3, 5)
    assert figures.codes[74] == 2


@given(CREDITS)
def test_every_half_unit_stands_in_one_group(credits: list[Earned]) -> None:
    figures = chronic(credits, RULES)
    assert sum(figures.groups.values()) == sum(one.half_units for one in credits)
    assert figures.counted == sum(
        one.half_units
        for one in credits
        if one.kind.value == "training"
        or (one.kind.value in {"lecture", "cooperation"} and one.code not in {29, 74, 75, 76})
    )
    assert sum(figures.codes.values()) <= figures.groups[Group.TRAINING]


@given(CREDITS, CREDITS)
def test_the_figures_of_two_records_add_up(some: list[Earned], others: list[Earned]) -> None:
    one, two, both = (chronic(credits, RULES) for credits in (some, others, some + others))
    assert both.groups == {group: one.groups[group] + two.groups[group] for group in Group}
    assert both.codes == {code: one.codes[code] + two.codes[code] for code in one.codes}


@pytest.mark.parametrize("kind", CreditKind)
@pytest.mark.parametrize(
    ("code", "counts"), [(19, False), (20, True), (21, False), (68, False), (69, True), (70, False)]
)
def test_insomnia_and_anxiety_count_by_any_kind_and_depression_never(kind: CreditKind, code: int, counts: bool) -> None:
    assert psychotropic([Earned(kind, code, 1)], RULES) == {one: int(counts and one == code) for one in (20, 69)}


@given(CREDITS)
def test_credits_of_the_two_codes_are_summed_apart(credits: list[Earned]) -> None:
    sums = psychotropic(credits, RULES)
    assert sums == {code: sum(one.half_units for one in credits if one.code == code) for code in (20, 69)}


def test_a_dated_line_changes_what_stands_apart() -> None:
    """As an exception for a time would be written; there is none in the book, for no public source tells its dates."""
    lenient = Rules(version="exception", chronic_elearning_excluded=frozenset())
    assert group(Earned(CreditKind.LECTURE, 74), lenient) is Group.E_LEARNING
    assert chronic([Earned(CreditKind.LECTURE, 74)], lenient).codes[74] == 0
    assert {rules.chronic_elearning_excluded for _, rules in BOOK} == {frozenset({29, 74, 75, 76})}


def test_what_the_rules_ask() -> None:
    asked = {
        (one.chronic_hours, one.chronic_years, one.chronic_code_hours, one.psychotropic_half_units) for _, one in BOOK
    }
    assert asked == {(20, 2, 1, 4)}


@pytest.mark.parametrize(
    ("filings", "place"), [(0, Group.APART), (1, Group.APART), (2, Group.E_LEARNING), (3, Group.E_LEARNING)]
)
@pytest.mark.parametrize("code", [29, 74, 75, 76])
def test_filed_twice_the_four_codes_count_by_e_learning_too(code: int, filings: int, place: Group) -> None:
    lecture = Earned(CreditKind.LECTURE, code)
    assert group(lecture, RULES, filings) is place
    assert chronic([lecture], RULES, filings).codes[code] == (2 if place is Group.E_LEARNING else 0)
    assert group(Earned(CreditKind.JOURNAL, code), RULES, filings) is Group.OTHER


@pytest.mark.parametrize(("day", "place"), [(date(2018, 3, 31), Group.APART), (date(2018, 4, 1), Group.E_LEARNING)])
def test_that_rule_is_of_2018(day: date, place: Group) -> None:
    assert group(Earned(CreditKind.LECTURE, 74), Rulebook().at(day), 2) is place
