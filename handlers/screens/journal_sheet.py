"""A sheet of the journal: one question at a time, the page of answers, and its submission."""

from dataclasses import replace

from content.absence import given
from content.sheet import Chosen, Sheet
from content.words import Words
from handlers.presses.journal import Choose, Confirm, Issues, Leave, OpenIssue, Review, Show, Submit, Untick
from handlers.screens import asking
from handlers.screens.screen import Button, Place, Screen, page, row


def question(sheet: Sheet, place: int, words: Words) -> Screen:
    """A question, its choices, and what is ticked. Raises LookupError if there is no question at this place."""
    title = words.journal.question_title(sheet.ticks.issue.month, place, sheet.ticks.asked)
    rows = asking.question_rows(sheet.ticks, place, _keys(sheet), words)
    text = page(title, *asking.question_lines(sheet.ticks, place, words))
    return Screen(text, rows, subject=_subject(sheet))


def chosen(outcome: Chosen, place: int, words: Words) -> Screen:
    """The question after a tap. The toast says that the answer is saved now, or was saved before."""
    say = words.quiz.saved if outcome.changed else words.quiz.unchanged
    toast = say(place, outcome.sheet.ticks.answer(place))
    return replace(question(outcome.sheet, place, words), toast=toast)


def review(sheet: Sheet, words: Words, *, toast: str = "") -> Screen:
    """All answers, those that are missing, and the way to submission."""
    ticks, say = sheet.ticks, words.journal
    if ticks.unanswered:
        what = say.not_submittable(ticks.unanswered)
        likely = Button(words.quiz.to_missing(ticks.next_place), Show(sheet.id, ticks.next_place))
    else:
        what = say.submittable(sheet.listed.issue.deadline)
        likely = Button(say.to_submit(), Confirm(sheet.id))
    text = page(say.review_title(ticks.issue.month), *asking.answer_lines(ticks, words), "", what)
    return Screen(text, asking.answer_rows(ticks, likely, _keys(sheet), words), subject=_subject(sheet), toast=toast)


def now(sheet: Sheet, words: Words) -> Screen:
    """The screen at which a sheet goes on: the first question without an answer, otherwise the page of answers."""
    place = sheet.ticks.next_place
    return question(sheet, place, words) if place else review(sheet, words)


def confirm(sheet: Sheet, words: Words) -> Screen:
    """Ask for the last time before what can't be undone."""
    say, issue = words.journal, sheet.listed.issue
    lines = [*asking.answer_lines(sheet.ticks, words), "", say.final(), say.told_from(issue.answers_published_at)]
    rows = (
        row(Button(say.submit(), Submit(sheet.id))),
        row(Button(say.look_again(), Review(sheet.id))),
        row(Button(words.common.back(), OpenIssue(sheet.listed.id))),
    )
    return Screen(page(say.confirm_title(issue.month), *lines), rows, subject=_subject(sheet))


def receipt(sheet: Sheet, words: Words) -> Screen:
    """What was submitted and when, in a message that stays."""
    say, issue = words.journal, sheet.listed.issue
    received = say.by(sheet.channel, sheet.submitted_at) if sheet.submitted_at else None
    lines = [*given(received), *asking.answer_lines(sheet.ticks, words), "", say.told_from(issue.answers_published_at)]
    rows = (row(Button(say.to_journal(), Issues(1))),)
    return Screen(page(say.submitted_title(issue.month), *lines), rows, place=Place.OWN)


def _subject(sheet: Sheet) -> str:
    return f"sheet:{sheet.id}"


def _keys(sheet: Sheet) -> asking.Keys:
    return asking.Keys(
        choose=lambda place, number: Choose(sheet.id, place, number),
        untick=lambda place, number: Untick(sheet.id, place, number),
        show=lambda place: Show(sheet.id, place),
        review=Review(sheet.id),
        leave=Leave(sheet.id),
    )
