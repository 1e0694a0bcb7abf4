"""Screens of seeing what a member sees."""

from collections.abc import Iterator

from content.operator import Profile
from content.staff.viewing import Ended, Viewing
from content.words import Words
from handlers.presses.study.course import OpenCourse
from handlers.screens.screen import Button, Screen, page, row
from handlers.screens.staff import viewing as screens
from tests.gallery.facts import NAME, NOW, NUMBER
from tests.gallery.hanging import Exhibit, hang

SEEN = Viewing(NUMBER, NOW)
THEIRS = Screen(
    page("題" * 60, "字" * 800), (row(Button("題" * 14, OpenCourse(NUMBER))), row(Button("題", url="https://x")))
)


def exhibits(words: Words, profile: Profile) -> Iterator[Exhibit]:
    yield hang("as it is", screens.ask, NUMBER, NAME, words)
    yield hang("no reason", screens.ask, NUMBER, NAME, words, words.staff.bad_reason(200))
    for why in (words.viewing.own(), words.viewing.holds_a_role()):
        yield hang(why[:10], screens.refused, NUMBER, NAME, why, words)
    yield hang("as it is", screens.begun, NAME, SEEN, words)
    yield hang("of the member", screens.framed, THEIRS, NAME, SEEN, words)
    for how in Ended:
        yield hang(how.value, screens.ended, NUMBER, NAME, how, words)
    yield hang("pressed", screens.over, words)
    yield hang("typed", screens.nothing_viewed, words)
    for why in ("由" * 200, ""):
        yield hang(f"why: {why[:1]}", screens.told, NOW, NOW, why, profile, words)
