"""Rounds: letters to many are queued in steps, by any number of processes, each letter once and nothing of the past."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from sqlalchemy import literal, select

from content.keys.letter import Rank
from content.keys.letters import Unfinished
from storage.engine.sessions import Sessions
from storage.people import chats
from storage.post import letters, rounds
from storage.post.rounds import Round, Step
from storage.tables import Chat, Letter
from tests.samples import member

SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)
PEOPLE = 5
QUEUE = rounds.queues(Unfinished, select(Chat), Chat.member_id, rounds.given("subject"), literal("first"))


@pytest.fixture
def everybody(sessions: Sessions, now: datetime) -> list[int]:
    """Five members who are logged in, and one who is not."""
    with sessions.begin() as session:
        rounds.know(session, [Unfinished], now)
        members = [member(session, now, no=str(number)) for number in range(1, PEOPLE + 2)]
        for number, one in enumerate(members[:PEOPLE], start=1):
            chats.bind(session, chats.meet(session, sessions.cipher, number, "ja", now), one, now)
    return members[:PEOPLE]


def round_at(due_at: datetime, slot: str = "today") -> Round:
    return Round(Unfinished, slot, due_at, due_at + DAY, QUEUE, {"subject": "course:7"})


@pytest.fixture(autouse=True)
def each(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two persons at a time."""
    monkeypatch.setattr(rounds, "EACH", dict.fromkeys(rounds.EACH, 2))


def one_step(sessions: Sessions, one: Round, at: datetime) -> Step:
    """What one process does in one transaction: it has time for one statement."""
    with sessions.begin() as session:
        return rounds.step(session, one, at, enough=lambda: True)


def all_at_once(sessions: Sessions, one: Round, at: datetime) -> Step:
    with sessions.begin() as session:
        return rounds.step(session, one, at, enough=lambda: False)


def is_open(sessions: Sessions, one: Round, at: datetime) -> bool:
    with sessions.reading() as session:
        return rounds.open_ones(session, Unfinished, [one], at) == [one]


def queued(sessions: Sessions) -> Sequence[Letter]:
    with sessions.reading() as session:
        return session.execute(select(Letter).order_by(Letter.id)).scalars().all()


def test_each_step_goes_on_where_the_last_one_ended(sessions: Sessions, now: datetime, everybody: list[int]) -> None:
    one = round_at(now)
    steps = [one_step(sessions, one, now) for _ in range(4)]
    assert steps == [Step(2, over=False), Step(2, over=False), Step(1, over=False), Step(0, over=True)]
    found = queued(sessions)
    assert [letter.member_id for letter in found] == everybody
    told = {(letter.kind, letter.subject, letter.slot, letter.state, letter.rank, letter.tries) for letter in found}
    assert told == {("reminder", "course:7", "first", "waiting", Rank.NUDGE, 0)}


@pytest.mark.parametrize(("statements", "looked_at"), [(1, 2), (2, 4), (3, 5)])
@pytest.mark.usefixtures("everybody")
def test_a_step_ends_when_its_time_is_over(sessions: Sessions, now: datetime, statements: int, looked_at: int) -> None:
    asked = iter([False] * (statements - 1) + [True])
    with sessions.begin() as session:
        step = rounds.step(session, round_at(now), now, enough=lambda: next(asked))
        assert letters.were_written(session)
    assert step == Step(looked_at, over=False)


@pytest.mark.usefixtures("everybody")
def test_a_step_that_fails_leaves_nothing_and_is_repeated(sessions: Sessions, now: datetime) -> None:
    one = round_at(now)

    def fails() -> bool:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), sessions.begin() as session:
        rounds.step(session, one, now, enough=fails)
    assert queued(sessions) == []
    assert all_at_once(sessions, one, now).queued == PEOPLE


@pytest.mark.usefixtures("everybody")
def test_processes_side_by_side_queue_each_letter_once(sessions: Sessions, now: datetime) -> None:
    one = round_at(now)
    with ThreadPoolExecutor(4) as pool:
        steps = list(pool.map(lambda _: one_step(sessions, one, now), range(2 * PEOPLE)))
    assert sum(step.queued for step in steps) == PEOPLE
    assert len(queued(sessions)) == PEOPLE


@pytest.mark.usefixtures("everybody")
def test_a_round_that_is_over_is_not_begun_again(sessions: Sessions, now: datetime) -> None:
    """Nor for who was not there then."""
    one = round_at(now)
    assert is_open(sessions, one, now)
    assert one_step(sessions, one, now).over is False
    assert is_open(sessions, one, now)
    assert all_at_once(sessions, one, now).over is True
    assert not is_open(sessions, one, now)
    with sessions.begin() as session:
        late = member(session, now, no="9")
        chats.bind(session, chats.meet(session, sessions.cipher, 9, "ja", now), late, now)
    assert one_step(sessions, one, now) == Step(0, over=True)
    assert is_open(sessions, round_at(now, "tomorrow"), now)


@pytest.mark.parametrize(
    ("due", "at", "opened"),
    [
        (timedelta(0), timedelta(0), True),
        (-SECOND, timedelta(0), False),  # before the kind was known
        (SECOND, timedelta(0), False),
        (SECOND, SECOND, True),
        (timedelta(0), DAY - SECOND, True),
        (timedelta(0), DAY, False),  # too late
    ],
)
@pytest.mark.usefixtures("everybody")
def test_when_a_round_is_open(sessions: Sessions, now: datetime, due: timedelta, at: timedelta, opened: bool) -> None:
    assert is_open(sessions, round_at(now + due), now + at) is opened


def test_nothing_is_queued_of_a_kind_that_is_not_known(sessions: Sessions, now: datetime) -> None:
    assert not is_open(sessions, round_at(now), now)


@pytest.mark.usefixtures("everybody")
def test_a_kind_is_known_since_the_first_start(sessions: Sessions, now: datetime) -> None:
    """However often a process starts, and whatever its clock says then."""
    for later in (DAY, -DAY):
        with sessions.begin() as session:
            rounds.know(session, [Unfinished], now + later)
    assert is_open(sessions, round_at(now), now)
    assert not is_open(sessions, round_at(now - SECOND), now)


@pytest.mark.parametrize("ended", [True, False])
def test_who_has_the_letter_already_gets_no_other(
    sessions: Sessions, now: datetime, everybody: list[int], ended: bool
) -> None:
    """An earlier version may have queued it."""
    with sessions.begin() as session:
        assert letters.put(session, member_id=everybody[0], key=Unfinished(7), slot="first", at=now)
        if ended:
            (claimed,) = letters.claim(session, now)
            letters.settle(session, claimed, "sent", now)
    assert all_at_once(sessions, round_at(now), now) == Step(PEOPLE - 1, over=True)
    assert len(queued(sessions)) == PEOPLE
