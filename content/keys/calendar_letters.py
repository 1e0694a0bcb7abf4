"""The kinds of letters that bring an entry for the phone's calendar."""

from dataclasses import dataclass

from content.keys.letter import LetterKey


@dataclass(frozen=True)
class TrainingEntry(LetterKey, kind="training_entry", again=True, waits=False):
    """The training as an entry for the phone's calendar, which the member asked for."""

    training: int


@dataclass(frozen=True)
class IssueEntry(LetterKey, kind="issue_entry", again=True, waits=False):
    """The deadline of an issue as an entry for the phone's calendar, which the member asked for."""

    issue: int
