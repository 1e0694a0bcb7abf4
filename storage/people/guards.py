"""Counts failed logins for each ID, for each Telegram user and for all strangers. The waits are in `guarding`.

A success forgets only the failures of the same person with the same ID. Otherwise an attacker could clear the counts of
other people's IDs by logging in with an own ID.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Session

from content.access import login_id
from content.access.guarding import LADDER, LIMITS, Tally, is_apart
from storage.engine.base import cipher_of
from storage.engine.cipher import Cipher
from storage.engine.keyed import ByKeys, Keys, reserve
from storage.engine.statements import rows
from storage.tables import Guard, Member


@dataclass(frozen=True)
class Gate:
    """One counter of failures. `scope` is a key of content.access.guarding.LIMITS; `keys` say whose counter it is: a
    keyed hash for each data key, that of the newest first. One row counts for all of them.
    """

    scope: str
    keys: tuple[str, ...]


STRANGERS = Gate("strangers", ("",))


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


def _here(keys: Keys) -> tuple[ColumnElement[bool], ...]:
    return Guard.scope == bindparam("at_scope"), Guard.key.in_(keys)


_UNTIL = ByKeys(lambda keys: select(func.max(Guard.until)).where(*_here(keys)))
_TALLY = ByKeys(
    lambda keys: (
        select(Guard.key, Guard.failures, Guard.last_at, Guard.until)
        .where(*_here(keys))
        .order_by(Guard.failures.desc())
        .with_for_update()
    )
)
_NEW = insert(Guard)
# the row moves to the newest key with the count
_COUNT = (
    update(Guard)
    .where(Guard.scope == bindparam("at_scope"), Guard.key == bindparam("at_key"))
    .values(
        key=bindparam("newest"),
        failures=bindparam("failures"),
        last_at=bindparam("last_at"),
        until=bindparam("until"),
    )
    .execution_options(synchronize_session=False)
)
_CLEAR = ByKeys(lambda keys: delete(Guard).where(*_here(keys)).execution_options(synchronize_session=False))
_LOWER = ByKeys(
    lambda keys: (
        update(Guard)
        .where(*_here(keys))
        .values(failures=bindparam("failures"))
        .execution_options(synchronize_session=False)
    )
)
_UNDER_OTHERS = select(func.count(), func.max(Guard.until)).where(
    Guard.key.not_like(bindparam("newest")), Guard.key != "", Guard.until > bindparam("now")
)
_OLD = (
    select(Guard.scope, Guard.key)
    .where(Guard.last_at <= bindparam("before"), Guard.until <= bindparam("now"))
    .limit(500)
)
_FORGET = (
    delete(Guard)
    .where(Guard.scope == bindparam("at_scope"), Guard.key == bindparam("at_key"))
    .where(Guard.last_at <= bindparam("before"), Guard.until <= bindparam("now"))
    .execution_options(synchronize_session=False)
)
_NO_OF = select(Member.member_no).where(Member.id == bindparam("member"))


def of_id(cipher: Cipher, guarded: str) -> Gate:
    """The gate of a login ID, whether anybody has this ID or not (Account.guarded)."""
    return Gate("id", cipher.finds(guarded, "members.member_no"))


def of_person(cipher: Cipher, telegram_id: int) -> Gate:
    """The gate of a Telegram user, for all IDs that this user tries."""
    return Gate("person", cipher.finds(str(telegram_id), "guards.person"))


def attempt(cipher: Cipher, telegram_id: int, guarded: str, *, own: bool = False, code_key: str = "") -> Attempt:
    """This person's try of this ID (Account.guarded). `code_key`: the keyed hash of the ID's valid one-time code, or
    empty.
    """
    code = Gate("code", cipher.finds(f"{telegram_id}:{code_key}", "guards.code")) if code_key else None
    pair = cipher.finds_by(
        lambda digest: digest(f"{telegram_id}:{digest(guarded, 'members.member_no')}", "guards.pair")
    )
    return Attempt(of_id(cipher, guarded), of_person(cipher, telegram_id), Gate("pair", pair), own, code)


def until(session: Session, gates: Iterable[Gate], now: datetime) -> datetime:
    """The moment at which all these gates are open: now, or the end of the longest wait."""
    ends: list[datetime | None] = [_UNTIL.run(session, gate.keys, _at(gate)).scalar() for gate in gates]
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


def fail(session: Session, gates: Collection[Gate], now: datetime) -> datetime:
    """Count a failure at each gate. Returns the moment at which all of them are open again."""
    # two that fail at once are both counted: the second one waits here
    reserve(session, cipher_of(session.get_bind().dialect), [key for gate in gates for key in gate.keys])
    return max([now, *(_fail(session, gate, now) for gate in gates)])


def succeed(session: Session, cipher: Cipher, telegram_id: int, member_id: int, now: datetime) -> None:
    """Forget this person's failures with this member's ID, in the counts of both. Raises NoResultFound."""
    tried = attempt(cipher, telegram_id, _guarded(session, member_id))
    forgotten = _tally(session, tried.pair, now).failures
    clear(session, tried.pair)
    for gate in (tried.id, tried.person):
        left = _tally(session, gate, now).failures - forgotten
        if left > 0:
            _LOWER.run(session, gate.keys, _at(gate) | {"failures": left})
        else:
            clear(session, gate)


def tally(session: Session, gate: Gate, now: datetime) -> Tally:
    """What was counted at this gate so far; 0 failures if nothing was."""
    return _tally(session, gate, now)


def clear(session: Session, gate: Gate) -> bool:
    """Forget all failures of this gate; False if there were none."""
    return rows(_CLEAR.run(session, gate.keys, _at(gate))) > 0


def member_until(session: Session, member_id: int, now: datetime) -> datetime:
    """The moment until which a member's ID is locked; now if it is not locked. Raises NoResultFound."""
    return until(session, [_of_member(session, member_id)], now)


