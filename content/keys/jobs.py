"""The key of every kind of long work. What a step of it does is written beside the code that runs it."""

from dataclasses import dataclass

from content.keys.job import JobKey


@dataclass(frozen=True)
class RotateKey(JobKey, kind="rotate_key", alone=True):
    """Renews every seal and keyed hash under the data key with this name (8 hex digits)."""

    mark: str


@dataclass(frozen=True)
class ReadImport(JobKey, kind="read_import", alone=False):
    """Makes the report of the import with this number, which somebody sent in the chat."""

    number: int


@dataclass(frozen=True)
class ApplyImport(JobKey, kind="apply_import", alone=True):
    """Does what the report of the import with this number says; or undoes it."""

    number: int


@dataclass(frozen=True)
class CountExport(JobKey, kind="count_export", alone=False):
    """Counts what the export with this number would have."""

    number: int


@dataclass(frozen=True)
class MakeExport(JobKey, kind="make_export", alone=True):
    """Makes the file of the export with this number."""

    number: int
