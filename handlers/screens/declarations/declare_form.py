"""The form of a fiscal year's declarations as a document, what is said if it can't be made, and April's reminder."""

from collections.abc import Sequence
from datetime import date

from content.declarations.declaring import Declared, State
from content.operator import Profile
from content.words import Words
from handlers.presses.declarations.declare import Declarations, GoOn, OpenDeclaration
from handlers.screens.screen import Button, FormPaper, Place, Screen, bold, page, plain, row

_PRINTED = frozenset({State.DRAFT, State.SUBMITTED, State.ACCEPTED})


def has_form(one: Declared) -> bool:
    """Whether a declaration stands on the form: all of it is said, and it was neither refused nor taken back."""
    return one.state in _PRINTED and not one.missing


def document(paper: FormPaper, profile: Profile, words: Words) -> Screen:
    """The form with its caption: what it is, and where the real one must go."""
    say = words.declare_form
    text = f"{bold(say.form_title(paper.year))}\n{plain(say.caption(profile))}"
    return Screen(text, place=Place.OWN, paper=paper)


def held(year: int, words: Words) -> Screen:
    """The form could not be made, because a character can't be printed."""
    say = words.declare_form
    rows = (row(Button(say.to_declarations(), Declarations(1))),)
    return Screen(page(say.form_title(year), say.held()), rows, place=Place.OWN)


def reminder(left: Sequence[Declared], year: int, last: date, profile: Profile, words: Words) -> Screen:
    """The letter to a member whose drafts can be submitted until this day."""
    say, first = words.declare_form, left[0]
    to = GoOn(first.id) if first.missing else OpenDeclaration(first.id)
    opening = Button(say.to_draft(), to) if len(left) == 1 else Button(say.to_declarations(), Declarations(1))
    rows = (row(opening),)
    return Screen(page(say.due_title(last), say.due(len(left), year), say.purpose(profile)), rows, place=Place.OWN)
