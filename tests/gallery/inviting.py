"""Screens of staff: invitations of those who are no members."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from content.staff.inviting import LONGEST_NAME, Invitation, Opener, Opening, State
from content.staff.joint import FINGERPRINT, Asked, ReenterAccount
from content.staff.rights import Holder, Holding, Role
from content.words import Words
from handlers.screens.staff import account, inviting, joint, roles
from handlers.screens.staff.joint import Shown
from tests.gallery.facts import NAME, NOW, NUMBER
from tests.gallery.hanging import Exhibit, hang

LATER = NOW + timedelta(hours=3)
WHO = "髙" * LONGEST_NAME
LINK = "https://t.me/" + "b" * 32 + "?start=staff_" + "w" * 32
SENT = Invitation(
    NUMBER, WHO, Role.OWNER.value, "由" * 200, False, None, NUMBER, LATER, State.SENT, None, None, turned_away=0
)
OPENED = replace(
    SENT, state=State.OPENED, chat=NUMBER, opener=Opener(2**52 - 1, "名" * 129, "u" * 32), turned_away=1_234
)
AGAIN = replace(OPENED, again=True, person=NUMBER, role=",".join(Role), turned_away=0)


def exhibits(words: Words) -> Iterator[Exhibit]:
    yield from _owner(words)
    yield from _person(words)
    yield from _account(words)


def _owner(words: Words) -> Iterator[Exhibit]:
    yield hang("nobody waits", inviting.room, (), words)
    yield hang("many wait", inviting.room, (SENT, OPENED) * 9, words)
    yield hang("as it is", inviting.bad_name, words)
    yield hang("as it is", inviting.ask_role, WHO, words)
    for role in Role:
        yield hang(role.value, inviting.ask_why, WHO, role, words)
    yield hang("as it is", inviting.ask_again, NUMBER, WHO, words)
    yield hang("as it is", inviting.bad_reason, 200, words)
    yield hang("as it is", inviting.made, NUMBER, WHO, LATER, LINK, words)
    for mine in (False, True):
        yield hang(f"sent, {mine}", inviting.card, SENT, NAME, NOW, words, mine=mine)
        yield hang(f"opened, {mine}", inviting.card, OPENED, NAME, NOW, words, mine=mine)
    bare = replace(OPENED, opener=Opener(1, "", ""))
    yield hang("opened by a bare account", inviting.card, bare, "", NOW, words, mine=True)
    yield hang("opened again", inviting.card, AGAIN, NAME, NOW, words, mine=True)
    yield hang("its time is over", inviting.card, OPENED, NAME, LATER, words, words.inviting.over(), mine=True)
    for state, said in (
        (State.CONFIRMED, words.inviting.over()),
        (State.REFUSED, words.inviting.refused()),
        (State.REFUSED, words.inviting.busy()),
        (State.REFUSED, words.inviting.roles_changed()),
        (State.WITHDRAWN, words.inviting.withdrawn()),
        (State.LAPSED, words.inviting.over()),
    ):
        ended = replace(OPENED, state=state, opener=None, chat=None)
        yield hang(f"{state.value}: {said}", inviting.card, ended, NAME, NOW, words, said, mine=True)
    yield hang("not yours", inviting.card, OPENED, NAME, NOW, words, words.inviting.not_yours(), mine=False)
    for one in (replace(OPENED, role="support"), AGAIN):
        yield hang(f"again: {one.again}", inviting.confirmed, NUMBER, one, words)
    yield hang("as it is", inviting.opened_letter, OPENED, words)


def _person(words: Words) -> Iterator[Exhibit]:
    for what in Opening:
        yield hang(what.name, account.opening, what, words)
    for held in (list(Role), []):
        yield hang(f"{len(held)} roles", account.ready, WHO, held, words)
        yield hang(f"{len(held)} roles", account.home, WHO, held, 3 if held else None, words)
    yield hang("as it is", account.logged_in, WHO, words)
    yield hang("as it is", account.ask_logout, words)
    yield hang("as it is", account.logged_out, words)


def _account(words: Words) -> Iterator[Exhibit]:
    """A staff account in the rooms that are there for members too."""
    held = tuple(Holding(role, NOW, NAME) for role in Role)
    for one in (Holder(NUMBER, WHO, "", held), Holder(NUMBER, WHO, "", ())):
        yield hang(f"an account, {len(one.holdings)} held", roles.card, one, words)
        yield hang(f"of accounts, {len(one.holdings)} held", roles.listed, (one,) * 9, 1, words)
    facts = {"name": WHO, "member_no": "", "roles": ",".join(Role), "owners": "12"}
    asked = Asked(NUMBER, ReenterAccount(NUMBER), "由" * 200, NUMBER, NAME, NOW, "waiting")
    for telegram in ("", str(2**52 - 1)):
        whole = facts | {"account": f"staff-{NUMBER}:{telegram}"}
        yield hang(f"back, {telegram}", joint.card, Shown(asked, whole, "f" * FINGERPRINT), words)
