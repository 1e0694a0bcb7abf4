"""Screens of staff: the rooms where files are imported."""

from collections.abc import Iterator
from datetime import timedelta

from content.importing.report import GONE, MOVED, Kind, Outcome, Standing, State
from content.staff.reasons import LONGEST_REASON
from content.words import Words
from handlers.screens.staff import importing, mass_grants
from tests.gallery.facts import NOW, NUMBER
from tests.gallery.hanging import Exhibit, hang

TALLY = {**{one.value: 170_000 for one in Outcome}, "kept": 99_999, "taken back": 99_999}
FAULTS = (
    "has hidden columns (A, B, AA): show them, and remove what is not meant",
    "unpacks into more than 300 MB: it is no list. Copy the rows into a new workbook, or save it as CSV (UTF-8)",
    "there is no member in the file",
)


def exhibits(words: Words) -> Iterator[Exhibit]:
    for kind in (Kind.MEMBERS, Kind.CREDITS):
        yield hang(f"nothing, {kind}", importing.room, kind, (), words)
        five = tuple(_one(one, kind=kind) for one in State)[:5]
        yield hang(f"full, {kind}", importing.room, kind, five, words, words.importing.too_big())
        yield hang(f"no file, {kind}", importing.room, kind, (), words, words.importing.ask_file())
    for state in State:
        for can_undo in (False, True):
            for kind in Kind:
                one = _one(state, kind=kind)
                yield hang(f"{kind} {state}, undo {can_undo}", importing.card, one, words, can_undo=can_undo)
    for left in (0, 89, 90, 90_000):
        time = timedelta(seconds=left)
        yield hang(f"{left} s", importing.card, _one(State.APPLYING), words, can_undo=False, left=time)
    for fault in FAULTS:
        yield hang(fault[:20], importing.card, _one(State.REFUSED, fault, total=0), words, can_undo=False)
    for fault in (MOVED, GONE):
        yield hang(fault, importing.card, _one(State.DROPPED, fault), words, can_undo=False)
    yield hang("moved", importing.card, _one(State.UNDONE, "moved"), words, can_undo=False)
    for kind in Kind:
        if kind is not Kind.GRANTS:
            yield hang(f"{kind}", importing.ask_undo, _one(State.APPLIED, kind=kind), words)
    yield from _grants(words)
    yield hang("as it is", importing.report, _one(State.READY), words)


def _grants(words: Words) -> Iterator[Exhibit]:
    one, why = _one(State.APPLIED, kind=Kind.GRANTS), "確" * LONGEST_REASON
    five = tuple(_one(state, kind=Kind.GRANTS) for state in State)[:5]
    yield hang("nothing", mass_grants.room, (), "", words)
    yield hang("full, with a reason", mass_grants.room, five, why, words, words.importing.too_big())
    yield hang("why", mass_grants.ask_undo, one, words)
    yield hang("no reason", mass_grants.ask_undo, one, words, words.staff.bad_reason(LONGEST_REASON))
    yield hang("sure?", mass_grants.undo_so, one, why, words)
    yield hang("own", importing.card, one, words, can_undo=True, said=words.grants.own())


def _one(state: State, fault: str = "", total: int = 170_000, kind: Kind = Kind.MEMBERS) -> Standing:
    tally = TALLY if state not in (State.READING, State.REFUSED) else {}
    return Standing(NUMBER, kind, state, "0" * 64, NUMBER, "", fault, tally, total, 99_999, 1, NOW, NOW)
