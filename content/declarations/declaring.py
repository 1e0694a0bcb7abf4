"""Declarations (申告書): their kinds, their states, until when they can be made, and what their fields may hold."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from fractions import Fraction

from content import curriculum
from content.curriculum import Code
from content.rules import Rulebook, Rules, begins, day_of, fiscal_year, year_span
from content.text.dating import day_written
from content.text.folding import STOPS, signs
from content.text.lines import one_line


class Kind(StrEnum):
    """What members declare themselves. All other credits are registered for them."""

    CONGRESS = "congress"
    EXPERIENCE = "experience"
    TEACHING = "teaching"
    EXAM = "exam"
    WRITING = "writing"


class State(StrEnum):
    """The state of a declaration. Only a draft can be changed, and a decision of staff is final."""

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
    """The steps of a declaration, in the order in which they are asked. The note may stay empty."""

    KIND = "kind"
    WHAT = "what"
    DAY = "day"
    UNITS = "units"
    CODE = "code"
    NOTE = "note"
    EVIDENCE = "evidence"


class Slip(StrEnum):
    """Why an answer is not accepted."""

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
    """A file that belongs to a declaration, without its bytes. `name` can be shown as it is; `size` is in bytes."""

    id: int
    name: str
    mime: str
    size: int


@dataclass(frozen=True)
class Declared:
    """A declaration. A field that the member has not filled in yet is None (`held_on`, `code`), 0 (`half_units`) or an
    empty text. `submitted_at` and `decided_at` are None until that happens. `reason` is what staff wrote.
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
        """The name under which the ledger keeps its credit."""
        return source_of(self.id)

    @property
    def missing(self) -> tuple[Step, ...]:
        """The steps that must be filled in before it can be submitted, in the order in which they are asked."""
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


def source_of(declaration_id: int) -> str:
    """The name under which the ledger keeps the credit of the declaration with this number."""
    return f"declaration:{declaration_id}"


def closes(day: date, rules: Rules) -> datetime:
    """The moment from which the learning of this day can no longer be declared."""
    month, last = rules.declared_until
    return begins(date(fiscal_year(day) + 1, month, last) + timedelta(days=1))


def last_day(day: date, rules: Rules) -> date:
    """The last day on which the learning of this day can be declared."""
    return last_of_year(fiscal_year(day), rules)


def last_of_year(year: int, rules: Rules) -> date:
    """The last day on which the learning of this fiscal year can be declared."""
    return date(year + 1, *rules.declared_until)


def earliest(now: datetime, rules: Rules) -> date:
    """The earliest day whose learning can still be declared now."""
    year = fiscal_year(day_of(now))
    before = year_span(year - 1)[0]
    return before if now < closes(before, rules) else year_span(year)[0]


def slip_of(day: date, now: datetime, book: Rulebook) -> Slip | None:
    """Why the learning of this day can't be declared now, by the rules of that day; None if it can."""
    if day > day_of(now):
        return Slip.AHEAD
    return Slip.CLOSED if now >= closes(day, book.at(day)) else None


def day(text: str, now: datetime, book: Rulebook) -> date | Slip:
    """The day that a typed text names, or why it is not accepted."""
    try:
        said = day_written(text, day_of(now), earliest(now, book.now(now)))
    except ValueError:
        return Slip.NO_DAY
    return slip_of(said, now, book) or said


_UNITS = re.compile(r"(-?)([0-9]{0,4}(?:[.,][0-9]{1,4})?)(?:単位|credits?|units?)?", re.IGNORECASE)


def units(text: str, rules: Rules) -> int | Slip:
    """The half-units that a text such as 1.5, １．５ or 1単位 names, or why it is not accepted."""
    said = signs(text[:LONGEST_CODE])
    found = _UNITS.fullmatch(said)
    if found is None or not found[2]:
        return Slip.NO_UNITS
    # a Fraction is exact: a half stays a half, whatever was typed
    halves = 2 * Fraction(found[2].replace(",", "."))
    if found[1] or not halves:
        return Slip.TOO_FEW
    return half_units(int(halves), rules) if halves.denominator == 1 else Slip.NOT_HALF


def half_units(number: int, rules: Rules) -> int | Slip:
    """The number itself if a declaration may bring so many half-units; otherwise why it may not."""
    if number < 1:
        return Slip.TOO_FEW
    return number if number <= rules.declared_half_units else Slip.TOO_MANY


_NUMBER = re.compile(r"(?:(?:cc|カリキュラムコード)[-:・.]?)?([0-9]+)[^0-9]*", re.IGNORECASE)


def codes(text: str) -> tuple[Code, ...] | Slip:
    """The curriculum codes that a text means: a number (the name may follow it) or a part of a name. At least one."""
    said = signs(text).lstrip(STOPS + "#")
    if len(text) > LONGEST_CODE:
        return Slip.NO_CODE
    if any(letter.isdigit() for letter in said):  # the search can't read a number that a name follows
        number = _NUMBER.fullmatch(said)
        return (curriculum.load().matching(number[1]) if number else ()) or Slip.NO_CODE
    return curriculum.load().matching(said) or Slip.NO_CODE


def what(text: str) -> str | Slip:
    """What the member learned, in one line; or why the text is not accepted."""
    said = one_line(text)
    if len(said) < SHORTEST_WHAT:
        return Slip.SHORT
    return said if len(said) <= LONGEST_WHAT else Slip.LONG


def note(text: str) -> str | Slip:
    """What staff should know besides; or why the text is not accepted."""
    said = one_line(text)
    return said if len(said) <= LONGEST_NOTE else Slip.LONG
