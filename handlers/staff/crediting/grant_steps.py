"""What is asked for a grant, in its order, and how each answer is read: typed, or by a button."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from content.declarations import declaring
from content.keys.note import Note
from content.refusals import StaleButton
from content.rules import day_of
from content.staff import crediting
from content.staff.crediting import Of, Slip, Step
from content.text import shapes
from content.text.dating import day_written
from content.text.lines import one_line
from handlers.screens.staff.crediting import OFFERED
from handlers.staff import acting
from handlers.turn import StaffTurn


@dataclass(frozen=True)
class AwaitGrant(Note, expects="grant"):
    """What is still missing of a grant is awaited. `content`: the number of the published content; 0 if it is none. A
    field that has its default was not answered yet.
    """

    member: int
    of: str
    content: int = 0
    title: str = ""
    organiser: str = ""
    code: int = -1
    half_units: int = 0
    day: date = date.min
    why: str = ""


def missing(note: AwaitGrant) -> Step | None:
    """The first thing that is not answered yet, of what the content does not say."""
    open_ = {
        Step.TITLE: not note.content and not note.title,
        Step.ORGANISER: not note.content and not note.organiser,
        Step.CODE: not note.content and note.code < 0,
        Step.UNITS: not note.content and not note.half_units,
        Step.DAY: note.day == date.min,
        Step.WHY: not note.why,
    }
    return next((step for step, missing in open_.items() if missing), None)


def with_answer(note: AwaitGrant, said: object) -> AwaitGrant:
    """The note with the answer to the open question, as it was read. Raises StaleButton if none is open."""
    step = missing(note)
    if step is None:
        raise StaleButton
    answer: dict[str, Any] = {_FIELDS[step]: said}
    return replace(note, **answer)


def fits(note: AwaitGrant, text: str) -> bool:
    """Whether a text can be the answer to the open question."""
    shape = {Step.CODE: shapes.code, Step.UNITS: shapes.number, Step.DAY: shapes.day}.get(missing(note) or Step.WHY)
    return shape is None or shape(note, text)


def kind(text: str) -> Of:
    """The kind that a button names; raises StaleButton for a text that was made up."""
    try:
        return Of(text)
    except ValueError:
        raise StaleButton from None


def pressed(turn: StaffTurn, step: Step, value: int) -> object:
    """The answer of a button. Raises StaleButton for one that no button has."""
    if step is Step.WHY:
        return acting.usual(turn.words.crediting.granting(), value)
    if step is Step.UNITS and value in OFFERED:
        return value
    if step is Step.DAY and 1 <= value <= date.max.toordinal():
        return _fitting(turn, date.fromordinal(value))
    raise StaleButton


def _text(_turn: StaffTurn, text: str) -> object:
    said = one_line(text)
    return said if crediting.SHORTEST <= len(said) <= crediting.LONGEST_TITLE else Slip.LENGTH


def _code(_turn: StaffTurn, text: str) -> object:
    found = declaring.codes(text)
    return found[0].number if not isinstance(found, declaring.Slip) and len(found) == 1 else Slip.NO_CODE


def _units(turn: StaffTurn, text: str) -> object:
    said = declaring.units(text, turn.rules)
    return Slip.NO_UNITS if isinstance(said, declaring.Slip) else said


def _day(turn: StaffTurn, text: str) -> object:
    today = day_of(turn.now)
    try:
        return _fitting(turn, day_written(text, today, turn.rules.programme_from))
    except ValueError:
        return Slip.NO_DAY


def _fitting(turn: StaffTurn, day: date) -> date | Slip:
    """The day, if a credit may be of it."""
    if day > day_of(turn.now):
        return Slip.AHEAD
    return Slip.EARLY if day < turn.rules.programme_from else day


def _why(turn: StaffTurn, text: str) -> object:
    return acting.reason(text) or Slip.REASON


READ: Mapping[Step, Callable[[StaffTurn, str], object]] = {
    Step.TITLE: _text,
    Step.ORGANISER: _text,
    Step.CODE: _code,
    Step.UNITS: _units,
    Step.DAY: _day,
    Step.WHY: _why,
}
_FIELDS: Mapping[Step, str] = {
    Step.TITLE: "title",
    Step.ORGANISER: "organiser",
    Step.CODE: "code",
    Step.UNITS: "half_units",
    Step.DAY: "day",
    Step.WHY: "why",
}
