"""A reminder of an unfinished course, with the way into it and the way to have no more of them."""

from content.words import Words
from handlers.presses.course import OpenCourse
from handlers.presses.reminder import NoMore
from handlers.screens.screen import Button, Place, Screen, page, row


def unfinished(words: Words, course_id: int, title: str, left: tuple[int, ...]) -> Screen:
    """The reminder. `left` are the chapters still to be watched; it is empty if only the test is left."""
    said = words.reminder
    rows = (row(Button(said.go_on(), OpenCourse(course_id))), row(Button(said.no_more(), NoMore())))
    return Screen(page(said.title(), said.unfinished(title), said.left(left)), rows, place=Place.OWN)


def stopped(words: Words) -> Screen:
    return Screen("", toast=words.reminder.stopped(), alert=True)
