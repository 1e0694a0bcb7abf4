"""Screens of staff: an act that waits for a second person, as it would be carried out, and how it ended."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from content.staff.joint import LONGEST_PIN, SHORTEST_PIN, Asked
from content.words import Words
from handlers.presses.staff.joint import ConfirmJoint, OpenJoint, RefuseJoint
from handlers.presses.staff.rooms import Rooms
from handlers.screens.screen import Button, Place, Screen, page, row


@dataclass(frozen=True)
class Shown:
    """A request with every fact of its effect. `shown` is the fingerprint of this; empty: it can't be confirmed."""

    asked: Asked
    facts: Mapping[str, str]
    shown: str


def waits(kind: str, name: str, others: int, until: datetime, words: Words) -> Screen:
    """What the person who asked for the act is shown."""
    return Screen(page(words.joint.title(kind, name), *words.joint.asked(others, until)), _back(words), subject="staff")


def alone(kind: str, words: Words) -> Screen:
    return Screen(page(words.joint.alone_title(), words.joint.alone(kind)), _back(words), subject="staff")


def wanted(shown: Shown, words: Words) -> Screen:
    """The letter to those who can confirm."""
    rows = (row(Button(words.joint.to_open(), OpenJoint(shown.asked.id))),)
    return Screen(page(_title(shown, words), words.joint.wanted()), rows, place=Place.OWN)


def card(shown: Shown, words: Words, said: str = "") -> Screen:
    """Exactly what will happen, and the two buttons if it can be decided by this person."""
    say, asked = words.joint, shown.asked
    told = (said, "") if said else ()
    lines = (*told, *say.effect(asked.act.kind, shown.facts), "", *say.by(asked.asker, asked.why, asked.until))
    decide = (
        (
            row(Button(say.to_confirm(), ConfirmJoint(asked.id, shown.shown))),
            row(Button(say.to_refuse(), RefuseJoint(asked.id))),
        )
        if shown.shown
        else ()
    )
    return Screen(page(_title(shown, words), *lines), (*decide, *_back(words)), subject=f"joint:{asked.id}")


def ended(shown: Shown, words: Words, said: str) -> Screen:
    """It is done, refused or out of time: what would have happened is no news any more."""
    asked = shown.asked
    lines = (said, "", *words.joint.by(asked.asker, asked.why, asked.until))
    return Screen(page(_title(shown, words), *lines), _back(words), subject=f"joint:{asked.id}")


def ask_pin(request: int, left: int, words: Words, said: str = "") -> Screen:
    lines = (*([said, ""] if said else []), words.joint.ask_pin(left))
    return _asking(request, lines, words)


def ask_new_pin(request: int, words: Words) -> Screen:
    return _asking(request, words.joint.ask_new_pin(SHORTEST_PIN, LONGEST_PIN), words)


def bad_pin(request: int, words: Words) -> Screen:
    return _asking(request, (words.joint.bad_pin(SHORTEST_PIN, LONGEST_PIN),), words)


def wrong_pin(request: int, left: int, words: Words) -> Screen:
    return _asking(request, (words.joint.wrong_pin(left),), words)


def locked(request: int, until: datetime, words: Words) -> Screen:
    return _asking(request, (words.joint.locked(until),), words)


def ask_refusal(shown: Shown, words: Words) -> Screen:
    rows = (row(Button(words.common.back(), OpenJoint(shown.asked.id))),)
    return Screen(page(_title(shown, words), words.joint.ask_refusal()), rows, subject=f"joint:{shown.asked.id}")


def bad_reason(request: int, longest: int, words: Words) -> Screen:
    rows = (row(Button(words.common.back(), OpenJoint(request))),)
    return Screen(page(words.joint.alone_title(), words.joint.bad_reason(longest)), rows, subject=f"joint:{request}")


def told(shown: Shown, by: str, why: str, words: Words, *, done: bool) -> Screen:
    """The letter that tells the person who asked for the act how it ended."""
    say = words.joint
    lines = (_title(shown, words), *say.told(by, why, done=done))
    return Screen(page(say.told_title(done=done), *lines), place=Place.OWN)


def _asking(request: int, lines: tuple[str, ...], words: Words) -> Screen:
    rows = (row(Button(words.common.back(), OpenJoint(request))),)
    return Screen(page(words.joint.pin_title(), *lines), rows, subject=f"joint:{request}")


def _title(shown: Shown, words: Words) -> str:
    return words.joint.title(shown.asked.act.kind, shown.facts["name"])


def _back(words: Words) -> tuple[tuple[Button, ...], ...]:
    return (row(Button(words.common.back(), Rooms())),)
