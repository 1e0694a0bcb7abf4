"""Screens of staff: who holds which role, and giving and taking one."""

from collections.abc import Sequence

from content.staff.rights import Holder, Role
from content.words import Words
from handlers.presses.staff.inviting import AskAgain, Invite
from handlers.presses.staff.roles import AskWhyRole, ChangeRole, OpenHolder, Roles
from handlers.presses.staff.rooms import Rooms
from handlers.screens.labels import picks
from handlers.screens.paging import cut, pager
from handlers.screens.screen import Button, Place, Screen, page, row


def listed(people: Sequence[Holder], number: int, words: Words, said: str = "") -> Screen:
    """All who hold a role, a page at a time."""
    say, shown = words.roles, cut(people, number)
    numbered = list(enumerate(shown.items, start=shown.before + 1))
    told = [said, ""] if said else []
    lines = [
        say.person(place, one.name, one.member_no or words.account.no_number(), [held.role for held in one.holdings])
        for place, one in numbered
    ]
    rows = (
        *picks(((one.name, OpenHolder(one.person_id)) for one in shown.items), shown.before),
        *pager(words, shown, Roles),
        row(Button(words.inviting.to_invite(), Invite())),
        row(Button(words.common.back(), Rooms())),
    )
    return Screen(page(say.title(), *told, *say.listed(len(people)), "", *lines), rows, subject="staff")


def card(shown: Holder, words: Words, said: str = "") -> Screen:
    """A person, with the roles held, and a button for each change that can be made."""
    say, held = words.roles, {one.role for one in shown.holdings}
    told = [said, ""] if said else []
    lines = [say.holds(one.role, one.granted_at, one.granted_by) for one in shown.holdings] or [say.holds_none()]
    about = [say.does(role, words.rights.does(role)) for role in Role]
    rows = (
        *(
            row(Button(say.to_change(role, give=role not in held), AskWhyRole(shown.person_id, role, role not in held)))
            for role in Role
        ),
        *([] if shown.member_no else [row(Button(words.inviting.to_invite_again(), AskAgain(shown.person_id)))]),
        row(Button(words.common.back(), Roles(1))),
    )
    who = say.ids(shown.member_no) if shown.member_no else words.account.number(shown.person_id)
    text = page(say.card_title(shown.name), *told, who, *lines, "", *about)
    return Screen(text, rows, subject=f"roles:{shown.person_id}")


def ask_why(shown: Holder, role: Role, words: Words, *, give: bool) -> Screen:
    """The reason, from a button or as a text."""
    say = words.roles
    reasons = enumerate(say.reasons(give=give))
    rows = (
        *(row(Button(why, ChangeRole(shown.person_id, role, give, number))) for number, why in reasons),
        row(Button(words.common.back(), OpenHolder(shown.person_id))),
    )
    text = page(say.ask_why_title(role, shown.name, give=give), *say.ask_why(role, words.rights.does(role), give=give))
    return Screen(text, rows, subject=f"roles:{shown.person_id}")


def bad_reason(member_id: int, longest: int, words: Words) -> Screen:
    rows = (row(Button(words.common.back(), OpenHolder(member_id))),)
    return Screen(page(words.roles.title(), words.roles.bad_reason(longest)), rows, subject="staff")


def told(role: Role, words: Words, *, give: bool) -> Screen:
    """To the person whose role was given or taken."""
    say = words.roles
    lines = say.told(role, words.rights.does(role), give=give)
    return Screen(page(say.told_title(give=give), *lines), place=Place.OWN)
