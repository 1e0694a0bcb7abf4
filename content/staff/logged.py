"""The log of what staff did, as the room for it shows it: every act that it may hold, a filter, and an entry. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Self

ACTS: tuple[str, ...] = (
    *("refused", "listed_roles", "viewed_roles", "grant_role", "take_role"),
    *("ask_joint", "look_at_joint", "refuse_joint", "grant_owner", "code_for_staff"),
    *("searched", "viewed", "lift_lock", "give_code", "disown_code"),
    *("listed_claims", "viewed_claim", "accept_claim", "refuse_claim", "close_claim"),
    *("listed_declarations", "viewed_declaration", "viewed_evidence", "accept_declaration", "refuse_declaration"),
    *("erase_key", "listed_log", "viewed_log", "exported_log"),
    *("invite_staff", "open_invitation", "look_at_invitation", "confirm_invitation", "reenter_account"),
    *(
        "listed_requests",
        "viewed_request",
        "viewed_request_file",
        "take_request",
        "put_back_request",
        "hand_on_request",
    ),
    *("note_on_request", "answer_request", "close_request"),
    *("searched_certificate", "listed_certificates", "listed_doubts", "viewed_certificate", "viewed_certificate_file"),
    *("replace_certificate", "leave_certificate", "revoke_certificate"),
    *("listed_credits", "grant_credit", "reverse_credit"),
    *("erase_member",),
    *("listed_imports", "send_import", "viewed_import", "viewed_import_report", "apply_import", "drop_import"),
    *("undo_import",),
    *("write_announcement", "remove_announcement", "send_announcement"),
    *("pause_announcement", "go_on_announcement", "cancel_announcement"),
    *("view_as", "end_view"),
    *("end_membership", "resume_membership"),
    *("listed_exports", "begin_export", "viewed_export", "make_export", "drop_export", "fetch_export"),
    *("ask_member",),
    *("make_letters", "link_letters", "fetch_letters"),
    *("list_for_letters", "viewed_letters_list", "drop_letters"),
)
"""Every act, by the name that the log has. Only ever add at the end: a button names an act by its place."""

OPERATOR = -1
"""Stands in a filter for whoever acted at the command line."""

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2999, 12, 31)
"""No day beyond these is asked for. A moment before or after the very first or last day of the calendar does not exist.
"""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class NoFilter(ValueError):
    """A text that no filter was packed into."""


@dataclass(frozen=True)
class Filter:
    """Which acts of the log are shown. `by`: the member of staff, or OPERATOR; `on`: the member concerned; `act`: the
    place in ACTS, from 1. 0 means any. `upto`: the number of the last act when the list was opened, so that its pages
    stay as they are while more is written; 0 before that.
    """

    by: int = 0
    on: int = 0
    act: int = 0
    day: date | None = None
    upto: int = 0

    @property
    def act_name(self) -> str:
        """The name of the act; empty for any."""
        return ACTS[self.act - 1] if self.act else ""

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return not (self.by or self.on or self.act or self.day)

    def anew(self) -> Self:
        """The same acts, with those that were written since."""
        return replace(self, upto=0)

    def pack(self) -> str:
        """A short text for a button: the numbers in base 36, with points between."""
        numbers = (self.by - OPERATOR, self.on, self.act, self.day.toordinal() if self.day else 0, self.upto)
        return ".".join(map(_base36, numbers))

    @classmethod
    def unpack(cls, text: str) -> Self:
        """The filter that was packed so. Raises NoFilter for any other text."""
        try:
            by, on, act, day, upto = _numbers(text)
            found = cls(by + OPERATOR, on, act, date.fromordinal(day) if day else None, upto)
        except (ValueError, OverflowError):
            raise NoFilter(text) from None
        # one filter has one spelling: 1 and 01 are the same number
        if found.pack() != text or act > len(ACTS) or max(by, on, upto) >= 2**31 or not is_asked(found.day):
            raise NoFilter(text)
        return found


def is_asked(day: date | None) -> bool:
    """Whether a filter may have this day."""
    return day is None or FIRST_DAY <= day <= LAST_DAY


def _numbers(text: str) -> list[int]:
    """The numbers of a packed filter. Raises ValueError; int() would also take signs, blanks and other scripts."""
    if not set(text) <= {*_DIGITS, "."}:
        raise ValueError(text)
    return [int(part, 36) for part in text.split(".")]


@dataclass(frozen=True)
class Person:
    """A member or a staff account, which has no member's ID, as the log names one. Without an id it is whoever acted at
    the command line, or nobody concerned.
    """

    id: int | None = None
    name: str = ""
    member_no: str = ""


@dataclass(frozen=True)
class Entry:
    """An act. If it is not `readable`, why, before and after are lost; `erased`: because a later act erased the key.
    Otherwise somebody touched the keys, which is a finding of verify-log.
    """

    number: int
    at: datetime
    by: Person
    on: Person
    act: str
    readable: bool
    erased: bool
    why: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits or "0"
