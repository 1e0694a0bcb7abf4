"""Failed logins, counted by ID, by Telegram user and over all strangers; the waits are in content.guarding."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.orm import Session

from content.guarding import LIMITS, Tally
from storage.engine.cipher import Cipher
from storage.engine.statements import insert_new, rows, run
from storage.tables import Guard, Member


@dataclass(frozen=True)
class Gate:
    """One scope in which failures are counted: "id", "person" or "strangers"."""

    scope: str
    key: str


STRANGERS = Gate("strangers", "")
_HERE = (Guard.scope == bindparam("at_scope"), Guard.key == bindparam("at_key"))
_UNTIL = select(Guard.until).where(*_HERE)
_TALLY = select(Guard.failures, Guard.last_at, Guard.until).where(*_HERE).with_for_update()
_NEW = insert_new(Guard)
_COUNT = (
    update(Guard)
    .where(*_HERE)
    .values(failures=bindparam("failures"), last_at=bindparam("last_at"), until=bindparam("until"))
)
_CLEAR = delete(Guard).where(*_HERE)
_KEY_OF = select(Member.member_no_key).where(Member.id == bindparam("member"))


def of_id(guard_key: str) -> Gate:
    """The gate of a login ID, known or unknown (Account.guard_key)."""
    return Gate("id", guard_key)


def of_person(cipher: Cipher, telegram_id: int) -> Gate:
    """The gate of a Telegram user, whichever ID he tries."""
    return Gate("person", cipher.find(str(telegram_id), "guards.person"))


def until(session: Session, gates: Sequence[Gate], now: datetime) -> datetime:
    """When these gates are all open: now, or the end of the longest wait."""
    ends = [session.execute(_UNTIL, _at(gate)).scalar() for gate in gates]
    return max([now, *(end for end in ends if end is not None)])


def fail(session: Session, gates: Sequence[Gate], now: datetime) -> datetime:
    """Count a failure at each gate; returns when they are all open again."""
    return max([now, *(_fail(session, gate, now) for gate in gates)])


def clear(session: Session, gates: Sequence[Gate]) -> None:
    """Forget the failures of an ID and a person after a success; those of all strangers stay."""
    for gate in gates:
        if gate != STRANGERS:
            session.execute(_CLEAR, _at(gate))


def member_until(session: Session, member_id: int, now: datetime) -> datetime:
    """Until when a member's ID is locked; now, if it is not. Raises NoResultFound."""
    return until(session, [_of_member(session, member_id)], now)


def lift(session: Session, member_id: int) -> bool:
    """Forget the failures of a member's ID (an act of staff); False if there were none. Raises NoResultFound."""
    return rows(session.execute(_CLEAR, _at(_of_member(session, member_id)))) == 1


def _of_member(session: Session, member_id: int) -> Gate:
    return of_id(session.execute(_KEY_OF, {"member": member_id}).scalar_one())


def _fail(session: Session, gate: Gate, now: datetime) -> datetime:
    run(session, _NEW, {"scope": gate.scope, "key": gate.key, "failures": 0, "last_at": now, "until": now})
    before = Tally(*session.execute(_TALLY, _at(gate)).one())
    after = LIMITS[gate.scope].after(before, now)
    values = {"failures": after.failures, "last_at": after.last_at, "until": after.until}
    session.execute(_COUNT, _at(gate) | values)
    return after.until


def _at(gate: Gate) -> dict[str, object]:
    return {"at_scope": gate.scope, "at_key": gate.key}
