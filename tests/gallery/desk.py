"""Screens of the desk of staff: what waits to be decided, and late claims of attendance."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import get_args

from content.attendance.attending import Claim, Mine, Seen
from content.attendance.training import AttendanceStanding, ListedTraining
from content.staff.cases import Backlog, Care, Queue, View
from content.staff.claiming import ClaimCase, ClaimLine, Decision, Outcome
from content.words import Words
from content.words.desk import Queue as Name
from handlers.presses.staff.desk import Claims
from handlers.screens.staff import claims, desk
from tests.gallery import filed
from tests.gallery.facts import NAME, NOW, NUMBER
from tests.gallery.hanging import Exhibit, hang
from tests.gallery.trainings import training

LONG_AGO = NOW - timedelta(days=365)
EVERY_CLAIM = dict.fromkeys(Claim, 9)


def exhibits(words: Words) -> Iterator[Exhibit]:
    for number, oldest in ((0, None), (1, NOW), (12_345, LONG_AGO)):
        trays = [desk.Tray(name, Backlog(number, oldest), Claims(1)) for name in get_args(Name)]
        yield hang(f"{number} wait", desk.desk, trays, NOW, words)
    yield from _queue(words)
    yield from _cards(words)
    yield from _deciding(words)
    yield from _letters(words)
    yield from filed.exhibits(words)


def _queue(words: Words) -> Iterator[Exhibit]:
    line = ClaimLine(NUMBER, NUMBER, NAME, "9" * 10, "題" * 60, "T" * 120, LONG_AGO)
    for total, page in ((0, 1), (1, 1), (12_345, 2)):
        shown: Queue[ClaimLine] = Queue.page(total, page, 8)
        yield hang(f"page {page} of {total}", claims.queue, shown.with_lines([line] * min(total, 8)), NOW, words)


def queued(care: Care) -> Queue[ClaimLine]:
    """A page of the queue, all of whose claims stand so."""
    page: Queue[ClaimLine] = Queue.page(8, 1, 8)
    return page.with_lines([ClaimLine(NUMBER, NUMBER, NAME, "9" * 10, "題" * 60, "T" * 120, LONG_AGO, care)] * 8)


def _cards(words: Words) -> Iterator[Exhibit]:
    for registered in (False, True):
        for can_earn in (False, True):
            for own in (False, True):
                view = View(card(registered=registered, can_earn=can_earn), 9, own)
                name = f"registered {registered}, earns {can_earn}, own {own}"
                yield hang(name, claims.card, view, NOW, words)
    for state in (Claim.ACCEPTED, Claim.REFUSED, Claim.SETTLED):
        for further in (None, NUMBER):
            after = () if further is None else (further,)
            view = View(_decided(state), 9, own=False, further=further)
            for outcome in Outcome:
                said = claims.said_of(outcome, view.case, words)
                yield hang(
                    f"{state}, {outcome.value}, further {after}",
                    claims.card,
                    view,
                    NOW,
                    words,
                    said,
                )


def _deciding(words: Words) -> Iterator[Exhibit]:
    for accept in (False, True):
        for registered in (False, True):
            others = card(half_units=0, registered=registered)
            name = f"accept {accept}, others registered {registered}"
            yield hang(name, claims.ask_why, others, NUMBER, words, accept=accept)
        yield hang(f"accept {accept}", claims.bad_reason, card(), NUMBER, 200, words, accept=accept)


def _letters(words: Words) -> Iterator[Exhibit]:
    for half_units in (0, 19):
        for state in (Claim.ACCEPTED, Claim.REFUSED):
            for elsewhere in (False, True):
                decided = _decided(state, half_units)
                name = f"{state}, {half_units} registered, elsewhere {elsewhere}"
                yield hang(name, claims.told, decided, words, elsewhere=elsewhere)


def _decided(state: Claim, half_units: int = 19) -> ClaimCase:
    return replace(card(half_units=half_units), state=state, decision=Decision(NOW, NAME, "由" * 200))


def card(*, half_units: int = 19, registered: bool = True, can_earn: bool = True) -> ClaimCase:
    """With as much as a member may write."""
    seen = Seen(entered=True, half_units=half_units if registered else 0, claim=Claim.OPEN)
    mine = Mine(ListedTraining(NUMBER, training(), registered), AttendanceStanding.CLAIMED, seen, NOW)
    return ClaimCase(
        id=NUMBER,
        member_id=NUMBER,
        name=NAME,
        kana="カ" * 60,
        member_no="9" * 10,
        can_earn=can_earn,
        note="文" * 500,
        claimed_at=LONG_AGO,
        state=Claim.OPEN,
        decision=None,
        mine=mine,
        earlier=EVERY_CLAIM,
    )
