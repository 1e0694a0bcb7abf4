"""Screens of staff: a one-time code, for as long as it is shown."""

from datetime import datetime

from content.words import Words
from handlers.presses.staff.members import OpenMember, Room
from handlers.screens.screen import Button, Screen, page, row


def subject(member_id: int) -> str:
    """What the chat shows while the code of this member stands in it."""
    return f"code:{member_id}"


def code(words: Words, member_id: int, name: str, code: str, starts: datetime | None, until: datetime) -> Screen:
    """The one-time code, once: the next screen takes its place. It may be good only from `starts` on."""
    lines = words.staff.code(f"{code[:4]} {code[4:]}", until)
    waits = () if starts is None else (words.code.waits(starts),)
    return Screen(
        page(words.staff.code_title(name), *lines, *waits),
        rows=(
            row(Button(words.staff.copy(), copies=code)),
            row(Button(words.staff.to_card(), OpenMember(member_id))),
            row(Button(words.common.back(), Room())),
        ),
        subject=subject(member_id),
    )


def hidden(words: Words, member_id: int, name: str, until: datetime, *, out: bool) -> Screen:
    """In place of the code. `out`: it was neither used nor voided, and has not ended."""
    rows = (
        row(Button(words.staff.to_card(), OpenMember(member_id))),
        row(Button(words.common.back(), Room())),
    )
    text = page(words.staff.code_title(name), words.code.hidden(until) if out else words.code.not_good())
    return Screen(text, rows, subject=subject(member_id))
