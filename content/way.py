"""The shortest way to the goal: courses that bring both a credit and a code that is new in the window. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from content.goal import CODE, Goal


@dataclass(frozen=True)
class Offer:
    """A course that can be earned now. `seconds` of its films are still to be watched."""

    course_id: int
    title: str
    code: int
    half_units: int
    seconds: int
    begun: bool

    @property
    def gain(self) -> int:
        """What it brings, in halves, where its code is new."""
        return self.half_units + CODE


@dataclass(frozen=True)
class Step:
    """A course, and the sum of the window, in halves, once it is earned."""

    offer: Offer
    total: int


@dataclass(frozen=True)
class Way:
    """Courses in their order, up to the goal or as far as they lead; `missing` halves are then still to be found."""

    steps: tuple[Step, ...]
    missing: int


def shortest(goal: Goal, offers: Iterable[Offer]) -> Way:
    """One course of each new code, those first that bring the most for their time, until the goal is reached."""
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
