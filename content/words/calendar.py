"""An entry for the phone's calendar: a training, or the deadline of an issue of the journal."""

from datetime import datetime
from typing import Protocol

from content.attendance.training import Training


class Calendar(Protocol):
    def to_calendar(self) -> str: ...

    def on_its_way(self) -> str: ...

    def caption(self) -> str:
        """What to do with the file."""

    def reminded(self, sentence: str) -> str:
        """The sentence that the member is reminded too, and how to take that back."""

    def file_name(self, at: datetime) -> str: ...

    def place(self, training: Training) -> str:
        """As a calendar shows it beside the name."""

    def doors(self, entry: datetime, leaving: datetime) -> str:
        """That both doors want a code, and from when on each takes it."""

    def deadline(self, name: str) -> str:
        """The name of the entry of a deadline."""

    def submit(self) -> str:
        """That an answer counts only if it is submitted."""
