"""Reminders as they are sent, alone or several in one message; why they came, and the way to have no more of a kind."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from content.rules import Rules
from content.values import Reminder
from content.words import Words
from handlers.presses.post.reminder import Reasons, Snooze, Stop, WhyThis
from handlers.presses.study.course import OpenCourse
from handlers.screens import ahead as going_on
from handlers.screens.ahead import Ahead
from handlers.screens.labels import fitted
from handlers.screens.screen import Button, Place, Row, Screen, bold, page, row
from handlers.screens.ways import back


def unfinished(words: Words, course_id: int, title: str, left: tuple[int, ...], ahead: Ahead | None = None) -> Screen:
    """The reminder. `left` are the chapters still to be watched; it is empty if only the test is left. `ahead` is what
    its first button opens at once; None if the test can't be taken yet.
    """
    said = words.reminder
    card = OpenCourse(course_id)
    if ahead is None:
        rows: tuple[Row, ...] = (row(Button(said.go_on(), card)),)
    else:
        # the address of a player is good for hours only, and a reminder may be read days later
        rows = (row(going_on.button(ahead, words)), row(Button(said.to_course(), card)))
    return Screen(page(said.title(), said.unfinished(title), said.left(left)), rows, place=Place.OWN)


def with_ways(screen: Screen, letter: int, kind: Reminder, words: Words) -> Screen:
    """A reminder as it is sent alone: with the ways to have no more of its kind, to have it again tomorrow, and to ask
    why it came.
    """
    say = words.reminder
    more = row(Button(say.snooze(), Snooze(letter)), Button(say.to_why(), WhyThis(letter)))
    return replace(screen, rows=(*screen.rows, row(Button(say.no_more(), Stop(kind.value))), more))


def digest(pages: Sequence[Screen], letter: int, words: Words) -> Screen:
    """Several reminders in one message. Each keeps the first of its buttons. `letter` is the number of one of them."""
    say = words.reminder
    texts = [f"{place}. {one.text}" for place, one in enumerate(pages, start=1)]
    firsts = [(place, one.rows[0][0]) for place, one in enumerate(pages, start=1) if one.rows]
    opening = (row(replace(button, label=_numbered(place, button, words))) for place, button in firsts)
    more = row(Button(say.snooze(), Snooze(letter)), Button(say.to_reasons(), Reasons(letter)))
    return Screen("\n\n".join([bold(say.several(len(pages))), *texts]), (*opening, more), place=Place.OWN)


def _numbered(place: int, button: Button, words: Words) -> str:
    """The label with its number. The text above has the whole title, so a long one is cut."""
    return fitted(words.reminder.numbered(place, button.label.removeprefix("▶ ")))


def reasons(kinds: Sequence[Reminder], rules: Rules, words: Words) -> Screen:
    """Why the reminders of one message came, and the way to have no more of each kind."""
    say = words.reminder
    lines = [f"{say.kind(kind)}\n{say.reason(kind, rules)}\n" for kind in kinds]
    stops = (row(Button(say.no_more_of(kind), Stop(kind.value))) for kind in kinds)
    return Screen(page(say.reasons_title(), "", *lines), (*stops, back(words)), subject="reasons")


def snoozed(at: datetime, words: Words) -> Screen:
    return Screen("", toast=words.reminder.snoozed(at), alert=True)


def why(kind: Reminder, rules: Rules, words: Words) -> Screen:
    return Screen("", toast=words.reminder.why(kind, rules), alert=True)


def stopped(kinds: Sequence[Reminder], words: Words) -> Screen:
    return Screen("", toast=words.reminder.stopped(kinds), alert=True)
