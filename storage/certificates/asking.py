"""How often strangers may ask: names that are compared with that on a certificate, and numbers that nobody has.

A token is not guessed (it has 128 bits), and whoever has one may ask as often as they like.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from content.access.guarding import NAMES
from content.verifying import names
from content.verifying.standing import Standing
from storage.certificates import checks
from storage.engine.cipher import Cipher
from storage.engine.keyed import reserve
from storage.people import guards
from storage.people.guards import Gate

FORGOTTEN = timedelta(days=1)
EVERYBODY = Gate("verifying", ("",))


@dataclass(frozen=True)
class Compared:
    """Whether the name is that on the certificate (None: it was not compared), and how many tries are left today."""

    agrees: bool | None
    left: int


def may_compare(session: Session, cipher: Cipher, found: Standing, now: datetime) -> bool:
    """Whether a name may be compared now. A read-only transaction can ask it: most who may not are turned away so."""
    gate = _names(cipher, found)
    return found.name is not None and guards.until(session, [gate], now) <= now


def compare(session: Session, cipher: Cipher, found: Standing, typed: str, now: datetime) -> Compared:
    """Compare a name, if the certificate has one and was not asked about too often today. Every comparison counts."""
    gate = _names(cipher, found)
    reserve(session, cipher, gate.keys)  # of two at once, the second waits here: each counts
    if found.name is None or not may_compare(session, cipher, found, now):
        return Compared(None, 0)
    guards.fail(session, [gate], now)
    left = NAMES.most - NAMES.used(guards.tally(session, gate, now), now)
    return Compared(names.agrees(found.name, typed), left)


def by_number(session: Session, cipher: Cipher, telegram_id: int, number: str, now: datetime) -> Standing | datetime:
    """The certificate with this number. Otherwise the moment at which this person may ask for another: now, or later if
    too many were unknown. Raises LookupError if there is no such certificate, which is counted.
    """
    person = Gate("verify", cipher.finds(str(telegram_id), "guards.person"))
    if (free := _may_ask(session, person, now)) > now:
        return free
    found = checks.by_number(session, cipher, number)
    if found is None:
        guards.fail(session, [person, EVERYBODY], now)
        raise LookupError
    return found


def _names(cipher: Cipher, found: Standing) -> Gate:
    return Gate("name", cipher.finds(str(found.certificate_id), "guards.certificate"))


def _may_ask(session: Session, person: Gate, now: datetime) -> datetime:
    """Who has not failed lately may ask although everybody together has failed too often: otherwise an attacker could
    keep all others from it.
    """
    own = guards.until(session, [person], now)
    before = guards.tally(session, person, now)
    is_new = not before.failures or now - before.last_at >= FORGOTTEN
    return own if is_new else max(own, guards.until(session, [EVERYBODY], now))
