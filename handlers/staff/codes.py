"""Giving a one-time code, and what becomes of the message that shows it.

A member who is logged in somewhere hears of it at once, and it is good ten minutes later; otherwise it is good at once.
"""

from datetime import timedelta

from content.keys.letters import CodeGiven, CodeOver
from handlers.screens.screen import Screen
from handlers.screens.staff import codes as screens
from handlers.turn import Personal, StaffTurn, Unwanted, WritesToAll
from storage.people import chats, codes, members
from storage.post import letters
from storage.post.letters import Letter

WAITS = timedelta(minutes=10)
SHOWN = timedelta(minutes=1)
"""How long a code stands in the chat of staff."""


def give(turn: StaffTurn, member_id: int, name: str) -> Screen:
    """A new code in place of any earlier one, shown for a minute."""
    until = turn.now + timedelta(hours=turn.rules.one_time_code_hours)
    starts = turn.now + WAITS if chats.of_member(turn.session, member_id) else None
    by = turn.person_id
    code = codes.give(turn.session, turn.house.cipher, member_id, until, starts=starts, by=by)
    if starts is not None:
        letters.put(turn.session, member_id=member_id, key=CodeGiven(until), slot="", at=turn.now)
    for slot, due in (("minute", turn.now + SHOWN), ("end", until)):
        over = CodeOver(member_id, until)
        letters.put(turn.session, member_id=by, key=over, slot=slot, at=turn.now, due_at=due)
    return screens.code(turn.words, member_id, name, code, starts, until)


def write_over(turn: Personal, letter: Letter[CodeOver]) -> Screen | Unwanted:
    """What takes the place of the code, if the code is still shown."""
    member, until = letter.key.member, letter.key.until
    if turn.chat.living_subject != screens.subject(member):
        return Unwanted("the code is not shown any more")
    out = codes.given(turn.session, member, turn.now)
    stands = out is not None and out.until == until
    return screens.hidden(turn.words, member, members.name(turn.session, member), until, out=stands)


ROUTES = ()
LETTERS = (WritesToAll(CodeOver, write_over),)
