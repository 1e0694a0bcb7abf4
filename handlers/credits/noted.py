"""What a member notes of papers that this record does not hold, from /settings and /fees."""

from dataclasses import dataclass
from datetime import date

from content.credits.noted import MOST_FILINGS, Noted
from content.keys.note import Note
from content.refusals import StaleButton
from content.rules import day_of
from content.text import shapes
from content.text.dating import day_written
from handlers.presses.credits import noted as presses
from handlers.screens.credits import noted as screens
from handlers.screens.screen import Screen
from handlers.turn import MEMBER, Hears, On, Turn
from storage.people import chats, noted


@dataclass(frozen=True)
class AwaitFiledOn(Note, expects="filed_on"):
    """The day of the last filing."""


@dataclass(frozen=True)
class AwaitCertifiedOn(Note, expects="certified_on"):
    """The day on which the last 認定証 was issued."""


def opened(turn: Turn, _press: presses.OpenNoted | None = None) -> Screen:
    return screens.noted(_noted(turn), turn.words)


def ask_filings(turn: Turn, _press: presses.AskFilings) -> Screen:
    return screens.ask_filings(_noted(turn), turn.words)


def note_filings(turn: Turn, press: presses.NoteFilings) -> Screen:
    """The number is kept at once, then the day is asked for; another number keeps no day of the one before."""
    if not 0 <= press.number <= MOST_FILINGS:
        raise StaleButton
    noted.file(turn.session, turn.member.id, press.number)
    if not press.number:
        return opened(turn)
    chats.expect(turn.session, turn.chat.id, AwaitFiledOn(), turn.now)
    return screens.ask_filed_on(turn.words, day_of(turn.now))


def hear_filed_on(turn: Turn, _note: AwaitFiledOn, text: str) -> Screen:
    filings = _noted(turn).filings
    for day in _day(turn, text):
        chats.expect(turn.session, turn.chat.id, None, turn.now)
        noted.file(turn.session, turn.member.id, filings, day)
        return opened(turn)
    return screens.ask_filed_on(turn.words, day_of(turn.now), bad=True)


def ask_certified(turn: Turn, _press: presses.AskCertified) -> Screen:
    chats.expect(turn.session, turn.chat.id, AwaitCertifiedOn(), turn.now)
    return screens.ask_certified_on(_noted(turn), turn.words, day_of(turn.now))


def hear_certified_on(turn: Turn, _note: AwaitCertifiedOn, text: str) -> Screen:
    for day in _day(turn, text):
        chats.expect(turn.session, turn.chat.id, None, turn.now)
        noted.certify(turn.session, turn.member.id, day)
        return opened(turn)
    return screens.ask_certified_on(_noted(turn), turn.words, day_of(turn.now), bad=True)


def forget(turn: Turn, press: presses.Forget) -> Screen:
    if press.certificate:
        noted.certify(turn.session, turn.member.id, None)
    else:
        noted.file(turn.session, turn.member.id, None)
    return opened(turn)


def _noted(turn: Turn) -> Noted:
    return noted.get(turn.session, turn.member.id)


def _day(turn: Turn, text: str) -> tuple[date, ...]:
    """The day of a text, if it names one that is not ahead."""
    today = day_of(turn.now)
    try:
        day = day_written(text, today, date.min)
    except ValueError:
        return ()
    return (day,) if day <= today else ()


ROUTES = (
    On(presses.OpenNoted, opened, MEMBER),
    On(presses.AskFilings, ask_filings, MEMBER),
    On(presses.NoteFilings, note_filings, MEMBER),
    On(presses.AskCertified, ask_certified, MEMBER),
    On(presses.Forget, forget, MEMBER),
    Hears(AwaitFiledOn, hear_filed_on, MEMBER, fits=shapes.day),
    Hears(AwaitCertifiedOn, hear_certified_on, MEMBER, fits=shapes.day),
)
