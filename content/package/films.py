"""Reads the length of a video from its header only: `mvhd` in MP4 (ISO 14496-12), `Duration` in WebM (RFC 9559)."""

import hashlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeVar

_EBML, _SEGMENT, _INFO, _SCALE, _DURATION = 0x1A45DFA3, 0x18538067, 0x1549A966, 0x2AD7B1, 0x4489
_MP4, _WEBM = "MP4", "WebM"

T = TypeVar("T")

Part = tuple[int, int, int]
"""The kind of a part, the first byte of its body (included), and its end (not included)."""


class Unreadable(Exception):
    """The length can't be read: the file is damaged, cut off, or no video."""


@dataclass(frozen=True)
class Film:
    """A measured file. `container` is "MP4" or "WebM"; `sha256` is the digest of the whole file."""

    container: str
    seconds: float
    sha256: str


def measure(path: Path) -> Film:
    """The film in a file. Raises Unreadable, and OSError as `open` does."""
    with path.open("rb") as file:
        end = file.seek(0, 2)
        file.seek(0)
        container = _WEBM if file.read(4) == _EBML.to_bytes(4, "big") else _MP4
        try:
            seconds = _webm(file, end) if container == _WEBM else _mp4(file, end)
        except (struct.error, IndexError) as error:
            raise Unreadable from error
        file.seek(0)
        return Film(container, seconds, hashlib.file_digest(file, "sha256").hexdigest())


def _mp4(file: BinaryIO, end: int) -> float:
    movie = list(_boxes(file, 0, end, b"moov"))
    scale, duration = _first(_header(file, *box) for box in _within(file, movie, b"mvhd"))
    if duration == 0:  # a fragmented file states its length elsewhere
        extends = _within(file, movie, b"mvex")
        duration = _first(_fragments(file, *box) for box in _within(file, list(extends), b"mehd"))
    if scale == 0 or duration == 0:
        raise Unreadable
    return duration / scale


def _within(file: BinaryIO, boxes: list[tuple[int, int]], kind: bytes) -> Iterator[tuple[int, int]]:
    for start, end in boxes:
        yield from _boxes(file, start, end, kind)


def _boxes(file: BinaryIO, at: int, end: int, kind: bytes) -> Iterator[tuple[int, int]]:
    """The first byte and the end of the body of each box of this kind. A box past `end` means a cut-off file."""
    while at < end:
        file.seek(at)
        size, name = struct.unpack(">I4s", file.read(8))
        body = at + 8
        if size == 1:  # the size follows in 64 bits; 0 means "to the end of the file"
            (size,) = struct.unpack(">Q", file.read(8))
            body += 8
        stop = end if size == 0 else at + size
        if not body <= stop <= end:
            raise Unreadable
        if name == kind:
            yield body, stop
        at = stop


def _header(file: BinaryIO, start: int, _end: int) -> tuple[int, int]:
    file.seek(start)
    if file.read(4)[0] == 1:
        scale, duration = struct.unpack(">16xIQ", file.read(28))
        return scale, 0 if duration == 0xFFFFFFFFFFFFFFFF else duration
    scale, duration = struct.unpack(">8xII", file.read(16))
    return scale, 0 if duration == 0xFFFFFFFF else duration


def _fragments(file: BinaryIO, start: int, _end: int) -> int:
    file.seek(start)
    version = file.read(4)[0]
    (duration,) = struct.unpack(">Q", file.read(8)) if version == 1 else struct.unpack(">I", file.read(4))
    return int(duration)


def _webm(file: BinaryIO, end: int) -> float:
    segment = _first(part for part in _elements(file, 0, end) if part[0] == _SEGMENT)
    scale, duration = 1_000_000, 0.0
    about = _first(part for part in _elements(file, *segment[1:]) if part[0] == _INFO)
    for kind, start, stop in _elements(file, *about[1:]):
        file.seek(start)
        if kind == _SCALE:
            scale = int.from_bytes(file.read(stop - start), "big")
        if kind == _DURATION:
            (duration,) = struct.unpack(">d" if stop - start == 8 else ">f", file.read(stop - start))
    if not 0 < duration * scale < 86400e9:
        raise Unreadable
    return duration * scale / 1e9


def _elements(file: BinaryIO, at: int, end: int) -> Iterator[Part]:
    while at < end:
        file.seek(at)
        kind, _ = _number(file, keep_marker=True)
        size, unknown = _number(file, keep_marker=False)
        start = file.tell()
        stop = end if unknown else start + size
        if stop > end:
            raise Unreadable
        yield kind, start, stop
        at = stop


def _number(file: BinaryIO, *, keep_marker: bool) -> tuple[int, bool]:
    """Read an EBML number. Its leading zero bits say how many bytes it has; only ones mean an unknown size."""
    first = file.read(1)[0]
    length = 9 - first.bit_length()
    if length > 8:
        raise Unreadable
    rest = file.read(length - 1)
    if len(rest) < length - 1:
        raise Unreadable
    marked = int.from_bytes(bytes([first]) + rest, "big")
    plain = marked - (1 << (7 * length))
    return (marked if keep_marker else plain), plain == (1 << (7 * length)) - 1


def _first(found: Iterator[T]) -> T:
    first = next(found, None)
    if first is None:
        raise Unreadable
    return first
