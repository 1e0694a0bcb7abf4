"""The kinds of letters about a member's whole record: the copy that the member asked for."""

from dataclasses import dataclass

from content.keys.letter import LetterKey


@dataclass(frozen=True)
class RecordCopy(LetterKey, kind="mydata", again=True, waits=False):
    """Brings a part of the copy of all that is kept of the member, who asked for it. There are `of` parts."""

    part: int
    of: int
