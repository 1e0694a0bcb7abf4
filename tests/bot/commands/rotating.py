"""A rotation in a process of its own, in steps of few rows, each of which is told at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TextIO

from bot.commands import rotate_key
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.privacy import rotation
from tests.conftest import KEY, NOW
from tests.forking import forking
from tests.storage.keys import NEW_KEY


def rotate(url: str, hours: int, told: Connection) -> None:
    """`hours`: how much later than in the tests it is, so that the claim of a process that was killed has run out."""
    rotation.BATCH, rotate_key.SHOW_EVERY = 2, 1
    sessions = Sessions(url, Cipher([NEW_KEY, KEY]))
    with open(told.fileno(), "w", closefd=False, encoding="utf-8") as out:
        rotate_key.run(sessions, lambda: NOW + timedelta(hours=hours), out, pause=lambda _seconds: None)
    sessions.close()


@contextmanager
def rotating(sessions: Sessions, hours: int) -> Iterator[tuple[BaseProcess, TextIO]]:
    """The process, and what it tells."""
    reading, writing = forking().Pipe(duplex=False)
    process = forking().Process(
        target=rotate, args=(sessions.url.render_as_string(hide_password=False), hours, writing)
    )
    process.start()
    writing.close()
    with reading, open(reading.fileno(), closefd=False, encoding="utf-8") as told:
        yield process, told
    process.join()
    process.close()
