"""Counts failed logins for each ID, for each Telegram user and for all strangers. The waits are in `guarding`.

A success forgets only the failures of the same person with the same ID. Otherwise an attacker could clear the counts of
other people's IDs by logging in with an own ID.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.orm import Session

from content.access.guarding import LIMITS, Tally, is_apart
from storage.engine.cipher import Cipher
from storage.engine.statements import insert_new, rows, run
from storage.tables import Guard, Member


@dataclass(frozen=True)
class Gate:
    """One counter of failures. `scope` is a key of content.access.guarding.LIMITS; `key` says whose counter it is."""

    scope: str
    key: str


STRANGERS = Gate("strangers", "")


@dataclass(frozen=True)
class Attempt:
    """A person's try to log in with an ID.

    `own`: the person is logged in with this ID. `code`: the gate of its one-time code, if it has a valid one.
    """

    id: Gate
    person: Gate
    pair: Gate
    own: bool = False
    code: Gate | None = None

    @property
    def counted(self) -> tuple[Gate, ...]:
        """The gates that count a failure of this try. A logged-in member can't lock the own ID by it."""
        if self.own:
            return self.person, self.pair
        return self.id, self.person, self.pair, STRANGERS, *([self.code] if self.code else [])


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
_LOWER = update(Guard).where(*_HERE).values(failures=bindparam("failures"))
_KEY_OF = select(Member.member_no_key).where(Member.id == bindparam("member"))


def of_id(guard_key: str) -> Gate:
    """The gate of a login ID, whether anybody has this ID or not (Account.guard_key)."""
    return Gate("id", guard_key)


def of_person(cipher: Cipher, telegram_id: int) -> Gate:
    """The gate of a Telegram user, for all IDs that this user tries."""
    return Gate("person", cipher.find(str(telegram_id), "guards.person"))


def attempt(cipher: Cipher, telegram_id: int, guard_key: str, *, own: bool = False, code_key: str = "") -> Attempt:
    """This person's try of this ID. `code_key`: the keyed hash of the ID's valid one-time code, or empty."""
    pair = Gate("pair", cipher.find(f"{telegram_id}:{guard_key}", "guards.pair"))
    code = Gate("code", cipher.find(f"{telegram_id}:{code_key}", "guards.code")) if code_key else None
    return Attempt(of_id(guard_key), of_person(cipher, telegram_id), pair, own, code)


def until(session: Session, gates: Iterable[Gate], now: datetime) -> datetime:
    """The moment at which all these gates are open: now, or the end of the longest wait."""
    ends = [session.execute(_UNTIL, _at(gate)).scalar() for gate in gates]
    return max([now, *(end for end in ends if end is not None)])


def may_try(session: Session, tried: Attempt, now: datetime) -> datetime:
    """The moment at which the person may try a password: now, or the end of the longest wait."""
    if tried.own:
        return until(session, [tried.person], now)
    own_wait = until(session, [tried.id, tried.person], now)
    of_id, of_person, of_pair = (_tally(session, gate, now) for gate in (tried.id, tried.person, tried.pair))
    if is_apart(of_id, of_person, of_pair, now):
        return own_wait
    return max(own_wait, until(session, [STRANGERS], now))


def may_use_code(session: Session, tried: Attempt, now: datetime) -> datetime | None:
    """The moment at which the one-time code may be tried, whatever the other waits are; None if there is no code."""
    return None if tried.code is None else until(session, [tried.code], now)


def fail(session: Session, gates: Iterable[Gate], now: datetime) -> datetime:
    """Count a failure at each gate. Returns the moment at which all of them are open again."""
    return max([now, *(_fail(session, gate, now) for gate in gates)])


def succeed(session: Session, cipher: Cipher, telegram_id: int, member_id: int, now: datetime) -> None:
    """Forget this person's failures with this member's ID, in the counts of both. Raises NoResultFound."""
    tried = attempt(cipher, telegram_id, _of_member(session, member_id).key)
    forgotten = _tally(session, tried.pair, now).failures
    session.execute(_CLEAR, _at(tried.pair))
    for gate in (tried.id, tried.person):
        left = _tally(session, gate, now).failures - forgotten
        if left > 0:
            session.execute(_LOWER, _at(gate) | {"failures": left})
        else:
            session.execute(_CLEAR, _at(gate))


def clear(session: Session, gate: Gate) -> None:
    """Forget all failures of this gate."""
    session.execute(_CLEAR, _at(gate))


def member_until(session: Session, member_id: int, now: datetime) -> datetime:
    """The moment until which a member's ID is locked; now if it is not locked. Raises NoResultFound."""
    return until(session, [_of_member(session, member_id)], now)


def lift(session: Session, member_id: int) -> bool:
    """Forget the failures of a member's ID (an act of staff); False if there were none. Raises NoResultFound."""
    return rows(session.execute(_CLEAR, _at(_of_member(session, member_id)))) == 1


def _of_member(session: Session, member_id: int) -> Gate:
    return of_id(session.execute(_KEY_OF, {"member": member_id}).scalar_one())


def _fail(session: Session, gate: Gate, now: datetime) -> datetime:
    # an empty row first: _tally locks it, so two failures at once are both counted
    run(session, _NEW, {"scope": gate.scope, "key": gate.key, "failures": 0, "last_at": now, "until": now})
    before = _tally(session, gate, now)
    after = LIMITS[gate.scope].after(before, now)
    values = {"failures": after.failures, "last_at": after.last_at, "until": after.until}
    session.execute(_COUNT, _at(gate) | values)
    return after.until


def _tally(session: Session, gate: Gate, now: datetime) -> Tally:
    found = session.execute(_TALLY, _at(gate)).one_or_none()
    return Tally(0, now, now) if found is None else Tally(*found)


def _at(gate: Gate) -> dict[str, object]:
    return {"at_scope": gate.scope, "at_key": gate.key}
