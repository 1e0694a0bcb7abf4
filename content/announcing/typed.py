"""What staff type while they write an announcement: whom it is for, its text, when it goes. Pure."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from enum import StrEnum

from content.announcing.announcement import EARLIEST, LONGEST, Audience, Of
from content.curriculum import load
from content.rules import begins, day_of
from content.text.dating import LONGEST as LONGEST_DAY
from content.text.dating import WITH_YEAR, WITHOUT_YEAR, of_groups, on_or_after, on_or_before
from content.text.folding import plain, signs
from content.text.lines import some_lines

CUT_S = 10
"""After a text that was too long, texts of so many seconds are taken for the rest of it."""
LATEST = timedelta(days=90)
"""An announcement can be timed for so long ahead."""
LONGEST_MOMENT = 60
_DAY = re.compile(rf"(?:{WITH_YEAR}|{WITHOUT_YEAR})")
# what parts the day from the time must stay: without it 12/1 19:00 and 12/11 9:00 are the same
_MOMENT = re.compile(
    r"(?P<day>.*?(?:日|\)|[ ,、]))[ に]*(?P<hour>[01]?[0-9]|2[0-3])(?::(?=[0-9])|時)(?P<minute>[0-5][0-9])?分?"
)
_OF_WHOLE = 8
"""How many groups a day with its year has."""


class Slip(StrEnum):
    """Why what was typed is not taken."""

    EMPTY = "nothing is in it"
    LONG = "too long"
    REST = "the rest of what was too long"
    NO_CODE = "no curriculum code"
    NO_DAY = "no day"
    AHEAD = "a day that is ahead"
    NO_MOMENT = "no day with a time"
    PAST = "a moment that has passed"
    TOO_LATE = "a moment too far ahead"


def code(text: str) -> Audience | Slip:
    """The audience that lacks the code that was typed: 74, ＣＣ７４."""
    found = load().matching(text)
    return Audience(Of.CODE, str(found[0].number)) if len(found) == 1 else Slip.NO_CODE


def day(text: str, today: date) -> Audience | Slip:
    """The audience that has not logged in since the day that was typed. Without a year it is the latest such day."""
    try:
        found = _day(text, lambda month, day: on_or_before(month, day, today))
    except ValueError:
        return Slip.NO_DAY
    return Audience(Of.SINCE, found.isoformat()) if found <= today else Slip.AHEAD


def text(typed: str) -> str | Slip:
    """The text that was typed, or why it is not taken."""
    said = some_lines(typed)
    if not said:
        return Slip.EMPTY
    return said if len(said) <= LONGEST else Slip.LONG


def moment(text: str, now: datetime) -> datetime | Slip:
    """The moment that was typed, in Japan's time: 12/1 9:00, 2026年12月1日9時30分. Without a year it is the next such
    day.
    """
    said = _MOMENT.fullmatch(plain(text[:LONGEST_MOMENT]).lower())
    if said is None:
        return Slip.NO_MOMENT
    try:
        found = _day(said["day"], lambda month, day: on_or_after(month, day, day_of(now)))
        at = begins(found, int(said["hour"])) + timedelta(minutes=int(said["minute"] or 0))
    except ValueError:
        return Slip.NO_MOMENT
    if at <= now:
        return Slip.PAST
    return at if at <= now + LATEST else Slip.TOO_LATE


def _day(text: str, short: Callable[[int, int], date]) -> date:
    """The day of a text; `short` finds the one that has no year. Raises ValueError if there is no such day."""
    said = _DAY.fullmatch(signs(text[:LONGEST_DAY]).lower().rstrip(",、"))
    if said is None:
        raise ValueError("no day")
    whole, (month, day) = said.groups()[:_OF_WHOLE], said.groups()[_OF_WHOLE:]
    found = of_groups(whole) if any(whole) else short(int(month), int(day))
    if found < EARLIEST:
        raise ValueError("long before this product")
    return found
