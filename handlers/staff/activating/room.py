"""/letters: activation letters are ordered, confirmed by a second person, made by the clock, fetched once by a link.

The file never comes into the chat. Every order and link is in the log; the page logs that the file was fetched.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from content.activating.batch import LINK_LASTS, State
from content.keys.note import Note
from content.prefectures import PREFECTURES
from content.rules import Rulebook
from content.staff.joint import MakeLetters
from content.staff.rights import Act
from content.text.lines import one_line
from handlers.due import Due
from handlers.presses.staff import activating as presses
from handlers.screens.screen import Screen
from handlers.screens.staff import activating as screens
from handlers.screens.staff import joint as joint_screens
from handlers.screens.staff.joint import Shown
from handlers.staff import acting, second
from handlers.staff.rights import may
from handlers.turn import Command, Hears, On, StaffTurn
from storage.activating import batches, opening
from storage.people import chats

SHOWN = 5


@dataclass(frozen=True)
class AwaitPrefecture(Note, expects="letters_prefecture"):
    """The prefecture whose members get letters is awaited."""


def command(turn: StaffTurn, _argument: str) -> Screen:
    return open_room(turn, presses.LetterRoom())


def open_room(turn: StaffTurn, _press: presses.LetterRoom) -> Screen:
    return screens.room(batches.latest(turn.session, SHOWN), turn.words)


def for_all(turn: StaffTurn, _press: presses.MakeForAll) -> Screen:
    return _order(turn, "")


def ask_prefecture(turn: StaffTurn, _press: presses.AskPrefecture) -> Screen:
    chats.expect(turn.session, turn.chat.id, AwaitPrefecture(), turn.now)
    return screens.ask_prefecture(turn.words)


def hear_prefecture(turn: StaffTurn, _note: AwaitPrefecture, text: str) -> Screen:
    typed = one_line(text)
    ways = {way: name for name, english in PREFECTURES.items() for way in (name, name[:-1], english.casefold())}
    found = ways.get(typed.casefold())
    if found is None:
        return screens.ask_prefecture(turn.words, bad=True)
    chats.expect(turn.session, turn.chat.id, None, turn.now)
    return _order(turn, found)


def open_batch(turn: StaffTurn, press: presses.OpenBatch) -> Screen:
    """How far it is. Raises StaleButton."""
    return screens.card(batches.one(turn.session, press.batch), turn.words)


def get_file(turn: StaffTurn, press: presses.GetFile) -> Screen:
    """A link for an hour, in place of any earlier one. Raises StaleButton."""
    one = batches.one(turn.session, press.batch)
    given = opening.give(turn.session, one.id, turn.person_id, turn.now) if one.state is State.READY else None
    if given is None:
        return screens.card(one, turn.words, turn.words.activation.nothing_to_open())
    link, pin = given
    facts = {"letters": one.id, "people": one.made}
    acting.write(turn, "link_letters", None, acting.looking(turn), {}, facts)
    until = turn.now + LINK_LASTS
    return screens.link(one, turn.house.links.letters(link), pin, until, turn.words)


def carry(turn: StaffTurn, shown: Shown) -> Screen:
    """A second person has confirmed it: the clock makes them from now on."""
    batches.begin(turn.session, int(shown.facts["letters"]), turn.now)
    return joint_screens.ended(shown, turn.words, turn.words.activation.begun())


# by the clock


def find_making(session: Session, _now: datetime, _rulebook: Rulebook) -> Sequence[int]:
    return batches.making(session)


def make(session: Session, found: Sequence[int], now: datetime, _rulebook: Rulebook) -> int:
    return sum(batches.step(session, number, now) for number in found)


def find_cleared(session: Session, _now: datetime, _rulebook: Rulebook) -> Sequence[int]:
    return batches.to_clear(session)


def clear(session: Session, found: Sequence[int], _now: datetime, _rulebook: Rulebook) -> int:
    return batches.clear(session, found)


def find_unopened(session: Session, now: datetime, _rulebook: Rulebook) -> Sequence[int]:
    return batches.unopened(session, now)


def end(session: Session, found: Sequence[int], _now: datetime, _rulebook: Rulebook) -> int:
    return sum(batches.void(session, number) for number in found)


def _order(turn: StaffTurn, prefecture: str) -> Screen:
    """Put it down for a second person. If nobody else could confirm it, it stays on record as one that waits."""
    number = batches.order(turn.session, prefecture, turn.person_id, turn.now)
    return second.ask(turn, MakeLetters(turn.person_id, number), turn.words.activation.usual_why())


_MAY = may(Act.MAKE_LETTERS)
ROUTES = (
    Command("letters", command, _MAY, menu=False),
    On(presses.LetterRoom, open_room, _MAY),
    On(presses.MakeForAll, for_all, _MAY),
    On(presses.AskPrefecture, ask_prefecture, _MAY),
    On(presses.OpenBatch, open_batch, _MAY),
    On(presses.GetFile, get_file, _MAY),
    Hears(AwaitPrefecture, hear_prefecture, _MAY),
)
DUE = (
    Due("activation letters to make", find_making, make, whole=True),
    Due("activation codes in clear", find_cleared, clear, whole=True),
    Due("activation letters that nobody fetched", find_unopened, end),
)
