"""The ways to trainings and to checking in. They need no other screens, so that all of these can offer them."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class Trainings(Press, tag="tr"):
    """The member's record of trainings, from this page on."""

    page: int


@dataclass(frozen=True)
class TrainingsToCome(Press, tag="tc"):
    """The trainings that are announced."""

    page: int


@dataclass(frozen=True)
class OpenTraining(Press, tag="tt"):
    """The card of a training."""

    training: int


@dataclass(frozen=True)
class CheckIn(Press, tag="ti"):
    """Enter a code: of this training, or (0) of whichever it is."""

    training: int = 0


@dataclass(frozen=True)
class AskClaim(Press, tag="tl"):
    """「出席を申し出る」: what happened?"""

    training: int
