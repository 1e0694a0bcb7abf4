"""The text of a table from its bytes. An encoding is proven: what could be read in two ways is refused."""

import codecs
import contextlib
import re

from content.tables.lines import NoTable, lines_of

_JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uff01-\uff60]")
_SINGLE_IN_WORD = re.compile(r"(?<=[A-Za-z])[^\x00-\x7f](?![^\x00-\x7f])")
_RUN = re.compile(r"[^\x00-\x7f]+")
_NOT_TWO_BYTES = re.compile("[\u0800-\U0010ffff]")
_CP1252 = {bytes([code]).decode("cp1252"): code for code in range(0x80, 0xA0) if code not in b"\x81\x8d\x8f\x90\x9d"}

SAVE = "save it as CSV (UTF-8)"


def decoded(raw: bytes) -> str:
    """UTF-8, with a byte order mark or without, UTF-16 with one, or CP932 (Shift_JIS). Raises NoTable, naming what it
    seems to be.
    """
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf16(raw)
    _refuse_others(raw)
    marked = raw.startswith(codecs.BOM_UTF8)
    plain = raw.removeprefix(codecs.BOM_UTF8)
    try:
        text = plain.decode("utf-8")
    except UnicodeDecodeError as error:
        return _cp932(plain, error.start)
    if not marked and not text.isascii() and not _NOT_TWO_BYTES.search(text) and _reads(plain, "cp932"):
        raise NoTable(f"can be read as UTF-8 and as CP932 (Shift_JIS), and nothing in it tells which: {SAVE}")
    if line := read_twice(text):
        raise NoTable(f"seems to be UTF-8 that was opened in another encoding and saved again: {SAVE} anew", line)
    return text


def read_twice(text: str) -> int:
    """The first line (from 1) whose characters are the bytes of another text in UTF-8; 0 if there is none."""
    if text.isascii():
        return 0
    for number, line in enumerate(lines_of(text), start=1):
        if not line.isascii() and any(_is_utf8_again(raw) for raw in _as_bytes(line)):
            return number
    return 0


def _refuse_others(raw: bytes) -> None:
    if b"\0" in raw[:1000]:
        raise NoTable(f"is UTF-16 without its mark, or no text: {SAVE}.")
    if b"\x1b$" in raw or b"\x1b(" in raw:
        raise NoTable(f"is ISO-2022-JP (JIS): {SAVE}")


def _utf16(raw: bytes) -> str:
    try:
        return raw.decode("utf-16")
    except UnicodeDecodeError as error:
        line = raw[: error.start].decode("utf-16", "ignore").count("\n") + 1
        raise NoTable(f"is UTF-16, and damaged: line {line} can't be read.", line) from None


def _cp932(raw: bytes, utf8_until: int) -> str:
    halves = raw.decode("utf-8", "replace")
    if len(_JAPANESE.findall(halves)) > halves.count("\ufffd"):
        line = _line(raw, utf8_until)
        raise NoTable(f"is UTF-8, and damaged: line {line} can't be read.", line)
    if _reads(raw, "euc_jp"):
        raise NoTable(f"seems to be EUC-JP: {SAVE}")
    try:
        text = raw.decode("cp932")
    except UnicodeDecodeError as error:
        # the encoding that read further is the one that was meant
        line = _line(raw, max(utf8_until, error.start))
        raise NoTable(f"is neither UTF-8 nor CP932 (Shift_JIS): line {line} can't be read.", line) from None
    if len(_SINGLE_IN_WORD.findall(text)) == len(_RUN.findall(text)):
        raise NoTable(f"seems to be Windows-1252 (Latin letters with accents): {SAVE}")
    return text


def _line(raw: bytes, at: int) -> int:
    return raw.count(b"\n", 0, at) + 1


def _reads(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _as_bytes(line: str) -> tuple[bytes, ...]:
    """The line's characters as the bytes that they were made of, if they were read as Windows-1252 or as CP932."""
    found: list[bytes] = []
    if all(ord(letter) < 0x100 or letter in _CP1252 for letter in line):
        found.append(bytes(_CP1252.get(letter, ord(letter) & 0xFF) for letter in line))
    with contextlib.suppress(UnicodeEncodeError):
        found.append(line.encode("cp932"))
    return tuple(found)


def _is_utf8_again(raw: bytes) -> bool:
    try:
        return _JAPANESE.search(raw.decode("utf-8")) is not None
    except UnicodeDecodeError:
        return False
