"""Screens of the rooms of staff."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import get_args

from content.staff.people import Begun, Found, MemberCard, Person, Results
from content.staff.rights import Act as Right
from content.words import Words
from content.words.staff import Act, Link
from handlers.presses.staff import members as presses
from handlers.screens.staff import codes
from handlers.screens.staff import members as screens
from tests.gallery.facts import NAME, NOW, NUMBER, totals
from tests.gallery.hanging import Exhibit, hang

LATER = NOW + timedelta(hours=20)
ACTS: tuple[Act, ...] = get_args(Act)
LINKS: tuple[Link, ...] = get_args(Link)


def exhibits(words: Words) -> Iterator[Exhibit]:
    yield hang("as it is", screens.room, words)
    yield hang("a long text", screens.too_long, words, 100)
    yield hang("nobody", screens.nothing, words, "字" * 100)
    for page in (1, 21250):
        found = Results(170_000, tuple(Found(NUMBER, "9" * 10, NAME, "カ" * 60) for _ in range(8)))
        yield hang(f"page {page}", screens.results, words, "字" * 100, found, page)
    near = Results(1, (Found(NUMBER, "9" * 10, NAME, "カ" * 60),), near=True)
    yield hang("near", screens.results, words, "字" * 100, near, 1)
    yield from _cards(words)
    yield from _acts(words)


def _cards(words: Words) -> Iterator[Exhibit]:
    for link in LINKS:
        plain = _card(link, begun=0)
        yield hang(f"{link}, nothing begun", screens.card, words, plain, NOW, back=presses.Room(), acts=())
    full = _card("linked", begun=84, locked=True)
    said = words.staff.not_locked()
    yield hang("locked", screens.card, words, full, NOW, back=presses.Turned(NUMBER), acts=tuple(Right), said=said)


def _card(link: Link, *, begun: int, locked: bool = False) -> MemberCard:
    person = Person(
        id=NUMBER,
        member_no="9" * 10,
        mamis_id="M" * 64,
        name=NAME,
        kana="カ" * 60,
        birth_date=date(1972, 2, 4),
        registry_no="300001",
        prefecture="神奈川県",
        email="a" * 64 + "@example.org",
        can_earn=not locked,
        has_password=locked,
    )
    until = LATER if locked else NOW
    under_way = tuple(Begun("題" * 60, "T" * 120, 83, NOW) for _ in range(begun))
    return MemberCard(
        person,
        link,
        under_way,
        ((2026, totals(84)), (2025, totals(0)), (2024, totals(0))),
        until,
        until,
        (NUMBER,) * begun,
        (NUMBER,) * begun,
        (NUMBER,) * begun,
        sample=locked,
    )


def _acts(words: Words) -> Iterator[Exhibit]:
    for act in ACTS:
        yield hang(act, screens.ask_why, words, act, NUMBER, NAME, 24)
    yield hang("too long", screens.bad_reason, words, NUMBER, 200)
    for starts in (None, LATER):
        yield hang(f"the code, from {starts}", codes.code, words, NUMBER, NAME, "12345678", starts, LATER)
    for out in (False, True):
        yield hang(f"out {out}", codes.hidden, words, NUMBER, NAME, LATER, out=out)
