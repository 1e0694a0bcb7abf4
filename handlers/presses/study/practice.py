"""The keys of the buttons of practice. `place` is the question's place in the failed attempt."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class Practise(Press, tag="pb"):
    """Practise the wrong questions of this attempt, or go on with it."""

    attempt: int


@dataclass(frozen=True)
class Pick(Press, tag="pe"):
    """Give the choice shown with this number as the answer; tick it, if the question takes several."""

    attempt: int
    place: int
    choice: int


@dataclass(frozen=True)
class Unpick(Press, tag="pu"):
    """Take a tick away, if the question takes several."""

    attempt: int
    place: int
    choice: int


@dataclass(frozen=True)
class Give(Press, tag="pn"):
    """Give what is ticked as the answer, if the question takes several."""

    attempt: int
    place: int
