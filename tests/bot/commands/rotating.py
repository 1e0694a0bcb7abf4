"""A rotation in a process of its own, in steps of few rows, each of which is told.

The address of the record is the argument. The keys come by standard input in hex digits, then how many hours it is
later than in the tests: so the claim of a process that was killed has run out.
"""

import sys
from datetime import timedelta

from bot.commands import rotate_key
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.privacy import rotation
from tests.conftest import NOW


def main() -> int:
    cipher = Cipher([bytes.fromhex(key) for key in sys.stdin.readline().split(",")])
    later = NOW + timedelta(hours=int(sys.stdin.readline()))
    rotation.BATCH, rotate_key.SHOW_EVERY = 2, 1
    sessions = Sessions(sys.argv[1], cipher)
    try:
        return rotate_key.run(sessions, lambda: later, sys.stdout, pause=lambda _seconds: None)
    finally:
        sessions.close()


if __name__ == "__main__":
    sys.exit(main())
