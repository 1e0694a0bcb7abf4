"""Renews what is sealed or hashed under a former data key, or in a former form, row by row.

A batch is read and sealed anew outside of any write transaction (`prepare`). Then a short one writes it (`put`), but
only where the row still has what was read: if a tap has changed it meanwhile, it is already renewed or is found by the
next pass. The rows themselves say what is left (`left`), so the work can stop and go on anywhere.
"""

import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Table, Update, and_, bindparam, func, or_, select, type_coerce, update
from sqlalchemy import LargeBinary as Raw
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from storage.engine.base import SealedFile
from storage.engine.cipher import MARK_BYTES, NONCE_BYTES, Cipher, Unreadable
from storage.engine.keyed import Keyed
from storage.engine.statements import rows
from storage.privacy.seals import SealedColumn, sealed_columns

BATCH = 50
HEAD = MARK_BYTES + NONCE_BYTES
"""So many bytes of a seal are never those of another: the nonce is drawn anew for each."""


@dataclass(frozen=True)
class Part:
    """A table with its sealed columns, and its keyed hashes that can be made anew."""

    table: Table
    sealed: Sequence[SealedColumn]
    keyed: Sequence[Keyed]

    @property
    def key(self) -> ColumnElement[Any]:
        return self.sealed[0].key

    @property
    def batch(self) -> int:
        """How many rows are renewed in one transaction: files are large."""
        return 1 if any(isinstance(self.table.c[one.name].type, SealedFile) for one in self.sealed) else BATCH

    def is_former(self, cipher: Cipher) -> ColumnElement[bool]:
        """Whether a row has anything that is not under the first key, in the form of now."""
        seals = (and_(one.raw.is_not(None), _start(one, MARK_BYTES) != cipher.newest) for one in self.sealed)
        hashes = (~self.table.c[one.column].startswith(f"{cipher.marks[0]}.") for one in self.keyed)
        return or_(*seals, *hashes)


@dataclass(frozen=True)
class Renewed:
    """The new seals and hashes of a row, and what must still stand there: the heads of the seals, the hashes."""

    row: int
    seals: Mapping[str, bytes] = field(default_factory=dict)
    heads: Mapping[str, bytes] = field(default_factory=dict)
    hashes: Mapping[str, str] = field(default_factory=dict)
    former: Mapping[str, str] = field(default_factory=dict)
    fault: str = ""


def parts(keyed: Collection[Keyed]) -> Sequence[Part]:
    """Every table in which anything is sealed."""
    return [
        Part(table, tuple(sealed), [one for one in keyed if one.table == table.name])
        for table, sealed in groupby(sealed_columns(), key=lambda one: one.table)
    ]


def left(session: Session, cipher: Cipher, every: Sequence[Part]) -> Mapping[str, int]:
    """How many rows of each table are still to be renewed, without tables that have none."""
    counts = {
        part.table.name: session.execute(
            select(func.count()).select_from(part.table).where(part.is_former(cipher))
        ).scalar_one()
        for part in every
    }
    return {table: number for table, number in counts.items() if number}


def prepare(session: Session, cipher: Cipher, part: Part, after: int) -> Sequence[Renewed]:
    """The next rows with a primary key above `after` that are to be renewed; none: the table is through."""
    columns: list[ColumnElement[Any]] = [part.key, *(one.raw.label(one.name) for one in part.sealed)]
    columns += [part.table.c[one.column] for one in part.keyed]
    wanted = select(*columns).where(part.key > after, part.is_former(cipher)).order_by(part.key).limit(part.batch)
    return [_renewed(cipher, part, row[0], dict(row._mapping)) for row in session.execute(wanted)]


