"""The files of declarations. They are sealed, each is kept once, and they change only in a draft."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, select
from sqlalchemy.orm import Session

from content.declarations.declaring import State
from content.declarations.evidence import Added
from content.refusals import NoSuchDeclaration
from content.rules import Rules
from storage.declarations import declarations
from storage.engine.base import cipher_of
from storage.engine.cipher import Cipher, Unreadable
from storage.engine.keyed import ByKeys, Keyed, reserve
from storage.engine.statements import insert_row
from storage.files import parts
from storage.files.parts import Kept
from storage.tables import Declaration, Evidence

MEGABYTE = 1024 * 1024
_THIS = (Evidence.id == bindparam("evidence"), Evidence.declaration_id == bindparam("declaration"))
_REMOVE = delete(Evidence).where(*_THIS).returning(Evidence.file_id)
_UNDECIDED = (State.DRAFT.value, State.SUBMITTED.value, State.WITHDRAWN.value)
_KEPT = (
    select(func.count(Evidence.id), func.coalesce(func.sum(Evidence.size), 0))
    .join(Declaration, Declaration.id == Evidence.declaration_id)
    .where(Declaration.member_id == bindparam("member"), Declaration.state.in_(_UNDECIDED))
)
_SAME = ByKeys(
    lambda keys: select(Evidence.id, Evidence.print).where(
        Evidence.declaration_id == bindparam("declaration"), Evidence.content_key.in_(keys)
    )
)
_KEYS = (
    select(Evidence.id, Evidence.declaration_id, Evidence.content_key, Evidence.print)
    .join(Declaration, Declaration.id == Evidence.declaration_id)
    .where(Declaration.member_id == bindparam("member"))
)
_BYTES = select(Evidence.content).where(Evidence.id == bindparam("evidence"))
CONTENT = "evidence.content"
"""The place of the keyed hash."""
KEYED = (Keyed("evidence", "content_key", "print", CONTENT, lambda plain: plain.decode()),)
_WHERE = select(Evidence.file_id, Evidence.print).where(*_THIS)


def add(
    session: Session,
    member_id: int,
    declaration_id: int,
    *,
    name: str,
    mime: str,
    kept: Kept,
    most: int,
    at: datetime,
) -> Added:
    """Add a file to a draft that has fewer than `most`; only then the file is taken. Raises NoSuchDeclaration, or
    StaleButton if it is no draft.
    """
    draft = declarations.draft(session, member_id, declaration_id)
    cipher = cipher_of(session.get_bind().dialect)
    # a keyed hash: with a plain one, somebody that holds the database could prove which file a member sent
    keys = cipher.finds(kept.print, CONTENT)
    reserve(session, cipher, keys)
    if _has(session, declaration_id, keys, kept.print):
        return Added.SAME
    if len(draft.evidence) >= most:
        return Added.FULL
    parts.take(session, kept, member_id)
    what = {"name": name, "mime": mime, "size": kept.size, "file_id": kept.id}
    what |= {"print": kept.print, "content": None, "content_key": keys[0]}
    insert_row(session, Evidence, what | {"declaration_id": declaration_id, "received_at": at})
    return Added.NEW


def has_room(session: Session, member_id: int, size: int, rules: Rules) -> bool:
    """Whether one more file of `size` bytes is kept of this member. Files by which staff have decided don't count."""
    files, kept = session.execute(_KEPT, {"member": member_id}).one()
    return files < rules.declared_files and kept + size <= rules.declared_megabytes * MEGABYTE


def remove(session: Session, member_id: int, declaration_id: int, evidence_id: int) -> bool:
    """Remove a file from a draft; False if the draft has no such file. Raises NoSuchDeclaration, StaleButton."""
    declarations.draft(session, member_id, declaration_id)
    gone = session.execute(_REMOVE, {"declaration": declaration_id, "evidence": evidence_id}).scalars().all()
    parts.let_go(session, gone)
    return bool(gone)


def content(session: Session, declaration_id: int, evidence_id: int) -> bytes:
    """The bytes of a file. The caller checks who may see the declaration. Raises NoSuchDeclaration."""
    found = session.execute(_WHERE, {"declaration": declaration_id, "evidence": evidence_id}).one_or_none()
    if found is None:
        raise NoSuchDeclaration
    if found.file_id is not None:
        return parts.content(session, found.file_id, found.print)
    return _whole(session, evidence_id)


def same_files(session: Session, member_id: int, declaration_id: int) -> frozenset[int]:
    """The other declarations of the member that have a file of this one."""
    cipher = cipher_of(session.get_bind().dialect)
    mine, others = set[str](), dict[int, set[str]]()
    for row in session.execute(_KEYS, {"member": member_id}):
        digest = _digest(session, cipher, row)
        (mine if row.declaration_id == declaration_id else others.setdefault(row.declaration_id, set())).add(digest)
    return frozenset(other for other, digests in others.items() if digests & mine)


def _digest(session: Session, cipher: Cipher, row: Row[*tuple[Any, ...]]) -> str:
    """A file's hash under the newest data key. While a key is being replaced, some files have only the hash of
    another one.
    """
    mark, _, digest = row.content_key.rpartition(".")
    if len(cipher.marks) == 1 or mark == cipher.marks[0]:
        return str(digest)
    return cipher.find(_print(session, row), CONTENT).rpartition(".")[2]


def _print(session: Session, row: Row[*tuple[Any, ...]]) -> str:
    return row.print or parts.print_of(_whole(session, row.id))


def _whole(session: Session, evidence_id: int) -> bytes:
    """The bytes of a file that an earlier version kept in its row."""
    found = session.execute(_BYTES, {"evidence": evidence_id}).scalar_one()
    if found is None:
        raise Unreadable(f"evidence.content of row {evidence_id}: the row has no file")
    return found


def _has(session: Session, declaration_id: int, keys: Sequence[str], print_of: str) -> bool:
    found = _SAME.run(session, keys, {"declaration": declaration_id}).first()
    if found is not None and _print(session, found) != print_of:
        raise Unreadable(f"evidence.content of row {found.id}: it was found by the keyed hash of another file")
    return found is not None
