"""Opens the record book and the operator's profile at the start of a process, or says what is not as it must be."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from bot.clock import RealClock
from bot.settings import Settings
from content.operator import Profile
from content.package import operator
from storage.engine.cipher import Cipher, read_keys
from storage.engine.sessions import Sessions
from storage.migrations import is_current
from storage.privacy import keycheck


class NotReady(Exception):
    """Something outside the product is not as it must be at the start. The text says what, and what to do."""


def open_profile(settings: Settings) -> Profile:
    """Who runs this bot. Raises NotReady if the file changed after `read_settings` found no fault in it."""
    path = Path(settings.operator_file)
    profile, faults = operator.read(path, path)
    if profile is None:
        raise NotReady("\n".join(f"OPERATOR_FILE: {fault}" for fault in faults))
    return profile


def new_sessions(settings: Settings) -> Sessions:
    """The record book as it is, migrated or not; raises NotReady."""
    try:
        return Sessions(settings.database_url, Cipher(read_keys(settings.data_key)))
    except OSError as error:
        raise NotReady(f"DATABASE_URL: {error.filename}: {error.strerror}") from None


def opens_apart(settings: Settings) -> Callable[[bool], Sessions]:
    """What opens the record once more in another process, to which it is sent, with the keys. It is told whether the
    record is to be `light` (storage.engine.sessions.Sessions).
    """
    return partial(_opened, settings.database_url, settings.data_key)


def _opened(url: str, keys: str, light: bool) -> Sessions:
    return Sessions(url, Cipher(read_keys(keys)), light=light)


def open_record(settings: Settings) -> Sessions:
    """The record book, with the tables of this version and all keys that it is sealed under; raises NotReady."""
    sessions = new_sessions(settings)
    try:
        _check(sessions)
    except Exception:
        sessions.close()
        raise
    return sessions


def _check(sessions: Sessions) -> None:
    if not is_current(sessions.engine):
        raise NotReady("The database is not at the tables of this version. Run: python -m bot migrate")
    with sessions.reading() as session:
        faults = keycheck.faults(session, sessions.cipher)
        noted = keycheck.is_noted(session, sessions.cipher)
    if faults:
        raise NotReady("\n".join(faults))
    if not noted:
        with sessions.begin() as session:
            keycheck.note(session, sessions.cipher, RealClock().now())
