"""At which hours a member is written to unasked: the quiet hours, and the hour of the day's reminders. Pure.

All hours are Japan's. What a member has not chosen is as the product has it: quiet from 21:00 to 08:00, reminders at
08:00.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from content.rules import MORNING_HOUR, NIGHT_HOUR, begins, day_of, local

_DAY = timedelta(days=1)
NUDGE_HOURS = range(5, 21)
"""The hours of the day's reminders that can be chosen. None is too late for what must be done on that day."""
QUIET_FROM = (18, 19, 20, 21, 22, 23, 0)
QUIET_UNTIL = range(5, 13)


class HourOf(StrEnum):
    """What a member chooses an hour for."""

    NUDGE = "nudge"
    FROM = "from"
    UNTIL = "until"


@dataclass(frozen=True)
class Hours:
    """From `quiet_from` to `quiet_until` nothing is sent unasked; if they are the same, there are no quiet hours.
    `nudge`: the hour of the day's reminders.
    """

    quiet_from: int = NIGHT_HOUR
    quiet_until: int = MORNING_HOUR
    nudge: int = MORNING_HOUR

    @property
    def has_quiet(self) -> bool:
        return self.quiet_from != self.quiet_until

    def is_quiet(self, moment: datetime) -> bool:
        """Whether a letter that may wait has to wait."""
        return self._holds(local(moment).hour)

    def after_quiet(self, moment: datetime) -> datetime:
        """The moment itself; if it falls into quiet hours, their end."""
        if not self.is_quiet(moment):
            return moment
        end = begins(day_of(moment), self.quiet_until)
        return end if end > moment else begins(day_of(moment) + _DAY, self.quiet_until)

    def before_quiet(self, moment: datetime) -> datetime:
        """The moment itself; if it falls into quiet hours, the beginning of the last minute before them.

        Why a whole minute: a letter that is due in the last second before would be sent within the quiet hours, and so
        wait for the morning.
        """
        if not self.is_quiet(moment):
            return moment
        start = begins(day_of(moment), self.quiet_from)
        return (start if start <= moment else begins(day_of(moment) - _DAY, self.quiet_from)) - timedelta(minutes=1)

    @property
    def nudge_hour(self) -> int:
        """The hour at which the day's reminders go: if the chosen one is quiet, the end of the quiet hours."""
        return self.quiet_until if self._holds(self.nudge) else self.nudge

    def nudge_at(self, day: date) -> datetime:
        """When the reminders of this day go."""
        return begins(day, self.nudge_hour)

    def next_nudge(self, moment: datetime) -> datetime:
        """When the reminders of the day after this one go."""
        return self.nudge_at(day_of(moment) + _DAY)

    def chosen(self, what: HourOf) -> int:
        """The hour of this, as it was chosen."""
        return {HourOf.NUDGE: self.nudge, HourOf.FROM: self.quiet_from, HourOf.UNTIL: self.quiet_until}[what]

    def choices(self, what: HourOf) -> Sequence[int]:
        """The hours that can be chosen for this. Reminders never go in quiet hours."""
        if what is HourOf.NUDGE:
            return [hour for hour in NUDGE_HOURS if not self._holds(hour)]
        return QUIET_FROM if what is HourOf.FROM else QUIET_UNTIL

    def with_hour(self, what: HourOf, hour: int) -> "Hours":
        """The same with this hour for it. Quiet hours that begin or end where there were none are whole ones."""
        if what is HourOf.NUDGE:
            return replace(self, nudge=hour)
        start, end = (self.quiet_from, self.quiet_until) if self.has_quiet else (NIGHT_HOUR, MORNING_HOUR)
        start, end = (hour, end) if what is HourOf.FROM else (start, hour)
        return replace(self, quiet_from=start, quiet_until=end)

    def with_quiet(self, wanted: bool) -> "Hours":
        """The same with the usual quiet hours, or with none."""
        start, end = (NIGHT_HOUR, MORNING_HOUR) if wanted else (0, 0)
        return replace(self, quiet_from=start, quiet_until=end)

    def _holds(self, hour: int) -> bool:
        if self.quiet_from <= self.quiet_until:
            return self.quiet_from <= hour < self.quiet_until
        return hour >= self.quiet_from or hour < self.quiet_until


USUAL = Hours()
"""The hours of a member who has chosen none."""
