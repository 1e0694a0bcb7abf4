"""/declare (申告書): what a member learned elsewhere, declared with evidence, submitted once, decided by staff."""

from dataclasses import dataclass, replace

from content.declarations.declaring import State
from content.keys.letters import DeclarationDecided
from content.keys.note import Note
from content.refusals import NoSuchDeclaration, TooManySubmitted
from content.rules import begins, day_of
from content.text import shapes
from handlers.declarations import declare_form, declare_steps
from handlers.declarations.declare_steps import asking, card, in_list, kind_of, next_of, view_of
from handlers.presses.declarations import declare as presses
from handlers.screens.declarations import declare as screens
from handlers.screens.declarations import declare_steps as steps
from handlers.screens.screen import Screen
from handlers.turn import MEMBER, Command, Hears, On, Turn, Unwanted, Writes
from storage.declarations import declarations
from storage.people import chats
from storage.post.letters import Letter


@dataclass(frozen=True)
class AwaitKind(Note, expects="declare_kind"):
    """A button is to say the kind of a new declaration."""


def command(turn: Turn, _argument: str) -> Screen:
    return listed(turn, 1)


def turn_page(turn: Turn, press: presses.Declarations) -> Screen:
    return listed(turn, press.page)


def new(turn: Turn, _press: presses.New) -> Screen:
    if not turn.member.can_earn:
        return listed(turn, 1)
    chats.expect(turn.session, turn.chat.id, AwaitKind(), turn.now)
    return steps.kinds(asking(turn), turn.words)


def hear_kind(turn: Turn, _note: AwaitKind, _text: str) -> Screen:
    """Ask again for a button. If the chat did not wait for the kind, the text would start a search."""
    return steps.kinds(asking(turn), turn.words, said=turn.words.declare_steps.by_button())


def begin(turn: Turn, press: presses.Begin) -> Screen:
    """Begin a draft and ask for its first field. Raises TooManyDrafts."""
    if not turn.member.can_earn:
        return listed(turn, 1)
    most, kind = turn.rules.declared_drafts, kind_of(press.kind)
    return next_of(turn, declarations.begin(turn.session, turn.member.id, kind, most, turn.now))


def open_declaration(turn: Turn, press: presses.OpenDeclaration) -> Screen:
    return card(turn, declarations.own(turn.session, turn.member.id, press.declaration))


def ask_submit(turn: Turn, press: presses.AskSubmit) -> Screen:
    """Ask for confirmation. A declaration that can't be submitted now is shown with the reason."""
    view = view_of(turn, declarations.own(turn.session, turn.member.id, press.declaration))
    return screens.confirm(view.one, turn.profile, turn.words) if _submittable(turn, view) else card(turn, view.one)


def submit(turn: Turn, press: presses.Submit) -> Screen:
    """Submit it, once. The receipt is a message of its own; a second tap shows what was submitted.

    Raises TooManySubmitted.
    """
    view = view_of(turn, declarations.own(turn.session, turn.member.id, press.declaration))
    if view.one.state is not State.DRAFT:
        return card(turn, view.one, toast=turn.words.declare.submitted_before())
    if declarations.submitted(turn.session, turn.member.id, begins(day_of(turn.now))) >= turn.rules.declared_a_day:
        raise TooManySubmitted(turn.rules.declared_a_day)
    book = turn.house.rulebook
    first = _submittable(turn, view) and declarations.submit(turn.session, turn.member.id, view.one.id, turn.now, book)
    found = declarations.own(turn.session, turn.member.id, view.one.id)
    shown = card(turn, found)
    return replace(shown, also=(screens.receipt(found, turn.profile, turn.words),)) if first else shown


def ask_discard(turn: Turn, press: presses.AskDiscard) -> Screen:
    found = declarations.own(turn.session, turn.member.id, press.declaration)
    return screens.ask_discard(found, turn.words) if found.state is State.DRAFT else card(turn, found)


def discard(turn: Turn, press: presses.Discard) -> Screen:
    """Remove a draft. Raises NoSuchDeclaration if it was removed before."""
    if declarations.discard(turn.session, turn.member.id, press.declaration):
        return replace(listed(turn, 1), toast=turn.words.declare.discarded())
    return card(turn, declarations.own(turn.session, turn.member.id, press.declaration))


def ask_withdraw(turn: Turn, press: presses.AskWithdraw) -> Screen:
    found = declarations.own(turn.session, turn.member.id, press.declaration)
    return screens.ask_withdraw(found, turn.words) if found.state is State.SUBMITTED else card(turn, found)


def withdraw(turn: Turn, press: presses.Withdraw) -> Screen:
    gone = declarations.withdraw(turn.session, turn.member.id, press.declaration, turn.now)
    toast = turn.words.declare.withdrawn() if gone else turn.words.declare.decided_before()
    return card(turn, declarations.own(turn.session, turn.member.id, press.declaration), toast=toast)


def again(turn: Turn, press: presses.Again) -> Screen:
    """Begin a draft that says the same as this declaration. Raises TooManyDrafts, and StaleButton if this one can't be
    declared again.
    """
    if not turn.member.can_earn:
        return listed(turn, 1)
    most = turn.rules.declared_drafts
    return card(turn, declarations.again(turn.session, turn.member.id, press.declaration, most, turn.now))


def listed(turn: Turn, page: int) -> Screen:
    """A member's declarations: drafts first, then the latest."""
    every = [in_list(turn, one) for one in declarations.every(turn.session, turn.member.id)]
    return screens.listed(every, page, turn.rules, turn.profile, turn.words, can_earn=turn.member.can_earn)


def write_decided(turn: Turn, letter: Letter[DeclarationDecided]) -> Screen | Unwanted:
    try:
        found = declarations.own(turn.session, turn.member.id, letter.key.declaration)
    except NoSuchDeclaration:
        return Unwanted("the declaration is gone")
    return screens.decided(view_of(turn, found), turn.profile, turn.words)


def _submittable(turn: Turn, view: screens.View) -> bool:
    return turn.member.can_earn and view.one.state is State.DRAFT and not view.one.missing and not view.closed


ROUTES = (
    Command("declare", command, MEMBER),
    On(presses.Declarations, turn_page, MEMBER),
    On(presses.New, new, MEMBER),
    On(presses.Begin, begin, MEMBER),
    Hears(AwaitKind, hear_kind, MEMBER, fits=shapes.nothing),
    On(presses.OpenDeclaration, open_declaration, MEMBER),
    On(presses.AskSubmit, ask_submit, MEMBER),
    On(presses.Submit, submit, MEMBER),
    On(presses.AskDiscard, ask_discard, MEMBER),
    On(presses.Discard, discard, MEMBER),
    On(presses.AskWithdraw, ask_withdraw, MEMBER),
    On(presses.Withdraw, withdraw, MEMBER),
    On(presses.Again, again, MEMBER),
    *declare_steps.ROUTES,
    *declare_form.ROUTES,
)
LETTERS = (Writes(DeclarationDecided, write_decided), *declare_form.LETTERS)
PAPERS = declare_form.PAPERS
DUE = declare_form.DUE
