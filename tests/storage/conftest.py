"""What the tests of the record may ask for."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from sqlalchemy.orm import Session

from content.study.course import ListedCourse
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.staff.log import Head
from tests import samples
from tests.quizzes import MIXED, a_course
from tests.storage.acting import act
from tests.storage.attempting import a_member, publish


@pytest.fixture
def member(sessions: Sessions) -> int:
    """A member, by id."""
    with sessions.begin() as session:
        return a_member(session, 1)


@pytest.fixture
def listed(sessions: Sessions) -> ListedCourse:
    """A published course of five questions, some with several right choices."""
    with sessions.begin() as session:
        return publish(session, a_course(MIXED))


@pytest.fixture
def session(sessions: Sessions) -> Iterator[Session]:
    """An open transaction."""
    with sessions.begin() as opened:
        yield opened


@pytest.fixture
def people(sessions: Sessions, now: datetime) -> tuple[int, int]:
    """A member of staff and a member."""
    with sessions.begin() as session:
        return samples.member(session, now, no="1000000001"), samples.member(session, now, no="1000000002")


@pytest.fixture
def heads(sessions: Sessions, cipher: Cipher, people: tuple[int, int], now: datetime) -> list[Head]:
    """Six acts, the last without a member; their heads."""
    return [act(sessions, cipher, people, now, f"why {number}", alone=number == 6) for number in range(1, 7)]
