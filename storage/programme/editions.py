"""Editions: each published wording is kept once, for ever. A wording that comes back is the old edition again."""

from collections.abc import Mapping
from datetime import datetime
from typing import cast

from sqlalchemy import Table, func, select
from sqlalchemy.orm import Session

from storage.engine.documents import digest
from storage.tables import Edition, JournalEdition


def put(
    session: Session,
    entity: type[Edition] | type[JournalEdition],
    owner_id: int,
    document: Mapping[str, object],
    at: datetime,
) -> tuple[int, int]:
    """Id and number of the edition with this document. `owner_id`: its course or issue. It is added if it is new."""
    table = cast(Table, entity.__table__)
    # both tables of editions have one foreign key: the course or the issue that owns the edition
    (owner,) = (column for column in table.columns if column.foreign_keys)
    fingerprint = digest(document)
    mine = select(table.c.id, table.c.number).where(owner == owner_id)
    same = session.execute(mine.where(table.c.fingerprint == fingerprint)).first()
    if same is not None:
        return same.id, same.number
    newest = session.execute(select(func.max(table.c.number)).where(owner == owner_id)).scalar() or 0
    added = entity(number=newest + 1, document=dict(document), fingerprint=fingerprint, published_at=at)
    setattr(added, owner.key, owner_id)
    session.add(added)
    session.flush()
    return added.id, added.number
