"""Every kind of long work, by its key. What a step of it does stands with whoever does it."""

from dataclasses import dataclass

from content.job import JobKey


@dataclass(frozen=True)
class ImportMembers(JobKey, kind="import_members", alone=True):
    """The members' file with this digest (SHA-256 of its text) goes into the record."""

    digest: str
