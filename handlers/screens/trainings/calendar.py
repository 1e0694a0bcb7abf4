"""An entry for the phone's calendar, and its message."""

from datetime import datetime, timedelta

from content.absence import given
from content.attendance.checkin import hours
from content.attendance.training import Training
from content.journal import JournalIssue
from content.rules import Rules
from content.words import Words
from handlers.screens.screen import CalendarPaper, Place, Screen, page

_LENGTH = timedelta(minutes=30)
"""So long before a deadline its entry begins: an entry without length is hardly seen on a phone."""


def training(one: Training, rules: Rules, now: datetime, words: Words, *, reminded: str | None) -> Screen:
    """The hours of a training, and when its doors take a code. `reminded`: the sentence that says when the member is
    reminded of it; None if the member is not.
    """
    say, times = words.calendar, hours(one.starts_at, one.ends_at, rules)
    paper = CalendarPaper(
        source=one.source,
        title=words.common.marked(words.titled(one), sample=one.sample),
        starts_at=one.starts_at,
        ends_at=one.ends_at,
        text="\n".join([words.trainings.organiser(one), say.doors(times.entry_from, times.exit_from)]),
        place=say.place(one),
        written_at=now,
        file_name=say.file_name(one.starts_at),
    )
    return _document(paper, words, *given(say.reminded(reminded) if reminded else None))


def deadline(one: JournalIssue, now: datetime, words: Words) -> Screen:
    """The end of the time in which an issue takes answers."""
    say = words.calendar
    name = words.journal.name(one.month, words.common.marked(words.titled(one), sample=one.sample))
    paper = CalendarPaper(
        source=one.source,
        title=say.deadline(name),
        starts_at=one.deadline - _LENGTH,
        ends_at=one.deadline,
        text=say.submit(),
        place="",
        written_at=now,
        file_name=say.file_name(one.deadline),
    )
    return _document(paper, words)


def _document(paper: CalendarPaper, words: Words, *further: str) -> Screen:
    text = page(paper.title, *given(paper.place), words.calendar.caption(), *further)
    return Screen(text, place=Place.OWN, paper=paper)
