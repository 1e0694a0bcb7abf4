"""The lines of a list that a spreadsheet exported, under a header that is known."""

import csv
import io
import unicodedata
from collections.abc import Iterator, Sequence

from content.package import reasons

Cells = tuple[str, ...]


def lines(text: str, header: Sequence[str]) -> Iterator[tuple[int, Cells | str]]:
    """Each line below the header that holds anything, with its cells in half width, or why it is not to be read."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    began = 1
    try:
        for row in reader:
            line, began = began, reader.line_num + 1
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
    """Half width, without spaces around it."""
    return unicodedata.normalize("NFKC", cell).strip()
