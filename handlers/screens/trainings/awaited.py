"""The letters about a training to come: that it is tomorrow, and that its doors are open."""

from datetime import datetime

from content.attendance.checkin import hours
from content.attendance.training import ListedTraining
from content.rules import Rules, day_of
from content.values import Reminder
from content.words import Words
from handlers.presses.post.reminder import Stop
from handlers.presses.trainings.checkin import CheckIn
from handlers.presses.trainings.trainings import OpenTraining, TrainingToCalendar
from handlers.screens.screen import Button, Place, Screen, page, row


def tomorrow(listed: ListedTraining, now: datetime, rules: Rules, words: Words) -> Screen:
    """Where and when it is, when the code is taken, and the way into the calendar."""
    say, training = words.awaited, listed.training
    today = day_of(now) == training.held_on
    lines = (
        words.trainings.organiser(training),
        words.trainings.when_and_where(training),
        say.doors(hours(training.starts_at, training.ends_at, rules)),
    )
    calendar = row(Button(words.calendar.to_calendar(), TrainingToCalendar(listed.id)))
    rows = (
        row(Button(words.trainings.to_card(), OpenTraining(listed.id))),
        *([calendar] if now < training.starts_at else []),
    )
    return Screen(page(say.tomorrow_title(training, today=today), *lines), rows, place=Place.OWN)


def opened(listed: ListedTraining, rules: Rules, words: Words) -> Screen:
    """The training takes entries now: the way to type the code, and to stop these reminders."""
    say, training = words.awaited, listed.training
    lines = (
        words.common.marked(words.titled(training), sample=training.sample),
        words.trainings.when_and_where(training),
        say.opened(hours(training.starts_at, training.ends_at, rules)),
        say.reason(),
    )
    rows = (
        row(Button(words.trainings.to_enter(), CheckIn(listed.id))),
        row(Button(words.reminder.no_more(), Stop(Reminder.TRAINING.value))),
    )
    return Screen(page(say.opened_title(), *lines), rows, place=Place.OWN)
