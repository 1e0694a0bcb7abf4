"""Screens of staff: the room where credits are exported."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from content.exporting.cells import Encoding
from content.exporting.changes import Change
from content.exporting.export import (
    CANCELLED,
    ERASED,
    FAILED,
    MEMBERS,
    OVERTAKEN,
    ROWS,
    Kind,
    Scope,
    Standing,
    State,
    Volume,
    Wanted,
    change_name,
    kind_name,
)
from content.text import periods
from content.text.periods import Named, Period
from content.values import CreditKind
from content.words import Words
from handlers.screens.staff import exporting
from tests.gallery.facts import NOW, NUMBER
from tests.gallery.hanging import Exhibit, hang

LONG = Period(date(1987, 11, 30), date(2026, 12, 31))
SCOPE = Scope(LONG, "神奈川県")
TALLY = {
    **{ROWS: 8_500_000, MEMBERS: 170_000},
    **{kind_name(kind): 3_400_001 for kind in CreditKind},
    **{change_name(change): 99_999 for change in Change},
}
DAYS = 7


def exhibits(words: Words) -> Iterator[Exhibit]:
    offered = {name: periods.named(name, NOW.date()) for name in Named}
    yield hang("nothing", exporting.room, offered, (), words)
    yield hang("full", exporting.room, offered, [_one(state) for state in State][:5], words)
    yield hang("period", exporting.ask_audience, LONG, words)
    for former in (None, NUMBER):
        yield hang(f"after {former}", exporting.ask_kind, SCOPE, former, words)
    for state in State:
        for kind in Kind:
            yield hang(f"{kind} {state}", exporting.card, _one(state, kind), words, days=DAYS)
    none = replace(_one(State.READY, Kind.DIFFERENCE), tally={ROWS: 0, MEMBERS: 0})
    yield hang("empty", exporting.card, none, words, days=DAYS)
    for fault in (CANCELLED, OVERTAKEN, ERASED, FAILED):
        yield hang(fault, exporting.card, replace(_one(State.DROPPED), fault=fault), words, days=DAYS)
    for fault in ("", ERASED):
        gone = replace(_one(State.MADE), volumes=(), fault=fault)
        yield hang(f"gone {fault}", exporting.card, gone, words, days=DAYS)
    lacking = {chr(0x20000 + at): 8_500_000 for at in range(30)}
    yield hang("lacking", exporting.card, replace(_one(State.MADE), lacking=lacking), words, days=DAYS)
    for left in (0, 90_000):
        time = timedelta(seconds=left)
        yield hang(f"{left} s", exporting.card, _one(State.MAKING), words, days=DAYS, left=time)
    for count in (1, 99):
        several = replace(_one(State.MADE), volumes=(Volume(1),) * count)
        yield hang(f"{count} parts", exporting.file, several, count, "export-1.zip", words)


def _one(state: State, kind: Kind = Kind.WHOLE) -> Standing:
    wanted, follows = Wanted(SCOPE, kind, Encoding.CP932), NUMBER if kind is Kind.DIFFERENCE else None
    tally = TALLY if state is not State.COUNTING else {}
    made = (Volume(1),) if state is State.MADE else ()
    digest = "0" * 64 if made else ""
    return Standing(NUMBER, wanted, state, NUMBER, NUMBER, follows, tally, 170_000, 99_999, NOW, NOW, "", digest, made)
