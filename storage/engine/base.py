"""The base class of all tables, and the column types that they share."""

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, LargeBinary, MetaData
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

from storage.engine.cipher import Cipher


class Base(DeclarativeBase):
    """The base of every table of the record book."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Moment(TypeDecorator[datetime]):
    """An aware moment in UTC. A naive one raises ValueError. SQLite keeps no zone, so reading adds it again."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def lend_cipher(dialect: Dialect, cipher: Cipher) -> None:
    """Attach the cipher for sealed columns to an engine's dialect.

    Why to the dialect: SQLAlchemy passes a column type nothing else, and each engine has its own. So no cipher has to
    be global.
    """
    dialect._tani_cipher = cipher  # type: ignore[attr-defined]  # the one thing we hang on SQLAlchemy's object


def cipher_of(dialect: Dialect) -> Cipher:
    """The cipher that is attached to this dialect."""
    cipher: Cipher = dialect._tani_cipher  # type: ignore[attr-defined]  # see lend_cipher
    return cipher


class _Sealed(TypeDecorator[Any]):
    """A column of personal data. Writing seals it, reading opens it; sealed bytes are bound to their `table.column`."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, about: str) -> None:
        super().__init__()
        self.about = about

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        return None if value is None else cipher_of(dialect).seal(self.to_bytes(value), self.about)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:
        return None if value is None else self.from_bytes(cipher_of(dialect).open(bytes(value), self.about))

    def to_bytes(self, value: Any) -> bytes:
        raise TypeError("a sealed column is a text, bytes or a document")

    def from_bytes(self, plain: bytes) -> Any:
        raise TypeError("a sealed column is a text, bytes or a document")


class SealedText(_Sealed):
    """A sealed `str`."""

    cache_ok = True

    def to_bytes(self, value: str) -> bytes:
        return value.encode()

    def from_bytes(self, plain: bytes) -> str:
        return plain.decode()


class SealedBytes(_Sealed):
    """Sealed `bytes`."""

    cache_ok = True

    def to_bytes(self, value: bytes) -> bytes:
        return value

    def from_bytes(self, plain: bytes) -> bytes:
        return plain


class SealedDocument(_Sealed):
    """A sealed JSON document. Equal documents give equal plain bytes."""

    cache_ok = True

    def to_bytes(self, value: object) -> bytes:
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

    def from_bytes(self, plain: bytes) -> object:
        return json.loads(plain)


def is_sealed(kind: object) -> bool:
    """Whether a column's type seals its values."""
    return isinstance(kind, _Sealed)
