"""From a file's bytes to a sheet."""

from content.tables import encoding, workbook
from content.tables.lines import NoTable, Sheet
from content.tables.text import Text

__all__ = ["ENDINGS", "NoTable", "Sheet", "opened"]

ENDINGS = (".csv", ".tsv", ".xlsx", ".xls")
"""What the names of such files end with; the bytes decide what a file is."""

LARGEST = 60 * 1024 * 1024
_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def opened(raw: bytes) -> Sheet:
    """The sheet of these bytes: CSV in UTF-8 or CP932, or XLSX. Raises NoTable."""
    if len(raw) > LARGEST:
        raise NoTable(f"is larger than {LARGEST // 1024 // 1024} MB: it is no list")
    if raw.startswith(_OLD):
        raise NoTable("is an old workbook (.xls), or one that is locked with a password: save it as .xlsx without one")
    if raw.startswith(_ZIP):
        return workbook.opened(raw)
    return Text(encoding.decoded(raw))
