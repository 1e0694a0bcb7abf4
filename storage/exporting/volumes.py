"""The parts of an export's file: each is a table in pieces on record, and is sent as a ZIP."""

import csv
import hashlib
import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from content.exporting.cells import Encoding
from content.exporting.export import Standing, Volume
from content.exporting.lines import HEADER, Line
from content.exporting.manifest import table_names
from storage.engine.cipher import Unreadable
from storage.files import parts
from storage.files.parts import Kept

FULL = 48
"""So many of a file's 64 parts of 512 KiB are filled: 24 MiB. Telegram takes 50 MB from a bot."""


def packed(lines: Iterable[Line], encoding: Encoding, lacking: Counter[str]) -> bytes:
    """These lines as a compressed piece of the table."""
    text = _csv([line.cells(encoding, lacking) for line in lines])
    return zlib.compress(text.encode("cp932" if encoding is Encoding.CP932 else "utf-8"))


def begun(session: Session, at: datetime) -> Volume:
    """A part without rows."""
    file = parts.begin(session, at)
    parts.take(session, Kept(file, 0, ""), None)
    return Volume(file)


def grown(session: Session, volume: Volume, piece: bytes, rows: int) -> Volume:
    """The part with a further piece of so many rows. The last part of the stored file is filled up first: otherwise
    small pieces would leave all of them nearly empty, and the export would come in very many ZIPs.
    """
    last = max(volume.parts - 1, 0)
    open_ = parts.piece(session, volume.file, last) if volume.parts else b""
    cut = [one for _, one in parts.cut(open_ + piece)]
    for number, one in enumerate(cut, start=last):
        parts.put_part(session, volume.file, number, one)
    return replace(volume, parts=last + len(cut), rows=volume.rows + rows)


def closed(session: Session, volume: Volume, encoding: Encoding) -> Volume:
    """The part with the size and the SHA-256 of its table. Raises Unreadable if a piece is missing."""
    digest, size = hashlib.sha256(), 0
    for some in _table(session, volume, encoding):
        digest.update(some)
        size += len(some)
    return replace(volume, size=size, sha256=digest.hexdigest())


def zipped(session: Session, one: Standing, part: int, beside: Iterable[tuple[str, bytes]]) -> bytes:
    """A part of the file (from 1) as a ZIP, with these files in it. Equal input gives equal bytes.

    Raises Unreadable if the table is not the one that was made.
    """
    volume, whole, digest = one.volumes[part - 1], io.BytesIO(), hashlib.sha256()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in beside:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
        entry = zipfile.ZipInfo(table_names(one)[part - 1])
        entry.compress_type = zipfile.ZIP_DEFLATED
        with archive.open(entry, "w") as table:
            for some in _table(session, volume, one.wanted.encoding):
                digest.update(some)
                table.write(some)
    if digest.hexdigest() != volume.sha256:
        raise Unreadable(f"file_parts of file {volume.file}: they are not the table that was made")
    return whole.getvalue()


def _table(session: Session, volume: Volume, encoding: Encoding) -> Iterator[bytes]:
    """The bytes of the table, the header first."""
    yield _csv([HEADER]).encode(encoding.codec)
    count, opened = 0, zlib.decompressobj()
    for part in parts.pieces(session, volume.file):
        count += 1
        while part:
            yield opened.decompress(part)
            part = opened.unused_data
            if opened.eof:
                opened = zlib.decompressobj()
    if count != volume.parts:
        raise Unreadable(f"file_parts of file {volume.file}: {volume.parts - count} are missing")


def _csv(rows: Iterable[Iterable[str]]) -> str:
    """The lines as they are: the cells are defused already."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue()
