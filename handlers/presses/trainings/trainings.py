"""The keys of the buttons of trainings."""

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
class TellBefore(Press, tag="tb"):
    """Remind me of this training on the day before, and when its doors open."""

    training: int


@dataclass(frozen=True)
class TellNot(Press, tag="tn"):
    """Send me no reminders of it."""

    training: int


@dataclass(frozen=True)
class TrainingToCalendar(Press, tag="tk"):
    """An entry for the phone's calendar."""

    training: int
