"""The files of declarations. They are sealed, each is kept once, and they change only in a draft."""

import hashlib
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.orm import Session

from content.declaring import State
from content.evidence import Added
from content.refusals import NoSuchDeclaration
from content.rules import Rules
from storage.declarations import declarations
from storage.engine.base import cipher_of
from storage.engine.statements import insert_new, rows, run
from storage.tables import Declaration, Evidence

MEGABYTE = 1024 * 1024
_NEW = insert_new(Evidence)
_THIS = (Evidence.id == bindparam("evidence"), Evidence.declaration_id == bindparam("declaration"))
_REMOVE = delete(Evidence).where(*_THIS)
_UNDECIDED = (State.DRAFT.value, State.SUBMITTED.value, State.WITHDRAWN.value)
_KEPT = (
    select(func.count(Evidence.id), func.coalesce(func.sum(Evidence.size), 0))
    .join(Declaration, Declaration.id == Evidence.declaration_id)
    .where(Declaration.member_id == bindparam("member"), Declaration.state.in_(_UNDECIDED))
)
_CONTENT = select(Evidence.content).where(*_THIS)


def add(
    session: Session,
    member_id: int,
    declaration_id: int,
    *,
    name: str,
    mime: str,
    content: bytes,
    most: int,
    at: datetime,
) -> Added:
    """Add a file to a draft that has fewer than `most`. Raises NoSuchDeclaration, or StaleButton if it is no draft."""
    draft = declarations.draft(session, member_id, declaration_id)
    cipher = cipher_of(session.get_bind().dialect)
    # a keyed hash: with a plain one, somebody that holds the database could prove which file a member sent
    key = cipher.find(hashlib.sha256(content).hexdigest(), "evidence.content")
    if _has(session, declaration_id, key):
        return Added.SAME
    if len(draft.evidence) >= most:
        return Added.FULL
    what = {"name": name, "mime": mime, "size": len(content), "content": content, "content_key": key}
    run(session, _NEW, what | {"declaration_id": declaration_id, "received_at": at})
    return Added.NEW


def has_room(session: Session, member_id: int, size: int, rules: Rules) -> bool:
    """Whether one more file of `size` bytes is kept of this member. Files by which staff have decided don't count."""
    files, kept = session.execute(_KEPT, {"member": member_id}).one()
    return files < rules.declared_files and kept + size <= rules.declared_megabytes * MEGABYTE


def remove(session: Session, member_id: int, declaration_id: int, evidence_id: int) -> bool:
    """Remove a file from a draft; False if the draft has no such file. Raises NoSuchDeclaration, StaleButton."""
    declarations.draft(session, member_id, declaration_id)
    return rows(session.execute(_REMOVE, {"declaration": declaration_id, "evidence": evidence_id})) == 1


def content(session: Session, declaration_id: int, evidence_id: int) -> bytes:
    """The bytes of a file. The caller checks who may see the declaration. Raises NoSuchDeclaration."""
    found = session.execute(_CONTENT, {"declaration": declaration_id, "evidence": evidence_id}).scalar_one_or_none()
    if found is None:
        raise NoSuchDeclaration
    return found


def _has(session: Session, declaration_id: int, key: str) -> bool:
    same = select(Evidence.id).where(Evidence.declaration_id == declaration_id, Evidence.content_key == key)
    return session.execute(same).first() is not None