def lift(session: Session, member_id: int) -> bool:
    """Forget the failures of a member's ID (an act of staff); False if there were none. Raises NoResultFound."""
    return clear(session, _of_member(session, member_id))


def find_old(session: Session, now: datetime, kept: timedelta) -> Sequence[tuple[str, str]]:
    """The counters (scope, key) without a failure for so long, whose failures are all forgotten by now."""
    found = session.execute(_OLD, {"before": now - max(kept, LADDER.forgotten_after), "now": now})
    return [(row.scope, row.key) for row in found]


def forget(session: Session, found: Iterable[tuple[str, str]], now: datetime) -> int:
    """Remove those of them to which no failure was added since; returns how many."""
    since = {"before": now - LADDER.forgotten_after, "now": now}
    each = (session.execute(_FORGET, since | {"at_scope": scope, "at_key": key}) for scope, key in found)
    return sum(rows(one) for one in each)


def under_others(session: Session, cipher: Cipher, now: datetime) -> tuple[int, datetime]:
    """How many waits are counted under another key than the first, and the end of the longest."""
    values = {"newest": f"{cipher.marks[0]}.%", "now": now}
    number, until = session.execute(_UNDER_OTHERS, values).one()
    return number, until or now


def _of_member(session: Session, member_id: int) -> Gate:
    return of_id(cipher_of(session.get_bind().dialect), _guarded(session, member_id))


def _guarded(session: Session, member_id: int) -> str:
    """What Account.guarded is for this member."""
    return login_id.read(session.execute(_NO_OF, {"member": member_id}).scalar_one()).text


def _fail(session: Session, gate: Gate, now: datetime) -> datetime:
    found = _TALLY.run(session, gate.keys, _at(gate)).first()
    after = LIMITS[gate.scope].after(_read(found, now), now)
    values = {"failures": after.failures, "last_at": after.last_at, "until": after.until}
    if found is None:
        session.execute(_NEW, values | {"scope": gate.scope, "key": gate.keys[0]})
    else:
        session.execute(_COUNT, values | {"at_scope": gate.scope, "at_key": found.key, "newest": gate.keys[0]})
    return after.until


def _tally(session: Session, gate: Gate, now: datetime) -> Tally:
    return _read(_TALLY.run(session, gate.keys, _at(gate)).first(), now)


def _read(row: Row[Any] | None, now: datetime) -> Tally:
    return Tally(0, now, now) if row is None else Tally(row.failures, row.last_at, row.until)


def _at(gate: Gate) -> dict[str, object]:
    return {"at_scope": gate.scope}
