"""Screens of declarations on the desk of staff."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from content.declarations.declaring import LONGEST_NOTE, LONGEST_WHAT, Declared, Evidence, Kind, State
from content.declarations.evidence import LONGEST_NAME, MOST_BYTES
from content.staff.cases import Care, Queue, View
from content.staff.filing import Alike, Decided, Filed, FiledLine
from content.words import Words
from handlers.screens.staff import declarations as screens
from tests.gallery.facts import NAME, NOW, NUMBER, RULES, TODAY, entries
from tests.gallery.hanging import Exhibit, hang

LONG_AGO = NOW - timedelta(days=365)
FILES = tuple(
    Evidence(NUMBER - place, "名" * (LONGEST_NAME - 4) + ".pdf", "application/pdf", size)
    for place, size in enumerate((1, 300_000, *[MOST_BYTES] * (RULES.declared_evidence - 2)))
)
FULL = Declared(
    id=NUMBER,
    member_id=NUMBER,
    kind=max(Kind, key=len),
    state=State.SUBMITTED,
    begun_at=LONG_AGO,
    what="学" * LONGEST_WHAT,
    held_on=TODAY,
    half_units=RULES.declared_half_units,
    code=83,
    note="備" * LONGEST_NOTE,
    evidence=FILES,
    submitted_at=LONG_AGO,
)


def exhibits(words: Words) -> Iterator[Exhibit]:
    for total, page in ((0, 1), (1, 1), (12_345, 2)):
        shown: Queue[FiledLine] = Queue.page(total, page, 8)
        lines = [FiledLine(replace(FULL, kind=kind), NAME, "9" * 10) for kind in [*Kind] * 2][: min(total, 8)]
        yield hang(f"page {page} of {total}", screens.queue, shown.with_lines(lines), NOW, words)
    yield from _cards(words)
    yield from _deciding(words)
    for place, one in enumerate(FILES, start=1):
        yield hang(f"file {place}", screens.file, filed(), place, one, words)
    yield hang("on its way", screens.file_comes, words)
    yield hang("taken back", screens.gone, words)


def queued(care: Care) -> Queue[FiledLine]:
    """A page of the queue, all of whose declarations stand so."""
    page: Queue[FiledLine] = Queue.page(8, 1, 8)
    return page.with_lines([FiledLine(FULL, NAME, "9" * 10, care)] * 8)


def _cards(words: Words) -> Iterator[Exhibit]:
    for can_earn in (False, True):
        for own in (False, True):
            view = View(filed(can_earn=can_earn), 9, own)
            yield hang(f"earns {can_earn}, own {own}", screens.card, view, NOW, words)
    bare = replace(filed(), alike=(), earned=(), kana="")
    yield hang("nothing alike", screens.card, View(bare, 9, own=False), NOW, words)
    for state in (State.ACCEPTED, State.REFUSED):
        for further in (None, NUMBER):
            after = () if further is None else (further,)
            view = View(filed(state), 9, own=False, further=further)
            for outcome in Decided:
                said = screens.said_of(outcome, view.case, words)
                yield hang(f"{state}, {outcome.name}, further {after}", screens.card, view, NOW, words, said)


def _deciding(words: Words) -> Iterator[Exhibit]:
    for accept in (False, True):
        yield hang(f"accept {accept}", screens.ask_why, filed(), NUMBER, words, accept=accept)
        yield hang(f"accept {accept}", screens.bad_reason, filed(), NUMBER, 200, words, accept=accept)


def filed(state: State = State.SUBMITTED, *, can_earn: bool = True) -> Filed:
    """With as much as a member may write, and as much that is alike."""
    decided = {} if state is State.SUBMITTED else {"decided_at": NOW, "reason": "由" * 200}
    alike = tuple(
        Alike(replace(FULL, state=other), same_day=True, same_code=True, same_file=True)
        for other in (State.SUBMITTED, State.ACCEPTED, State.REFUSED)
    )
    one = replace(FULL, state=state, **decided)  # type: ignore[arg-type]  # fields of Declared
    by = "" if state is State.SUBMITTED else NAME
    return Filed(one, NAME, "カ" * 60, "9" * 10, can_earn, by, alike, entries(9))
