"""Checks that the bodies of the log can be read, except those whose key was erased by an act of the log itself.

The chain of seals can't see this: a key lies outside the chain. Without the data key nobody can make a key that is
taken for ours, but everybody who can write the database can remove one or put one in the place of another.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from storage.engine.cipher import Cipher
from storage.staff import log_keys
from storage.staff.log import ERASE_KEY, body_of
from storage.staff.log_finding import Finding, Wrong
from storage.staff.log_rows import Row


@dataclass(frozen=True)
class _Run:
    """Acts in a row, of those under one key, that can all be read, or that all can't."""

    first: int
    last: int
    readable: bool


class Bodies:
    """`look` is given every row in order; `end` tells what no erasure has explained by then."""

    def __init__(self, session: Session, cipher: Cipher) -> None:
        self._keys = log_keys.every(session, cipher)
        self._runs: dict[int, list[_Run]] = {}

    def look(self, row: Row) -> Iterator[Finding]:
        """Note whether the row can be read. If it is an erasure, tell what it should have made unreadable."""
        owner = row.owner
        if owner is None:
            return
        if row.act == ERASE_KEY:
            for run in self._runs.pop(owner, []):
                if run.readable:
                    yield Finding(run.first, run.last, Wrong.NOT_ERASED, owner)
        self._note(owner, row.number, readable=self._opens(owner, row))

    def end(self) -> Iterator[Finding]:
        """What can't be read, and which members have one key together."""
        for owner, runs in self._runs.items():
            wrong = Wrong.OTHER_KEY if owner in self._keys else Wrong.NO_KEY
            yield from (Finding(run.first, run.last, wrong, owner) for run in runs if not run.readable)
        times = Counter(self._keys.values())
        for owner, key in self._keys.items():
            if key and times[key] > 1:
                yield Finding(0, 0, Wrong.SHARED_KEY, owner)

    def _note(self, owner: int, number: int, *, readable: bool) -> None:
        runs = self._runs.setdefault(owner, [])
        if runs and runs[-1].readable is readable:
            runs[-1] = replace(runs[-1], last=number)
        else:
            runs.append(_Run(number, number, readable))

    def _opens(self, owner: int, row: Row) -> bool:
        return body_of(self._keys.get(owner, b""), row.number, row.body) is not None
