"""/letters: activation letters are ordered, confirmed by a second person, made by the clock, fetched once by a link.

The file never comes into the chat. Every order and link is in the log; the page logs that the file was fetched.
"""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from content import prefectures
from content.activating.batch import DROPPED, LATE, LINK_LASTS, State
from content.keys.activation_letters import LettersRefused, LettersTold
from content.keys.note import Note
from content.staff import rights
from content.staff.joint import MakeLetters
from content.staff.rights import Act
from content.tables.writing import csv_of
from content.text import shapes
from content.text.lines import one_line
from content.words import speak
from handlers.incoming import Sent
from handlers.keeping import Keeps, PaperGone
from handlers.presses.staff import activating as presses
from handlers.screens.screen import Screen, toast
from handlers.screens.staff import activating as screens
from handlers.screens.staff import joint as joint_screens
from handlers.screens.staff.joint import Shown
from handlers.staff import acting, second
from handlers.staff.rights import held, may
from handlers.turn import Command, Hears, On, Personal, Receives, StaffTurn, Unwanted, WritesToAll
from handlers.work import Download, Prepared, Work
from storage.activating import batches, ending, listing, opening
from storage.files import parts
from storage.people import chats
from storage.post import requested
from storage.post.letters import Letter

SHOWN = 5
LARGEST = 20_000_000


@dataclass(frozen=True)
class AwaitPrefecture(Note, expects="letters_prefecture"):
    """The prefecture whose members get letters is awaited."""


@dataclass(frozen=True)
class AwaitList(Note, expects="letters_list"):
    """The file of those who get letters is awaited."""


def command(turn: StaffTurn, _argument: str) -> Screen:
    return open_room(turn, presses.LetterRoom())


def open_room(turn: StaffTurn, _press: presses.LetterRoom) -> Screen:
    since = turn.now - turn.rules.retention.letter_orders
    return screens.room(batches.latest(turn.session, SHOWN, since), turn.words)


def for_all(turn: StaffTurn, _press: presses.MakeForAll) -> Screen:
    return _order(turn, "")


def ask_prefecture(turn: StaffTurn, _press: presses.AskPrefecture) -> Screen:
    chats.expect(turn.session, turn.chat.id, AwaitPrefecture(), turn.now)
    return screens.ask_prefecture(turn.words)


def hear_prefecture(turn: StaffTurn, _note: AwaitPrefecture, text: str) -> Screen:
    found = prefectures.find(one_line(text))
    if found is None:
        return screens.ask_prefecture(turn.words, bad=True)
    chats.expect(turn.session, turn.chat.id, None, turn.now)
    return _order(turn, found)


def ask_list(turn: StaffTurn, _press: presses.AskList) -> Screen:
    chats.expect(turn.session, turn.chat.id, AwaitList(), turn.now)
    return screens.ask_list(turn.words)


def hear_list(turn: StaffTurn, _note: AwaitList, _text: str) -> Screen:
    return screens.ask_list(turn.words, turn.words.importing.ask_file())


def receive_list(turn: StaffTurn, _note: AwaitList, sent: Sent) -> Work | Screen:
    """Refuse what can be refused without a download."""
    if not sent.file_id:
        return screens.ask_list(turn.words, turn.words.importing.ask_file())
    if sent.size > LARGEST:
        return screens.ask_list(turn.words, turn.words.importing.too_big())
    return Download(sent.file_id, kept=True)


def keep_list(turn: StaffTurn, _note: AwaitList, _sent: Sent, prepared: Prepared) -> Screen:
    """The list is on record; the clock reads it."""
    kept = prepared.file
    parts.take(turn.session, kept, None)
    number = batches.order_for_list(turn.session, kept.print, kept.id, turn.person_id, turn.now)
    screen = _card(turn, number)
    _log(turn, "list_for_letters", number)
    return screen


def order_for_list(turn: StaffTurn, press: presses.OrderForList) -> Screen:
    """A second press makes no second order. Raises StaleButton."""
    if not batches.ask(turn.session, press.batch, turn.person_id, turn.now):
        return _card(turn, press.batch)
    return _ask_second(turn, press.batch)


def get_refused(turn: StaffTurn, press: presses.GetRefused) -> Screen:
    """Raises StaleButton."""
    one = batches.one(turn.session, press.batch)
    if one.listed is None or not one.listed.refused:
        return _card(turn, one.id)
    requested.ask(turn.session, member_id=turn.person_id, key=LettersRefused(one.id), at=turn.now)
    _log(turn, "viewed_letters_list", one.id)
    return toast(turn.words.importing.report_comes())


def drop(turn: StaffTurn, press: presses.DropOrder) -> Screen:
    """Raises StaleButton."""
    one = batches.one(turn.session, press.batch)
    if one.asked_by == turn.person_id and ending.end(turn.session, one.id, DROPPED, turn.now, told=False):
        screen = _card(turn, one.id)
        _log(turn, "drop_letters", one.id)
        return screen
    return _card(turn, one.id)


