"""A training, or the deadline of the journal, as a file that the phone's calendar takes: by one tap."""

from dataclasses import replace

from sqlalchemy.orm import Session

from content.attendance.reminding import may_ask
from content.keys.calendar_letters import IssueEntry, TrainingEntry
from content.values import Reminder
from handlers import journal
from handlers.keeping import Makes
from handlers.papers import calendar as drawing
from handlers.presses.journal import IssueToCalendar, OpenIssue
from handlers.presses.trainings.trainings import TrainingToCalendar
from handlers.screens import journal as issue_screens
from handlers.screens.screen import CalendarPaper, Screen
from handlers.screens.trainings import calendar as screens
from handlers.trainings import awaited, trainings
from handlers.turn import MEMBER, On, Turn, Unwanted, Writes
from storage.journal import issues
from storage.people import preferences
from storage.post import requested
from storage.post.letters import Letter
from storage.trainings import attendances


def ask_training(turn: Turn, press: TrainingToCalendar) -> Screen:
    """Queue the file in this transaction: a crash after it loses nothing. A member who takes it means to be there, so
    the member is reminded of the training too, unless these reminders are switched off. Raises NoSuchTraining.
    """
    mine = attendances.of_training(turn.session, turn.member.id, press.training, turn.now, turn.rules)
    if not may_ask(mine, turn.now):
        return trainings.card(turn, press.training)
    if preferences.get(turn.session, turn.member.id).wants(Reminder.TRAINING):
        awaited.expect(turn, mine)  # the words that come with the file say so
    requested.ask(turn.session, member_id=turn.member.id, key=TrainingEntry(press.training), at=turn.now)
    return replace(trainings.card(turn, press.training), toast=turn.words.calendar.on_its_way())


def ask_issue(turn: Turn, press: IssueToCalendar) -> Screen:
    """As for a training. Raises NoSuchIssue."""
    card = journal.open_issue(turn, OpenIssue(press.issue))
    if not _is_open(turn, press.issue):
        return card
    requested.ask(turn.session, member_id=turn.member.id, key=IssueEntry(press.issue), at=turn.now)
    return replace(card, toast=turn.words.calendar.on_its_way())


def write_training(turn: Turn, letter: Letter[TrainingEntry]) -> Screen | Unwanted:
    mine = attendances.of_training(turn.session, turn.member.id, letter.key.training, turn.now, turn.rules)
    if not may_ask(mine, turn.now):
        return Unwanted("the training is over")
    reminded = awaited.reminded(turn, mine)
    return screens.training(mine.listed.training, turn.rules, turn.now, turn.words, reminded=reminded)


def write_issue(turn: Turn, letter: Letter[IssueEntry]) -> Screen | Unwanted:
    if not _is_open(turn, letter.key.issue):
        return Unwanted("there is nothing to answer")
    return screens.deadline(issues.issue(turn.session, letter.key.issue).issue, turn.now, turn.words)


def facts(_session: Session, paper: CalendarPaper) -> CalendarPaper:
    """All of it is in the paper itself."""
    return paper


def _is_open(turn: Turn, issue_id: int) -> bool:
    return journal.entry(turn, issues.issue(turn.session, issue_id)).standing in issue_screens.OPEN


ROUTES = (
    On(TrainingToCalendar, ask_training, MEMBER),
    On(IssueToCalendar, ask_issue, MEMBER),
)
LETTERS = (Writes(TrainingEntry, write_training), Writes(IssueEntry, write_issue))
PAPERS = (Makes(CalendarPaper, facts, drawing.draw),)
