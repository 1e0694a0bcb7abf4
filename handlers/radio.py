"""/radio: the broadcasting schedule of the week and the month, and a reminder of a broadcast on one tap."""

from datetime import date

from content.radio import Span, reminds_at
from content.refusals import NoSuchBroadcast, StaleButton
from content.rules import day_of
from handlers.screens import radio as screens
from handlers.screens.radio import AskReminder, OpenBroadcast, Radio, TakeBack
from handlers.screens.screen import Screen
from handlers.turn import MEMBER, Command, On, Turn, Unwanted, Writes
from storage import radio, radio_reminders
from storage.letters import Letter

FARTHEST_DAYS = 3660
"""No button of ours leads farther from today."""


def command(turn: Turn, _argument: str) -> Screen:
    return show(turn, Radio(screens.NOW, month=False, page=screens.NOW))


def show(turn: Turn, press: Radio) -> Screen:
    """Raises StaleButton for a day that is far away from now."""
    span = Span.around(_day(turn, press.first), month=press.month)
    days = screens.Days(
        span,
        radio.between(turn.session, span.since, span.until),
        radio_reminders.asked(turn.session, turn.member.id),
        tuple(span.holding(day_of(one)) for one in radio.earlier(turn.session, span.since)),
        tuple(span.holding(day_of(one)) for one in radio.later(turn.session, span.until)),
    )
    return screens.schedule(days, press.page, turn.now, turn.words)


def open_broadcast(turn: Turn, press: OpenBroadcast) -> Screen:
    """Raises NoSuchBroadcast."""
    return _card(turn, press)


def ask(turn: Turn, press: AskReminder) -> Screen:
    """The broadcast, with its reminder to come; a second tap changes nothing. Raises NoSuchBroadcast."""
    at = reminds_at(radio.one(turn.session, press.broadcast).broadcast, turn.rules)
    if turn.now >= at:
        return _card(turn, press, toast=turn.words.radio.too_late(at))
    radio_reminders.ask(turn.session, turn.member.id, press.broadcast, at, turn.now)
    return _card(turn, press, toast=turn.words.radio.asked(at))


def take_back(turn: Turn, press: TakeBack) -> Screen:
    """The broadcast, without a reminder. Raises NoSuchBroadcast."""
    done = radio_reminders.take_back(turn.session, turn.member.id, press.broadcast, turn.now)
    say = turn.words.radio
    return _card(turn, press, toast=say.taken_back() if done else say.nothing_to_take_back())


def write(turn: Turn, letter: Letter) -> Screen | Unwanted:
    """By the record of now: what has left the schedule is said to have, what was taken back or is over is not sent.

    Who wants no reminders (preferences.reminders) means those that come of themselves. This one he asked for.
    """
    if not radio_reminders.stands(turn.session, letter):
        return Unwanted("taken back")
    try:
        listed = radio.kept(turn.session, radio_reminders.broadcast_of(letter.subject))
    except NoSuchBroadcast:
        return Unwanted("there is no such broadcast")
    if listed.broadcast.is_over(turn.now):
        return Unwanted("the broadcast is over")
    if listed.withdrawn:
        return screens.changed(listed, radio.again(turn.session, listed.broadcast, turn.now), turn.words)
    return screens.reminder(listed, turn.now, turn.words)


def _card(turn: Turn, press: OpenBroadcast | AskReminder | TakeBack, toast: str = "") -> Screen:
    listed = radio.one(turn.session, press.broadcast)
    asked = listed.id in radio_reminders.asked(turn.session, turn.member.id)
    way = Radio(press.first, press.month, press.page)
    return screens.card(screens.Card(listed, asked, way), turn.now, turn.rules, turn.words, toast)


def _day(turn: Turn, ordinal: int) -> date:
    today = day_of(turn.now)
    if ordinal == screens.NOW:
        return today
    if abs(ordinal - today.toordinal()) > FARTHEST_DAYS:
        raise StaleButton
    return date.fromordinal(ordinal)


ROUTES = (
    Command("radio", command, MEMBER),
    On(Radio, show, MEMBER),
    On(OpenBroadcast, open_broadcast, MEMBER),
    On(AskReminder, ask, MEMBER),
    On(TakeBack, take_back, MEMBER),
)
LETTERS = (Writes(radio_reminders.KIND, write, again=False, nudge=True),)
