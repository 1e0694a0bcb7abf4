"""Look-ups by keyed hash under every data key, and inserts that stay unique although a text has several hashes.

A look-up asks for all hashes of a text in one statement. Two statements, one for each key, would miss a row that
`rotate-key` gives its new hash in between.

An insert calls `reserve` first and then looks again. Until its transaction ends, no other process inserts a row with
one of these hashes: SQLite has one writer anyway, and PostgreSQL gets a lock for each hash. So two processes that were
given the same keys in another order don't make one chat or one member twice. A process that was not given a key
that another one seals with (`DataKey`) can't look under that key, so `reserve` refuses.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import ARRAY, BigInteger, BindParameter, Executable, Result, Table, bindparam, func, select
from sqlalchemy.orm import Session

from storage.engine.cipher import Cipher
from storage.engine.key_table import DataKey

Keys = Sequence[BindParameter[str]]
_KEYS = cast(Table, DataKey.__table__).c
_IN_USE = select(_KEYS.mark).where(_KEYS.replaced_at.is_(None))
_NUMBER = func.unnest(bindparam("numbers", type_=ARRAY(BigInteger))).column_valued("number")
_LOCK = select(func.pg_advisory_xact_lock(_NUMBER))


@dataclass(frozen=True)
class Keyed:
    """A column of keyed hashes that can be made anew: the hash of `text` of what the sealed column `source` holds. Not
    `lasting`: an earlier version may have made another text of it.
    """

    table: str
    column: str
    source: str
    about: str
    text: Callable[[bytes], str]
    lasting: bool = True


class KeyNotGiven(Exception):
    """Another process seals with a data key that this one was not given. Nothing was written."""


class ByKeys:
    """A statement that finds rows by the hashes of a text: `build` gets one parameter for each of them.

    It is built once for each number of hashes. Without that, SQLAlchemy would write its IN anew at each execution.
    """

    def __init__(self, build: Callable[[Keys], Executable]) -> None:
        self._build = build
        self._built: dict[int, Executable] = {}

    def run(
        self, session: Session, hashes: Sequence[str], values: Mapping[str, Any] | None = None
    ) -> Result[*tuple[Any, ...]]:
        """Execute the statement for these hashes."""
        statement = self._built.get(len(hashes))
        if statement is None:
            statement = self._build([bindparam(f"hash_{number}") for number in range(len(hashes))])
            self._built[len(hashes)] = statement
        named = {f"hash_{number}": one for number, one in enumerate(hashes)}
        return session.execute(statement, {**named, **values} if values else named)


def reserve(session: Session, cipher: Cipher, hashes: Sequence[str]) -> None:
    """Let nobody else insert a row with one of these hashes until this transaction ends. Raises KeyNotGiven.

    What was looked up before must be looked up again.
    """
    if session.get_bind().dialect.name == "postgresql":
        # in order, so that two that want the same locks don't wait for each other
        session.execute(_LOCK, {"numbers": sorted({_number(one) for one in hashes})})
    unknown = set(session.execute(_IN_USE).scalars()) - set(cipher.marks)
    if unknown:
        raise KeyNotGiven(f"DATA_KEY: another process uses the key {', '.join(sorted(unknown))}; give it here, too")


def _number(key: str) -> int:
    """The number of a hash's lock, which is the same for both forms of the hash."""
    digest = hashlib.sha256(key.rpartition(".")[2].encode()).digest()
    return int.from_bytes(digest[:8], signed=True)
