"""/radio: the broadcasting schedule of the week and the month, and a reminder of a broadcast on one tap."""

from datetime import date

from content.keys.letters import BroadcastSoon
from content.radio import Span, reminds_at
from content.refusals import NoSuchBroadcast, StaleButton
from content.rules import day_of
from handlers.presses.radio import NOW, AskReminder, OpenBroadcast, Radio, TakeBack
from handlers.screens import radio as screens
from handlers.screens.screen import Screen
from handlers.screens.study.public import with_login
from handlers.turn import MEMBER, READER, Command, On, Turn, Unwanted, Visit, Writes
from storage.people import preferences
from storage.post.letters import Letter
from storage.radio import reminders, schedule

FARTHEST_DAYS = 3660
"""No button of ours leads farther than this from today."""


def command(turn: Visit, _argument: str) -> Screen:
    return show(turn, Radio(NOW, month=False, page=NOW))


def show(turn: Visit, press: Radio) -> Screen:
    """A page of the schedule. Raises StaleButton for a day that is too far from today."""
    span = Span.around(_day(turn, press.first), month=press.month)
    earlier, later = schedule.earlier(turn.session, span.since), schedule.later(turn.session, span.until)
    days = screens.Days(
        span,
        schedule.between(turn.session, span.since, span.until),
        _asked(turn),
        span.holding(day_of(earlier)) if earlier else None,
        span.holding(day_of(later)) if later else None,
    )
    shown = screens.schedule(days, press.page, turn.now, turn.words)
    return shown if isinstance(turn, Turn) else with_login(shown, turn.words)


def open_broadcast(turn: Visit, press: OpenBroadcast) -> Screen:
    """Show one broadcast. Raises NoSuchBroadcast."""
    return _card(turn, press)


def ask(turn: Turn, press: AskReminder) -> Screen:
    """Show the broadcast with its reminder to come; a second tap changes nothing. Raises NoSuchBroadcast."""
    listed, hours = (
        schedule.broadcast(turn.session, press.broadcast),
        preferences.get(turn.session, turn.member.id).hours,
    )
    at = reminds_at(listed.broadcast, turn.rules, hours)
    if turn.now >= at:
        return _card(turn, press, toast=turn.words.radio.too_late(at))
    reminders.ask(turn.session, turn.member.id, press.broadcast, at, turn.now)
    return _card(turn, press, toast=turn.words.radio.asked(at))


def take_back(turn: Turn, press: TakeBack) -> Screen:
    """Show the broadcast without a reminder. Raises NoSuchBroadcast."""
    done = reminders.take_back(turn.session, turn.member.id, press.broadcast, turn.now)
    say = turn.words.radio
    return _card(turn, press, toast=say.taken_back() if done else say.nothing_to_take_back())


def write(turn: Turn, letter: Letter[BroadcastSoon]) -> Screen | Unwanted:
    """Write the letter by the record of now. If the broadcast has left the schedule, the letter says so. If the
    reminder was taken back, or the broadcast is over, there is no letter.

    It is sent although the member switched reminders off (preferences.reminders): that means reminders which come by
    themselves, and this one was asked for.
    """
    if not reminders.stands(turn.session, letter):
        return Unwanted("taken back")
    try:
        listed = schedule.kept(turn.session, letter.key.broadcast)
    except NoSuchBroadcast:
        return Unwanted("there is no such broadcast")
    if listed.broadcast.is_over(turn.now):
        return Unwanted("the broadcast is over")
    if listed.withdrawn:
        return screens.changed(listed, schedule.again(turn.session, listed.broadcast, turn.now), turn.words)
    return screens.reminder(listed, turn.now, turn.words)


def _card(turn: Visit, press: OpenBroadcast | AskReminder | TakeBack, toast: str = "") -> Screen:
    listed, way = schedule.broadcast(turn.session, press.broadcast), Radio(press.first, press.month, press.page)
    if not isinstance(turn, Turn):
        shown = screens.BroadcastCard(listed, asked=None, way=way)
        return with_login(screens.card(shown, turn.now, turn.rules, turn.words), turn.words)
    hours = preferences.get(turn.session, turn.member.id).hours
    return screens.card(
        screens.BroadcastCard(listed, listed.id in _asked(turn), way, hours), turn.now, turn.rules, turn.words, toast
    )


def _asked(turn: Visit) -> frozenset[int]:
    """The broadcasts of which a member wants to be reminded."""
    return frozenset(reminders.asked(turn.session, turn.member.id)) if isinstance(turn, Turn) else frozenset()


def _day(turn: Visit, ordinal: int) -> date:
    today = day_of(turn.now)
    if ordinal == NOW:
        return today
    if abs(ordinal - today.toordinal()) > FARTHEST_DAYS:
        raise StaleButton
    return date.fromordinal(ordinal)


ROUTES = (
    Command("radio", command, READER),
    On(Radio, show, READER),
    On(OpenBroadcast, open_broadcast, READER),
    On(AskReminder, ask, MEMBER),
    On(TakeBack, take_back, MEMBER),
)
LETTERS = (Writes(BroadcastSoon, write),)
