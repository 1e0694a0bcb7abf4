"""Reads the text of a published file. Another encoding than UTF-8 is reported by name, not converted."""

import codecs
import re
from pathlib import Path

from content.package import reasons

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
    return text, marked


def read_csv(file: Path) -> tuple[str | None, list[tuple[int, str]]]:
    """The same for a list that a spreadsheet exported. It may be UTF-8, with or without a byte order mark, or CP932."""
    if file.stat().st_size > LARGEST:
        return None, [(1, reasons.TOO_LARGE)]
    raw = file.read_bytes().removeprefix(codecs.BOM_UTF8)
    text, troubles = decode(raw)
    if text is None and troubles[-1][1] == reasons.CP932:
        return raw.decode("cp932"), []
    return text, troubles


def _encoding(raw: bytes) -> str:
    try:
        japanese = re.search("[\u3040-\u30ff\u4e00-\u9fff]", raw.decode("cp932"))
    except UnicodeDecodeError:
        return reasons.NOT_UTF8
    return reasons.CP932 if japanese else reasons.NOT_UTF8
