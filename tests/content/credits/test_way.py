"""The shortest way to the goal, against every other way."""

from datetime import date
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from content.credits.goal import Earning, goal
from content.credits.way import Offer, shortest
from content.rules import Rulebook
from content.values import CreditKind

TODAY = date(2026, 11, 22)
RULES = Rulebook().at(TODAY)


def _offer(course_id: int, code: int, half_units: int, seconds: int) -> Offer:
    return Offer(course_id, f"course {course_id}", code, half_units, seconds, begun=False)


OFFERS = st.lists(
    st.builds(_offer, st.integers(1, 99), st.integers(0, 6), st.integers(1, 4), st.integers(0, 4000)),
    max_size=7,
    unique_by=lambda one: one.course_id,
)


@given(OFFERS, st.integers(90, 125))
def test_of_new_codes_each_once_and_no_course_too_many(offers: list[Offer], halves: int) -> None:
    now = goal([Earning(TODAY, CreditKind.TRAINING, 0, halves - 2)], TODAY, RULES)
    way = shortest(now, offers)
    codes = [step.offer.code for step in way.steps]
    assert len(set(codes)) == len(codes)
    assert 0 not in codes
    total = halves
    for step in way.steps:
        assert total < 120
        total += step.offer.gain
        assert step.total == total
    assert way.missing == max(0, 120 - total)


@given(OFFERS)
def test_what_is_missing_after_it_no_other_choice_could_bring(offers: list[Offer]) -> None:
    now = goal([Earning(TODAY, CreditKind.TRAINING, 0, 80)], TODAY, RULES)
    way = shortest(now, offers)
    if way.missing:
        usable = [one for one in offers if one.code]
        choices = (some for size in range(len(usable) + 1) for some in combinations(usable, size))
        distinct = [some for some in choices if len({one.code for one in some}) == len(some)]
        assert {step.offer.code for step in way.steps} == {one.code for one in usable}
        assert max(len(some) for some in distinct) == len(way.steps)
