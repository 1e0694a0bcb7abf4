"""The kinds of letters about announcements of staff. All others are in content/keys/letters.py, which says what a new
kind needs.
"""

from dataclasses import dataclass

from content.keys.letter import LetterKey


@dataclass(frozen=True)
class Announced(LetterKey, kind="announcement", again=False, waits=True, last=True):
    """An announcement, to one of those whom it reaches."""

    announcement: int


@dataclass(frozen=True)
class AnnouncementTrial(LetterKey, kind="announcement_trial", again=True, waits=False):
    """An announcement, to somebody of staff who wants to see it delivered. `language`: of the text."""

    announcement: int
    language: str


@dataclass(frozen=True)
class AnnouncementProgress(LetterKey, kind="announcement_progress", again=True, waits=False):
    """To who wrote it: so many tenths of it have gone out, or its audience was counted. It only edits a message that
    shows it.
    """

    announcement: int
    tenths: int


@dataclass(frozen=True)
class AnnouncementOver(LetterKey, kind="announcement_over", again=True, waits=False):
    """To who wrote it: it has gone out, or has stopped by itself."""

    announcement: int
