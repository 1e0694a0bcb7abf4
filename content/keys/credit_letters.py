"""The kinds of letters about credits that staff grant or take back."""

from dataclasses import dataclass

from content.keys.letter import LetterKey


@dataclass(frozen=True)
class CreditGranted(LetterKey, kind="credit_granted", again=True, waits=True):
    """Staff granted the member a credit: the number of its row."""

    credit: int


@dataclass(frozen=True)
class CreditReversed(LetterKey, kind="credit_reversed", again=True, waits=True):
    """Staff took back a credit of the member: the number of the row that had granted it."""

    credit: int
