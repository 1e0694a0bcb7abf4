"""An announcement goes out, is paused, goes on, is cancelled, on either database: nobody gets it twice."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from content.announcing.announcement import MOST_ALONE, Audience, Of, Report, State
from content.keys.announcement_letters import Announced, AnnouncementOver, AnnouncementProgress
from content.keys.letter import LetterKey, Rank
from content.keys.letters import JournalDeadline
from content.rules import Rulebook
from storage.announcing import announcements, going
from storage.announcing.going import EACH
from storage.engine.sessions import Sessions
from storage.people import preferences
from storage.post import letters
from tests.storage.announcing.feeding import cut_off, feeds, one, report, sends, states, steps
from tests.storage.announcing.people import crowd, logged_in, started
from tests.storage.racing import meanwhile

RULES = Rulebook()
MINUTE = timedelta(minutes=1)
ALL = Audience(Of.ALL)


def test_so_many_wait_at_most_and_everybody_gets_one(
    sessions: Sessions, number: int, seven: list[int], now: datetime
) -> None:
    got: list[int] = []
    feeds(sessions, now)
    assert states(sessions) == {"waiting": 4}
    while one(sessions, number).state is State.GOING:
        got += sends(sessions, now, limit=1)
        feeds(sessions, now)
        assert states(sessions)["waiting"] <= 5, "a step that finds three waiting queues two"
    assert got == seven
    assert states(sessions) == {"sent": 7}
    assert report(sessions, number) == Report(sent=7, hours=((now.replace(minute=0), 7),))
    with sessions.begin() as session:
        (over,) = letters.claim(session, now)
    assert (over.key, over.member_id) == (AnnouncementOver(number), seven[0])


def test_a_process_may_end_after_any_step(sessions: Sessions, number: int, seven: list[int], now: datetime) -> None:
    """What a step did is on record as a whole, or not at all."""
    got: list[int] = []
    for _ in range(12):
        with pytest.raises(ZeroDivisionError):
            cut_off(sessions, number, now)
        steps(sessions, number, now)
        got += sends(sessions, now)
    assert got == seven
    assert one(sessions, number).state is State.DONE


def test_two_processes_queue_nothing_twice(sessions: Sessions, number: int, seven: list[int], now: datetime) -> None:
    def step(session: Session) -> int:
        return going.step(session, number, now, RULES.now(now))

    first, second = meanwhile(sessions, step, step)
    assert (first, second.result()) == (2, 2)
    assert sends(sessions, now) == seven[:4]


def test_paused_nothing_goes_and_then_the_rest(
    sessions: Sessions, number: int, seven: list[int], now: datetime
) -> None:
    """What was claimed before is not sent either; what is on its way is."""
    feeds(sessions, now)
    with sessions.begin() as session:
        claimed = letters.claim(session, now, limit=2)
        assert letters.begin_sending(session, claimed[0], now) is not None
    with sessions.begin() as session:
        going.pause(session, number)
    with sessions.begin() as session:
        assert letters.begin_sending(session, claimed[1], now) is None
    feeds(sessions, now)
    assert sends(sessions, now + timedelta(minutes=1)) == []
    assert states(sessions) == {"waiting": 3, "sending": 1}
    later = now + timedelta(days=1)
    with sessions.begin() as session:
        going.go_on(session, announcements.hold(session, number), None, later)
    got: list[int] = []
    while one(sessions, number).state is State.GOING:
        feeds(sessions, later)
        got += sends(sessions, later)
        later += timedelta(minutes=3)
    assert got == seven[1:]
    assert states(sessions) == {"sent": 6, "unknown": 1}, "and nobody sends again what may have arrived"


def test_cancelled_nothing_goes_any_more(sessions: Sessions, number: int, seven: list[int], now: datetime) -> None:
    feeds(sessions, now)
    assert sends(sessions, now, limit=1) == seven[:1]
    with sessions.begin() as session:
        claimed = letters.claim(session, now, limit=1)
        going.cancel(session, number, now)
        assert letters.begin_sending(session, claimed[0], now) is None
    feeds(sessions, now)
    assert sends(sessions, now + timedelta(days=9)) == []
    assert states(sessions) == {"sent": 1, "dropped": 3}
    assert report(sessions, number).unwanted == 3


def test_before_its_moment_nothing_is_queued(sessions: Sessions, seven: list[int], now: datetime) -> None:
    with sessions.begin() as session:
        number = started(session, ALL, seven[0], now)
        announcements.set_start(session, number, now + MINUTE)
    assert steps(sessions, number, now + MINUTE - timedelta(microseconds=1)) == 0
    assert states(sessions) == {}
    assert steps(sessions, number, now + MINUTE) == 2


def test_who_joins_behind_gets_one_and_who_stops_them_does_not(
    sessions: Sessions, number: int, seven: list[int], now: datetime
) -> None:
    """Each is looked at once, by the record of that moment."""
    feeds(sessions, now)
    with sessions.begin() as session:
        preferences.set_announcements(session, seven[5], wanted=False)
        new = logged_in(session, 99, now)
    got = sends(sessions, now)
    feeds(sessions, now)
    got += sends(sessions, now)
    assert got == [*seven[:5], seven[6], new]


@pytest.mark.parametrize(
    ("people", "by", "state", "letters_"),
    [
        (MOST_ALONE, False, State.GOING, MOST_ALONE),
        (MOST_ALONE + 1, False, State.PAUSED, 0),
        (MOST_ALONE + 1, True, State.GOING, MOST_ALONE + 1),
    ],
)
def test_one_person_reaches_a_hundred_at_most(
    sessions: Sessions,
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
    people: int,
    by: bool,
    state: State,
    letters_: int,
) -> None:
    """However few there were when they were counted: the audience may have grown since."""
    monkeypatch.setattr(going, "EACH", EACH)
    monkeypatch.setattr(going, "AHEAD", 1000)
    with sessions.begin() as session:
        everybody = crowd(session, people, now)
        number = started(session, ALL, everybody[0], now, confirmed_by=everybody[1] if by else None)
        announcements.counted(session, number, 3, now)
    feeds(sessions, now)
    found = one(sessions, number)
    assert (found.state, states(sessions).total()) == (state, letters_)
    assert found.needs_second is (state is State.PAUSED)
    if state is State.PAUSED:
        with sessions.begin() as session:
            assert [letter.key for letter in letters.claim(session, now)] == [AnnouncementOver(number)]
            going.go_on(session, announcements.hold(session, number), everybody[1], now)
        feeds(sessions, now)
        assert states(sessions) == {"waiting": people}, "confirmed, it goes on"


def test_its_author_hears_of_each_tenth_once(sessions: Sessions, number: int, seven: list[int], now: datetime) -> None:
    with sessions.begin() as session:
        announcements.count_anew(session, number)
        announcements.counted(session, number, 7, now)
    heard: list[tuple[int, LetterKey]] = []
    for _ in range(3):
        feeds(sessions, now)
        with sessions.begin() as session:
            for letter in letters.claim(session, now, limit=1):
                letters.settle(session, letter, "sent", now)
            assert [going.tell(session, found, now) for found in going.untold(session, now)] == [1]
            assert going.tell(session, number, now) == 0
            heard += [(letter.member_id, letter.key) for letter in letters.claim(session, now, limit=1)]
    assert heard == [(seven[0], AnnouncementProgress(number, tenths)) for tenths in (1, 2, 4)]


def test_everything_else_goes_first(sessions: Sessions, number: int, seven: list[int], now: datetime) -> None:
    feeds(sessions, now)
    with sessions.begin() as session:
        letters.put(session, member_id=seven[6], key=JournalDeadline(1), slot="1", at=now + MINUTE)
        found = letters.claim(session, now + MINUTE, limit=2)
    assert [type(letter.key) for letter in found] == [JournalDeadline, Announced]
    assert Announced.rank is max(Rank)
