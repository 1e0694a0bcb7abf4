"""The form of a fiscal year's declarations, asked for by one tap; and the reminder of April to those with a draft."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from content import curriculum
from content.declarations import declaring
from content.declarations.declaring import Declared
from content.declarations.form import FormFacts, FormRow
from content.keys.letters import DeclarationForm, DeclarationFormHeld, DraftsOpen
from content.rules import Rulebook, day_of, fiscal_year
from content.words import JA
from handlers.declarations.declare_steps import card
from handlers.due import Rounds
from handlers.keeping import Makes
from handlers.papers import form as drawing
from handlers.presses.declarations import declare as presses
from handlers.screens.declarations import declare_form as screens
from handlers.screens.screen import FormPaper, Screen
from handlers.turn import MEMBER, On, Turn, Unwanted, Writes
from storage.declarations import declarations, reminders
from storage.people import members
from storage.post import requested
from storage.post.letters import Letter
from storage.post.rounds import Round


def ask_form(turn: Turn, press: presses.PrintForm) -> Screen:
    """Queue the form of the declaration's year in this transaction: a crash after it loses nothing."""
    found = declarations.own(turn.session, turn.member.id, press.declaration)
    if not screens.has_form(found):
        return card(turn, found)
    year = fiscal_year(found.held_on or day_of(turn.now))
    requested.ask(turn.session, member_id=turn.member.id, key=DeclarationForm(year), at=turn.now)
    return replace(card(turn, found), toast=turn.words.declare_form.on_its_way())


def write_form(turn: Turn, letter: Letter[DeclarationForm]) -> Screen | Unwanted:
    profile, words = turn.profile, turn.words
    paper = FormPaper(
        member_id=turn.member.id,
        year=letter.key.year,
        printed_on=day_of(turn.now),
        operator=profile.name.ja,
        goes_to=profile.declarations_to.ja,
        sample=profile.sample,
        file_name=words.declare_form.file_name(letter.key.year),
    )
    if not _rows(turn.session, paper):
        return Unwanted("nothing is declared any more")
    return screens.document(paper, profile, words)


def write_held(turn: Turn, letter: Letter[DeclarationFormHeld]) -> Screen | Unwanted:
    return screens.held(letter.key.year, turn.words)


def form_facts(session: Session, paper: FormPaper) -> FormFacts:
    person = members.person(session, paper.member_id)
    return FormFacts(
        name=person.name,
        registry_no=person.registry_no,
        member_no=person.member_no,
        year=paper.year,
        rows=_rows(session, paper),
        printed_on=paper.printed_on,
        operator=paper.operator,
        goes_to=paper.goes_to,
        sample=paper.sample,
    )


def _rows(session: Session, paper: FormPaper) -> tuple[FormRow, ...]:
    """What is complete, and neither refused nor taken back, in the order of its days."""
    every = [one for one in declarations.every(session, paper.member_id) if screens.has_form(one)]
    rows = [_row(one) for one in every if one.held_on and fiscal_year(one.held_on) == paper.year]
    return tuple(sorted(rows, key=lambda row: row.day))


def _row(one: Declared) -> FormRow:
    """The row of a whole declaration, in Japanese, whatever language the chat speaks: the paper is."""
    code, say = curriculum.load().code(one.code or 0), JA.declare_steps
    return FormRow(
        day=one.held_on or day_of(one.begun_at),
        kind=say.kind(one.kind),
        what=one.what,
        code=code.number,
        code_name=code.ja,
        half_units=one.half_units,
        note=one.note,
        state=JA.declare_form.state(one.state),
        evidence=tuple(JA.declare_form.file(number, file) for number, file in enumerate(one.evidence, start=1)),
    )


def write_reminder(turn: Turn, letter: Letter[DraftsOpen]) -> Screen | Unwanted:
    """Write it by the record of now: if the drafts were submitted or the time is over, there is none."""
    last = declaring.last_of_year(letter.key.year, turn.rules)
    every = declarations.drafts(turn.session, turn.member.id)
    left = [one for one in every if one.held_on is None or fiscal_year(one.held_on) == letter.key.year]
    if not left or day_of(turn.now) > last:
        return Unwanted("there is nothing to remember")
    return screens.reminder(left, letter.key.year, last, turn.profile, turn.words)


def find_drafts(_session: Session, now: datetime, rulebook: Rulebook) -> Sequence[Round]:
    return reminders.due(now, rulebook.now(now))


ROUTES = (On(presses.PrintForm, ask_form, MEMBER),)
LETTERS = (
    Writes(DeclarationForm, write_form),
    Writes(DeclarationFormHeld, write_held),
    Writes(DraftsOpen, write_reminder),
)
PAPERS = (Makes(FormPaper, form_facts, drawing.draw),)
DUE = (Rounds("drafts of declarations", DraftsOpen, find_drafts),)
