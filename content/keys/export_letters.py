"""The kinds of letters about exports, to the staff who asked for them."""

from dataclasses import dataclass

from content.keys.letter import LetterKey


@dataclass(frozen=True)
class ExportTold(LetterKey, kind="export_told", again=True, waits=False):
    """An export has come to another state: its numbers are known, its file is made, or it was dropped."""

    number: int


@dataclass(frozen=True)
class ExportFile(LetterKey, kind="export_file", again=True, waits=False):
    """Brings a part of an export's file (counted from 1) to the member of staff who asked for it."""

    number: int
    part: int
