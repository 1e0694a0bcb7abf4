"""Screens of staff: the rooms, by role, and what somebody hears who may not."""

from collections.abc import Iterator

from content.rights import RIGHTS, Act, Role, acts_of, is_owners_alone
from content.words import Words
from handlers.screens.staff import rights, rooms
from tests.gallery.facts import NAME, NOW
from tests.gallery.hanging import Exhibit, hang


def exhibits(words: Words) -> Iterator[Exhibit]:
    for role in Role:
        for waiting in (0, 12_345):
            yield hang(f"{role.value}, {waiting} wait", rooms.rooms, [role], acts_of([role.value]), waiting, words)
    yield hang("every role", rooms.rooms, list(Role), tuple(Act), 7, words)
    for act in Act:
        yield hang(act.value, rights.not_yours, act, RIGHTS[act], words)
        if is_owners_alone(act):
            yield hang(act.value, rights.attempt, NAME, act.value, NOW, words)
