"""Which reminders a member gets next, and which were sent last. It asks what the clock would ask."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from content.hours import Hours
from content.rules import begins, day_of
from content.values import Reminder
from handlers.screens.settings import Dated, Notices
from handlers.turn import Turn
from storage.people import preferences
from storage.post import nudges, rounds
from storage.post.rounds import Round

AHEAD = timedelta(days=14)
LOOKS = timedelta(days=7)
"""Whoever names rounds names those of so many days before a moment at least."""


def of_member(turn: Turn) -> Notices:
    """What /settings says of the member's reminders."""
    chosen = preferences.get(turn.session, turn.member.id)
    known = [(at, kind) for at, kind in _every(turn, chosen.hours) if chosen.wants(kind)]
    first = min((at for at, _ in known), default=None)
    coming = None if first is None else Dated(first, _kinds([kind for at, kind in known if at == first]))
    sent = nudges.last(turn.session, turn.member.id)
    last = Dated(sent.at, _kinds([one.reminder for one in sent.nudges])) if sent else None
    return Notices(chosen.hours, coming, last, AHEAD.days)


def _every(turn: Turn, hours: Hours) -> Iterator[tuple[datetime, Reminder]]:
    """When each reminder goes: those that wait, and those of the rounds to come."""
    for waits in nudges.waiting(turn.session, turn.member.id):
        yield _goes(turn, hours, waits.due_at), waits.reminder
    for one in _rounds(turn):
        if one.key.nudge is not None:
            for due_at in rounds.to_member(turn.session, one, turn.member.id):
                yield _goes(turn, hours, due_at), one.key.nudge


def _goes(turn: Turn, hours: Hours, due_at: datetime) -> datetime:
    """The moment at which the gate lets it through."""
    day = max(day_of(due_at), day_of(turn.now))
    today = day == day_of(turn.now)
    if today and nudges.had_one(turn.session, turn.member.id, since=begins(day)):
        return hours.next_nudge(turn.now)
    at = max(hours.nudge_at(day), hours.after_quiet(turn.now))
    return at if day_of(at) == day or not today else hours.next_nudge(turn.now)


def _rounds(turn: Turn) -> Iterator[Round]:
    """The rounds that begin from now on."""
    end = turn.now + AHEAD
    for kind in turn.house.rounds:
        looks = (turn.now + LOOKS * step for step in range(1 + AHEAD // LOOKS))
        found = {one.slot: one for at in looks for one in kind.find(turn.session, at, turn.house.rulebook)}
        yield from (one for one in found.values() if turn.now < one.due_at <= end)


def _kinds(every: list[Reminder]) -> tuple[Reminder, ...]:
    return tuple(dict.fromkeys(every))
