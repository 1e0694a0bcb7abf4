"""What the tests of the conversation may ask for."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from handlers.turn import House
from storage.engine.sessions import Sessions
from tests.handlers.declaring import Declaring
from tests.handlers.sitting import Sitter
from tests.handlers.talking import AOI, SHIRO, TOKYO, Room, room
from tests.quizzes import FIVE, a_course

if TYPE_CHECKING:
    from tests.phone import Phone
    from tests.stage import Stage


@pytest.fixture
def declaring(stage: "Stage", aoi: "Phone") -> Declaring:
    """青井 遥 and her declarations."""
    return Declaring(stage, aoi)


@pytest.fixture
def here(sessions: Sessions, house: House, now: datetime) -> Iterator[Room]:
    """A room with three members who have never logged in."""
    with room(sessions, house, now) as opened:
        opened.joins(AOI, SHIRO, TOKYO)
        yield opened


@pytest.fixture
def single(sessions: Sessions, house: House, now: datetime) -> Sitter:
    """At the first question of a test in which each has one right choice."""
    sitter = Sitter(sessions, house, now, a_course(FIVE))
    sitter.begins()
    return sitter
