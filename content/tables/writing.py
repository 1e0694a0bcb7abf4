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
    writer.writerows([defused(cell) for cell in row] for row in rows)
    return codecs.BOM_UTF8 + text.getvalue().encode()


def defused(cell: str) -> str:
    """The cell with an apostrophe before it, if a spreadsheet would take it for a formula. A tab or a line break at the
    beginning counts too: some spreadsheets strip it first. So does a formula that has an apostrophe of its own, so that
    `undone` gives every text back.
    """
    return f"'{cell}" if _would_act(cell.lstrip("'")) else cell


def undone(cell: str) -> str:
    """The text of a cell that `defused` wrote."""
    return cell[1:] if cell.startswith("'") and _would_act(cell.lstrip("'")) else cell


def _would_act(cell: str) -> bool:
    return cell.lstrip().startswith(_FORMULA) or cell[:1] in ("\t", "\r", "\n")
