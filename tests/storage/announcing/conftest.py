"""What tests of announcements on record may ask for."""

from datetime import datetime

import pytest

from content.announcing.announcement import Audience, Of
from storage.announcing import going
from storage.engine.sessions import Sessions
from tests.storage.announcing.people import crowd, started


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two persons are looked at in a step, and four letters wait at most."""
    monkeypatch.setattr(going, "EACH", 2)
    monkeypatch.setattr(going, "AHEAD", 4)


@pytest.fixture
def seven(sessions: Sessions, now: datetime) -> list[int]:
    with sessions.begin() as session:
        return crowd(session, 7, now)


@pytest.fixture
def number(sessions: Sessions, seven: list[int], now: datetime) -> int:
    """An announcement to all seven, of whom the first has written it."""
    with sessions.begin() as session:
        return started(session, Audience(Of.ALL), seven[0], now)
