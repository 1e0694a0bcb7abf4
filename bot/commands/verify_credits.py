"""verify-credits: every credit derived again from what it rests on, and whatever is missing, too much or different."""

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import TextIO

from bot.clock import RealClock
from bot.commands.batch import counted
from content.proving.finding import Finding
from content.rules import Rulebook
from storage.engine.sessions import Sessions
from storage.people import ids
from storage.proofs import proving, wordings
from storage.proofs.proving import Proof
from storage.proofs.span import Span, spans

MEMBERS = 200
"""So many are proved in one go: of each, some thousand rows are in memory at a time."""
STEP_S = 30.0
"""How often it is said how far the proof is."""


def run(sessions: Sessions, out: TextIO, *, others: Callable[[], Sessions] | None = None) -> int:
    """0: the ledgers say what the record says. 1: each fault is told in a line.

    `others` opens the same record in further processes, one for each core. Without it, or if there is little to do, all
    is done in this one.
    """
    with sessions.reading() as session:
        every = tuple(spans(session, MEMBERS))
    with _proving(sessions, others if len(every) > 1 else None) as prove:
        rows, attested, erased, found = _told(sessions, every, prove(every), out)
    read = counted(rows, "row", "rows")
    if attested:
        granted = counted(attested, "credit is", "credits are")
        print(f"{granted} attested, not proved: staff granted it, and the log of staff says so.", file=out)
    if erased:
        left = counted(erased, "credit is", "credits are")
        print(f"{left} of erased members: what they rest on is erased too, so they are not proved.", file=out)
    if found:
        print(f"{counted(found, 'fault', 'faults')} in {read} of the ledgers.", file=out)
        return 1
    print(f"The ledgers are as they must be: {read}, each derived again from what it rests on.", file=out)
    return 0


def _told(sessions: Sessions, every: Sequence[Span], proved: Iterable[Proof], out: TextIO) -> tuple[int, int, int, int]:
    """How many rows were read, how many credits are attested alone, how many are of erased members, and how many faults
    were told.
    """
    rows = attested = erased = faults = 0
    clock, said_at = RealClock(), RealClock().now()
    for done, one in enumerate(proved, start=1):
        rows += one.rows
        attested += one.attested
        erased += one.erased
        faults += len(one.faults)
        for line in _lines(sessions, one.faults):
            print(line, file=out, flush=True)
        if (clock.now() - said_at).total_seconds() >= STEP_S:
            said_at = clock.now()
            print(f"{100 * done // len(every)} %, {rows:,} rows", file=out, flush=True)
    return rows, attested, erased, faults


def _lines(sessions: Sessions, found: Sequence[Finding]) -> Iterator[str]:
    if not found:
        return
    with sessions.reading() as session:
        numbers = ids.numbers(session, {one.member_id for one in found})
    for one in found:
        yield f"{one.fault}: member {numbers[one.member_id]}, {one.source}: {one.said}"


@contextmanager
def _proving(
    sessions: Sessions, others: Callable[[], Sessions] | None
) -> Iterator[Callable[[Sequence[Span]], Iterable[Proof]]]:
    if others is None:
        prover = _Prover(sessions)
        yield lambda every: map(prover.prove, every)
        return
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(os.cpu_count() or 1, fresh, _begin, (others,)) as pool:
        yield lambda every: pool.map(_prove, every)


class _Prover:
    """Proves spans of one record. Wordings are read once."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions
        self._rulebook = Rulebook()
        with sessions.reading() as session:
            self._programme = wordings.programme(session)

    def prove(self, span: Span) -> Proof:
        """A fault is told only if a second look finds it too: credits are written meanwhile, and on PostgreSQL one look
        may see a test before it sees its credit.
        """
        found = self._look(span)
        if found.faults:
            again = set(self._look(span).faults)
            found = found._replace(faults=[one for one in found.faults if one in again])
        return found

    def _look(self, span: Span) -> Proof:
        with self._sessions.reading() as session:
            return proving.proof(session, span, self._programme, self._rulebook)


_PROVERS: list[_Prover] = []
"""That of this process."""


def _begin(others: Callable[[], Sessions]) -> None:
    _PROVERS.append(_Prover(others()))
    # The rows of a span are some million objects that live until its end. To look for cycles among them, again and
    # again, took a third of all the time.
    gc.freeze()
    gc.disable()


def _prove(span: Span) -> Proof:
    try:
        return _PROVERS[0].prove(span)
    finally:
        gc.collect()
