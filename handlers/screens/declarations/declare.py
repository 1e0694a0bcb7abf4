"""申告書: the list, one declaration with what can be done with it, its receipt, and the letter of the decision."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from content.declarations.declaring import Act, Declared, State, Step
from content.operator import Profile
from content.rules import Rules, fiscal_year
from content.staff import usual
from content.words import Words
from handlers.press import Press
from handlers.presses.credits.credits import Credits
from handlers.presses.declarations.declare import (
    Again,
    Ask,
    AskDiscard,
    AskSubmit,
    AskWithdraw,
    Declarations,
    Discard,
    GoOn,
    New,
    OpenDeclaration,
    PrintForm,
    Submit,
    Withdraw,
)
from handlers.screens.declarations.declare_form import has_form
from handlers.screens.declarations.declare_steps import subject
from handlers.screens.labels import picks
from handlers.screens.paging import cut, pager
from handlers.screens.screen import Button, Place, Row, Screen, page, row, rows_of
from handlers.screens.ways import back


@dataclass(frozen=True)
class View:
    """A declaration as it stands now.

    `until` is the last day to submit it (None until its own day is known). `closed`: that day is over. `credited`: it
    was accepted, and its credit was not taken back.
    """

    one: Declared
    until: date | None = None
    closed: bool = False
    credited: bool = True


def listed(
    every: Sequence[View], number: int, rules: Rules, profile: Profile, words: Words, *, can_earn: bool
) -> Screen:
    """One page of a member's declarations, what they are for, and the way to a new one."""
    say, shown = words.declare, cut(every, number)
    about = (*say.about(rules), words.declare_form.purpose(profile))
    numbered = list(enumerate(shown.items, start=shown.before + 1))
    lines = [say.line(place, view.one, closed=view.closed) for place, view in numbered] or [say.nothing()]
    named = ((view.one.what or words.declare_steps.kind(view.one.kind), _opening(view)) for view in shown.items)
    rows = (
        *([row(Button(say.to_new(), New()))] if can_earn else []),
        *picks(named, shown.before),
        *pager(words, shown, Declarations),
        back(words),
    )
    return Screen(page(say.title(), *_warned(words, can_earn), *about, "", *lines), rows, subject="declare")


def card(view: View, profile: Profile, words: Words, *, can_earn: bool, said: str = "", toast: str = "") -> Screen:
    """One declaration: its state, all its fields, and what can be done with it now."""
    one = view.one
    lines = [
        *([said, ""] if said else []),
        *_warned(words, can_earn),
        words.declare.state(one, view.until, closed=view.closed),
        *_outcome(view, profile, words),
        "",
        *words.declare.facts(one),
        *_lacks(view, profile, words),
    ]
    rows = (*_ways(view, words, can_earn), row(Button(words.common.back(), Declarations(1))))
    return Screen(page(_name(one, words), *lines), rows, subject=subject(one), toast=toast)


def confirm(one: Declared, profile: Profile, words: Words) -> Screen:
    """Ask before everything is submitted."""
    say = words.declare
    return _asked(
        one,
        say.confirm_title(),
        [*_whole(one, words), "", words.declare_form.purpose(profile), say.final()],
        say.submit(),
        Submit(one.id),
        words,
    )


def ask_discard(one: Declared, words: Words) -> Screen:
    """Ask before a draft is removed with its files."""
    label, told = words.declare.to_discard(), words.declare.ask_discard()
    return _asked(one, label, [*_whole(one, words), "", told], label, Discard(one.id), words)


def ask_withdraw(one: Declared, words: Words) -> Screen:
    """Ask before a declaration that nobody has decided yet is taken back."""
    label, told = words.declare.to_withdraw(), words.declare.ask_withdraw()
    return _asked(one, label, [*_whole(one, words), "", told], label, Withdraw(one.id), words)


