"""What the tests of staff may ask for."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from handlers.presses.staff.members import DoIt, OpenMember
from handlers.presses.staff.requests import TakeRequest
from handlers.presses.staff.roles import ChangeRole
from handlers.turn import House
from storage.engine.sessions import Sessions
from tests.conftest import NOW, PREFIX, fresh
from tests.databases import Postgres
from tests.handlers.staff.asking import Wish, wish_of
from tests.handlers.staff.certifying import Paper, paper_of
from tests.handlers.staff.middle import Kept, Middle, fill
from tests.handlers.staff.office import KITA, Office
from tests.handlers.staff.opening import KITA_ID, attend_office, open_office
from tests.handlers.staff.pile import MINAMI, Pile, pile_of
from tests.handlers.staff.writing import writes
from tests.handlers.talking import AOI, SHIRO, Guest
from tests.shared import Shared


@pytest.fixture(scope="session")
def sqlite_office(shared: Shared, sqlite_template: Path, house: House) -> Path:
    return shared.file("sqlite_office", sqlite_template, lambda url: open_office(url, house, NOW))


@pytest.fixture(scope="session")
def sqlite_attended(shared: Shared, sqlite_office: Path, house: House) -> Path:
    return shared.file("sqlite_attended", sqlite_office, lambda url: attend_office(url, house, NOW))


@pytest.fixture(scope="session")
def postgres_office(shared: Shared, postgres: Postgres, postgres_template: str, house: House) -> str:
    return shared.database("postgres_office", postgres, postgres_template, lambda url: open_office(url, house, NOW))


@pytest.fixture(scope="session")
def postgres_attended(shared: Shared, postgres: Postgres, postgres_office: str, house: House) -> str:
    return shared.database("postgres_attended", postgres, postgres_office, lambda url: attend_office(url, house, NOW))


@pytest.fixture(scope="session")
def sqlite_middle(shared: Shared, sqlite_attended: Path, house: House) -> Kept:
    def make() -> Kept:
        path = shared.copied("sqlite_middle", sqlite_attended)
        return Kept(path, fill(f"sqlite:///{path}", house, NOW))

    return shared.once("sqlite_middle", make)


@pytest.fixture(scope="session")
def postgres_middle(shared: Shared, postgres: Postgres, postgres_attended: str, house: House) -> Kept:
    def make() -> Kept:
        name = postgres.create(postgres_attended)
        return Kept(name, fill(postgres.url(name), house, NOW))

    return shared.once("postgres_middle", make)


STAGES = {"middle": "middle", "kita": "attended", "here": "office"}
"""By what a test asks for: the record with which it begins. The first one that fits is taken."""


@pytest.fixture
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """A migrated database. If the test asks for `here`, members are on it; if it asks for `kita`, that member has
    logged in; if it asks for `middle`, something of every kind waits there.
    """
    asked = request.fixturenames
    with fresh(request, next((STAGES[name] for name in STAGES if name in asked), "template")) as url:
        yield url


@pytest.fixture
def middle(request: pytest.FixtureRequest, here: Office) -> Middle:
    kept: Kept = request.getfixturevalue(f"{PREFIX[here.sessions.kind]}_middle")
    return Middle.of(here, kept.numbers)


@pytest.fixture
def here(sessions: Sessions, house: House, now: datetime) -> Iterator[Office]:
    """A room with members in it of whom none has ever logged in, but for `kita` if a test asks for that."""
    with closing(Office(sessions, house, now)) as opened:
        yield opened


@pytest.fixture
async def kita(here: Office) -> Guest:
    """A member of staff, logged in."""
    return here.guest(KITA_ID)


@pytest.fixture
async def aoi(here: Office) -> Guest:
    """A member, logged in."""
    guest = here.guest(700000001)
    await guest.chooses(AOI)
    return guest


@pytest.fixture
def pile(here: Office) -> Pile:
    return pile_of(here)


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


@pytest.fixture
async def owner(here: Office, kita: Guest) -> Guest:
    here.grants(KITA, "owner")
    return kita


@pytest.fixture
async def done(here: Office, owner: Guest, minami: Guest, aoi: Guest) -> None:
    """Acts 1 to 4: 南野 saw the card of 青井 and lifted her lock; a day later 北見 gave 白石 a role, the operator 青井
    a code.
    """
    await minami.taps(OpenMember(here.id_of(AOI)))
    await minami.taps(DoIt("lift_lock", here.id_of(AOI), 0))
    here.waits(days=1)
    await owner.taps(ChangeRole(here.id_of(SHIRO), "editor", True, 1))
    why, after = "by the operator, at the command line", {"code_until": "2026-11-24T01:00:00+00:00"}
    writes(here, None, act="give_code", member_id=here.id_of(AOI), why=why, after=after)


@pytest.fixture
def wish(here: Office) -> Wish:
    """A request of 青井."""
    return wish_of(here, AOI)


@pytest.fixture
def paper(here: Office) -> Paper:
    """A certificate of 青井."""
    return paper_of(here, AOI)


@pytest.fixture
async def mine(wish: Wish, kita: Guest) -> Guest:
    """北見, who has taken that request."""
    await kita.taps(TakeRequest(wish.number, 1, 0))
    return kita
