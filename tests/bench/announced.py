"""What an announcement to everybody costs: its audience is counted, its letters are queued step by step, people tap.

Letters are queued some ahead of those that go. Here they count as sent as soon as they are queued: at Telegram's pace
it would take an hour and a half.
"""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from sqlalchemy import Table, bindparam, func, literal_column, select, update
from sqlalchemy.orm import Session

from bot.app import App
from content.announcing.announcement import Audience, Language, Of, State
from content.keys.announcement_letters import Announced
from storage.announcing import announcements, going
from storage.engine.statements import rows
from storage.tables import Letter
from tests.bench.figures import percentiles_ms
from tests.bench.meanwhile import Taps, rows_read, said_of_rows, transactions

_TABLE = cast(Table, Letter.__table__)
_OF_IT = (_TABLE.c.kind == literal_column(f"'{Announced.kind}'"), _TABLE.c.subject == bindparam("of_it"))
_SOME = select(_TABLE.c.id).where(*_OF_IT, _TABLE.c.state.between("waiting", "waiting")).limit(bindparam("together"))
_SENT = update(_TABLE).where(_TABLE.c.id.in_(_SOME)).values(state="sent", settled_at=bindparam("settled"))
_NUMBER = select(func.count()).select_from(_TABLE).where(*_OF_IT)
TOGETHER = 100
"""So many are sent in one transaction."""


@dataclass(frozen=True)
class OfAll:
    """What was measured: letters, seconds, rows, and waits of taps in seconds."""

    letters: int
    counted_s: float
    queued_s: float
    ticks: int
    longest_s: float
    read: str
    calm: Sequence[float]
    meanwhile: Sequence[float]


async def announced(app: App, taps: Taps, by: int) -> OfAll:
    """Announce something to everybody. `by`: who writes it. Nothing else is sent meanwhile."""
    calm = await taps.some()
    number = await app.record.write(lambda session: _written(session, app, by))
    begun = time.perf_counter()
    await app.schedule.tick()
    counted_s = time.perf_counter() - begun
    await app.record.write(lambda session: going.start(session, announcements.one(session, number), by))
    before, over, ticks = rows_read(app), asyncio.Event(), 0
    tapping = asyncio.create_task(taps.until(over))
    with transactions(app) as lasted:
        begun = time.perf_counter()
        while await app.record.read(lambda session: announcements.one(session, number).state) is not State.DONE:
            await app.schedule.tick()
            ticks += 1
            while await app.record.write(lambda session: _sent(session, app, number), unhurried=True):
                pass
        queued_s = time.perf_counter() - begun
    over.set()
    meanwhile = await tapping
    read = said_of_rows(before, rows_read(app))
    of_it = {"of_it": Announced(number).pack()}
    letters = await app.record.read(lambda session: session.execute(_NUMBER, of_it).scalar_one())
    return OfAll(letters, counted_s, queued_s, ticks, max(lasted), read, calm, meanwhile)


def said(found: OfAll) -> str:
    calm, meanwhile = percentiles_ms(found.calm), percentiles_ms(found.meanwhile)
    return "\n".join(
        (
            f"  an announcement to everybody: counted in a tick of {found.counted_s:.2f} s; {found.letters:,} letters"
            f" queued, as they would go, in {found.queued_s:.1f} s and {found.ticks} ticks; rows read meanwhile, by"
            f" taps too: {found.read}",
            f"  the longest transaction that wrote meanwhile, of taps too: {1e3 * found.longest_s:.0f} ms",
            "  a tap in ms, p50 / p99: calmly {:.1f} / {:.1f}".format(*calm)
            + ", while an announcement is queued {:.1f} / {:.1f}".format(*meanwhile),
        )
    )


def _written(session: Session, app: App, by: int) -> int:
    number = announcements.write(session, Audience(Of.ALL), by, app.record.now())
    for language in Language:
        announcements.set_text(session, number, language, "お知らせ")
    return number


def _sent(session: Session, app: App, number: int) -> int:
    about = {"of_it": Announced(number).pack(), "together": TOGETHER, "settled": app.record.now()}
    return rows(session.execute(_SENT, about))
