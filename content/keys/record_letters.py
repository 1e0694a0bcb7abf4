"""The kinds of letters about a member's whole record: the copy that was asked for, and the receipt of its erasure."""

from dataclasses import dataclass
from datetime import datetime

from content.keys.letter import LetterKey


@dataclass(frozen=True)
class RecordCopy(LetterKey, kind="mydata", again=True, waits=False):
    """Brings a part of the copy of all that is kept of the member, who asked for it. There are `of` parts."""

    part: int
    of: int


@dataclass(frozen=True)
class RecordErased(LetterKey, kind="erased", again=True, waits=False):
    """The receipt of an erasure: the number of its act in the log, and when it was. It goes to the chat that was the
    member's.
    """

    number: int
    at: datetime


@dataclass(frozen=True)
class ScreensViewed(LetterKey, kind="screens_viewed", again=True, waits=True):
    """Somebody of staff saw what the member sees: the number of the act in the log, and until when it may have been."""

    number: int
    until: datetime


@dataclass(frozen=True)
class MembershipChanged(LetterKey, kind="membership", again=True, waits=True):
    """An officer ended the membership, or resumed it (`ends` is false): the number of the act in the log."""

    number: int
    ends: bool
