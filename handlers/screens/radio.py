"""ラジオNIKKEI「医学講座」: the schedule of a week or a month, one broadcast, and the letters about it."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime

from content.absence import given
from content.hours import USUAL, Hours
from content.radio import PAGE, ListedBroadcast, Span, reminds_at, reminds_on_time
from content.rules import Rules
from content.words import Words
from handlers.presses.radio import NOW, AskReminder, OpenBroadcast, Radio, TakeBack
from handlers.screens.labels import picks
from handlers.screens.paging import cut, page_with, pager
from handlers.screens.screen import Button, Place, Row, Screen, page, row
from handlers.screens.ways import back


@dataclass(frozen=True)
class Days:
    """The broadcasts of a span, the numbers of those with a reminder (`asked`), and the nearest spans before and after
    that have any broadcasts.
    """

    span: Span
    every: tuple[ListedBroadcast, ...]
    asked: Set[int]
    earlier: Span | None
    later: Span | None


@dataclass(frozen=True)
class BroadcastCard:
    """A broadcast and a member with these hours. `way` is the page of the schedule to go back to."""

    listed: ListedBroadcast
    asked: bool
    way: Radio
    hours: Hours = USUAL


def schedule(days: Days, number: int, now: datetime, words: Words) -> Screen:
    """One page of a week or a month."""
    say, span = words.radio, days.span
    shown = cut(days.every, number if number != NOW else page_with(_next(days, now)))
    lines = [
        say.line(place, one.broadcast, on_air=one.broadcast.is_on_air(now), asked=one.id in days.asked)
        for place, one in enumerate(shown.items, start=shown.before + 1)
    ]
    first, months = span.first.toordinal(), span.month
    named = ((words.titled(one.broadcast), OpenBroadcast(one.id, first, months, shown.number)) for one in shown.items)
    rows = (
        *picks(named, shown.before),
        *pager(words, shown, lambda turned: Radio(first, months, turned)),
        *given(
            None if lines else row(Button(say.to_page(), url=PAGE)),
            _turning(days, words),
            row(_other(span, now, words)),
            back(words),
        ),
    )
    when = say.month(span.first) if months else say.days(span.first, span.last)
    return Screen(page(say.title(), when, say.no_credit(), "", *(lines or [say.nothing()])), rows, subject="radio")


def card(view: BroadcastCard, now: datetime, rules: Rules, words: Words, toast: str = "") -> Screen:
    """One broadcast: its time, and a reminder of it on one tap."""
    say, one = words.radio, view.listed.broadcast
    lines = [say.title(), say.speaker(one), say.when(one), say.no_credit(), *_standing(view, now, rules, words)]
    rows = given(
        _reminding(view, now, rules, words),
        _listening(view.listed, words),
        row(Button(words.common.back(), view.way)),
    )
    return Screen(page(words.titled(one), *lines), rows, subject=f"broadcast:{view.listed.id}", toast=toast)


def reminder(listed: ListedBroadcast, now: datetime, words: Words) -> Screen:
    """The letter before a broadcast."""
    say, one = words.radio, listed.broadcast
    on_air = [say.on_air()] * one.is_on_air(now)
    rows = given(_listening(listed, words), row(Button(say.to_schedule(), Radio(NOW, False, NOW))))
    text = page(say.reminder_title(), words.titled(one), say.speaker(one), say.when(one), *on_air)
    return Screen(text, rows, place=Place.OWN)


def changed(listed: ListedBroadcast, again: ListedBroadcast | None, words: Words) -> Screen:
    """The letter in place of a reminder, if the broadcast has left the schedule. `again` is the same broadcast at
    another time.
    """
    say = words.radio
    told = say.again(again.broadcast.starts_at) if again else None
    lines = given(say.changed(listed.broadcast), told, say.see_schedule())
    opening = row(Button(say.to_again(), OpenBroadcast(again.id, NOW, False, NOW))) if again else None
    rows = given(opening, row(Button(say.to_schedule(), Radio(NOW, False, NOW))))
    return Screen(page(say.changed_title(), *lines), rows, place=Place.OWN)


def _next(days: Days, now: datetime) -> int:
    """The index of the first broadcast that is not over. In a span that is over, the index of the first broadcast."""
    ahead = (index for index, one in enumerate(days.every) if not one.broadcast.is_over(now))
    return next(ahead, 0)


def _turning(days: Days, words: Words) -> Row | None:
    say, before, after = words.radio, days.earlier, days.later
    earlier = Button(say.earlier(before.first, month=before.month), _to(before)) if before else None
    later = Button(say.later(after.first, month=after.month), _to(after)) if after else None
    return given(earlier, later) or None


def _to(span: Span) -> Radio:
    return Radio(span.first.toordinal(), span.month, NOW)


def _other(span: Span, now: datetime, words: Words) -> Button:
    """From the week to its month, and back to a week: from this month to the week of today, from any other month to the
    week of its first day.
    """
    if not span.month:
        return Button(words.radio.to_month(), _to(Span.around(span.first, month=True)))
    here = span.since <= now < span.until
    return Button(words.radio.to_week(), Radio(NOW, False, NOW) if here else _to(Span(span.first, month=False)))


def _standing(view: BroadcastCard, now: datetime, rules: Rules, words: Words) -> list[str]:
    """Whether it is on or over. Otherwise, when its reminder comes, if the button does not tell it."""
    say, one, at = words.radio, view.listed.broadcast, reminds_at(view.listed.broadcast, rules, view.hours)
    if one.is_over(now):
        return ["", say.over()]
    if one.is_on_air(now):
        return ["", say.on_air()]
    if view.asked:
        return ["", say.asked(at)]
    if now >= at:
        return ["", say.too_late(at)]
    return [] if reminds_on_time(one, rules, view.hours) else ["", say.before_the_night(at, view.hours)]


def _reminding(view: BroadcastCard, now: datetime, rules: Rules, words: Words) -> Row | None:
    say, way, one = words.radio, (view.way.first, view.way.month, view.way.page), view.listed.broadcast
    if view.asked and not one.is_over(now):
        return row(Button(say.to_take_back(), TakeBack(view.listed.id, *way)))
    if now >= reminds_at(one, rules, view.hours):
        return None
    label = say.to_remind(rules.radio_reminder_minutes, on_time=reminds_on_time(one, rules, view.hours))
    return row(Button(label, AskReminder(view.listed.id, *way)))


def _listening(listed: ListedBroadcast, words: Words) -> Row | None:
    link = listed.broadcast.link
    return row(Button(words.radio.to_listen(), url=link)) if link else None
