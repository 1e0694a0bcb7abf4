"""Two data keys, and the ciphers of processes that were given one or both of them."""

from collections.abc import Iterator
from contextlib import contextmanager

from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from tests.conftest import KEY

NEW_KEY = bytes(range(100, 132))
OLD, NEW = Cipher([KEY]), Cipher([NEW_KEY])
OLD_NEW, NEW_OLD = Cipher([KEY, NEW_KEY]), Cipher([NEW_KEY, KEY])


@contextmanager
def opened(sessions: Sessions, cipher: Cipher) -> Iterator[Sessions]:
    """The same record, opened by a process with these keys."""
    other = Sessions(sessions.url.render_as_string(hide_password=False), cipher)
    try:
        yield other
    finally:
        other.close()
