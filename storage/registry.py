"""What of the record is personal: for every column how it is handed out to the member and what erasing does to it.

A test holds this to the tables: a column that stands in neither list, a sealed one that is not called personal, and a
name that is no column all fail. A member is erased by clearing his row of `members`, to which everything else points,
so that what has to stay (the ledger, the log) points to nobody.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum


class Export(Enum):
    """How a column is handed out to the member whom it concerns."""

    VALUE = "its value, opened"
    FILE = "a file beside the others"
    WITHHELD = "not: it is a secret or a keyed hash, or cannot be told to be his"


class Erasure(Enum):
    """What erasing the member does to a column."""

    ROW = "the row is removed"
    CLEARED = "the value is replaced by an empty or random one; the row stays, for others point to it"
    KEY = "the key that opens it is destroyed"
    SETTLED = "it is removed when the update is dealt with, and cannot be found by member"
    KEPT = "it stays and points to nobody any more"


@dataclass(frozen=True)
class Personal:
    """A column that tells something of a person; `why` where it is kept."""

    export: Export
    erasure: Erasure
    why: str = ""


@dataclass(frozen=True)
class Holding:
    """A table. `owner` is the column by which a member's rows are found, through a foreign key or, in `guards`, by the
    keyed hash of his ID or Telegram user ("" for none); `plain` gives the reason for each column that is not personal.
    """

    owner: str = ""
    personal: Mapping[str, Personal] = field(default_factory=dict)
    plain: Mapping[str, str] = field(default_factory=dict)


_NUMBER = "a number of our own, which says nothing outside"
_LINK = "points to a row that is itself removed or cleared"
_WORKING = "bookkeeping of the machine"
_PUBLISHED = "published by the association, of nobody"
_LEDGER = "the ledger is only ever added to, and the association must be able to account for its credits"
_PROOF = "the proof that the notice was accepted"
_CHECKED = "a paper in somebody's hands can be checked for ever"
_LOG = "the log of staff is chained: a row taken out would look like tampering"


def _all(export: Export, erasure: Erasure, *columns: str, why: str = "") -> dict[str, Personal]:
    return {column: Personal(export, erasure, why) for column in columns}


def _gone(*columns: str) -> dict[str, Personal]:
    return _all(Export.VALUE, Erasure.ROW, *columns)


def _because(reason: str, *columns: str) -> dict[str, str]:
    return dict.fromkeys(columns, reason)


HOLDINGS: Mapping[str, Holding] = {
    "members": Holding(
        "id",
        personal={
            **_all(Export.VALUE, Erasure.CLEARED, "member_no", "mamis_id", "name", "kana", "birth_date"),
            **_all(Export.VALUE, Erasure.CLEARED, "registry_no", "prefecture", "email", "can_earn", "one_time_until"),
            **_all(Export.WITHHELD, Erasure.CLEARED, "member_no_key", "mamis_key", "password_hash", "one_time_key"),
            **_all(Export.VALUE, Erasure.CLEARED, "imported_at"),
        },
        plain=_because(_NUMBER, "id"),
    ),
    "member_keys": Holding(
        "member_id",
        personal=_all(Export.WITHHELD, Erasure.ROW, "key"),
        plain=_because(_LINK, "member_id"),
    ),
    "chats": Holding(
        "member_id",
        personal={
            **_all(Export.WITHHELD, Erasure.ROW, "telegram_key"),
            **_gone("telegram_id", "language", "expects", "note", "accepted_notice"),
            **_gone("living_message", "living_subject", "reachable", "created_at"),
        },
        plain={**_because(_NUMBER, "id"), **_because(_LINK, "member_id")},
    ),
    "consents": Holding(
        "member_id",
        personal=_all(Export.VALUE, Erasure.KEPT, "notice", "accepted_at", why=_PROOF),
        plain=_because(_LINK, "member_id"),
    ),
    "preferences": Holding("member_id", personal=_gone("reminders"), plain=_because(_LINK, "member_id")),
    "staff": Holding("member_id", personal=_gone("role", "granted_at"), plain=_because(_LINK, "member_id")),
    "guards": Holding(
        "key",
        personal={**_all(Export.WITHHELD, Erasure.ROW, "key"), **_gone("failures", "last_at", "until")},
        plain=_because("says only what is counted: IDs, Telegram users or all strangers", "scope"),
    ),
    "enrolments": Holding(
        "member_id",
        personal=_gone("course_id", "started_at", "touched_at", "finished_at"),
        plain=_because(_LINK, "member_id"),
    ),
    "progress": Holding(
        "member_id",
        personal=_gone("film_id", "bitmap", "watched", "position", "completed_at"),
        plain={**_because(_LINK, "member_id"), **_because(_WORKING, "grace_left_ms", "rule_version")},
    ),
    "viewings": Holding(
        "member_id",
        personal={
            **_gone("film_id", "opened_at", "last_at", "ended_at"),
            **_all(Export.WITHHELD, Erasure.ROW, "token"),
        },
        plain={**_because(_NUMBER, "id"), **_because(_LINK, "member_id"), **_because(_WORKING, "seq", "spare_ms")},
    ),
    "attempts": Holding(
        "member_id",
        personal=_gone("course_id", "edition_id", "number", "pinned", "state", "started_at", "finished_at", "right"),
        plain={**_because(_NUMBER, "id"), **_because(_LINK, "member_id"), **_because(_WORKING, "rule_version")},
    ),
    "answers": Holding(
        "attempt_id",
        personal=_gone("place", "ticked", "at"),
        plain=_because(_LINK, "attempt_id"),
    ),
    "credits": Holding(
        "member_id",
        personal={
            **_all(
                Export.VALUE, Erasure.KEPT, "kind", "source", "half_units", "code", "title", "organiser", why=_LEDGER
            ),
            **_all(Export.VALUE, Erasure.KEPT, "earned_on", "earned_at", "written_at", "reason", why=_LEDGER),
        },
        plain={
            **_because(_NUMBER, "id", "grant_no", "sign"),
            **_because(_LINK, "member_id", "reverses_id", "author_id"),
            **_because("names the rules that held, not a person", "rule_version"),
        },
    ),
    "certificates": Holding(
        "member_id",
        personal={
            **_all(Export.VALUE, Erasure.CLEARED, "facts"),
            **_all(Export.FILE, Erasure.CLEARED, "paper"),
            **_all(Export.WITHHELD, Erasure.CLEARED, "facts_key"),
            **_all(Export.VALUE, Erasure.KEPT, "period_from", "period_to", "asked_at", "drawn_at", why=_CHECKED),
            **_all(Export.VALUE, Erasure.KEPT, "paper_sha256", why=_CHECKED),
        },
        plain={**_because(_NUMBER, "id"), **_because(_LINK, "member_id")},
    ),
    "letters": Holding(
        "member_id",
        personal=_gone("kind", "subject", "slot", "written_at", "due_at", "state", "settled_at", "outcome"),
        plain={
            **_because(_NUMBER, "id", "message_id"),
            **_because(_LINK, "member_id", "chat_id"),
            **_because(_WORKING, "tries", "claimed_until"),
        },
    ),
    "updates": Holding(plain=_because("counts what Telegram sent, not from whom; kept 48 hours", "id", "at")),
    "deferred": Holding(
        personal=_all(Export.WITHHELD, Erasure.SETTLED, "body"),
        plain=_because(_WORKING, "update_id", "at", "claimed_until"),
    ),
    "set_aside": Holding(
        personal=_all(Export.WITHHELD, Erasure.SETTLED, "body", "error"),
        plain=_because(_WORKING, "update_id", "at"),
    ),
    "staff_acts": Holding(
        "member_id",
        personal={
            **_all(Export.VALUE, Erasure.KEY, "body"),
            **_all(Export.VALUE, Erasure.KEPT, "at", "act", why=_LOG),
        },
        plain={**_because(_NUMBER, "number", "mac"), **_because(_LINK, "staff_id", "member_id")},
    ),
    "courses": Holding(plain=_because(_PUBLISHED, "id", "slug", "edition_id")),
    "editions": Holding(
        plain=_because(_PUBLISHED, "id", "course_id", "number", "document", "fingerprint", "published_at")
    ),
    "films": Holding(
        plain=_because(_PUBLISHED, "id", "course_id", "chapter", "version", "fingerprint", "seconds", "media")
    ),
    "blobs": Holding(plain=_because(_PUBLISHED, "sha256", "mime", "size")),
    "blob_parts": Holding(plain=_because(_PUBLISHED, "sha256", "number", "content")),
}


def personal() -> Iterable[tuple[str, str, Personal]]:
    """Every personal column: its table, its name, and what happens to it."""
    return ((table, column, what) for table, one in HOLDINGS.items() for column, what in one.personal.items())
