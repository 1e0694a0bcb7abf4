"""Check-in by the code that the room shows: which training shows a code, whether it counts now, and what it records.

Every outcome is returned, not raised, so that the count of wrong codes commits. Only a code that no training ever
showed counts as wrong. A code that comes too late was really shown, so its member is told when.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from content.attendance import checkin
from content.attendance.admission import (
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
from content.attendance.attending import Claim, Mine
from content.attendance.checkin import Door, Hours
from content.attendance.training import Form, ListedTraining
from content.rules import Rules, day_of
from storage.engine.cipher import Cipher
from storage.people import guards
from storage.people.guards import Gate
from storage.trainings import attendances, published

_DAY = timedelta(days=1)


Candidate = tuple[ListedTraining, bytes]


def judge(
    session: Session, cipher: Cipher, member_id: int, said: str, now: datetime, rules: Rules, wanted: int = ANY
) -> Admission:
    """Judge a code that a member typed or scanned, and record the entry or exit. `wanted`: the training that the member
    means, or ANY.

    Raises NoSuchTraining if `wanted` does not exist.
    """
    gate = gate_of(cipher, member_id)
    until = guards.until(session, [gate], now)
    if until > now:
        return TooManyTries(until)
    code = checkin.normal(said)
    if not code:
        return Unreadable()
    every = _near(session, now)
    # the codes of now first: this is what nearly everybody types, and the search among former codes costs more
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
    """The trainings that take entries or exits now, with the door that is open."""
    found = ((listed, _hours(listed, rules).door(now)) for listed, _ in _near(session, now))
    return tuple((listed, door) for listed, door in found if door is not None)


def is_of_open(session: Session, code: str, now: datetime, rules: Rules) -> bool:
    """Whether this code has the mark of a training that takes entries or exits now. The mark never changes, so an old
    code of it is one too, and a word that happens to have the form of a code hardly ever is.
    """
    return any(
        checkin.mark(secret) == code[: checkin.MARK] and _hours(listed, rules).door(now) is not None
        for listed, secret in _near(session, now)
    )


def to_show(session: Session, now: datetime, rules: Rules) -> tuple[ListedTraining, ...]:
    """The trainings that are on or begin within a day, and whose codes are still to be shown."""
    return tuple(listed for listed, _ in _near(session, now) if now < _hours(listed, rules).exit_until)


def may_claim(mine: Mine, now: datetime, rules: Rules) -> bool:
    """Whether the member may now claim attendance without a check-in. Each training can be claimed once."""
    training, seen, hours = mine.listed.training, mine.seen, _hours(mine.listed, rules)
    no_entry = not seen.entered and now >= hours.entry_until
    no_exit = not seen.left and now >= hours.exit_until
    late = day_of(now) > training.held_on + timedelta(days=rules.late_claim_days)
    open_to_it = not seen.half_units and seen.claim is Claim.NONE and _shows(mine.listed)
    return (no_entry or no_exit) and open_to_it and not late


def gate_of(cipher: Cipher, member_id: int) -> Gate:
    """The gate that counts the member's wrong codes."""
    return Gate("checkin", cipher.finds(str(member_id), "guards.checkin"))


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
    """The trainings that show codes and begin within two days before now or one day after."""
    return [candidate for candidate in published.around(session, now, 2 * _DAY, _DAY) if _shows(candidate[0])]


def _shown_before(
    every: Iterable[Candidate], code: str, now: datetime, rules: Rules
) -> Iterator[tuple[ListedTraining, datetime]]:
    """When this code was shown before, if it was. Only trainings with the code's mark are searched: each has some 600
    steps, so searching all would be slow.
    """
    for listed, secret in every:
        hours = _hours(listed, rules)
        last = min(now, hours.exit_until)
        for at in checkin.shown_at(secret, code, hours.entry_from, last, rules):
            yield listed, at


def _hours(listed: ListedTraining, rules: Rules) -> Hours:
    return checkin.hours(listed.training.starts_at, listed.training.ends_at, rules)


def _shows(listed: ListedTraining) -> bool:
    return listed.training.form is not Form.WEB_RECORDED
