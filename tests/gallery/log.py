"""Screens of staff: the room for the log."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from content.staff.logged import ACTS, LAST_DAY, OPERATOR, Entry, Filter, Person
from content.staff.rights import Role
from content.words import Words
from handlers.screens.paging import Page
from handlers.screens.staff import log
from handlers.screens.staff.log import Listed
from tests.gallery.facts import NAME, NOW, NUMBER, TODAY
from tests.gallery.hanging import Exhibit, hang

SOMEBODY = Person(NUMBER, NAME, "9" * 10)
NOBODY = Person()
UNTIL = NOW.isoformat()
FULL = Filter(NUMBER, NUMBER, max(range(1, len(ACTS) + 1), key=lambda place: len(ACTS[place - 1])), LAST_DAY, NUMBER)
ENTRY = Entry(NUMBER, NOW, SOMEBODY, SOMEBODY, "grant_role", True, False, "由" * 200, {"roles": []}, {"roles": [*Role]})
EVERY_FACT = {
    **dict.fromkeys(("asked_by", "by", "claim", "declaration", "evidence", "found", "number", "on", "request"), NUMBER),
    **{
        "act": "manage_roles",
        "code": "given",
        "code_until": UNTIL,
        "day": "2026-11-22",
        "done": True,
        "failures": False,
    },
    **{"half_units": 3, "key": True, "kind": "code_for_staff", "locked_until": "", "others": [NUMBER] * 8},
    **{"outcome": "barred", "people": 12, "role": "officer", "roles": list(Role), "state": "open"},
    **{"shown": [NUMBER] * 99, "waiting": 12, "another": {"of": "another version"}},
}
WHYS = (
    "in the role of owner",
    "holds only: editor, support",
    "three wrong PINs",
    "by the operator, at the command line",
)


def exhibits(words: Words) -> Iterator[Exhibit]:
    yield hang("nothing", log.listed, _list(Filter(), 0), words)
    yield hang("everything", log.listed, _list(Filter(upto=9), 9), words)
    yield hang("filtered", log.listed, _list(FULL, 79_999), words)
    yield hang("of the operator", log.listed, _list(Filter(by=OPERATOR), 9), words, words.log.not_understood())
    for people in (0, 1, 99):
        yield hang(f"{people}", log.people, FULL, (SOMEBODY,) * people, 1, words)
    for page in (1, 2, 3):
        yield hang(f"page {page}", log.acts, FULL, page, words)
    yield hang("as it is", log.days, FULL, [TODAY - timedelta(days=ago) for ago in range(8)], words)
    yield from _entries(words)
    yield hang("as it is", log.file_comes, words)
    yield hang("nothing", log.no_file, words.log.nothing_to_file())
    yield hang("too many", log.no_file, words.log.too_many(20_000))
    for number in (1, 20_000):
        yield hang(f"of {number}", log.file, FULL, number, "tani-log-20261122-1000.csv", words)


def _entries(words: Words) -> Iterator[Exhibit]:
    for act in (*ACTS, "of another version"):
        yield hang(act, log.entry, replace(ENTRY, act=act), FULL, NUMBER, words)
    yield hang("every fact", log.entry, replace(ENTRY, before=EVERY_FACT, after=EVERY_FACT), FULL, NUMBER, words)
    alone = replace(ENTRY, by=NOBODY, on=NOBODY, before={}, after={})
    for why in WHYS:
        yield hang(why, log.entry, replace(alone, why=why), FULL, 1, words)
    for erased in (True, False):
        lost = replace(ENTRY, readable=False, erased=erased, why="", before={}, after={})
        yield hang(f"can't be read, erased {erased}", log.entry, lost, FULL, 1, words)


def _list(shown: Filter, total: int) -> Listed:
    one = replace(ENTRY, number=12_345_678)
    entries = (one, replace(one, on=NOBODY), replace(one, by=NOBODY), replace(one, readable=False, act="x"))
    pages = max(1, -(-total // 8))
    before = (pages - 1) * 8
    return Listed(shown, total, Page((entries * 2)[: min(total, 8)], pages, pages, before), SOMEBODY, SOMEBODY)
