"""Screens of help: topics, answers, commands, links, whom to ask, announced maintenance."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from content.absence import given
from content.guide import Topic
from content.maintenance import Concerned, Maintenance
from content.operator import Profile
from content.rules import Rulebook, day_of
from content.words import Words
from handlers.presses.paging import ChoosePage
from handlers.presses.study.browse import Codes
from handlers.screens import answers, help, links, maintenance, paging
from handlers.screens.help import GROUPS
from tests.gallery.facts import NOW, RULES
from tests.gallery.hanging import Exhibit, hang

PAGES = range(1, 5)


def period(concerns: Concerned = Concerned.ELEARNING, begins: datetime = NOW) -> Maintenance:
    """As long as a file may write it."""
    ends = begins + timedelta(days=30)
    return Maintenance("m" * 40, concerns, begins, ends, "文" * 200, "word " * 40, sample=True)


EVERY = [
    *(period(one) for one in Concerned),
    *(period(one, NOW + timedelta(days=2)) for one in Concerned),
]


def told(words: Words) -> str:
    """The longest line on maintenance."""
    return max(given(*(maintenance.line(EVERY[start:], NOW, words) for start in range(len(EVERY)))), key=len)


def exhibits(words: Words, profile: Profile) -> Iterator[Exhibit]:
    for last in (2, 25, 26, 9999):
        yield hang(f"{last} pages", paging.choice, ChoosePage(1, last, 0, Codes(2, "courses")), words)
    yield hang("nothing is announced", help.overview, words, None)
    yield hang("much is announced", help.overview, words, told(words))
    yield hang("no such topic", help.overview, words, told(words), not_found=True)
    for page in range(1, len(GROUPS) + 1):
        yield hang(f"page {page}", help.commands, words, page)
    for topic in Topic:
        for page in PAGES:
            yield hang(f"{topic} {page}", answers.topic, words, topic, page, RULES, day_of(NOW), profile)
    for page in PAGES:
        yield hang(f"page {page}", links.pages, words, page)
    for hours in range(0, 24, 6):
        later = NOW + timedelta(hours=hours, days=2)
        yield hang(f"{hours} hours later", links.contact, words, later, Rulebook(), profile)
    yield hang("none", maintenance.periods, words=words, every=[], number=1, now=NOW)
    for page in PAGES:
        yield hang(f"page {page}", maintenance.periods, EVERY, page, NOW, words)
