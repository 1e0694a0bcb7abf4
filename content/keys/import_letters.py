"""The kinds of letters about imports, to the staff who sent the file."""

from dataclasses import dataclass

from content.keys.letter import LetterKey


@dataclass(frozen=True)
class ImportTold(LetterKey, kind="import_told", again=True, waits=False):
    """An import has come to another state: its report is made, it is applied, or undone."""

    number: int


@dataclass(frozen=True)
class ImportReport(LetterKey, kind="import_report", again=True, waits=False):
    """Brings the report of an import, as a file, to the member of staff who asked for it."""

    number: int
