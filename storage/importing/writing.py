"""Writing what an import changes of one member."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.access import login_id
from content.importing.report import Values
from storage.engine.cipher import Cipher
from storage.engine.keyed import reserve
from storage.engine.statements import update_row
from storage.people.ids import MAMIS_ID
from storage.tables import Member

_HOLDER = select(Member.id).where(Member.mamis_key.in_(bindparam("keys", expanding=True)))


class RecordChanged(Exception):
    """The record is not as the report found it. Nothing of this step was done."""


def write(session: Session, cipher: Cipher, member: Member, values: Values, at: datetime) -> None:
    """Set these columns of a member. Only what changes is sealed anew: triggers find what a certificate shows by it.

    Raises RecordChanged if another member has the MAMIS ID.
    """
    fields: dict[str, Any] = {**values, "imported_at": at}
    if "mamis_id" in values:
        keys = mamis_keys(cipher, values)
        _refuse_taken(session, cipher, keys, member.id)
        if member.mamis_key not in (keys or (None,)):
            fields["mamis_key"] = keys[0] if keys else None
    update_row(session, Member, member.id, fields)


def mamis_keys(cipher: Cipher, values: Mapping[str, object]) -> tuple[str, ...]:
    """The keyed hashes of the MAMIS ID in these values; none if it is empty."""
    text = values.get("mamis_id")
    return cipher.finds(normal(text), MAMIS_ID) if text else ()


def normal(text: object) -> str:
    """An ID in the form by which it is looked up."""
    return login_id.read(str(text)).text


def _refuse_taken(session: Session, cipher: Cipher, keys: Sequence[str], member_id: int) -> None:
    if not keys:
        return
    reserve(session, cipher, keys)
    if session.execute(_HOLDER, {"keys": keys}).scalars().first() not in (None, member_id):
        raise RecordChanged("another member has this MAMIS ID now")
