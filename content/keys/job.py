"""The typed key of a job (long work that is done in short steps): its kind, and what it is about. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

from content.keys import fields

_KINDS: dict[str, type["JobKey"]] = {}


class NoSuchJob(LookupError):
    """This version does not know this kind of job, or did not write its key."""


@dataclass(frozen=True)
class JobKey:
    """Subclass as `@dataclass(frozen=True) class ApplyImport(JobKey, kind="apply_import", alone=True)`.

    `alone`: only one job of the kind may be open at a time. A key holds only numbers, days and digests, never personal
    data: the record does not seal it.
    """

    kind: ClassVar[str] = ""
    alone: ClassVar[bool] = False

    def __init_subclass__(cls, kind: str, *, alone: bool) -> None:
        fields.enter(_KINDS, kind, cls)
        cls.kind, cls.alone = kind, alone

    def pack(self) -> dict[str, str]:
        """The key's texts, by field name."""
        return fields.pack(self)

    @classmethod
    def unpack(cls, texts: Mapping[str, str]) -> Self:
        """The key of this kind that was packed into these texts. Raises NoSuchJob."""
        try:
            return fields.unpack(cls, texts)
        except ValueError as error:
            raise NoSuchJob(f"{cls.kind}: {error}") from None


def unpack(kind: str, texts: Mapping[str, str]) -> JobKey:
    """The key of a row. Raises NoSuchJob."""
    if kind not in _KINDS:
        raise NoSuchJob(kind)
    return _KINDS[kind].unpack(texts)
