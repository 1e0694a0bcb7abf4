"""What the tests of staff may ask for."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime

import pytest

from handlers.turn import House
from storage import staff
from storage.sessions import Sessions
from tests.handlers.staff.office import ABE, KITA, Office
from tests.handlers.talking import AOI, SHIRO, Guest


@pytest.fixture
def here(sessions: Sessions, house: House, now: datetime) -> Iterator[Office]:
    """A room with members in it of whom none has ever logged in."""
    with closing(Office(sessions, house, now)) as opened:
        opened.joins(AOI, SHIRO, KITA, *ABE)
        yield opened


@pytest.fixture
async def kita(here: Office) -> Guest:
    """A member of staff, logged in."""
    guest = here.guest(700000009)
    await guest.chooses(KITA)
    with here.sessions.begin() as session:
        staff.grant(session, here.id_of(KITA), "support", here.clock.now())
    return guest


@pytest.fixture
async def aoi(here: Office) -> Guest:
    """A member, logged in."""
    guest = here.guest(700000001)
    await guest.chooses(AOI)
    return guest
