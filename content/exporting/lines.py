"""The rows of an export, as the lines of its file. Pure."""

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from content.exporting.cells import Encoding, units, written
from content.exporting.changes import CHANGES, Change
from content.importing.common_fields import CREDIT_COLUMNS, EXPORT_COLUMNS
from content.values import CreditKind
from content.words.ja import ledger

NAMES: Final[Mapping[str, str]] = {**CREDIT_COLUMNS, **EXPORT_COLUMNS}
COLUMNS: Final = (
    *("change", "key", "former_key", "member_id", "mamis_id", "name", "day", "title", "organiser", "kind", "code"),
    *("credits", "category", "common_credits", "certifiable", "content", "complete_from"),
)
"""The columns in their order."""
HEADER: Final = tuple(NAMES[column] for column in COLUMNS)
KEY_LENGTH: Final = 16


@dataclass(frozen=True)
class Whose:
    """The member of a row."""

    member_no: str
    mamis_id: str
    name: str


@dataclass(frozen=True)
class Exported:
    """A credit as an export says it. `key`: it is known by this in all exports. `category`, `common_half_units`: those
    of the common lecture that it also is. `content`: the short name of what brought it, or "-".
    """

    key: str
    day: date
    title: str
    organiser: str
    kind: CreditKind
    code: int
    half_units: int
    category: str
    common_half_units: int
    certifiable: bool
    content: str


@dataclass(frozen=True)
class Line:
    """A row: in a whole export `change` is None."""

    credit: Exported
    whose: Whose
    change: Change | None = None
    former_key: str = ""

    def cells(self, encoding: Encoding, lacking: Counter[str]) -> Sequence[str]:
        """The cells in the order of COLUMNS."""
        said = CHANGES[self.change] if self.change else ""
        if self.change is Change.ERASED:
            return (said, self.credit.key, *("" for _ in COLUMNS[2:]))
        one, whose = self.credit, self.whose
        texts = (
            *(said, one.key, self.former_key, whose.member_no, whose.mamis_id, whose.name, one.day.isoformat()),
            *(one.title, one.organiser, ledger.kind(one.kind), str(one.code), units(one.half_units), one.category),
            *(units(one.common_half_units) if one.category else "", "1" if one.certifiable else "0", one.content, ""),
        )
        return [written(text, encoding, lacking) for text in texts]


def key_of(token: str, *said: object) -> str:
    """The key of a credit. `token`: a random text that its member has for this alone, so that a key says nothing of the
    person. `said`: what the ledger says of it, so that another credit has another key, also after an old backup of the
    record was put back.
    """
    whole = json.dumps([token, *map(str, said)], ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.sha256(whole.encode()).digest()
    return base64.b32encode(digest).decode()[:KEY_LENGTH]
