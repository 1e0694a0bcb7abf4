"""The steps of an import, for whichever process does them: the bot's own, or one apart (bot/apart.py)."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from bot.kinds import KINDS
from content.importing.report import GONE, State
from content.keys.jobs import ReadImport
from content.rules import Rulebook
from storage.engine import jobs
from storage.engine.cipher import Unreadable
from storage.engine.jobs import Held, Stepped, Way
from storage.engine.pace import Pace
from storage.engine.sessions import Sessions
from storage.files import parts
from storage.importing import applying, imports, reading, staged
from storage.importing.applying import Prepared
from storage.importing.reading import Write
from storage.staff.log import HEAD, Head


@dataclass(frozen=True)
class After:
    """The job after a step, and the head of the log of staff if the step wrote there."""

    held: Held[Any]
    head: Head | None


@dataclass
class Steps:
    """One import's steps, one after the other: each is prepared, and then done in one transaction. `steady` is a clock
    that does not jump. What a step takes, with its wait for the lock, sets the size of the next.
    """

    sessions: Sessions
    rulebook: Rulebook
    steady: Callable[[], datetime]
    pace: Pace = field(default_factory=Pace)
    _acts: Iterator[Write] | None = None
    _act: Write | None = None
    _prepared: Prepared | None = None

    def prepare(self, held: Held[Any], now: datetime) -> None:
        """Read and compare what the next step puts on record. Nothing is written, and nobody waits for it.

        What an earlier process had put down of a report is made anew.
        """
        if self.sessions.light:  # what is not on the disk by now, the next tap that commits would have to wait for
            self.sessions.tidy()
        if isinstance(held.key, ReadImport):
            self._acts = self._acts or self._reading(held.key.number, now)
            self._act = next(self._acts, None)
        else:
            with self.sessions.reading() as session:
                self._prepared = applying.prepare(session, held, self.pace.size, KINDS)

    def step(self, held: Held[Any], now: datetime) -> After:
        """Do the step. It may be done again after a failure that passes. Raises as jobs.step does."""
        begun, heads = self.steady(), list[Head | None]()
        way = replace(self._way(held), committed=lambda session: heads.append(session.info.get(HEAD)))
        after = jobs.step(self.sessions, way, held, now)
        self.pace.took(self.steady() - begun)
        return After(after, next(iter(heads), None))

    def _way(self, held: Held[Any]) -> Way[Any]:
        if not isinstance(held.key, ReadImport):
            return applying.way(self.pace, self.rulebook, KINDS, self._prepared)
        if self._act is None:
            return Way(lambda _session, _job, _at: Stepped(0, over=True))
        return Way(partial(_done, self._act), failed=lambda session, job, at: imports.stop(session, job.key.number, at))

    def _reading(self, number: int, now: datetime) -> Iterator[Write]:
        # A step that a process has done which died before it said so is learnt of by this one, which does nothing.
        yield lambda _session: None
        with self.sessions.reading() as session:
            one = imports.standing(session, number)
        if one is None or one.state is not State.READING or one.file is None:
            return
        yield from self._cleared(number)
        try:
            every = reading.report(
                self.sessions, number, self._file(one.file, one.digest), now, self.pace, self.rulebook, KINDS
            )
        except Unreadable:
            yield lambda session: imports.settle(session, number, State.DROPPED, now, GONE)
            return
        yield from every

    def _file(self, file: int, digest: str) -> bytes:
        with self.sessions.reading() as session:
            return parts.content(session, file, digest)

    def _cleared(self, number: int) -> Iterator[Write]:
        while self._is_begun(number):
            yield lambda session: _remove(session, number, self.pace.size)

    def _is_begun(self, number: int) -> bool:
        with self.sessions.reading() as session:
            return staged.places(session, number) > 0


class Near:
    """Steps that are done in this process."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps

    async def prepare(self, held: Held[Any], now: datetime) -> None:
        await asyncio.to_thread(self._steps.prepare, held, now)

    def step(self, held: Held[Any], now: datetime) -> After:
        return self._steps.step(held, now)

    async def close(self) -> None:
        """Nothing is to be ended."""


def _remove(session: Session, number: int, count: int) -> None:
    staged.remove(session, number, count)


def _done(act: Write, session: Session, _job: Held[Any], _at: datetime) -> Stepped:
    act(session)
    return Stepped(1)
