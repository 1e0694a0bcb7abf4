"""The shortest way to the goal: courses that bring a credit, and a code that is new in the window. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from content.credits.goal import CODE, Goal


@dataclass(frozen=True)
class Offer:
    """A course whose credit can be earned now. `seconds`: how much of its films is still to be watched."""

    course_id: int
    title: str
    code: int
    half_units: int
    seconds: int
    begun: bool

    @property
    def gain(self) -> int:
        """What it brings, in halves, if its code is new in the window."""
        return self.half_units + CODE


@dataclass(frozen=True)
class Step:
    """A course, and the sum of the window (in halves) after it is earned."""

    offer: Offer
    total: int


@dataclass(frozen=True)
class Way:
    """Courses in order, up to the goal or as far as they lead. `missing`: the halves that are missing after them."""

    steps: tuple[Step, ...]
    missing: int


def shortest(goal: Goal, offers: Iterable[Offer]) -> Way:
    """One course for each new code, until the goal is reached. Courses that bring most for their time come first."""
    best: dict[int, Offer] = {}
    for offer in sorted((offer for offer in offers if offer.code not in goal.codes), key=_cost):
        best.setdefault(offer.code, offer)
    steps, total = [], goal.window.sum.halves
    for offer in best.values():
        if total >= goal.needed:
            break
        total += offer.gain
        steps.append(Step(offer, total))
    return Way(tuple(steps), max(0, goal.needed - total))


def _cost(offer: Offer) -> tuple[float, int, int]:
    return offer.seconds / offer.gain, offer.code, offer.course_id
