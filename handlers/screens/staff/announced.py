"""An announcement as it is delivered, and what staff are told of it by letter."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from content.announcing.announcement import Announcement, Language, Of, Page, Report, State, bar
from content.announcing.attached import fits_below
from content.words import Words, speak
from handlers.press import Press
from handlers.presses.certificates.certificate import Certificates
from handlers.presses.credits.credits import Credits
from handlers.presses.declarations.declare import Declarations
from handlers.presses.journal import Issues
from handlers.presses.requests import Requests
from handlers.presses.settings import StopAnnouncements
from handlers.presses.staff.announcing import OpenAnnouncement
from handlers.presses.study.browse import Codes
from handlers.presses.study.course import OpenCourse
from handlers.presses.trainings.trainings import Trainings
from handlers.screens.screen import AnnouncedFile, Button, Place, Row, Screen, page, row

_OPENS: Mapping[Page, Press] = {
    Page.COURSES: Codes(1, "courses"),
    Page.CREDITS: Credits(),
    Page.CERTIFICATE: Certificates(),
    Page.JOURNAL: Issues(1),
    Page.TRAININGS: Trainings(1),
    Page.DECLARE: Declarations(1),
    Page.REQUESTS: Requests(1),
}


def message(one: Announcement, words: Words) -> Screen:
    """What a person gets. Staff can't stop what is sent to their role. If the text is too long to stand below the file,
    the file goes first.
    """
    title, _, rest = one.text(words.language).partition("\n")
    stops = () if one.audience.of is Of.ROLE else (row(Button(words.announced.to_stop(), StopAnnouncements())),)
    lines = rest.split("\n") if rest else []
    said = Screen(page(title, *lines), (*_button(one.button, words), *stops), place=Place.OWN)
    if one.attached is None or not one.attached.kept:
        return said
    paper = AnnouncedFile(one.id, one.attached.print, one.attached.name, one.attached.is_picture, one.attached.uploaded)
    if fits_below(one.text(words.language)):
        return replace(said, paper=paper)
    return Screen("", place=Place.OWN, paper=paper, also=(said,))


def both(one: Announcement) -> tuple[Screen, ...]:
    """The messages in both languages, of those that have a text."""
    return tuple(message(one, speak(language.value)) for language in Language if one.text(language))


def button_label(button: str, words: Words) -> str:
    """The label of "course:5" or "page:credits"; empty if there is no button."""
    kind, _, value = button.partition(":")
    if kind == "course":
        return words.announcing.to_course()
    return words.announcing.page(Page(value)) if kind else ""


def report_lines(went: Report, words: Words) -> Sequence[str]:
    say = words.announced
    hours = [say.by_hour(at, number) for at, number in went.hours]
    return (*say.report(went), *(["", *hours] if hours else []))


def progress(one: Announcement, went: Report, words: Words) -> str:
    """The bar, with how many of how many."""
    is_done = one.state is State.DONE
    every = went.ended if is_done else max(one.counted or 0, went.ended + went.waiting)
    return words.announced.progress(bar(100 if is_done else went.percent(every)), went.ended, every)


def over(one: Announcement, went: Report, why: str, words: Words) -> Screen:
    """The letter to who wrote it: it has gone out, or it was paused by itself (`why`)."""
    say = words.announcing
    lines = (say.card_title(one.title()), *([why, ""] if why else [""]), progress(one, went, words))
    rows = (row(Button(words.announced.to_refresh(), OpenAnnouncement(one.id))),)
    return Screen(
        page(words.announced.over_title(one.state), *lines, *report_lines(went, words)), rows, place=Place.OWN
    )


def _button(button: str, words: Words) -> tuple[Row, ...]:
    kind, _, value = button.partition(":")
    if not kind:
        return ()
    press = OpenCourse(int(value)) if kind == "course" else _OPENS[Page(value)]
    return (row(Button(button_label(button, words), press)),)
