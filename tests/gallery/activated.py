"""Activation letters: the first log-in by one, and the room of staff."""

from collections.abc import Iterator
from dataclasses import replace

from content.activating.batch import DROPPED, GONE, LATE, LEFT, LINK_LASTS, REFUSED, Batch, Listed, State
from content.activating.code import hidden, written
from content.activating.members_list import NOBODY
from content.operator import Profile
from content.words import Words
from handlers.screens.access import activation
from handlers.screens.staff import activating
from tests.gallery.facts import NAME, NOW, NUMBER
from tests.gallery.hanging import Exhibit, hang

CODE = hidden(written(1))
LISTED = Listed("f" * 64, 177_383, 20_000)
ONE = Batch(
    *(NUMBER, NUMBER, "鹿児島県", State.OPENED, 177_383, NOW, NOW, NOW, NAME, NAME),
    done=90_000,
    total=177_383,
)


def exhibits(words: Words, profile: Profile) -> Iterator[Exhibit]:
    yield hang("as it is", activation.ask_birth, CODE, words)
    yield hang("as it is", activation.mistyped, words)
    yield hang("as it is", activation.wrong, CODE, words, profile, NOW)
    yield hang("as it is", activation.wait, words, profile, NOW)
    every = [replace(ONE, state=state, listed=listed) for state in State for listed in (None, LISTED)]
    ended = [replace(ONE, state=State.ENDED, fault=fault) for fault in (LATE, REFUSED, LEFT, DROPPED, GONE, NOBODY)]
    nobody = [replace(ONE, prefecture="", made=0), replace(ONE, state=State.READY, made=0)]
    empty = replace(ONE, state=State.LISTED, listed=replace(LISTED, people=0))
    say = words.activating
    for batches in ((), every[-5:]):
        for said in ("", say.no_prefecture()):
            yield hang(f"{len(batches)}{', told' if said else ''}", activating.room, batches, words, said)
    for bad in (False, True):
        yield hang(f"bad {bad}", activating.ask_prefecture, words, bad=bad)
    for said in ("", words.importing.too_big()):
        yield hang(f"told {bool(said)}", activating.ask_list, words, said)
    for place, one in enumerate((*every, *ended, *nobody, empty)):
        for reader in (NUMBER, NUMBER + 1):
            yield hang(f"{place}, {one.state}, {reader == NUMBER}", activating.card, one, words, reader)
    for said in (say.nothing_to_open(), say.not_private()):
        yield hang(f"told: {said[:20]}", activating.card, ONE, words, NUMBER, said)
    address = "https://example.org/letters/" + "x" * 32
    yield hang("as it is", activating.link, ONE, address, "123456", NOW + LINK_LASTS, words)
    yield hang("as it is", activating.refused, replace(ONE, listed=LISTED), words)
