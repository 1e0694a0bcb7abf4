"""The gate of the reminders: at the member's hour, at most one message a day, with all that is due on that day.

A reminder is written twice: first to see whether it is to be sent at all, then right before the request, in the
transaction that marks it as being sent. So what the member did or switched off meanwhile is left out, and the day is
taken by one process alone: that transaction holds the row of the member.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.logs import get
from bot.sending.written import Later, Written
from content.rules import begins, day_of
from handlers.screens.post import reminder as screens
from handlers.screens.screen import Screen
from handlers.turn import Turn, Unwanted, Writes
from storage.engine.sessions import is_passing
from storage.people.preferences import Preferences
from storage.post import nudges
from storage.post.letters import Letter

log = get("delivery")


class Nudging:
    """Writes reminders. `kinds` are the writers of all letters, by key."""

    def __init__(self, kinds: Mapping[type[Any], Writes[Any]]) -> None:
        self._kinds = kinds

    def write(self, turn: Turn, letter: Letter[Any], chosen: Preferences) -> Written | Unwanted | Later:
        """The message of the day, if this reminder is still wanted and the day has had none."""
        screen = self._one(turn, letter, chosen)
        if isinstance(screen, Unwanted):
            return screen
        at = self._not_before(turn, letter, chosen)
        if at > turn.now:
            return Later(at, "one message of reminders a day")
        pages, others = [screen], list[Letter[Any]]()
        for other in nudges.others(turn.session, letter, before=_tomorrow(turn.now)):
            page = self._beside(turn, other, chosen)
            if page is not None:
                pages.append(page)
                others.append(other)
        if not others:
            return Written(turn.chat, screens.with_ways(screen, letter.id, letter.key.nudge, turn.words))
        return Written(turn.chat, screens.digest(pages, letter.id, turn.words), tuple(others))

    def _one(self, turn: Turn, letter: Letter[Any], chosen: Preferences) -> Screen | Unwanted:
        if letter.key.nudge is None or not chosen.wants(letter.key.nudge):
            return Unwanted("reminders are switched off")
        kind = self._kinds.get(type(letter.key))
        return Unwanted("no such kind") if kind is None else kind.make(turn, letter)

    def _not_before(self, turn: Turn, letter: Letter[Any], chosen: Preferences) -> datetime:
        """The earliest moment at which it may be sent."""
        if nudges.had_one(turn.session, letter.member_id, since=begins(day_of(turn.now))):
            return chosen.hours.next_nudge(turn.now)
        return chosen.hours.nudge_at(day_of(turn.now))

    def _beside(self, turn: Turn, other: Letter[Any], chosen: Preferences) -> Screen | None:
        """What another reminder says; None if it is not wanted any more, or can't be written: it is then put down when
        its own turn comes.
        """
        try:
            page = self._one(turn, other, chosen)
        except Exception as error:
            if is_passing(error):
                raise
            log.warning("reminder_left_out", letter=other.id, kind=other.kind, error=type(error).__name__)
            return None
        return None if isinstance(page, Unwanted) else page


def _tomorrow(now: datetime) -> datetime:
    return begins(day_of(now) + timedelta(days=1))
