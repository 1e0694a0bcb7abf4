"""The kinds of letters that remind a member of a training to come."""

from dataclasses import dataclass

from content.keys.letter import LetterKey
from content.values import Reminder


@dataclass(frozen=True)
class TrainingTomorrow(LetterKey, kind="training_tomorrow", again=False, waits=True, nudge=Reminder.TRAINING):
    """The training is tomorrow."""

    training: int


@dataclass(frozen=True)
class CheckInOpens(LetterKey, kind="checkin_opens", again=False, waits=True):
    """The training takes entries now. It goes beside the day's reminders, for it is worthless an hour later."""

    training: int
