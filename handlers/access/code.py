"""A one-time code is told to its member at once, who can void it: staff alone can't take over an account."""

from content.keys.letters import CodeDisowned, CodeGiven, CodeOver
from handlers.presses.access.code import DisownCode
from handlers.screens.access import code as screens
from handlers.screens.screen import Screen
from handlers.turn import MEMBER, On, Personal, Turn, Unwanted, Writes, WritesToAll
from storage.people import codes, members
from storage.post import letters
from storage.post.letters import Letter
from storage.staff import log, roles


def disown(turn: Turn, press: DisownCode) -> Screen:
    """The button of an earlier code leaves a later one alone."""
    out = codes.hold(turn.session, turn.member.id, turn.now)
    if out is None or screens.minute_of(out.until) != press.minute:
        return screens.over(turn.words)
    codes.void(turn.session, turn.member.id)
    _tell(turn, out)
    _write(turn)
    return screens.disowned(turn.words)


def write_given(turn: Turn, letter: Letter[CodeGiven]) -> Screen | Unwanted:
    out = codes.given(turn.session, turn.member.id, turn.now)
    if out is None or out.until != letter.key.until or out.starts is None:
        return Unwanted("the code is not out any more")
    return screens.given(out.starts, out.until, turn.words)


def write_disowned(turn: Personal, letter: Letter[CodeDisowned]) -> Screen | Unwanted:
    """Write the letter, if the reader is still an owner."""
    if "owner" not in roles.roles(turn.session, turn.person_id):
        return Unwanted("the role is lost")
    return screens.told_owner(members.name(turn.session, letter.key.member), letter.key.at, turn.words)


def _tell(turn: Turn, out: codes.Given) -> None:
    """The owners, and the chat of staff in which the code may still be shown."""
    slot = str(turn.update_id)
    for owner in roles.holders(turn.session, "owner"):
        key = CodeDisowned(turn.member.id, turn.now)
        letters.put(turn.session, member_id=owner, key=key, slot=slot, at=turn.now)
    if out.by is not None:
        over = CodeOver(turn.member.id, out.until)
        letters.put(turn.session, member_id=out.by, key=over, slot="disowned", at=turn.now)


def _write(turn: Turn) -> None:
    log.write(
        turn.session,
        turn.house.cipher,
        staff_id=turn.member.id,
        member_id=turn.member.id,
        act="disown_code",
        why="the member did not ask for it",
        before={"code": "given"},
        after={"code": "void"},
        at=turn.now,
    )


ROUTES = (On(DisownCode, disown, MEMBER),)
LETTERS = (Writes(CodeGiven, write_given), WritesToAll(CodeDisowned, write_disowned))
