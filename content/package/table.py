"""Reads the lines of a list that a spreadsheet exported. Its header must be the expected one."""

import csv
import io
import unicodedata
from collections.abc import Iterator, Sequence

from content.package import reasons

Cells = tuple[str, ...]


def lines(text: str, header: Sequence[str]) -> Iterator[tuple[int, Cells | str]]:
    """Each line below the header that is not empty: its number, and its cells in half width or its fault."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    began = 1
    try:
        for row in reader:
            line, began = began, reader.line_num + 1  # a quoted cell may span lines: a row is named by its first one
            cells = tuple(plain(cell) for cell in row)
            if line == 1 and cells != tuple(header):
                yield 1, reasons.header(header)
                return
            if line > 1 and any(cells):
                yield line, cells if len(cells) == len(header) else reasons.cells(len(cells), len(header))
    except csv.Error:
        yield began, reasons.NOT_CSV


def has_header(text: str, header: Sequence[str]) -> bool:
    """Whether a list has this header."""
    first = text.partition("\n")[0].strip().split(",")
    return [plain(cell) for cell in first] == list(header)


def plain(cell: str) -> str:
    """The cell in half width, without spaces around it."""
    return unicodedata.normalize("NFKC", cell).strip()
