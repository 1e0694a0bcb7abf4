"""A reminder of an unfinished course, and the way to have no more reminders of a kind."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from content.rules import Rules
from content.values import Reminder
from content.words import Words
from handlers.presses.course import OpenCourse
from handlers.presses.reminder import Snooze, Stop, WhyThis
from handlers.screens.screen import Button, Place, Row, Screen, page, row


def unfinished(words: Words, course_id: int, title: str, left: tuple[int, ...]) -> Screen:
    """The reminder. `left` are the chapters still to be watched; it is empty if only the test is left."""
    said = words.reminder
    rows = (row(Button(said.go_on(), OpenCourse(course_id))), to_stop(Reminder.COURSE, words))
    return Screen(page(said.title(), said.unfinished(title), said.left(left)), rows, place=Place.OWN)


def to_stop(kind: Reminder, words: Words) -> Row:
    """The last row of every reminder."""
    return row(Button(words.reminder.no_more(), Stop(kind.value)))


def with_ways(screen: Screen, letter: int, words: Words) -> Screen:
    """A reminder as it is sent: with the ways to have it again tomorrow, and to ask why it came."""
    say = words.reminder
    more = row(Button(say.snooze(), Snooze(letter)), Button(say.to_why(), WhyThis(letter)))
    return replace(screen, rows=(*screen.rows, more))


def snoozed(at: datetime, words: Words) -> Screen:
    return Screen("", toast=words.reminder.snoozed(at), alert=True)


def why(kind: Reminder, rules: Rules, words: Words) -> Screen:
    return Screen("", toast=words.reminder.why(kind, rules), alert=True)


def stopped(kinds: Sequence[Reminder], words: Words) -> Screen:
    return Screen("", toast=words.reminder.stopped(kinds), alert=True)
