"""The record of the demo, for tests."""

import tempfile
from datetime import datetime
from pathlib import Path

from bot.demo.furnishing import furnish
from bot.loghead import LogHead
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions


def furnished(url: str, cipher: Cipher, at: datetime) -> None:
    """Publish the sample courses and import the sample people, as the demo does. One of the people is of staff."""
    sessions = Sessions(url, cipher)
    with tempfile.TemporaryDirectory(prefix="tani-heads-") as folder:
        furnish(sessions, at, LogHead(Path(folder) / "staff-log.head"))
    sessions.close()
