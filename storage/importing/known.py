"""The members of the record by the IDs that a file names."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.engine.cipher import Cipher
from storage.people import ids
from storage.tables import Member

_KEYS = select(Member.id, Member.member_no_key, Member.mamis_key)


class Known:
    """Finds members by their IDs in the form by which they are looked up, as the record was at this moment."""

    def __init__(self, session: Session, cipher: Cipher) -> None:
        self._cipher = cipher
        self._by_no: dict[str, int] = {}
        self._by_mamis: dict[str, int] = {}
        for row in session.execute(_KEYS):
            # the first one: a record of an earlier version may have a member twice, under two data keys
            self._by_no.setdefault(row.member_no_key, row.id)
            if row.mamis_key:
                self._by_mamis[row.mamis_key] = row.id

    def by_no(self, member_id: str) -> int | None:
        return _first(self._by_no, self._cipher.finds(member_id, ids.MEMBER_NO)) if member_id else None

    def by_mamis(self, mamis_id: str) -> int | None:
        return _first(self._by_mamis, self._cipher.finds(mamis_id, ids.MAMIS_ID)) if mamis_id else None

    def everybody(self) -> set[int]:
        return {*self._by_no.values()}


def _first(found: Mapping[str, int], keys: Iterable[str]) -> int | None:
    """What stands under the first of these keyed hashes under which anything stands."""
    return next((found[key] for key in keys if key in found), None)
