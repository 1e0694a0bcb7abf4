"""Screens of staff: the rooms, by role, and what somebody hears who may not."""

from collections.abc import Iterator

from content.staff.rights import (
    RIGHTS,
    Act,
    Holder,
    Holding,
    Role,
    acts_of,
    is_told_to_owners,
)
from content.words import Words
from handlers.screens.staff import rights, roles, rooms
from tests.gallery.facts import NAME, NOW, NUMBER
from tests.gallery.hanging import Exhibit, hang


def exhibits(words: Words) -> Iterator[Exhibit]:
    for role in Role:
        for waiting in (0, 12_345):
            yield hang(f"{role.value}, {waiting} wait", rooms.rooms, [role], acts_of([role.value]), waiting, words)
    yield hang("every role", rooms.rooms, list(Role), tuple(Act), 7, words)
    for act in Act:
        yield hang(act.value, rights.not_yours, act, RIGHTS[act], words)
        if is_told_to_owners(act):
            yield hang(act.value, rights.attempt, NAME, act.value, NOW, words)
    yield from _roles(words)


def _roles(words: Words) -> Iterator[Exhibit]:
    every = tuple(Holding(role, NOW, NAME) for role in Role)
    for held in (every, every[:1], ()):
        one = Holder(NUMBER, NAME, "9" * 10, held)
        yield hang(f"{len(held)} held", roles.card, one, words)
        yield hang(f"of {len(held)}", roles.listed, (one,) * 9, 1, words)
    whole = Holder(NUMBER, NAME, "9" * 10, every)
    yield hang("the last owner", roles.card, whole, words, words.roles.last_owner())
    yield hang("no such member", roles.listed, (whole,), 1, words, words.roles.no_such())
    yield hang("a bad reason", roles.bad_reason, NUMBER, 200, words)
    for give in (False, True):
        for role in Role:
            yield hang(f"{role.value} {give}", roles.ask_why, whole, role, words, give=give)
            yield hang(f"{role.value} {give}", roles.told, role, words, give=give)
