"""Activation letters: the first log-in by one, and the room of staff."""

from collections.abc import Iterator
from dataclasses import replace

from content.activating.batch import LINK_LASTS, Batch, State
from content.activating.code import hidden, written
from content.operator import Profile
from content.words import Words
from handlers.screens.access import activation
from handlers.screens.staff import activating
from tests.gallery.facts import NAME, NOW, NUMBER
from tests.gallery.hanging import Exhibit, hang

CODE = hidden(written(1))
ONE = Batch(NUMBER, NUMBER, "鹿児島県", State.OPENED, 177_383, NOW, NOW, NOW, NAME)


def exhibits(words: Words, profile: Profile) -> Iterator[Exhibit]:
    yield hang("as it is", activation.ask_birth, CODE, words)
    yield hang("as it is", activation.mistyped, words)
    yield hang("as it is", activation.wrong, CODE, words, profile, NOW)
    yield hang("as it is", activation.wait, words, profile, NOW)
    every = [replace(ONE, state=state) for state in State]
    say = words.activation
    for batches in ((), every):
        for said in ("", say.no_prefecture()):
            yield hang(f"{len(batches)}{', told' if said else ''}", activating.room, batches, words, said)
    for bad in (False, True):
        yield hang(f"bad {bad}", activating.ask_prefecture, words, bad=bad)
    for one in (*every, replace(ONE, prefecture="", made=0)):
        for said in ("", say.nothing_to_open()):
            yield hang(f"{one.state}, {one.made}{', told' if said else ''}", activating.card, one, words, said)
    address = "https://example.org/letters/" + "x" * 32
    yield hang("as it is", activating.link, ONE, address, "123456", NOW + LINK_LASTS, words)
