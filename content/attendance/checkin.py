"""Check-in by a rotating code. Pure: the training's secret and a moment give the code.

A code has eight signs, none of which is easily mistaken for another. The first two never change and say which
training the code belongs to: so an old code, or the code of another training, can be told from a guess. The other six
(30 bits) change with every step.
"""

import base64
import hmac
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from content.rules import Rules
from content.text.folding import letters

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # without 0 and O, 1 and I
MARK = 2
LENGTH = 8
LINK = "ci"
"""The prefix of a deep link that checks in."""
# base32 writes with A-Z and 2-7: each of its signs is replaced by the one at the same place in ALPHABET
_WRITTEN = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", ALPHABET)
_CODE = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")
_PAYLOAD = re.compile(f"([1-9][0-9]{{0,9}})_([{ALPHABET}]{{{LENGTH}}})")


class Door(StrEnum):
    """What a code records: the entry or the exit."""

    ENTRY = "entry"
    EXIT = "exit"


@dataclass(frozen=True)
class Hours:
    """When a training takes entries and exits: from (included) until (not included). The two never overlap."""

    entry_from: datetime
    entry_until: datetime
    exit_from: datetime
    exit_until: datetime

    def door(self, now: datetime) -> Door | None:
        """What a code records now; None while both doors are closed."""
        if self.entry_from <= now < self.entry_until:
            return Door.ENTRY
        if self.exit_from <= now < self.exit_until:
            return Door.EXIT
        return None


def hours(starts_at: datetime, ends_at: datetime, rules: Rules) -> Hours:
    """The doors of a training. If it is too short for both, the entry ends and the exit begins half-way."""
    minute, middle = timedelta(minutes=1), starts_at + (ends_at - starts_at) / 2
    return Hours(
        starts_at - rules.entry_opens_min * minute,
        min(starts_at + rules.entry_closes_min * minute, middle),
        max(ends_at - rules.exit_opens_min * minute, middle),
        ends_at + rules.exit_closes_min * minute,
    )


def step_of(moment: datetime, rules: Rules) -> int:
    """The number of the step to which a moment belongs, counted from 1970 in steps of `checkin_step_s` seconds."""
    return int(moment.timestamp()) // rules.checkin_step_s


def begins(step: int, rules: Rules) -> datetime:
    """The moment at which a step begins."""
    return datetime.fromtimestamp(step * rules.checkin_step_s, UTC)


def code(secret: bytes, step: int) -> str:
    """The eight signs that are shown in that step."""
    return mark(secret) + _signs(secret, step.to_bytes(8, "big"), LENGTH - MARK)


def mark(secret: bytes) -> str:
    """The two signs that say which training it is."""
    return _signs(secret, b"mark", MARK)


def is_shown(secret: bytes, said: str, now: datetime, rules: Rules) -> bool:
    """Whether the room shows this code now, or showed it in one of the last steps that still count."""
    here = step_of(now, rules)  # people type slowly: the code of the step before is good too, see checkin_steps_taken
    taken = range(here - rules.checkin_steps_taken + 1, here + 1)
    return any(hmac.compare_digest(code(secret, step), said) for step in taken)


def shown_at(secret: bytes, said: str, first: datetime, last: datetime, rules: Rules) -> Iterator[datetime]:
    """The moments between these two at which this code was shown."""
    if mark(secret) != said[:MARK]:  # saves a digest for each step of the span: most codes belong to other trainings
        return
    steps = range(step_of(first, rules), step_of(last, rules) + 1)
    yield from (begins(step, rules) for step in steps if code(secret, step) == said)


def normal(text: str) -> str:
    """The code that was typed, in whatever width, case, groups or quotation marks; empty if it is none."""
    typed = letters(text).upper()
    return typed if _CODE.fullmatch(typed) else ""


def payload(training_id: int, said: str) -> str:
    """What a deep link carries: "ci_12_K7MP3XQ2"."""
    return f"{LINK}_{training_id}_{said}"


def read_payload(text: str) -> tuple[int, str]:
    """The training and the code of a deep link, without its prefix. Raises ValueError for another form."""
    found = _PAYLOAD.fullmatch(text)
    if found is None or int(found[1]) > 2**31 - 1:  # PostgreSQL's integer holds no more, and would raise
        raise ValueError("no check-in")
    return int(found[1]), found[2]


def _signs(secret: bytes, message: bytes, number: int) -> str:
    digest = hmac.digest(secret, message, "sha256")
    return base64.b32encode(digest)[:number].decode().translate(_WRITTEN)
