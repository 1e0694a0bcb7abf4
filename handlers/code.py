"""A one-time code is told to its member at once, who can void it: staff alone can't take over an account."""

from content.keys.letters import CodeDisowned, CodeGiven, CodeOver
from handlers.presses.code import DisownCode
from handlers.screens import code as screens
from handlers.screens.screen import Screen
from handlers.turn import MEMBER, On, Turn, Unwanted, Writes
from storage.people import codes, members
from storage.post import letters
from storage.post.letters import Letter
from storage.staff import log, roles


def disown(turn: Turn, press: DisownCode) -> Screen:
    """The button of an earlier code leaves a later one alone."""
    for one in codes.given(turn.session, turn.member.id, turn.now):
        if screens.minute_of(one.until) == press.minute:
            codes.void(turn.session, turn.member.id)
            _tell(turn, one)
            _write(turn)
            return screens.disowned(turn.words)
    return screens.over(turn.words)


def write_given(turn: Turn, letter: Letter[CodeGiven]) -> Screen | Unwanted:
    for one in codes.given(turn.session, turn.member.id, turn.now):
        if one.until == letter.key.until and one.starts is not None:
            return screens.given(one.starts, one.until, turn.words)
    return Unwanted("the code is not out any more")


def write_disowned(turn: Turn, letter: Letter[CodeDisowned]) -> Screen | Unwanted:
    """To whoever is an owner still."""
    if "owner" not in roles.roles(turn.session, turn.member.id):
        return Unwanted("the role is lost")
    return screens.told_owner(members.name(turn.session, letter.key.member), letter.key.at, turn.words)


def _tell(turn: Turn, one: codes.Given) -> None:
    """The owners, and the chat of staff in which the code may be shown still."""
    slot = str(turn.update_id)
    for owner in roles.holders(turn.session, "owner"):
        key = CodeDisowned(turn.member.id, turn.now)
        letters.put(turn.session, member_id=owner, key=key, slot=slot, at=turn.now)
    if one.by is not None:
        over = CodeOver(turn.member.id, one.until)
        letters.put(turn.session, member_id=one.by, key=over, slot="disowned", at=turn.now)


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
LETTERS = (Writes(CodeGiven, write_given), Writes(CodeDisowned, write_disowned))
