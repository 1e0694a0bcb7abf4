"""The columns of the file of credits that staff grant, and how each cell is read.

A reason never repeats what the cell holds.
"""

from collections.abc import Mapping
from datetime import date
from functools import partial

from content.declarations import declaring
from content.importing import common_fields, member_fields, past_fields
from content.importing.common_fields import FURTHER_GRANT_COLUMNS, GRANT_COLUMNS, filled
from content.importing.rows import Reader
from content.rules import Rules
from content.staff.crediting import LONGEST_ORGANISER, LONGEST_TITLE, SHORTEST
from content.staff.reasons import LONGEST_REASON, SHORTEST_REASON
from content.tables import Further
from content.tables.cells import BadCell, narrow
from content.text.lines import one_line
from content.values import CreditKind

COLUMNS = GRANT_COLUMNS
FURTHER = Further(FURTHER_GRANT_COLUMNS)
"""What a file needs only for members without a member's ID, and for what is not published here."""
LONGEST_FOUND = 100
"""The title of a published content may be so long: it is looked for, and not written."""


def readers(today: date, rules: Rules) -> Mapping[str, Reader]:
    """How each column is read, in the order in which faults are told."""
    return {
        "member_id": member_id,
        "mamis_id": member_fields.mamis_id,
        "content": narrow,
        "kind": kind,
        "code": code,
        "title": partial(text, longest=LONGEST_FOUND),
        "organiser": partial(text, longest=LONGEST_ORGANISER),
        "credits": partial(credits, rules=rules),
        "day": partial(day, today=today, first=rules.programme_from),
        "reason": reason,
    }


def member_id(text: str) -> str:
    return common_fields.member_id(text) if text else ""


def kind(text: str) -> CreditKind | None:
    return past_fields.kind(text) if text else None


def code(text: str) -> int | None:
    return past_fields.code(text) if text else None


def text(said: str, longest: int) -> str:
    line = one_line(said)
    return _of_length(line, SHORTEST, longest) if line else ""


def credits(text: str, rules: Rules) -> int | None:
    """As many as one declaration may bring: a published content says itself how many it brings."""
    if not text:
        return None
    said = declaring.units(filled(text), rules)
    if isinstance(said, declaring.Slip):
        raise BadCell(f"is no number of credits: write 0.5 to {rules.declared_half_units // 2} in steps of 0.5")
    return said


def day(text: str, today: date, first: date) -> date | None:
    return past_fields.day(text, today, first) if text else None


def reason(text: str) -> str:
    line = one_line(text)
    return _of_length(line, SHORTEST_REASON, LONGEST_REASON) if line else ""


def title_of_other(text: str) -> str:
    """The title as the ledger gets it. Raises BadCell."""
    return _of_length(text, SHORTEST, LONGEST_TITLE)


def _of_length(text: str, shortest: int, longest: int) -> str:
    if len(text) > longest:
        raise BadCell(f"has more than {longest} characters")
    if len(text) < shortest:
        raise BadCell(f"has fewer than {shortest} characters")
    return text
