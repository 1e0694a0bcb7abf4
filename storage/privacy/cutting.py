"""Files that versions before 0.6 kept whole, in the row that they belong to: `rotate-key` cuts them into parts.

A file is read and opened outside of any write transaction. Then its parts are written, each in a short one, and at last
its row leads to them and no longer has the bytes, but only if it still is as it was read. What is written of a file
when the process dies ends by itself, like any file that nothing takes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import LargeBinary, Select, Table, bindparam, func, select, type_coerce, update
from sqlalchemy.orm import Session

from storage.engine.base import Base, bound
from storage.engine.cipher import Cipher, Unreadable
from storage.engine.statements import rows
from storage.files import parts
from storage.files.parts import Kept
from storage.privacy.rotation import HEAD
from storage.tables import Declaration, Evidence, Request, RequestFile, RequestMessage

_OWNERS: Mapping[type[Base], Select[*tuple[Any, ...]]] = {
    Evidence: select(Declaration.member_id).join(Evidence, Evidence.declaration_id == Declaration.id),
    RequestFile: select(Request.member_id)
    .join(RequestMessage, RequestMessage.request_id == Request.id)
    .join(RequestFile, RequestFile.message_id == RequestMessage.id),
}
KINDS: Sequence[type[Base]] = tuple(_OWNERS)


@dataclass(frozen=True)
class Whole:
    """A file as it stands in its row, opened. `head`: how its seal begins. `fault`: why it can't be opened."""

    kind: type[Base]
    row: int
    content: bytes = b""
    head: bytes = b""
    fault: str = ""


def left(session: Session) -> int:
    """How many files are kept whole."""
    counted = (select(func.count()).select_from(_table(one)).where(_table(one).c.file_id.is_(None)) for one in KINDS)
    return sum(session.execute(one).scalar_one() for one in counted)


def following(session: Session, cipher: Cipher, kind: type[Base], after: int) -> Whole | None:
    """The next file that is kept whole, in a row above `after`; None if there is no other."""
    table = _table(kind)
    raw = type_coerce(table.c.content, LargeBinary)
    found = session.execute(
        select(table.c.id, raw).where(table.c.id > after, table.c.file_id.is_(None)).order_by(table.c.id).limit(1)
    ).one_or_none()
    if found is None:
        return None
    number, sealed = found
    about = f"{table.name}.content"
    try:
        if sealed is None:
            raise Unreadable(f"{about} of row {number}: the row has no file")
        return Whole(kind, number, cipher.open(bytes(sealed), about, number), bytes(sealed[:HEAD]))
    except Unreadable as error:
        return Whole(kind, number, fault=str(error))


def lead(session: Session, whole: Whole, kept: Kept) -> bool:
    """Let the row lead to the parts. False if it is not as it was read, or gone: then the parts end."""
    table = _table(whole.kind)
    owner = _OWNERS[whole.kind].where(table.c.id == bindparam("row"))
    member = session.execute(owner, {"row": whole.row}).scalar_one_or_none()
    start = type_coerce(func.substr(type_coerce(table.c.content, LargeBinary), 1, HEAD), LargeBinary)
    values = bound(whole.kind, whole.row, {"file_id": kept.id, "print": kept.print, "content": None})
    still = (table.c.id == whole.row, table.c.file_id.is_(None), start == whole.head)
    if member is None or rows(session.execute(update(table).where(*still).values(values))) != 1:
        parts.end_untaken(session, kept)
        return False
    parts.take(session, kept, member)
    return True


def _table(kind: type[Base]) -> Table:
    table: Table = kind.__table__  # type: ignore[assignment]  # of a mapped class it is always a Table
    return table
