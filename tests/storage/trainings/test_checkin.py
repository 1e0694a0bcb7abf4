"""Checking in: what a code records, and every way in which it is refused, on either database."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest

from content.attendance.admission import (
    ANY,
    Admission,
    Closed,
    ElsewhereNow,
    OfAnother,
    Recorded,
    TooManyTries,
    TooOld,
    Unreadable,
    Wrong,
)
from content.attendance.checkin import ALPHABET, Door
from content.attendance.training import AttendanceStanding, Form, ListedTraining
from content.rules import Rulebook
from storage.engine.sessions import Sessions
from storage.trainings import attendances, checkin
from tests import samples
from tests.storage.training import HOUR, MINUTE, SECOND, code, publish, training

RULES = Rulebook()


class Room:
    """A member in a room; the training begins at `start`."""

    def __init__(self, sessions: Sessions, start: datetime) -> None:
        self.sessions, self.start, self.now = sessions, start, start
        with sessions.begin() as session:
            self.member = samples.member(session, start)
            self.listed = publish(session, training(start), start)

    def shows(self, at: datetime, listed: ListedTraining | None = None) -> str:
        with self.sessions.begin() as session:
            return code(session, listed or self.listed, at)

    def tries(self, said: str, at: datetime, wanted: int = ANY) -> Admission:
        with self.sessions.begin() as session:
            return checkin.judge(session, self.sessions.cipher, self.member, said, at, RULES.now(at), wanted)

    def enters(self, at: datetime) -> Admission:
        return self.tries(self.shows(at), at)

    def standing(self, at: datetime) -> AttendanceStanding:
        with self.sessions.begin() as session:
            return attendances.of_training(session, self.member, self.listed.id, at, RULES.now(at)).standing

    @contextmanager
    def nothing_new(self, at: datetime) -> Iterator[None]:
        before = self.standing(at)
        yield
        assert self.standing(at) is before


@pytest.fixture
def room(sessions: Sessions, now: datetime) -> Room:
    return Room(sessions, now)


def test_in_and_out(room: Room) -> None:
    came, went = room.start - MINUTE, room.start + 80 * MINUTE
    assert room.standing(came) is AttendanceStanding.COMING
    entered = room.enters(came)
    assert isinstance(entered, Recorded)
    assert (entered.door, entered.new, entered.mine.entered_at) == (Door.ENTRY, True, came)
    again = room.enters(came + MINUTE)
    assert isinstance(again, Recorded)
    assert (again.new, again.mine.entered_at) == (False, came)
    assert room.standing(came + MINUTE) is AttendanceStanding.ENTERED
    left = room.enters(went)
    assert isinstance(left, Recorded)
    assert (left.door, left.new, left.mine.left_at) == (Door.EXIT, True, went)
    ends = room.start + 150 * MINUTE
    assert room.standing(ends - SECOND) is AttendanceStanding.LEFT
    assert room.standing(ends) is AttendanceStanding.AWAITING


def test_a_code_of_the_last_two_steps_to_the_second(room: Room) -> None:
    said = room.shows(room.start)
    late = room.tries(said, room.start + 60 * SECOND)
    assert isinstance(late, TooOld)
    assert late.shown_at == room.start
    assert isinstance(room.tries(said, room.start + 59 * SECOND), Recorded)


def test_the_doors_to_the_second(room: Room) -> None:
    for minutes, takes in ((-60, True), (30, False), (60, True), (150, False)):
        at = room.start + minutes * MINUTE
        assert isinstance(room.enters(at - SECOND), Closed if takes else Recorded), minutes
        assert isinstance(room.enters(at), Recorded if takes else Closed), minutes


def test_an_exit_without_an_entry_is_kept_and_is_no_attendance(room: Room) -> None:
    left = room.enters(room.start + 80 * MINUTE)
    assert isinstance(left, Recorded)
    assert left.mine.entered_at is None
    assert room.standing(room.start + 81 * MINUTE) is AttendanceStanding.INCOMPLETE


def test_a_code_of_yesterday(room: Room) -> None:
    said, tomorrow = room.shows(room.start), room.start + timedelta(days=1)
    with room.nothing_new(tomorrow):
        found = room.tries(said, tomorrow)
    assert isinstance(found, TooOld)
    assert (found.mine.listed.id, found.shown_at) == (room.listed.id, room.start)
    assert all(isinstance(room.tries(said, tomorrow), TooOld) for _ in range(10))


def test_a_code_of_another_training(room: Room) -> None:
    with room.sessions.begin() as session:
        other = publish(session, training(room.start, "other"), room.start)
    with room.nothing_new(room.start):
        found = room.tries(room.shows(room.start, other), room.start, room.listed.id)
    assert isinstance(found, OfAnother)
    assert (found.wanted.id, found.found.id) == (room.listed.id, other.id)


def test_nobody_is_at_two_places_at_once(room: Room) -> None:
    with room.sessions.begin() as session:
        beside = publish(session, training(room.start + HOUR, "beside"), room.start)
        after = publish(session, training(room.start + 90 * MINUTE, "after"), room.start)
    room.enters(room.start)
    at = room.start + 45 * MINUTE
    found = room.tries(room.shows(at, beside), at)
    assert isinstance(found, ElsewhereNow)
    assert found.inside.id == room.listed.id
    assert isinstance(room.tries(room.shows(at, after), at), Recorded)


def test_a_recorded_viewing_takes_no_codes(sessions: Sessions, room: Room) -> None:
    with sessions.begin() as session:
        film = publish(session, training(room.start, "film", form=Form.WEB_RECORDED), room.start)
    assert isinstance(room.tries(room.shows(room.start, film), room.start), Wrong)
    with sessions.begin() as session:
        mine = attendances.of_training(session, room.member, film.id, room.start + HOUR, RULES.now(room.start))
        assert mine.standing is AttendanceStanding.RECORDED
        assert not checkin.may_claim(mine, room.start + HOUR, RULES.now(room.start))


def test_a_hundred_guesses(room: Room) -> None:
    guesses = [f"{ALPHABET[n // 32]}{ALPHABET[n % 32]}222222" for n in range(100)]
    found = [room.tries(guess, room.start) for guess in guesses]
    assert [type(one) for one in found[:5]] == [Wrong] * 5
    assert all(isinstance(one, TooManyTries) for one in found[5:])
    assert isinstance(room.enters(room.start), TooManyTries)
    fifth = found[4]
    assert isinstance(fifth, Wrong)
    assert fifth.until == room.start + MINUTE
    assert isinstance(room.enters(room.start + 59 * SECOND), TooManyTries)
    assert isinstance(room.tries(guesses[5], room.start + MINUTE), Wrong)
    assert isinstance(room.enters(room.start + 2 * MINUTE), TooManyTries)
    assert isinstance(room.enters(room.start + 3 * MINUTE), Recorded)
    assert isinstance(room.tries(guesses[6], room.start + 3 * MINUTE), Wrong)
    assert isinstance(room.enters(room.start + 3 * MINUTE), Recorded)


def test_a_slip_of_the_keyboard_is_no_guess(room: Room) -> None:
    for typed in ("", "K7MP", "高血圧") * 40:
        assert isinstance(room.tries(typed, room.start), Unreadable)
    assert isinstance(room.enters(room.start), Recorded)


def test_late_claims(room: Room) -> None:
    rules = RULES.now(room.start)

    def may(at: datetime) -> bool:
        with room.sessions.begin() as session:
            return checkin.may_claim(
                attendances.of_training(session, room.member, room.listed.id, at, rules), at, rules
            )

    closed, last = room.start + 30 * MINUTE, datetime.fromisoformat("2026-11-29T14:59:59Z")
    assert not may(closed - SECOND)
    assert may(closed)
    assert may(last)
    assert not may(last + SECOND)
    with room.sessions.begin() as session:
        assert attendances.claim(session, room.member, room.listed.id, "電池が切れました", closed)
        assert not attendances.claim(session, room.member, room.listed.id, "もう一度", closed)
    assert not may(closed)
    assert room.standing(closed) is AttendanceStanding.CLAIMED
