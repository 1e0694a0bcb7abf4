"""The record of the demo, for tests."""

import tempfile
from datetime import datetime
from pathlib import Path

from bot.demo.furnishing import furnish
from bot.loghead import LogHead
from storage.cipher import Cipher
from storage.sessions import Sessions


def furnished(url: str, cipher: Cipher, at: datetime) -> None:
    """Publish the sample courses and import the sample people, as the demo does; one of them is of staff."""
    sessions = Sessions(url, cipher)
    furnish(sessions, at, LogHead(Path(tempfile.gettempdir()) / "tani-tests" / "staff-log.head"))
    sessions.close()
