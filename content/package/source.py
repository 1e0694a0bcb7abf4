"""Reads the text of a published file. Another encoding than UTF-8 is reported by name, not converted."""

import codecs
import re
from pathlib import Path

from content.package import reasons
from content.tables.encoding import read_twice

LARGEST = 1_000_000
"""The most bytes that a published file may have."""


def read(file: Path) -> tuple[str | None, list[tuple[int, str]]]:
    """The text (None if it can't be read further), and the faults of its bytes: line and reason. Raises OSError."""
    if file.stat().st_size > LARGEST:
        return None, [(1, reasons.TOO_LARGE)]
    return decode(file.read_bytes())


def decode(raw: bytes) -> tuple[str | None, list[tuple[int, str]]]:
    """The same for bytes. UTF-8 with a byte order mark is a fault, but the text is read nevertheless."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None, [(1, reasons.UTF16)]
    marked = [(1, reasons.BYTE_ORDER_MARK)] if raw.startswith(codecs.BOM_UTF8) else []
    plain = raw.removeprefix(codecs.BOM_UTF8)
    try:
        text = plain.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [*marked, (plain.count(b"\n", 0, error.start) + 1, _encoding(plain))]
    if not text.strip():
        return None, [*marked, (1, reasons.EMPTY_FILE)]
    if line := read_twice(text):
        return None, [*marked, (line, reasons.READ_TWICE)]
    return text, marked


def _encoding(raw: bytes) -> str:
    try:
        japanese = re.search("[\u3040-\u30ff\u4e00-\u9fff]", raw.decode("cp932"))
    except UnicodeDecodeError:
        return reasons.NOT_UTF8
    return reasons.CP932 if japanese else reasons.NOT_UTF8