def receipt(one: Declared, profile: Profile, words: Words) -> Screen:
    """What was submitted, and when. This is worth keeping, so it is a message of its own."""
    say = words.declare
    rows = (
        row(Button(say.to_card(), OpenDeclaration(one.id))),
        row(Button(words.declare_form.to_form(), PrintForm(one.id))),
    )
    lines = [
        say.state(one, None, closed=False),
        "",
        *_whole(one, words),
        "",
        say.receipt(one.id),
        words.declare_form.purpose(profile),
    ]
    return Screen(page(say.receipt_title(), *lines), rows, Place.OWN)


def decided(view: View, profile: Profile, words: Words) -> Screen:
    """The letter: staff accepted or refused it, and why, and whom to ask about a refusal."""
    say, one = words.declare, view.one
    accepted = one.state is State.ACCEPTED
    to_card, to_credits = Button(say.to_card(), OpenDeclaration(one.id)), Button(words.common.to_credits(), Credits())
    rows = (row(to_card, *([to_credits] if accepted else [])),)
    lines = [*_whole(one, words), "", *_outcome(view, profile, words)]
    return Screen(page(say.decided_title(accepted=accepted), *lines), rows, Place.OWN)


def _opening(view: View) -> Press:
    """What the list's button does. A draft that lacks something is gone on with, unless it is too late for it."""
    goes_on = view.one.state is State.DRAFT and bool(view.one.missing) and not view.closed
    return GoOn(view.one.id) if goes_on else OpenDeclaration(view.one.id)


def _name(one: Declared, words: Words) -> str:
    return words.declare.card_title(words.declare_steps.kind(one.kind))


def _whole(one: Declared, words: Words) -> Sequence[str]:
    return words.declare_steps.kind(one.kind), *words.declare.facts(one)


def _outcome(view: View, profile: Profile, words: Words) -> list[str]:
    say, one = words.declare, view.one
    lines = [say.reason(usual.told(one.reason, words))] if one.reason else []
    if one.state is State.ACCEPTED:
        if one.held_on:
            lines.append(say.credited_on(one.held_on, fiscal_year(one.held_on)))
        if not view.credited:
            lines.append(say.reversed())
    against = one.state is State.REFUSED or (one.state is State.ACCEPTED and not view.credited)
    return [*lines, words.operator.ask(profile)] if against else lines


def _lacks(view: View, profile: Profile, words: Words) -> list[str]:
    """Why a draft can't be submitted now."""
    if view.one.state is not State.DRAFT:
        return []
    if view.closed and view.until:
        return ["", words.declare.closed(view.until, profile)]
    return ["", words.declare.missing(view.one.missing)] if view.one.missing else []


def _ways(view: View, words: Words, can_earn: bool) -> tuple[Row, ...]:
    say, one = words.declare, view.one
    ways: list[Row] = []
    if one.may(Act.SUBMIT) and can_earn and not view.closed:
        ways += [row(Button(say.go_on(), GoOn(one.id)) if one.missing else Button(say.to_submit(), AskSubmit(one.id)))]
    if has_form(one):
        ways += [row(Button(words.declare_form.to_form(), PrintForm(one.id)))]
    if one.may(Act.CHANGE):
        ways += rows_of((Button(words.declare_steps.step(step), Ask(one.id, step.value)) for step in Step), 2)
    if one.may(Act.DISCARD):
        ways += [row(Button(say.to_discard(), AskDiscard(one.id)))]
    if one.may(Act.WITHDRAW):
        ways += [row(Button(say.to_withdraw(), AskWithdraw(one.id)))]
    if one.may(Act.AGAIN) and can_earn:
        ways += [row(Button(say.to_again(), Again(one.id)))]
    return tuple(ways)


def _asked(one: Declared, title: str, lines: Sequence[str], label: str, press: Press, words: Words) -> Screen:
    rows = (row(Button(label, press)), row(Button(words.common.back(), OpenDeclaration(one.id))))
    return Screen(page(title, *lines), rows, subject=subject(one))


def _warned(words: Words, can_earn: bool) -> tuple[str, ...]:
    return () if can_earn else ("⚠️ " + words.course.cannot_earn(), "")
