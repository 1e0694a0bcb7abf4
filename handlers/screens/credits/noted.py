"""What a member notes of papers that this record does not hold."""

from datetime import date

from content.credits.noted import MOST_FILINGS, Noted
from content.words import Words
from handlers.presses.credits.noted import AskCertified, AskFilings, Forget, NoteFilings, OpenNoted
from handlers.presses.settings import Settings
from handlers.screens.screen import Button, Row, Screen, page, row, rows_of


def noted(view: Noted, words: Words) -> Screen:
    say = words.noted
    rows = (
        row(Button(say.to_filings(), AskFilings())),
        row(Button(say.to_certificate(), AskCertified())),
        row(Button(words.common.back(), Settings())),
    )
    text = page(say.title(), say.filings(view), say.certificate(view), "", say.own())
    return Screen(text, rows, subject="noted")


def ask_filings(view: Noted, words: Words) -> Screen:
    say = words.noted
    numbers = [Button(say.number(number), NoteFilings(number)) for number in range(MOST_FILINGS + 1)]
    rows = (*rows_of(numbers, 1), *_forget(view.filings is not None, words, certificate=False), _back(words))
    return Screen(page(say.title(), say.ask_filings()), rows, subject="noted")


def ask_filed_on(words: Words, today: date, *, bad: bool = False) -> Screen:
    """The number is kept already; the day of the last filing may be left out."""
    say = words.noted
    said = say.bad_day(today) if bad else say.ask_filed_on()
    return Screen(page(say.title(), said), (_back(words),), subject="noted")


def ask_certified_on(view: Noted, words: Words, today: date, *, bad: bool = False) -> Screen:
    say = words.noted
    said = say.bad_day(today) if bad else say.ask_certified_on()
    rows = (*_forget(view.certified_on is not None, words, certificate=True), _back(words))
    return Screen(page(say.title(), said), rows, subject="noted")


def _forget(there: bool, words: Words, *, certificate: bool) -> tuple[Row, ...]:
    return (row(Button(words.noted.forget(), Forget(certificate))),) if there else ()


def _back(words: Words) -> Row:
    return row(Button(words.common.back(), OpenNoted()))
