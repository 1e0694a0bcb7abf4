"""Screens of ending and resuming a membership."""

from collections.abc import Iterator

from content.operator import Profile
from content.words import Words
from handlers.screens.staff import membership as screens
from tests.gallery.facts import NAME, NUMBER
from tests.gallery.hanging import Exhibit, hang


def exhibits(words: Words, profile: Profile) -> Iterator[Exhibit]:
    say = words.membership
    for ends in (True, False):
        yield hang(f"ends {ends}", screens.ask, NUMBER, NAME, words, ends=ends)
        yield hang(f"ends {ends}, no reason", screens.ask, NUMBER, NAME, words, ends=ends, said="由" * 60)
        for told in (say.own(), say.done(ends=ends), say.is_so(ends=ends)):
            yield hang(f"ends {ends}: {told[:9]}", screens.said, NUMBER, NAME, told, words, ends=ends)
        for why in ("由" * 200, ""):
            yield hang(f"ends {ends}, why: {why[:1]}", screens.told, why, profile, words, ends=ends)
