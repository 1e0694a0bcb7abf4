"""What the tests of the running machine may ask for."""

from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from sqlalchemy import select

from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.tables import SetAside
from tests.bot.commands.credits_file import PastDesk
from tests.bot.commands.export_desk import ExportDesk
from tests.bot.commands.grants_file import GrantDesk
from tests.bot.commands.members_file import Desk
from tests.conftest import PREFIX, fresh
from tests.databases import Postgres
from tests.kinds import BOTH
from tests.shared import Shared
from tests.sizes import todays

if TYPE_CHECKING:
    from tests.arrival import Arrival
    from tests.bot.beside import Beside
    from tests.phone import Phone
    from tests.stage import Stage


@pytest.fixture
def desk(sessions: Sessions, tmp_path: Path, now: datetime) -> Desk:
    return Desk(sessions, tmp_path, now)


@pytest.fixture
def blank(tmp_path: Path, now: datetime, sqlite_template: Path, cipher: Cipher) -> Iterator[Desk]:
    """On SQLite alone, for what is decided before the record is touched."""
    path = tmp_path / "tani.sqlite"
    path.write_bytes(sqlite_template.read_bytes())
    sessions = Sessions(f"sqlite:///{path}", cipher)
    yield Desk(sessions, tmp_path, now)
    sessions.close()


@pytest.fixture(params=todays(BOTH))
def two_urls(request: pytest.FixtureRequest) -> Iterator[tuple[str, str]]:
    """Two furnished databases of one kind."""
    with fresh(request, "furnished") as once, fresh(request, "furnished") as twice:
        yield once, twice


@pytest.fixture
async def unharmed(stage: "Stage", monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    """In the end nothing is set aside, and there was no screen that could not be made or that Telegram refused."""
    told: list[str] = []
    monkeypatch.setattr(stage.app.operator, "tell", lambda _kind, sentence: told.append(sentence))
    yield
    await stage.settled()
    with stage.app.sessions.reading() as session:
        assert session.execute(select(SetAside.error)).scalars().all() == []
    assert told == []


@pytest.fixture(scope="session")
def sqlite_beside(shared: Shared, sqlite_arrival: "Arrival") -> "Beside":
    from tests.bot.beside import settled_beside

    def make() -> "Beside":
        path = shared.copied("sqlite_beside", Path(sqlite_arrival.template))
        return settled_beside(path, f"sqlite:///{path}")

    return shared.once("sqlite_beside", make)


@pytest.fixture(scope="session")
def postgres_beside(shared: Shared, postgres: Postgres, postgres_arrival: "Arrival") -> "Beside":
    from tests.bot.beside import settled_beside

    def make() -> "Beside":
        name = postgres.create(str(postgres_arrival.template))
        return settled_beside(name, postgres.url(name))

    return shared.once("postgres_beside", make)


@pytest.fixture
def other(request: pytest.FixtureRequest, stage: "Stage") -> "Beside":
    """A member of whom everything is on record, from the beginning, and who is logged in nowhere."""
    return cast("Beside", request.getfixturevalue(f"{PREFIX[stage.app.sessions.kind]}_beside"))


@pytest.fixture
async def officer(stage: "Stage", aoi: "Phone") -> "Phone":
    """青井 is an officer, and has asked for the room where members are imported."""
    from tests.bot.importing import is_officer

    await is_officer(stage, aoi)
    return aoi


@pytest.fixture
def past(blank: Desk) -> PastDesk:
    """Where a file of credits already held is imported, into a record without members."""
    return PastDesk(blank.sessions, blank.file.with_name("credits.csv"), blank.now)


@pytest.fixture
def held(past: PastDesk) -> PastDesk:
    """The same with one member."""
    return past.joins(1)


@pytest.fixture
def giving(blank: Desk) -> GrantDesk:
    """Where a file of credits is sent that staff grant, into a record with one member."""
    return GrantDesk(blank.sessions, blank.file.with_name("grants.csv"), blank.now).joins(1)


@pytest.fixture
def outgoing(sessions: Sessions, tmp_path: Path, now: datetime) -> ExportDesk:
    """A record with two members, whose credits are exported."""
    return ExportDesk(sessions, tmp_path / "out", now).joins(2)
