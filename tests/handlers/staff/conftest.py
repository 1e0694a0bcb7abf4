"""What the tests of staff may ask for."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime

import pytest

from handlers.turn import House
from storage.engine.sessions import Sessions
from storage.trainings import attendances, claims
from tests.handlers.staff.office import ABE, KITA, Office
from tests.handlers.staff.pile import MINAMI, NOTE, Pile
from tests.handlers.talking import AOI, SHIRO, Guest
from tests.storage.training import HOUR, publish, training


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
    here.grants(KITA, "support", "officer")
    return guest


@pytest.fixture
async def aoi(here: Office) -> Guest:
    """A member, logged in."""
    guest = here.guest(700000001)
    await guest.chooses(AOI)
    return guest


@pytest.fixture
def pile(here: Office, now: datetime) -> Pile:
    member = here.id_of(AOI)
    with here.sessions.begin() as session:
        listed = publish(session, training(now - 3 * HOUR), now)
        attendances.claim(session, member, listed.id, NOTE, now - HOUR)
        return Pile(here, listed.id, member, claims.of_member(session, member)[0])


@pytest.fixture
async def minami(here: Office) -> Guest:
    """Another member of staff, logged in."""
    here.joins(MINAMI)
    guest = here.guest(700000008)
    await guest.chooses(MINAMI)
    here.grants(MINAMI, "support", "officer")
    return guest


@pytest.fixture
async def owners(here: Office, kita: Guest, minami: Guest) -> Sequence[Guest]:
    """北見 asks, 南野 confirms."""
    here.grants(KITA, "owner")
    here.grants(MINAMI, "owner")
    return kita, minami
