"""The terms in which the registry describes a column: how it is exported and erased, or why it is not personal."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Export(Enum):
    """How a column is handed out to its member."""

    VALUE = "its value, opened"
    FILE = "a file beside the others"
    WITHHELD = "not: it is a secret or a keyed hash, or cannot be told to be his"


class Erasure(Enum):
    """What the erasure of a member does to a column."""

    ROW = "the row is removed"
    CLEARED = "the value is replaced by an empty or random one; the row stays, for others point to it"
    KEY = "the key that opens it is destroyed"
    SETTLED = "it is removed when the update or the message is dealt with, and cannot be found by member"
    KEPT = "it stays and points to nobody any more"


@dataclass(frozen=True)
class Personal:
    """A column that says something about a person. `why`: the reason, if an erasure keeps it."""

    export: Export
    erasure: Erasure
    why: str = ""


@dataclass(frozen=True)
class Holding:
    """A table. `owner` is the column that leads to a member's rows: by a foreign key or, in `guards`, by the keyed hash
    of the member's ID or Telegram user. "" means that no column does. `plain` gives the reason for each column that is
    not personal.
    """

    owner: str = ""
    personal: Mapping[str, Personal] = field(default_factory=dict)
    plain: Mapping[str, str] = field(default_factory=dict)


NUMBER = "a number of our own, which says nothing outside"
LINK = "points to a row that is itself removed or cleared"
WORKING = "bookkeeping of the machine"
PUBLISHED = "published by the association, of nobody"
LEDGER = "the ledger is only ever added to, and the association must be able to account for its credits"
PROOF = "the proof that the notice was accepted"
CHECKED = "a paper in somebody's hands can be checked for ever"
TOLD = "whoever was given the credits is told by random keys which of them to erase"
LOG = "the log of staff is chained: a row taken out would look like tampering"


def everything(export: Export, erasure: Erasure, *columns: str, why: str = "") -> dict[str, Personal]:
    """An entry for each of these columns, which are all exported and erased in the same way."""
    return {column: Personal(export, erasure, why) for column in columns}


def gone(*columns: str) -> dict[str, Personal]:
    """An entry for each of these columns, which are exported as values and removed with their row."""
    return everything(Export.VALUE, Erasure.ROW, *columns)


def because(reason: str, *columns: str) -> dict[str, str]:
    """An entry for each of these columns, which are not personal for this reason."""
    return dict.fromkeys(columns, reason)
