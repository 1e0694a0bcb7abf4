"""Checking in by the code of the room: which training a code is of, whether it is good now, and what it records.

Everything is an outcome that is returned, so that a wrong code is counted. Only a code that no training ever showed is
counted as wrong: a late one tells that its member was told it, and is answered with what he needs to know.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from content import checkin
from content.admission import (
    ANY,
    Admission,
    Closed,
    ElsewhereNow,
    OfAnother,
    Recorded,
    TooManyTries,
    TooOld,
    Unreadable,
    Wrong,
)
from content.attending import Claim, Mine
from content.checkin import Door, Hours
from content.rules import Rules, day_of
from content.training import Form, ListedTraining
from storage.engine.cipher import Cipher
from storage.people import guards
from storage.people.guards import Gate
from storage.trainings import attendances, published

_DAY = timedelta(days=1)


Candidate = tuple[ListedTraining, bytes]


def judge(
    session: Session, cipher: Cipher, member_id: int, said: str, now: datetime, rules: Rules, wanted: int = ANY
) -> Admission:
    """Take a code as a member typed or scanned it, `wanted` being the training it should be of.

    Raises NoSuchTraining for a `wanted` that there is none of.
    """
    gate = gate_of(cipher, member_id)
    until = guards.until(session, [gate], now)
    if until > now:
        return TooManyTries(until)
    code = checkin.normal(said)
    if not code:
        return Unreadable()
    every = _near(session, now)
    for listed, secret in every:
        if checkin.is_shown(secret, code, now, rules):
            guards.clear(session, gate)
            return _found(session, member_id, listed, wanted, now, rules)
    before = next(_shown_before(every, code, now, rules), None)
    if before is not None:
        listed, shown_at = before
        mine = attendances.of_training(session, member_id, listed.id, now, rules)
        return TooOld(mine, shown_at, day_of(now), _hours(listed, rules))
    return Wrong(guards.fail(session, [gate], now))


def open_now(session: Session, now: datetime, rules: Rules) -> tuple[tuple[ListedTraining, Door], ...]:
    """The trainings that take entries or exits now."""
    found = ((listed, _hours(listed, rules).door(now)) for listed, _ in _near(session, now))
    return tuple((listed, door) for listed, door in found if door is not None)


def to_show(session: Session, now: datetime, rules: Rules) -> tuple[ListedTraining, ...]:
    """The trainings of now and the coming day whose codes are still to be shown."""
    return tuple(listed for listed, _ in _near(session, now) if now < _hours(listed, rules).exit_until)


def may_claim(mine: Mine, now: datetime, rules: Rules) -> bool:
    """Whether the member may say now that he was there and could not check in, and has not said so yet."""
    training, seen, hours = mine.listed.training, mine.seen, _hours(mine.listed, rules)
    no_entry = not seen.entered and now >= hours.entry_until
    no_exit = not seen.left and now >= hours.exit_until
    late = day_of(now) > training.held_on + timedelta(days=rules.late_claim_days)
    open_to_it = not seen.half_units and seen.claim is Claim.NONE and _shows(mine.listed)
    return (no_entry or no_exit) and open_to_it and not late


def gate_of(cipher: Cipher, member_id: int) -> Gate:
    """Where a member's wrong codes are counted."""
    return Gate("checkin", cipher.find(str(member_id), "guards.checkin"))


def _found(
    session: Session, member_id: int, listed: ListedTraining, wanted: int, now: datetime, rules: Rules
) -> Admission:
    if wanted not in (ANY, listed.id):
        return OfAnother(published.training(session, wanted), listed)
    mine = attendances.of_training(session, member_id, listed.id, now, rules)
    hours = _hours(listed, rules)
    door = hours.door(now)
    if door is None:
        return Closed(mine, hours, now)
    if door is Door.ENTRY:
        others = attendances.inside(session, member_id, listed, now, rules)
        if others:
            return ElsewhereNow(listed, others[0].listed)
    new = attendances.pass_door(session, member_id, listed.id, door, now)
    return Recorded(door, attendances.of_training(session, member_id, listed.id, now, rules), new)


def _near(session: Session, now: datetime) -> Sequence[Candidate]:
    """Trainings of yesterday, today and tomorrow that show codes."""
    return [candidate for candidate in published.around(session, now, 2 * _DAY, _DAY) if _shows(candidate[0])]


def _shown_before(
    every: Iterable[Candidate], code: str, now: datetime, rules: Rules
) -> Iterator[tuple[ListedTraining, datetime]]:
    """Looked for among the trainings of the code's mark alone: 600 steps of a few, not of all."""
    for listed, secret in every:
        hours = _hours(listed, rules)
        last = min(now, hours.exit_until)
        for at in checkin.shown_at(secret, code, hours.entry_from, last, rules):
            yield listed, at


def _hours(listed: ListedTraining, rules: Rules) -> Hours:
    return checkin.hours(listed.training.starts_at, listed.training.ends_at, rules)


def _shows(listed: ListedTraining) -> bool:
    return listed.training.form is not Form.WEB_RECORDED
