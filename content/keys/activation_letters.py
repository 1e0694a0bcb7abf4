"""The kind of letters about batches of activation letters, to the staff who ordered them."""

from dataclasses import dataclass

from content.keys.letter import LetterKey


@dataclass(frozen=True)
class LettersTold(LetterKey, kind="letters_told", again=True, waits=False):
    """A batch has come to this state. While it is being made, so many `tenths` of it are; that only edits a message
    which shows it.
    """

    letters: int
    state: str
    tenths: int = 0


@dataclass(frozen=True)
class LettersRefused(LetterKey, kind="letters_refused", again=True, waits=False):
    """Brings the lines of a list for which no letter is made, as a file, to the member of staff who asked for it."""

    letters: int
