"""The keys of the buttons that bring an entry for the phone's calendar."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class TrainingToCalendar(Press, tag="tk"):
    training: int


@dataclass(frozen=True)
class IssueToCalendar(Press, tag="jk"):
    """The deadline of an issue of the journal."""

    issue: int
