"""/declare (申告書): what a member learned elsewhere, declared with evidence, submitted once, decided by staff."""

from dataclasses import replace

from content.declaring import State
from content.refusals import NoSuchDeclaration
from handlers import declare_steps
from handlers.declare_steps import asking, card, in_list, kind_of, next_of, view_of
from handlers.screens import declare as screens
from handlers.screens import declare_steps as steps
from handlers.screens import declaring as keys
from handlers.screens.screen import Screen
from handlers.turn import MEMBER, Command, Hears, On, Turn, Unwanted, Writes
from storage import chats, declarations
from storage.deciding import DECIDED
from storage.letters import Letter

KIND = "declare_kind"


def command(turn: Turn, _argument: str) -> Screen:
    return listed(turn, 1)


def turn_page(turn: Turn, press: keys.Declarations) -> Screen:
    return listed(turn, press.page)


def new(turn: Turn, _press: keys.New) -> Screen:
    if not turn.member.can_earn:
        return listed(turn, 1)
    chats.expect(turn.session, turn.chat.id, KIND)
    return steps.kinds(asking(turn), turn.words)


def hear_kind(turn: Turn, _text: str) -> Screen:
    """The kind is chosen by a button; a text would else be a search."""
    return steps.kinds(asking(turn), turn.words, said=turn.words.declare_steps.by_button())


def begin(turn: Turn, press: keys.Begin) -> Screen:
    """Raises TooManyDrafts."""
    if not turn.member.can_earn:
        return listed(turn, 1)
    most, kind = turn.rules.declared_drafts, kind_of(press.kind)
    return next_of(turn, declarations.begin(turn.session, turn.member.id, kind, most, turn.now))


def open_declaration(turn: Turn, press: keys.OpenDeclaration) -> Screen:
    return card(turn, declarations.one(turn.session, turn.member.id, press.declaration))


def ask_submit(turn: Turn, press: keys.AskSubmit) -> Screen:
    """What can't be submitted now is shown with the reason."""
    view = view_of(turn, declarations.one(turn.session, turn.member.id, press.declaration))
    return screens.confirm(view.one, turn.words) if _submittable(turn, view) else card(turn, view.one)


def submit(turn: Turn, press: keys.Submit) -> Screen:
    """Once: its receipt is a message of its own, and a second tap shows what was submitted."""
    view = view_of(turn, declarations.one(turn.session, turn.member.id, press.declaration))
    if view.one.state is not State.DRAFT:
        return card(turn, view.one, toast=turn.words.declare.submitted_before())
    first = _submittable(turn, view) and declarations.submit(turn.session, turn.member.id, view.one.id, turn.now)
    found = declarations.one(turn.session, turn.member.id, view.one.id)
    return replace(card(turn, found), also=(screens.receipt(found, turn.words),) if first else ())


def ask_discard(turn: Turn, press: keys.AskDiscard) -> Screen:
    found = declarations.one(turn.session, turn.member.id, press.declaration)
    return screens.ask_discard(found, turn.words) if found.state is State.DRAFT else card(turn, found)


def discard(turn: Turn, press: keys.Discard) -> Screen:
    """Raises NoSuchDeclaration where it is removed already."""
    if declarations.discard(turn.session, turn.member.id, press.declaration):
        return replace(listed(turn, 1), toast=turn.words.declare.discarded())
    return card(turn, declarations.one(turn.session, turn.member.id, press.declaration))


def ask_withdraw(turn: Turn, press: keys.AskWithdraw) -> Screen:
    found = declarations.one(turn.session, turn.member.id, press.declaration)
    return screens.ask_withdraw(found, turn.words) if found.state is State.SUBMITTED else card(turn, found)


def withdraw(turn: Turn, press: keys.Withdraw) -> Screen:
    gone = declarations.withdraw(turn.session, turn.member.id, press.declaration)
    toast = turn.words.declare.withdrawn() if gone else turn.words.declare.decided_before()
    return card(turn, declarations.one(turn.session, turn.member.id, press.declaration), toast=toast)


def again(turn: Turn, press: keys.Again) -> Screen:
    """A draft that says the same. Raises TooManyDrafts, and StaleButton where it can't be declared again."""
    if not turn.member.can_earn:
        return listed(turn, 1)
    most = turn.rules.declared_drafts
    return card(turn, declarations.again(turn.session, turn.member.id, press.declaration, most, turn.now))


def listed(turn: Turn, page: int) -> Screen:
    """A member's declarations: drafts, then the latest."""
    every = [in_list(turn, one) for one in declarations.every(turn.session, turn.member.id)]
    return screens.listed(every, page, turn.rules, turn.words, can_earn=turn.member.can_earn)


def write_decided(turn: Turn, letter: Letter) -> Screen | Unwanted:
    try:
        found = declarations.one(turn.session, turn.member.id, int(letter.subject))
    except NoSuchDeclaration:
        return Unwanted("the declaration is gone")
    return screens.decided(view_of(turn, found), turn.words)


def _submittable(turn: Turn, view: screens.View) -> bool:
    return turn.member.can_earn and view.one.state is State.DRAFT and not view.one.missing and not view.closed


ROUTES = (
    Command("declare", command, MEMBER),
    On(keys.Declarations, turn_page, MEMBER),
    On(keys.New, new, MEMBER),
    On(keys.Begin, begin, MEMBER),
    Hears(KIND, hear_kind, MEMBER),
    On(keys.OpenDeclaration, open_declaration, MEMBER),
    On(keys.AskSubmit, ask_submit, MEMBER),
    On(keys.Submit, submit, MEMBER),
    On(keys.AskDiscard, ask_discard, MEMBER),
    On(keys.Discard, discard, MEMBER),
    On(keys.AskWithdraw, ask_withdraw, MEMBER),
    On(keys.Withdraw, withdraw, MEMBER),
    On(keys.Again, again, MEMBER),
    *declare_steps.ROUTES,
)
LETTERS = (Writes(DECIDED, write_decided, again=True, nudge=True),)
