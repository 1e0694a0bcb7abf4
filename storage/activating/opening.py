"""The link that opens the file of a batch once. It is good for an hour, for whom it was given to, and only with the six
digits that the chat shows beside it: so neither a forwarded link nor whatever looks at links opens anything.
"""

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, cast

from sqlalchemy import Table, bindparam, select, update
from sqlalchemy.orm import Session

from content.activating.batch import LINK_LASTS, PIN_DIGITS, PIN_TRIES, State
from content.staff.rights import RIGHTS, Act
from storage.activating.hashing import hashed
from storage.engine.statements import rows
from storage.tables import Activation, Staff

_BATCHES = cast(Table, Activation.__table__)
_B = _BATCHES.c
_READY = _B.state == State.READY.value
_GIVE = (
    update(_BATCHES)
    .where(_B.id == bindparam("batch"), _B.asked_by == bindparam("person"), _READY)
    .values(
        link_for=bindparam("person"),
        link_hash=bindparam("link"),
        pin_hash=bindparam("pin"),
        pin_failures=0,
        link_until=bindparam("until"),
    )
)
_BY_LINK = select(_B.id, _B.state, _B.link_for, _B.pin_hash, _B.pin_failures, _B.link_until).where(
    _B.link_hash == bindparam("link")
)
_BY_LINK_HELD = _BY_LINK.with_for_update()
_HOLDS = select(Staff.role).where(
    Staff.person_id == bindparam("person"), Staff.role.in_([role.value for role in RIGHTS[Act.MAKE_LETTERS]])
)
_FAIL = update(_BATCHES).where(_B.id == bindparam("batch")).values(pin_failures=_B.pin_failures + 1)
_OPEN = (
    update(_BATCHES)
    .where(_B.id == bindparam("batch"), _READY)
    .values(state=State.OPENED.value, opened_at=bindparam("now"), link_hash=None, pin_hash=None)
)


class Against(Enum):
    """Why a link opens nothing."""

    OVER = "unknown, too old, used, or of somebody who lost the role"
    WRONG = "the digits are wrong"


@dataclass(frozen=True)
class Opened:
    """The file of this batch may be handed out, to whom the link was given."""

    batch: int
    person: int


def give(session: Session, batch: int, person: int, now: datetime) -> tuple[str, str] | None:
    """A new link to the file and its digits, in place of those before. None if there is nothing to open, or somebody
    else asked for the batch: who confirmed it was told that only who asked gets the file.
    """
    link, pin = secrets.token_urlsafe(24), f"{secrets.randbelow(10**PIN_DIGITS):0{PIN_DIGITS}}"
    values = {"batch": batch, "person": person, "link": hashed(link), "pin": hashed(link, pin)}
    done = rows(session.execute(_GIVE, values | {"until": now + LINK_LASTS}))
    return (link, pin) if done else None


def is_good(session: Session, link: str, now: datetime) -> bool:
    """Whether a page with the question for the digits is to be shown. Looking changes nothing."""
    return _may(session, session.execute(_BY_LINK, {"link": hashed(link)}).one_or_none(), now)


def check(session: Session, link: str, pin: str, now: datetime) -> Opened | Against:
    """Whether the link and its number open the file. A wrong number is counted: after three the link is no good."""
    row = session.execute(_BY_LINK_HELD, {"link": hashed(link)}).one_or_none()
    if row is None or not _may(session, row, now):
        return Against.OVER
    if not hmac.compare_digest(row.pin_hash, hashed(link, pin)):
        session.execute(_FAIL, {"batch": row.id})
        return Against.WRONG if row.pin_failures + 1 < PIN_TRIES else Against.OVER
    return Opened(row.id, row.link_for)


def open_once(session: Session, link: str, pin: str, now: datetime) -> Opened | Against:
    """The same, and use the link up. Read what is in the file before that: the codes in it are cleared soon after."""
    found = check(session, link, pin, now)
    if isinstance(found, Opened):
        session.execute(_OPEN, {"batch": found.batch, "now": now})
    return found


def _may(session: Session, row: Any, now: datetime) -> bool:
    if row is None or row.state != State.READY.value or now >= row.link_until or row.pin_failures >= PIN_TRIES:
        return False
    return session.execute(_HOLDS, {"person": row.link_for}).first() is not None
