"""What the commands that import a file have in common: short writes with pauses between them, and the carrying of jobs
to their end.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, TextIO, TypeVar

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from bot.commands.patience import patiently
from bot.kinds import KINDS
from content.importing.report import State
from content.keys.jobs import ApplyImport
from content.rules import Rulebook
from storage.engine import jobs
from storage.engine.jobs import Held, Way
from storage.engine.pace import Pace
from storage.engine.sessions import Sessions
from storage.importing import applying, imports
from storage.importing.applying import Prepared
from storage.importing.writing import RecordChanged

SHOW_EVERY = 20_000
TRIES = 10
BUSY_S = 1.0
# A tap that waits for SQLite's lock asks after 1, 3, 8, 18, 33 and 53 ms, and a step lasts about 30: so the tap gets it
# in this pause or in the next one.
BREATH_S = 0.02
T = TypeVar("T")
Clock = Callable[[], datetime]


@dataclass(frozen=True)
class Hand:
    """What carrying needs. `clock` says for how long this process holds a job; `steady` measures the steps; `committed`
    is called after each transaction.
    """

    sessions: Sessions
    clock: Clock
    steady: Clock
    out: TextIO
    pause: Callable[[float], None] = time.sleep
    pace: Pace = field(default_factory=Pace)
    rulebook: Rulebook = field(default_factory=Rulebook)
    committed: Callable[[Session], None] = lambda _session: None


def write(hand: Hand, act: Callable[[Session], T]) -> T:
    """Do this in one transaction, again while the database is busy, then pause for a moment, in which taps go on."""

    def once() -> T:
        with hand.sessions.begin() as session:
            done = act(session)
        hand.committed(session)
        return done

    return _timed(hand, once)


def write_all(hand: Hand, acts: Iterable[Callable[[Session], None]]) -> None:
    for act in acts:
        write(hand, act)


def step(hand: Hand, way: Way[Any], held: Held[Any]) -> Held[Any]:
    """One step of a job, as `write` does it."""
    return _timed(hand, lambda: jobs.step(hand.sessions, way, held, hand.clock()))


def carry(hand: Hand, held: Held[ApplyImport]) -> State:
    """Carry an import to its end: applied, or undone. If the record is not as the report found it, all is undone.

    Raises jobs.Lost if another process took over.
    """
    try:
        while not held.over:
            before = held.done
            held = step(hand, _way(hand, held), held)
            if held.done // SHOW_EVERY != before // SHOW_EVERY and not held.over:
                print(f"{held.done:,} of {held.total:,}", file=hand.out, flush=True)
    except RecordChanged:
        return carry(hand, claimed(hand))
    except BaseException:
        _let_go(hand, held)
        raise
    found = write(hand, lambda session: imports.standing(session, held.key.number))
    return found.state if found is not None else State.DROPPED


def _way(hand: Hand, held: Held[ApplyImport]) -> Way[ApplyImport]:
    """How the next step is done. What can be worked out before its transaction is worked out here."""

    def prepared() -> Prepared | None:
        with hand.sessions.reading() as session:
            return applying.prepare(session, held, hand.pace.size, KINDS)

    ready = patiently(prepared, hand.pause, tries=TRIES, busy_s=BUSY_S)
    return replace(applying.way(hand.pace, hand.rulebook, KINDS, ready), committed=hand.committed)


def claimed(hand: Hand) -> Held[ApplyImport]:
    """The import that is open and that no process holds. Raises jobs.Lost if there is none."""
    found = write(hand, lambda session: jobs.claim(session, [ApplyImport], hand.clock()))
    if found is None:
        raise jobs.Lost("another process has it")
    return found


def finish_others(hand: Hand) -> bool:
    """Bring to its end what another process began and left. False if a process is at work on it."""
    while True:
        if write(hand, lambda session: jobs.under_way(session, ApplyImport)) is None:
            return True
        try:
            held = claimed(hand)
        except jobs.Lost:
            return False
        print(f"Import {held.key.number} was cut off: it is brought to its end first.", file=hand.out)
        carry(hand, held)


def _let_go(hand: Hand, held: Held[ApplyImport]) -> None:
    """Give the job back, so that it can be gone on with at once. If the database is busy, the claim runs out by
    itself.
    """
    try:
        with hand.sessions.begin() as session:
            jobs.release(session, held)
    except DBAPIError:
        return


def _timed(hand: Hand, act: Callable[[], T]) -> T:
    begun = hand.steady()
    done = patiently(act, hand.pause, tries=TRIES, busy_s=BUSY_S)
    took = hand.steady() - begun
    hand.pace.took(took if took < timedelta(seconds=1) else timedelta(0))  # longer: it waited for the lock
    if hand.sessions.kind == "sqlite":  # PostgreSQL lets taps write at the same time
        hand.pause(BREATH_S)
    return done
