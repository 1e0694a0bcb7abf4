"""Screens of the broadcasting schedule: as its sample is, and as long as it may be."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from content.absence import given
from content.package import radio as package
from content.radio import Broadcast, ListedBroadcast, Span
from content.words import Words
from handlers.presses.radio import Radio
from handlers.screens import radio as screens
from handlers.screens.radio import BroadcastCard, Days
from tests.gallery.facts import NOW, NUMBER, RULES, TODAY
from tests.gallery.hanging import Exhibit, hang
from tests.house.source import ROOT

WAY = Radio(NUMBER, True, NUMBER)
WEEK, MONTH = Span(TODAY, month=False), Span.around(TODAY, month=True)


def exhibits(words: Words) -> Iterator[Exhibit]:
    yield from _schedules(words)
    yield from _cards(words)
    for minutes in (10, 0):
        yield hang(f"in {minutes} minutes", screens.reminder, _largest(minutes), NOW, words)
    for again in (None, _largest(60)):
        yield hang(f"at another time {int(again is not None)}", screens.changed, _largest(10), again, words)


def published() -> tuple[ListedBroadcast, ...]:
    """The schedule of the repository."""
    files = sorted((ROOT / "content" / "radio").glob("*.yaml"))
    every = [
        one
        for file in files
        for schedule in given(package.read(file, Path(file.name))[0])
        for one in schedule.broadcasts
    ]
    return tuple(ListedBroadcast(number, one) for number, one in enumerate(every, start=1))


def _largest(minutes: int) -> ListedBroadcast:
    """As long as a file allows, beginning so many minutes from now."""
    starts = NOW + timedelta(minutes=minutes)
    link = "https://radio.example.jp/" + "l" * 470
    return ListedBroadcast(NUMBER, Broadcast(starts, 180, "題" * 60, "講" * 80, link, sample=True))


def _schedules(words: Words) -> Iterator[Exhibit]:
    for span in (WEEK, MONTH):
        around = span.holding(span.first - timedelta(days=1)), span.holding(span.last + timedelta(days=1))
        real = tuple(one for one in published() if span.since <= one.broadcast.starts_at < span.until)
        name = "month" if span.month else "week"
        yield hang(f"the {name} as published", screens.schedule, Days(span, real, {1}, *around), 0, NOW, words)
        full = (_largest(-60),) * 20
        yield hang(f"a full {name}", screens.schedule, Days(span, full, {NUMBER}, *around), 2, NOW, words)
        yield hang(f"a {name} of nothing", screens.schedule, Days(span, (), set(), None, None), 1, NOW, words)
        other = span.holding(span.last + timedelta(days=40))
        yield hang(f"another {name}", screens.schedule, Days(other, (), set(), *around), 1, NOW, words)


def _cards(words: Words) -> Iterator[Exhibit]:
    for minutes in (-200, -60, 5, 60, 12 * 60):
        for asked in (True, False, None):
            card = BroadcastCard(_largest(minutes), asked, WAY)
            name = f"in {minutes} minutes, asked {asked}"
            yield hang(name, screens.card, card, NOW, RULES, words, words.radio.asked(NOW))
    for one in published():
        yield hang(f"sample {one.id}", screens.card, BroadcastCard(one, False, WAY), NOW, RULES, words)