def put(session: Session, part: Part, batch: Sequence[Renewed]) -> tuple[int, Sequence[str]]:
    """Write the rows of a batch. How many were written, and why others can't be."""
    faults = [one.fault for one in batch if one.fault]
    sound = [one for one in batch if not one.fault]
    written = _together(session, part, sound)
    if written is not None:
        return written, faults
    each = [(one, _together(session, part, [one])) for one in sound]
    where = f"{part.table.name}, row"
    faults += [f"{where} {one.row}: another row has the same ID or content" for one, number in each if number is None]
    return sum(number or 0 for _, number in each), faults


def _together(session: Session, part: Part, batch: Sequence[Renewed]) -> int | None:
    """How many of these rows were written; None, and nothing is written, if a unique index refuses one of them."""
    written = 0
    try:
        with session.begin_nested():
            for names, alike in groupby(sorted(batch, key=_names), key=_names):
                values = [_values(one) for one in alike]
                written += rows(session.connection().execute(_writing(part, names), values))
    except IntegrityError:
        return None
    return written


def _renewed(cipher: Cipher, part: Part, row: int, found: Mapping[str, Any]) -> Renewed:
    try:
        return Renewed(row, *_seals(cipher, part, row, found), *_hashes(cipher, part, row, found))
    except Unreadable as error:
        return Renewed(row, fault=str(error))


def _seals(
    cipher: Cipher, part: Part, row: int, found: Mapping[str, Any]
) -> tuple[Mapping[str, bytes], Mapping[str, bytes]]:
    seals, heads = dict[str, bytes](), dict[str, bytes]()
    for one in part.sealed:
        if found[one.name] is not None and bytes(found[one.name][:MARK_BYTES]) != cipher.newest:
            before = bytes(found[one.name])
            seals[one.name] = cipher.seal(cipher.open(before, one.about, row), one.about, row)
            heads[one.name] = before[:HEAD]
    return seals, heads


def _hashes(
    cipher: Cipher, part: Part, row: int, found: Mapping[str, Any]
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    hashes, former = dict[str, str](), dict[str, str]()
    for one in part.keyed:
        before, sealed = found[one.column], found[one.source]
        if before is None or sealed is None or before.startswith(f"{cipher.marks[0]}."):
            continue
        text = one.text(cipher.open(bytes(sealed), f"{one.table}.{one.source}", row))
        if one.lasting and before not in cipher.finds(text, one.about):
            raise Unreadable(f"{one.table}.{one.column} of row {row}: it is the keyed hash of something else")
        # what was erased has no text: its hash is that of nothing, and of no other row
        hashes[one.column], former[one.column] = cipher.find(text or secrets.token_hex(16), one.about), before
    return hashes, former


Names = tuple[tuple[str, ...], tuple[str, ...]]


def _names(one: Renewed) -> Names:
    """Which columns are renewed: seals, hashes."""
    return tuple(one.seals), tuple(one.hashes)


def _writing(part: Part, names: Names) -> Update:
    """The statement that renews these columns where they still have what was read."""
    seals, hashes = names
    table = part.table
    still = [
        _start(one, HEAD) == bindparam(f"head_{one.name}", type_=Raw()) for one in part.sealed if one.name in seals
    ]
    still += [table.c[name] == bindparam(f"former_{name}") for name in hashes]
    new: dict[Any, Any] = {table.c[name]: bindparam(f"seal_{name}", type_=Raw()) for name in seals}
    new |= {table.c[name]: bindparam(f"hash_{name}") for name in hashes}
    return update(table).where(part.key == bindparam("at_row"), *still).values(new)


def _values(one: Renewed) -> dict[str, Any]:
    """The values for that statement."""
    values: dict[str, Any] = {"at_row": one.row}
    for prefix, found in (("head", one.heads), ("seal", one.seals), ("former", one.former), ("hash", one.hashes)):
        values |= {f"{prefix}_{name}": value for name, value in found.items()}
    return values


def _start(sealed: SealedColumn, length: int) -> ColumnElement[bytes]:
    return type_coerce(func.substr(sealed.raw, 1, length), Raw)
