"""Files in parts of half a megabyte, each sealed and written by itself, so that a file of 20 MB holds up nobody.

SQLite takes 150 to 200 ms to write 20 MB in one transaction, and it has one writer: everybody's taps would wait. So
whoever keeps a file begins it, adds its parts in transactions of their own, and only then lets a row of the record
take it. Nothing sees the file before that. If it is never taken, it ends by itself after a day; if its row is removed,
it ends at once. The clock removes what has ended, some parts at a time.
"""

import hashlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import cast

from sqlalchemy import Table, bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Session

from storage.engine.base import in_row
from storage.engine.cipher import Unreadable
from storage.engine.statements import rows, update_row
from storage.tables import FilePart, StoredFile

PART = 512 * 1024
MOST_PARTS = 64
UNTAKEN = timedelta(days=1)
"""So long a file may wait to be taken: the record may be locked, or the disk full, in between."""
PARTS_AT_ONCE = 4
"""So many parts are removed in one transaction."""
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
_FILES, _PARTS = cast(Table, StoredFile.__table__), cast(Table, FilePart.__table__)
_BEGIN = insert(_FILES).returning(_FILES.c.id)
_ADD = insert(_PARTS)
_HAS = select(_PARTS.c.id).where(_PARTS.c.id == bindparam("part"))
_TAKE = (
    update(_FILES)
    .where(_FILES.c.id == bindparam("file"), _FILES.c.ends_at.is_not(None))
    .values(ends_at=None, member_id=bindparam("member"))
)
_LET_GO = update(_FILES).where(_FILES.c.id == bindparam("file")).values(ends_at=LONG_AGO)
_END_UNTAKEN = _LET_GO.where(_FILES.c.ends_at.is_not(None))
_CONTENT = (
    select(FilePart.content)
    .where(FilePart.file_id == bindparam("file"))
    .order_by(FilePart.id)
    .execution_options(yield_per=2)  # the parts and the whole would be in memory at once
)
_COUNT = select(func.count()).where(_PARTS.c.file_id == bindparam("file"))
_PART_OF = select(FilePart.content).where(FilePart.id == bindparam("part"))
_ENDED = select(_FILES.c.id).where(_FILES.c.ends_at <= bindparam("now")).order_by(_FILES.c.ends_at).limit(30)
_STILL = select(_FILES.c.id).where(_FILES.c.ends_at <= bindparam("now"), _FILES.c.id == bindparam("file"))
_THEIR_PARTS = select(_PARTS.c.id).where(_PARTS.c.file_id == bindparam("file")).limit(bindparam("most"))
_REMOVE_PARTS = delete(_PARTS).where(_PARTS.c.id.in_(bindparam("parts", expanding=True)))
_REMOVE = delete(_FILES).where(_FILES.c.id == bindparam("file"))


@dataclass(frozen=True)
class Kept:
    """A file whose parts are on record, and which nothing has taken yet. `print`: the SHA-256 of its bytes, in hex."""

    id: int
    size: int
    print: str


class FileGone(Exception):
    """The file ended before anything took it: more than a day has passed."""


def print_of(content: bytes) -> str:
    """The SHA-256 of the bytes, in hex."""
    return hashlib.sha256(content).hexdigest()


def cut(content: bytes) -> Iterator[tuple[int, bytes]]:
    """The parts with their numbers. Raises ValueError if there are too many: 32 MB is the most."""
    if len(content) > PART * MOST_PARTS:
        raise ValueError(f"a file has at most {MOST_PARTS} parts")
    for number, first in enumerate(range(0, len(content), PART)):
        yield number, content[first : first + PART]


def begin(session: Session, at: datetime) -> int:
    """A file without parts; returns its number."""
    return int(session.execute(_BEGIN, {"ends_at": at + UNTAKEN}).scalar_one())


def add_part(session: Session, file_id: int, number: int, part: bytes) -> None:
    """Add a part. Nothing happens if it is there: whoever does not know whether it was written may add it again."""
    row = file_id * MOST_PARTS + number
    if session.execute(_HAS, {"part": row}).first() is None:
        session.execute(_ADD, in_row(FilePart, row, {"file_id": file_id, "content": part}))


def put_part(session: Session, file_id: int, number: int, part: bytes) -> None:
    """Add a part, or write it anew if it is there."""
    row = file_id * MOST_PARTS + number
    if session.execute(_HAS, {"part": row}).first() is None:
        session.execute(_ADD, in_row(FilePart, row, {"file_id": file_id, "content": part}))
    else:
        update_row(session, FilePart, row, {"content": part})


def take(session: Session, kept: Kept, member_id: int | None) -> None:
    """Keep the file until it is let go: a row of the record leads to it now. None: it is of no one member. Raises
    FileGone.
    """
    if rows(session.execute(_TAKE, {"file": kept.id, "member": member_id})) != 1:
        raise FileGone(f"file {kept.id}")


def end_untaken(session: Session, kept: Kept) -> None:
    """Let the file end now unless something has taken it."""
    session.execute(_END_UNTAKEN, {"file": kept.id})


def let_go(session: Session, found: Sequence[int | None]) -> None:
    """Let these files end now: no row leads to them any more. None stands for a file that its row has in itself."""
    for one in found:
        if one is not None:
            session.execute(_LET_GO, {"file": one})


def content(session: Session, file_id: int, print_: str) -> bytes:
    """The bytes of a file. Raises Unreadable, also if they don't have this print, which is sealed in the row that leads
    to the file: then a part is missing, or the row leads to another file than it was written with.
    """
    whole = io.BytesIO()
    with session.execute(_CONTENT, {"file": file_id}) as parts:  # it may end early, at a part that does not open
        for part in parts.scalars():
            whole.write(part)
    found = whole.getvalue()
    if print_of(found) != print_:
        raise Unreadable(f"file_parts of file {file_id}: they are not the file that was kept")
    return found


def pieces(session: Session, file_id: int) -> Iterator[bytes]:
    """The parts of a file one by one, so that a large file is never in memory as a whole."""
    first = file_id * MOST_PARTS
    for row in range(first, first + MOST_PARTS):
        found = session.execute(_PART_OF, {"part": row}).scalar_one_or_none()
        if found is None:
            return
        yield found


def count(session: Session, file_id: int) -> int:
    """How many parts a file has."""
    return int(session.execute(_COUNT, {"file": file_id}).scalar_one())


def piece(session: Session, file_id: int, number: int) -> bytes:
    """The part with this number (from 0). Raises NoResultFound."""
    found: bytes = session.execute(_PART_OF, {"part": file_id * MOST_PARTS + number}).scalar_one()
    return found


def find_ended(session: Session, now: datetime) -> Sequence[int]:
    """Some files that have ended, the longest ago first."""
    return session.execute(_ENDED, {"now": now}).scalars().all()


def remove(session: Session, found: Sequence[int], now: datetime) -> int:
    """Remove parts of these files, and files without parts: PARTS_AT_ONCE rows in all. Returns how many. A file that
    was taken meanwhile stays.
    """
    done = 0
    for one in found:
        if done >= PARTS_AT_ONCE:
            break
        if session.execute(_STILL, {"file": one, "now": now}).first() is None:
            continue
        of_it = session.execute(_THEIR_PARTS, {"file": one, "most": PARTS_AT_ONCE - done}).scalars().all()
        if of_it:
            session.execute(_REMOVE_PARTS, {"parts": list(of_it)})
        if done + len(of_it) < PARTS_AT_ONCE:
            session.execute(_REMOVE, {"file": one})
            done += 1
        done += len(of_it)
    return done
