"""What a member goes on with, as a line and as the one button that opens it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from content.absence import given
from content.words import Words
from handlers.presses.study.quiz import Begin
from handlers.screens.labels import first_that_fits
from handlers.screens.screen import Button


@dataclass(frozen=True)
class Play:
    """A chapter of a course: `left` seconds of it are still to be watched. `in_app`: Telegram opens the address inside
    itself. `offered`: the course is not begun; it is the one that brings a new code in the shortest time.
    """

    title: str
    chapter: int
    left: int
    begun: bool
    address: str
    in_app: bool
    offered: bool = False

    def as_offer(self) -> "Play":
        return replace(self, offered=True)


@dataclass(frozen=True)
class Test:
    """The self-assessment of a course. `begun`: it is open, with answers that are saved."""

    course: int
    title: str
    begun: bool


Ahead = Play | Test


def lines(ahead: Ahead, words: Words) -> Sequence[str]:
    """The whole title, which a button has no room for, and why this course is offered."""
    say = words.ahead
    if isinstance(ahead, Test):
        return ("▶️ " + say.test(ahead.title, ahead.begun),)
    told = "▶️ " + say.play(ahead.title, ahead.chapter, ahead.left, ahead.begun)
    return given(told, say.offered() if ahead.offered else None)


def button(ahead: Ahead, words: Words) -> Button:
    """The button that opens it at once."""
    say = words.ahead
    if isinstance(ahead, Test):
        return Button(first_that_fits(say.to_test(ahead.title, ahead.begun)), Begin(ahead.course))
    label = first_that_fits(say.to_play(ahead.title, ahead.chapter, ahead.left, ahead.begun))
    return Button(label, mini_app=ahead.address) if ahead.in_app else Button(label, url=ahead.address)
