"""The columns of the file of credits already held, and how each cell is read.

A reason never repeats what the cell holds.
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache, partial

from content import curriculum
from content.credits.common_lectures import CLASSES, is_official
from content.exporting.changes import CHANGES, Change
from content.exporting.lines import KEY_LENGTH
from content.importing.common_fields import CREDIT_COLUMNS, EXPORT_COLUMNS, filled, member_id, printed, yes
from content.importing.report import UNDO_DAYS
from content.importing.rows import Reader
from content.staff.crediting import LONGEST_ORGANISER, LONGEST_TITLE
from content.tables import Further, cells
from content.tables.cells import BadCell, narrow
from content.text.folding import fold
from content.values import CreditKind
from content.words import EN, JA

COLUMNS = CREDIT_COLUMNS
EXACT = ("title", "organiser", "name", "content", "key", "former_key")
FURTHER = Further(EXPORT_COLUMNS, EXACT)
"""What an export of Tan'i has besides."""
DIFFERENCE = (
    "corrects a credit that was exported before, and an import only adds: undo the import that brought it, "
    f"within {UNDO_DAYS} days, and import a whole export; or correct it from the member's card"
)
MOST_HALF_UNITS = 20
"""The most that one content may bring here (content.package)."""
_KINDS = {fold(word): kind for kind in CreditKind for word in (kind.value, JA.ledger.kind(kind), EN.ledger.kind(kind))}
_CREDITS = re.compile(r"([0-9]{1,2})(?:\.([05])0?)?")
_LONGEST_EXPORTED = 200
_KEY = re.compile(rf"[A-Z2-7]{{{KEY_LENGTH}}}")
_ADDED = ("", Change.NEW.value, CHANGES[Change.NEW])
_CORRECTED = {*CHANGES, *CHANGES.values()}
_CODE = re.compile(r"(?:CC)? *([0-9]{1,2})", re.IGNORECASE)


def readers(today: date, first: date) -> Mapping[str, Reader]:
    """How each column is read. `first`: the day on which the programme began."""
    return {
        "member_id": member_id,
        "day": partial(day, today=today, first=first),
        "title": partial(_text, longest=LONGEST_TITLE),
        "organiser": partial(_text, longest=LONGEST_ORGANISER),
        "kind": kind,
        "code": code,
        "credits": half_units,
        "category": category,
        "certifiable": partial(yes, empty=False),
        "content": narrow,
        "complete_from": partial(complete_from, today=today),
        **dict.fromkeys(EXPORT_COLUMNS, str),
    }


def readers_of_export(today: date, first: date) -> Mapping[str, Reader]:
    """The same for an export of Tan'i. What papers can print is asked of its texts if the credit is certifiable."""
    text = partial(_of_length, longest=_LONGEST_EXPORTED)
    added: Mapping[str, Reader] = {
        **{"title": text, "organiser": text, "change": change, "key": key, "common_credits": common_half_units},
    }
    return {**readers(today, first), **added}


def change(text: str) -> str:
    """What a difference says of the row. Only what was added can be imported."""
    if text in _ADDED:
        return text
    raise BadCell(DIFFERENCE if text in _CORRECTED else "is no change: leave it empty, or write 追加")


def key(text: str) -> str:
    if not _KEY.fullmatch(filled(text)):
        raise BadCell("is no key of an export")
    return text


def common_half_units(text: str) -> int | None:
    return half_units(text) if text else None


def day(text: str, today: date, first: date) -> date:
    earned = cells.day(filled(text))
    if earned > today:
        raise BadCell("lies ahead: nothing was earned on that day yet")
    if earned < first:
        raise BadCell(f"is before {first}, when the programme began")
    return earned


def kind(text: str) -> CreditKind:
    """One of the kinds, by its name in either language."""
    found = _KINDS.get(fold(filled(text)))
    if found is None:
        raise BadCell(f"is no kind of credit: write one of {', '.join(CreditKind)}")
    return found


def code(text: str) -> int:
    """The number of a curriculum code: 74, or CC 74."""
    found = _CODE.fullmatch(narrow(filled(text)))
    if found is None or int(found[1]) not in _codes():
        raise BadCell("is no code of the curriculum")
    return int(found[1])


@cache
def _codes() -> frozenset[int]:
    return frozenset(one.number for one in curriculum.load().codes)


def half_units(text: str) -> int:
    """Credits in halves: 1.5 is 3."""
    found = _CREDITS.fullmatch(narrow(filled(text)))
    halves = 2 * int(found[1]) + (found[2] == "5") if found else 0
    if not 1 <= halves <= MOST_HALF_UNITS:
        raise BadCell(f"is no number of credits: write 0.5 to {MOST_HALF_UNITS // 2} in steps of 0.5")
    return halves


def category(text: str) -> str:
    """The category of a common lecture, as the specialist board names it: 必修講習A 感染対策."""
    said = " ".join(text.split())
    if said and not is_official(said):
        raise BadCell(f"is no category of common lectures: it begins with one of {', '.join(CLASSES)}")
    return printed(said)


def complete_from(text: str, today: date) -> date | None:
    if not text:
        return None
    said = cells.day(text)
    if said > today:
        raise BadCell("lies ahead: nothing was earned on that day yet")
    return said


def _text(text: str, longest: int) -> str:
    return printed(_of_length(text, longest))


def _of_length(text: str, longest: int) -> str:
    if len(filled(text)) > longest:
        raise BadCell(f"has more than {longest} characters")
    return text
