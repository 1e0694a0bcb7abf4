"""What a person has chosen, and the choices that there are."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from content.hours import HourOf, Hours
from content.rules import Rules
from content.values import Reminder
from content.words import Words
from handlers.presses.access.session import AskLogOut
from handlers.presses.credits.noted import OpenNoted
from handlers.presses.credits.plan import OpenPlan
from handlers.presses.privacy import Privacy
from handlers.presses.settings import (
    Announce,
    GoOn,
    Kinds,
    OpenHours,
    PickHour,
    Remind,
    SetHour,
    SetQuiet,
    Settings,
    Speak,
)
from handlers.presses.start import LogIn
from handlers.screens.screen import Button, Row, Screen, page, row, rows_of
from handlers.screens.ways import back


@dataclass(frozen=True)
class Dated:
    """Reminders that go, or went, at one moment."""

    at: datetime
    kinds: Sequence[Reminder]


@dataclass(frozen=True)
class Notices:
    """A member's hours; the reminders that come next within so many `days`; and those that were sent last."""

    hours: Hours
    coming: Dated | None
    last: Dated | None
    days: int


def for_stranger(words: Words, *, toast: str = "") -> Screen:
    """The settings without a login: the language alone."""
    lines = (words.settings.language(), words.settings.no_account())
    rows = (_language(words), row(Button(words.common.to_login(), LogIn())), row(_privacy(words)), back(words))
    return _screen(words, lines, rows, toast)


def for_member(words: Words, name: str, notices: Notices, goes_on: bool, *, rules: Rules, toast: str = "") -> Screen:
    """The settings of a member, with what comes next and why the last one came. `goes_on`: a test does, by itself."""
    say = words.settings
    lines = (
        say.account(name),
        say.language(),
        say.goes_on(goes_on),
        "",
        *_hours(notices.hours, words),
        "",
        *_next_and_last(notices, rules, words),
    )
    rows = (
        row(Button(say.to_kinds(), Kinds()), Button(say.to_hours(), OpenHours())),
        row(Button(words.plan.to_plan(), OpenPlan())),
        row(Button(words.noted.to_noted(), OpenNoted())),
        row(Button(say.to_go_on(not goes_on), GoOn(not goes_on))),
        _language(words),
        row(_privacy(words), Button(words.settings.to_logout(), AskLogOut())),
        back(words),
    )
    return _screen(words, lines, rows, toast)


def kinds(wanted: Collection[Reminder], announced: bool, *, rules: Rules, words: Words, toast: str = "") -> Screen:
    """The kinds of reminders; `wanted` are those that the member is sent, `rules` say when. `announced`: whether
    those of staff are.
    """
    say = words.settings
    lines = [*(say.reminder(kind, kind in wanted, rules) for kind in Reminder), words.announced.switch(announced)]
    switches = (_switch(kind, kind not in wanted, words) for kind in Reminder)
    of_staff = row(Button(words.announced.to_switch(not announced), Announce(not announced)))
    rows = (*switches, of_staff, _home(words))
    return Screen(page(say.kinds_title(), *lines), rows, subject="settings", toast=toast)


def hours(chosen: Hours, words: Words, toast: str = "") -> Screen:
    """The hours at which the member is written to unasked."""
    say = words.settings
    rows = (
        row(Button(say.to_pick(HourOf.NUDGE), PickHour(HourOf.NUDGE.value))),
        row(*(Button(say.to_pick(one), PickHour(one.value)) for one in (HourOf.FROM, HourOf.UNTIL))),
        row(Button(say.to_quiet(not chosen.has_quiet), SetQuiet(not chosen.has_quiet))),
        _home(words),
    )
    text = page(say.hours_title(), *_hours(chosen, words), "", say.at_once())
    return Screen(text, rows, subject="settings", toast=toast)


def pick(what: HourOf, chosen: Hours, words: Words) -> Screen:
    """The hours that can be chosen for this."""
    say, now = words.settings, chosen.chosen(what)
    buttons = [Button(say.hour(hour, ticked=hour == now), SetHour(what.value, hour)) for hour in chosen.choices(what)]
    rows = (*rows_of(buttons, 4), row(Button(words.common.back(), OpenHours())))
    return Screen(page(say.to_pick(what), say.pick(what)), rows, subject="settings")


def _hours(chosen: Hours, words: Words) -> tuple[str, str]:
    return words.settings.nudges_at(chosen), words.settings.quiet(chosen)


def _next_and_last(notices: Notices, rules: Rules, words: Words) -> Iterator[str]:
    say, coming, last = words.settings, notices.coming, notices.last
    yield say.coming(coming.at, coming.kinds) if coming else say.nothing_comes(notices.days)
    if last:
        yield say.last(last.at, last.kinds)
        yield from (say.because(words.reminder.reason(kind, rules)) for kind in last.kinds)


def _screen(words: Words, lines: tuple[str, ...], rows: tuple[Row, ...], toast: str) -> Screen:
    return Screen(page(words.settings.title(), *lines), rows=rows, subject="settings", toast=toast)


def _switch(kind: Reminder, to: bool, words: Words) -> Row:
    """The button that switches reminders of this kind on or off."""
    return row(Button(words.settings.to_remind(kind, to), Remind(kind.value, to)))


def _home(words: Words) -> Row:
    return row(Button(words.common.back(), Settings()))


def _language(words: Words) -> Row:
    other = "ja" if words.language == "en" else "en"
    return row(Button(words.settings.other_language(), Speak(other)))


def _privacy(words: Words) -> Button:
    return Button(words.settings.to_privacy(), Privacy())
