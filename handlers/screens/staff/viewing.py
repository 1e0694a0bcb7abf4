"""Screens of seeing what a member sees, and what stands around each screen that is seen so."""

from dataclasses import replace
from datetime import datetime

from content.operator import Profile
from content.staff.viewing import LASTS, Ended, Viewing
from content.words import Words
from handlers.presses.staff.members import OpenMember
from handlers.presses.staff.viewing import AskView, EndView, Seen, ViewFor
from handlers.presses.start import Start
from handlers.screens.screen import Button, Screen, page, plain, row, toast

SUBJECT = "viewing"
"""The subject of the living message during a view: no letter takes it for a screen of the person who looks."""


def ask(member: int, name: str, words: Words, said: str = "") -> Screen:
    """Ask for the reason, by a button or a text. `said`: what is wrong with the last one."""
    say = words.viewing
    lines = (*((said, "") if said else ()), *say.ask(int(LASTS.total_seconds()) // 60))
    rows = [row(Button(why, ViewFor(member, number))) for number, why in enumerate(say.reasons())]
    back = row(Button(words.common.back(), OpenMember(member)))
    return Screen(page(say.ask_title(name), *lines), (*rows, back), subject=f"staff:{member}")


def refused(member: int, name: str, why: str, words: Words) -> Screen:
    rows = (row(Button(words.common.back(), OpenMember(member))),)
    return Screen(page(words.viewing.ask_title(name), why), rows, subject=f"staff:{member}")


def begun(name: str, viewing: Viewing, words: Words) -> Screen:
    """It has begun: from here to the member's home."""
    opening = Button(words.viewing.to_begin(), Start())
    shown = Screen(page(words.viewing.ask_title(name), *words.viewing.begun()), (row(opening),))
    return framed(shown, name, viewing, words)


def framed(screen: Screen, name: str, viewing: Viewing, words: Words) -> Screen:
    """A screen of the member as staff see it: with the banner, the way out, and buttons that are good for nothing else.

    What leads out of the chat, or would be copied, is closed. A toast is shown as it is.
    """
    if not screen.text:
        return screen
    banner = plain(words.viewing.banner(name, viewing.until))
    return replace(
        screen,
        text=f"{banner}\n\n{screen.text}",
        rows=(
            *(tuple(_through(button, viewing.member_id) for button in line) for line in screen.rows),
            row(Button(words.viewing.to_end(), EndView())),
        ),
        subject=SUBJECT,
        also=tuple(framed(one, name, viewing, words) for one in screen.also),
    )


def ended(member: int, name: str, how: Ended, words: Words) -> Screen:
    rows = (row(Button(words.common.home(), Start())), row(Button(words.common.back(), OpenMember(member))))
    return Screen(page(words.viewing.ended_title(), *words.viewing.ended(name, how)), rows, subject=f"staff:{member}")


def over(words: Words) -> Screen:
    """Nothing is viewed now."""
    return toast(words.viewing.over(), alert=True)


def nothing_viewed(words: Words) -> Screen:
    """The same, to somebody who typed the command."""
    return Screen(page(words.viewing.ended_title(), words.viewing.over()), (row(Button(words.common.back(), Start())),))


def told(at: datetime, until: datetime, why: str, profile: Profile, words: Words) -> Screen:
    """To the member: staff have seen what the member sees."""
    text = page(words.viewing.told_title(), *words.viewing.told(at, until, why, profile))
    return Screen(text, (row(Button(words.common.home(), Start())),)).own()


def _through(button: Button, member: int) -> Button:
    return Button(button.label, Seen.of(member, button.press))


def to_view(member: int, words: Words) -> Button:
    """The button of the card."""
    return Button(words.viewing.to_view(), AskView(member))
