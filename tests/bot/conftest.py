"""What the tests of the running machine may ask for."""

from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.tables import SetAside
from tests.bot.commands.members_file import Desk
from tests.conftest import BOTH, fresh

if TYPE_CHECKING:
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


@pytest.fixture(params=BOTH)
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
