"""Declarations (申告書): of what, in which state, until when, and what their fields may hold."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from fractions import Fraction

from content import curriculum
from content.curriculum import Code
from content.dating import day_written
from content.folding import STOPS, signs
from content.lines import one_line
from content.rules import Rulebook, Rules, begins, day_of, fiscal_year, year_span


class Kind(StrEnum):
    """What members declare themselves; whatever else brings credits is registered for them."""

    CONGRESS = "congress"
    EXPERIENCE = "experience"
    TEACHING = "teaching"
    EXAM = "exam"
    WRITING = "writing"


class State(StrEnum):
    """Where a declaration stands. Only a draft is changed; what staff decided is decided."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Act(StrEnum):
    """What a member may do with a declaration."""

    CHANGE = "change"
    SUBMIT = "submit"
    DISCARD = "discard"
    WITHDRAW = "withdraw"
    AGAIN = "again"


MAY: Mapping[State, frozenset[Act]] = {
    State.DRAFT: frozenset({Act.CHANGE, Act.SUBMIT, Act.DISCARD}),
    State.SUBMITTED: frozenset({Act.WITHDRAW}),
    State.ACCEPTED: frozenset(),
    State.REFUSED: frozenset({Act.AGAIN}),
    State.WITHDRAWN: frozenset({Act.AGAIN}),
}


class Step(StrEnum):
    """What is asked for, in this order. The note may stay empty."""

    KIND = "kind"
    WHAT = "what"
    DAY = "day"
    UNITS = "units"
    CODE = "code"
    NOTE = "note"
    EVIDENCE = "evidence"


class Slip(StrEnum):
    """Why what was said is not taken."""

    SHORT = "too short"
    LONG = "too long"
    NO_DAY = "no day is named"
    AHEAD = "the day is not over yet"
    CLOSED = "the time in which it could be declared is over"
    NO_UNITS = "no number is named"
    NOT_HALF = "not in steps of a half"
    TOO_FEW = "less than a half"
    TOO_MANY = "more than one declaration may be of"
    NO_CODE = "no such curriculum code"
    NO_TEXT = "this is asked for with buttons or files"


SHORTEST_WHAT, LONGEST_WHAT, LONGEST_NOTE, LONGEST_CODE = 2, 200, 500, 100


@dataclass(frozen=True)
class Evidence:
    """A file that goes with a declaration, without its bytes. `name` is fit to be shown, `size` in bytes."""

    id: int
    name: str
    mime: str
    size: int


@dataclass(frozen=True)
class Declared:
    """A declaration. `held_on` and `code` are None, `half_units` is 0 and a text is empty if nothing was said yet.
    `submitted_at` and `decided_at` are None until then. `reason` is what staff wrote.
    """

    id: int
    member_id: int
    kind: Kind
    state: State
    begun_at: datetime
    what: str = ""
    held_on: date | None = None
    half_units: int = 0
    code: int | None = None
    note: str = ""
    evidence: tuple[Evidence, ...] = ()
    submitted_at: datetime | None = None
    decided_at: datetime | None = None
    reason: str = ""

    @property
    def source(self) -> str:
        """The name under which the ledger knows its credit."""
        return f"declaration:{self.id}"

    @property
    def missing(self) -> tuple[Step, ...]:
        """What has to be said before it can be submitted, in the order in which it is asked for."""
        said = {
            Step.WHAT: bool(self.what),
            Step.DAY: self.held_on is not None,
            Step.UNITS: bool(self.half_units),
            Step.CODE: self.code is not None,  # 0 is a code too
            Step.EVIDENCE: bool(self.evidence),
        }
        return tuple(step for step, is_said in said.items() if not is_said)

    @property
    def untouched(self) -> bool:
        """Whether nothing but its kind was said."""
        said = self.what or self.held_on or self.half_units or self.note or self.evidence
        return self.code is None and not said

    def may(self, act: Act) -> bool:
        return act in MAY[self.state]


def closes(day: date, rules: Rules) -> datetime:
    """The moment from which what was learned on this day can be declared no more."""
    month, last = rules.declared_until
    return begins(date(fiscal_year(day) + 1, month, last) + timedelta(days=1))


def last_day(day: date, rules: Rules) -> date:
    """The last day on which it can be."""
    return date(fiscal_year(day) + 1, *rules.declared_until)


def earliest(now: datetime, rules: Rules) -> date:
    """The first day of what can be declared now."""
    year = fiscal_year(day_of(now))
    before = year_span(year - 1)[0]
    return before if now < closes(before, rules) else year_span(year)[0]


def slip_of(day: date, now: datetime, book: Rulebook) -> Slip | None:
    """Why what was learned on this day can't be declared now, by the rules of that day; None where it can."""
    if day > day_of(now):
        return Slip.AHEAD
    return Slip.CLOSED if now >= closes(day, book.at(day)) else None


def day(text: str, now: datetime, book: Rulebook) -> date | Slip:
    """The day of a text as people write it."""
    try:
        said = day_written(text, day_of(now), earliest(now, book.now(now)))
    except ValueError:
        return Slip.NO_DAY
    return slip_of(said, now, book) or said


_UNITS = re.compile(r"(-?)([0-9]{0,4}(?:[.,][0-9]{1,4})?)(?:単位|credits?|units?)?", re.IGNORECASE)


def units(text: str, rules: Rules) -> int | Slip:
    """Half-units of a text such as 1.5, １．５ or 1単位."""
    said = signs(text[:LONGEST_CODE])
    found = _UNITS.fullmatch(said)
    if found is None or not found[2]:
        return Slip.NO_UNITS
    halves = 2 * Fraction(found[2].replace(",", "."))
    if found[1] or not halves:
        return Slip.TOO_FEW
    return half_units(int(halves), rules) if halves.denominator == 1 else Slip.NOT_HALF


def half_units(number: int, rules: Rules) -> int | Slip:
    """That many, where a declaration may be of them."""
    if number < 1:
        return Slip.TOO_FEW
    return number if number <= rules.declared_half_units else Slip.TOO_MANY


_NUMBER = re.compile(r"(?:(?:cc|カリキュラムコード)[-:・.]?)?([0-9]+)[^0-9]*", re.IGNORECASE)


def codes(text: str) -> tuple[Code, ...] | Slip:
    """The curriculum codes, one at least, that a number (its name may follow it) or a part of a name means."""
    said = signs(text).lstrip(STOPS + "#")
    if len(text) > LONGEST_CODE:
        return Slip.NO_CODE
    if any(letter.isdigit() for letter in said):  # not left to the search, which knows no name behind one
        number = _NUMBER.fullmatch(said)
        return (curriculum.load().matching(number[1]) if number else ()) or Slip.NO_CODE
    return curriculum.load().matching(said) or Slip.NO_CODE


def what(text: str) -> str | Slip:
    """What was learned, in one line."""
    said = one_line(text)
    if len(said) < SHORTEST_WHAT:
        return Slip.SHORT
    return said if len(said) <= LONGEST_WHAT else Slip.LONG


def note(text: str) -> str | Slip:
    """Whatever else staff should know."""
    said = one_line(text)
    return said if len(said) <= LONGEST_NOTE else Slip.LONG