def open_batch(turn: StaffTurn, press: presses.OpenBatch) -> Screen:
    """How far it is. Raises StaleButton."""
    return _card(turn, press.batch)


def get_file(turn: StaffTurn, press: presses.GetFile) -> Screen:
    """A link for an hour, in place of any earlier one. Raises StaleButton."""
    one = batches.one(turn.session, press.batch)
    if not turn.house.links.private:
        return _card(turn, one.id, turn.words.activating.not_private())
    holds = one.state is State.READY and batches.holds_any(turn.session, one.id)
    given = opening.give(turn.session, one.id, turn.person_id, turn.now) if holds else None
    if given is None:
        return _card(turn, one.id, turn.words.activating.nothing_to_open())
    link, pin = given
    until = turn.now + LINK_LASTS
    screen = screens.link(one, turn.house.links.letters(link), pin, until, turn.words)
    _log(turn, "link_letters", one.id)
    return screen


def carry(turn: StaffTurn, shown: Shown) -> Screen:
    """A second person has confirmed it: the clock makes them from now on."""
    batches.begin(turn.session, int(shown.facts["letters"]), turn.now)
    return joint_screens.ended(shown, turn.words, turn.words.activating.begun())


def write_told(turn: Personal, letter: Letter[LettersTold]) -> Screen | Unwanted:
    """The batch as it stands now. While it is made, only a message that shows it is edited."""
    if not rights.may(Act.MAKE_LETTERS, held(turn)):
        return Unwanted("the role is lost")
    one = batches.one(turn.session, letter.key.letters)
    if one.state is not State(letter.key.state):
        return Unwanted("it is further by now")
    if one.state is State.MAKING and turn.chat.living_subject != screens.subject(one):
        return Unwanted("the chat shows something else")
    return screens.card(one, turn.words, turn.person_id)


def write_refused(turn: Personal, letter: Letter[LettersRefused]) -> Screen | Unwanted:
    if not rights.may(Act.MAKE_LETTERS, held(turn)):
        return Unwanted("the role is lost")
    return screens.refused(batches.one(turn.session, letter.key.letters), turn.words)


def refused_content(session: Session, paper: screens.RefusedFile) -> bytes:
    say = speak(paper.language)
    lines = [
        (str(one.line), one.member_no, say.table_faults.said(one.why)) for one in listing.refused(session, paper.number)
    ]
    if not lines:
        raise PaperGone
    return csv_of([tuple(say.activating.refused_columns()), *lines])


def _order(turn: StaffTurn, prefecture: str) -> Screen:
    return _ask_second(turn, batches.order(turn.session, prefecture, turn.person_id, turn.now))


def _ask_second(turn: StaffTurn, number: int) -> Screen:
    """If nobody else could confirm it, it ends at once."""
    act = MakeLetters(turn.person_id, number)
    screen = second.ask(turn, act, turn.words.activating.usual_why())
    if not second.seconds(turn.session, act, turn.person_id):
        ending.end(turn.session, number, LATE, turn.now, told=False)
    return screen


def _card(turn: StaffTurn, number: int, said: str = "") -> Screen:
    return screens.card(batches.one(turn.session, number), turn.words, turn.person_id, said)


def _log(turn: StaffTurn, act: str, number: int) -> None:
    one = batches.one(turn.session, number)
    facts: dict[str, object] = {"letters": one.id, "people": one.listed.people if one.listed else one.made}
    facts |= {"digest": one.listed.digest[:16]} if one.listed else {}
    acting.write(turn, act, None, acting.looking(turn), {}, facts)


_MAY = may(Act.MAKE_LETTERS)
ROUTES = (
    Command("letters", command, _MAY, menu=False),
    On(presses.LetterRoom, open_room, _MAY),
    On(presses.MakeForAll, for_all, _MAY),
    On(presses.AskPrefecture, ask_prefecture, _MAY),
    On(presses.AskList, ask_list, _MAY),
    On(presses.OrderForList, order_for_list, _MAY),
    On(presses.GetRefused, get_refused, _MAY),
    On(presses.DropOrder, drop, _MAY),
    On(presses.OpenBatch, open_batch, _MAY),
    On(presses.GetFile, get_file, _MAY),
    Hears(AwaitPrefecture, hear_prefecture, _MAY),
    Hears(AwaitList, hear_list, _MAY, fits=shapes.nothing),
    Receives(AwaitList, receive_list, keep_list, _MAY),
)
LETTERS = (WritesToAll(LettersTold, write_told), WritesToAll(LettersRefused, write_refused))
PAPERS = (Keeps(screens.RefusedFile, refused_content),)
