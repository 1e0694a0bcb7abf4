"""What the tests of the conversation may ask for."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from handlers.turn import House
from storage.sessions import Sessions
from tests.handlers.talking import AOI, SHIRO, TOKYO, Room, room


@pytest.fixture
def here(sessions: Sessions, house: House, now: datetime) -> Iterator[Room]:
    """A room with three members who have never logged in."""
    with room(sessions, house, now) as opened:
        opened.joins(AOI, SHIRO, TOKYO)
        yield opened
