"""Screens of ending and resuming a membership, and the letter to the member."""

from content.operator import Profile
from content.staff import usual
from content.words import Words
from handlers.presses.staff.members import OpenMember
from handlers.presses.staff.membership import AskMembership, ChangeMembership
from handlers.presses.start import Start
from handlers.screens.screen import Button, Screen, page, row


def ask(member: int, name: str, words: Words, *, ends: bool, said: str = "") -> Screen:
    """Ask for the reason, by a button or a text. `said`: what is wrong with the last one."""
    say = words.membership
    lines = (*((said, "") if said else ()), *say.ask(ends=ends))
    rows = [
        row(Button(why, ChangeMembership(member, ends, number))) for number, why in enumerate(say.reasons(ends=ends))
    ]
    return Screen(page(say.title(name, ends=ends), *lines), (*rows, _back(member, words)), subject=f"staff:{member}")


def said(member: int, name: str, told: str, words: Words, *, ends: bool) -> Screen:
    """The outcome (`told`)."""
    text = page(words.membership.title(name, ends=ends), told)
    return Screen(text, (_back(member, words),), subject=f"staff:{member}")


def told(why: str, profile: Profile, words: Words, *, ends: bool) -> Screen:
    """To the member."""
    lines = words.membership.told(usual.told(why, words), profile, ends=ends)
    text = page(words.membership.told_title(ends=ends), *lines)
    return Screen(text, (row(Button(words.common.home(), Start())),)).own()


def to_change(member: int, words: Words, *, ends: bool) -> Button:
    """The button of the card."""
    return Button(words.membership.to_change(ends=ends), AskMembership(member, ends))


def _back(member: int, words: Words) -> tuple[Button, ...]:
    return row(Button(words.common.back(), OpenMember(member)))
