"""A table as a file that a spreadsheet opens: CSV in UTF-8 with its mark (BOM), which Excel in Japan needs."""

import codecs
import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the beginning of a formula, also in full width."""


def csv_of(rows: Iterable[Sequence[str]]) -> bytes:
    """The bytes of the file. A cell that a spreadsheet would take for a formula gets an apostrophe before it: what
    people wrote must not be carried out on the machine of whoever opens the file.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerows([_defused(cell) for cell in row] for row in rows)
    return codecs.BOM_UTF8 + text.getvalue().encode()


def _defused(cell: str) -> str:
    """A tab or a line break at the beginning counts too: some spreadsheets strip it first."""
    return f"'{cell}" if cell.lstrip().startswith(_FORMULA) or cell[:1] in ("\t", "\r", "\n") else cell
