"""The beginning and the end of a session: one chat a member, one member a chat."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from content.keys.letters import SessionEnded
from content.rules import Rulebook
from handlers import linked
from handlers.due import Due
from handlers.home import shown
from handlers.presses.access import session as presses
from handlers.screens.access import session as screens
from handlers.screens.screen import Screen
from handlers.screens.staff import account as account_screens
from handlers.turn import LOGGED_IN, AccountTurn, Command, On, Personal, Visit, WritesToAll
from storage.people import chats, guards
from storage.post import letters
from storage.post.letters import Letter


def enter(visit: Visit, member_id: int, said: str) -> Screen:
    """Log the member in here and forget the failures that led to it. If the member was logged in in another chat, that
    chat is told by letter.
    """
    guards.succeed(visit.session, visit.house.cipher, visit.chat.telegram_id, member_id, visit.now)
    former = chats.bind(visit.session, visit.chat, member_id, visit.now)
    told = [said]
    if former is not None:
        _tell(visit, member_id, former)
        told.append(visit.words.login.moved_here())
    home = shown.entered(visit, member_id, tuple(told))
    return replace(home, also=(*home.also, *linked.kept(shown.turn_of(visit, member_id))))


def ask_logout(turn: AccountTurn, _said: str | presses.AskLogOut) -> Screen:
    return screens.ask_logout(turn.words) if turn.chat.staff_id is None else account_screens.ask_logout(turn.words)


def log_out(turn: AccountTurn, _press: presses.LogOut) -> Screen:
    chats.unbind(turn.session, turn.chat.id)
    return screens.logged_out(turn.words) if turn.chat.staff_id is None else account_screens.logged_out(turn.words)


def write_ended(turn: Personal, letter: Letter[SessionEnded]) -> Screen:
    return screens.ended(turn.words, letter.key.at, turn.profile)


def find_forgotten(session: Session, now: datetime, rulebook: Rulebook) -> Sequence[tuple[str, str]]:
    return guards.find_old(session, now, rulebook.now(now).retention.guards)


def forget(session: Session, found: Sequence[tuple[str, str]], now: datetime, _rulebook: Rulebook) -> int:
    """Remove the counters of failures that nobody remembers."""
    return guards.forget(session, found, now)


def _tell(visit: Visit, member_id: int, former: int) -> None:
    letters.forget(visit.session, member_id, SessionEnded)  # each is of a moment of its own: one is kept
    letters.put(
        visit.session,
        member_id=member_id,
        key=SessionEnded(visit.now),
        slot=str(visit.update_id),
        at=visit.now,
        chat_id=former,
    )


ROUTES = (
    Command("logout", ask_logout, who=LOGGED_IN),
    On(presses.AskLogOut, ask_logout, who=LOGGED_IN),
    On(presses.LogOut, log_out, who=LOGGED_IN),
)
LETTERS = (WritesToAll(SessionEnded, write_ended),)
DUE = (Due("failures that are forgotten", find_forgotten, forget, whole=True),)
