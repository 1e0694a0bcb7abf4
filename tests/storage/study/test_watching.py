"""Viewings on the record: one live a member, real time's bound, completion once, the credit when it is due."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from content.privacy.retention import RETENTION
from content.rules import Rulebook, Rules
from content.study.watching import Beat
from storage.engine.sessions import Sessions
from storage.study import watching
from storage.study.watching import FilmOf, NoSuchFilm, NoSuchViewing, WatchedFilm
from storage.tables import Credit, Letter, Progress, Viewing
from tests.samples import chapter, course, member, publish, sit, watch

SECOND = timedelta(seconds=1)
RULES = Rulebook().at(date(2026, 11, 22))


class Page:
    """A watch page that tells what it likes, and when."""

    def __init__(self, session: Session, member_id: int, film: FilmOf, at: datetime, rules: Rules = RULES) -> None:
        self.session, self.member_id, self.film, self.at, self.rules = session, member_id, film, at, rules
        self.opened = watching.open_viewing(session, member_id, film, at, rules)
        self.seq = 0

    def tells(self, start: int, end: int, after: float, *, seq: int | None = None, visible: bool = True) -> WatchedFilm:
        """It played these seconds, and says so so long after its last word."""
        self.at += after * SECOND
        self.seq += 1
        told = Beat(self.seq if seq is None else seq, ((start * 1000, end * 1000),), visible)
        return watching.take_beat(
            self.session, self.opened.token, self.member_id, self.film, told, end, self.at, self.rules
        )


def film_of(session: Session, at: datetime, number: int = 1, seconds: int = 100) -> FilmOf:
    listed = publish(session, course(chapters=[chapter(1, seconds=seconds), chapter(2)]), at)
    return watching.film(session, listed.films[number])


def test_watching_through_completes_once_and_tells_the_chat(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me, film = member(session, now), film_of(session, now)
        page = Page(session, me, film, now)
        for start in range(0, 94, 10):
            standing = page.tells(start, min(start + 10, 94), 10)
        assert not standing.complete
        assert page.tells(94, 95, 1).complete
        completed_at = _completed_at(session)
        later = page.tells(95, 100, 5)
        assert (later.watched.count, later.just_completed) == (100, False)
        assert _completed_at(session) == completed_at == page.at - 5 * SECOND
        queued = session.execute(select(Letter.kind, Letter.subject)).all()
    assert [tuple(letter) for letter in queued] == [("chapter", f"course:{film.listed.id}:1")]


@pytest.mark.parametrize(("after", "credited"), [(0, 5), (10, 25), (20, 45), (119, 100), (1000, 100)])
def test_what_is_claimed_at_once_is_credited_as_far_as_time_went_by(
    sessions: Sessions, now: datetime, after: int, credited: int
) -> None:
    """Two seconds of film for a second of time, and the one grace of five."""
    with sessions.begin() as session:
        me, film = member(session, now), film_of(session, now)
        assert Page(session, me, film, now).tells(0, 100, after).watched.count == credited


def test_the_grace_is_spent_once_for_ever(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me, film = member(session, now), film_of(session, now)
        assert Page(session, me, film, now).tells(0, 100, 0).watched.count == 5
        for hours in range(1, 4):
            standing = Page(session, me, film, now + timedelta(hours=hours)).tells(0, 100, 0)
            assert standing.watched.count == 5


def test_a_newer_viewing_ends_the_older(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me, film = member(session, now), film_of(session, now)
        phone, desk = Page(session, me, film, now), Page(session, me, film, now + SECOND)
        standing = phone.tells(0, 10, 10)
        assert standing.taken_over
        assert standing.watched.count == 0
        assert desk.tells(0, 10, 10).watched.count == 10
        live = session.execute(select(Viewing).where(Viewing.ended_at.is_(None))).scalars().all()
    assert [viewing.token for viewing in live] == [desk.opened.token]


def test_a_clock_that_runs_ahead_elsewhere_banks_nothing_twice(sessions: Sessions, now: datetime) -> None:
    """One process is two seconds ahead: opening by the slow clock and telling by the fast one brings no time."""
    with sessions.begin() as session:
        me, film = member(session, now), film_of(session, now)
        assert Page(session, me, film, now).tells(0, 100, 2).watched.count == 9
        for _ in range(3):
            assert Page(session, me, film, now).tells(0, 100, 2).watched.count == 9
        assert Page(session, me, film, now).tells(0, 100, 3).watched.count == 11


@pytest.mark.parametrize("microseconds", [0, 1, 499, 500, 501, 999])
def test_parts_of_a_millisecond_are_not_rounded_up(sessions: Sessions, now: datetime, microseconds: int) -> None:
    with sessions.begin() as session:
        me, film = member(session, now), film_of(session, now)
        page = Page(session, me, film, now + timedelta(microseconds=microseconds))
        assert page.tells(0, 100, 0.999_999).watched.count == 6
        assert page.tells(0, 100, 0.001_001).watched.count == 7


def test_two_members_do_not_end_each_others(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me, other, film = member(session, now), member(session, now, no="2"), film_of(session, now)
        mine, hers = Page(session, me, film, now), Page(session, other, film, now)
        assert not mine.tells(0, 10, 10).taken_over
        assert not hers.tells(0, 10, 10).taken_over


def test_replayed_reordered_and_hidden_beats_change_nothing(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me, film = member(session, now), film_of(session, now)
        page = Page(session, me, film, now)
        assert page.tells(0, 10, 10, seq=5).watched.count == 10
        for seq in (5, 4, 0, -1):
            assert page.tells(50, 60, 10, seq=seq).watched.count == 10
        assert page.tells(50, 60, 10, seq=6, visible=False).watched.count == 10


def test_a_viewing_of_another_member_or_film_is_not_to_be_had(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me, other, film = member(session, now), member(session, now, no="2"), film_of(session, now)
        second = watching.film(session, film.listed.films[2])
        page = Page(session, me, film, now)
        for who, what in ((other, film), (me, second)):
            with pytest.raises(NoSuchViewing):
                watching.take_beat(session, page.opened.token, who, what, Beat(1), None, now, RULES)
        with pytest.raises(NoSuchViewing):
            watching.take_beat(session, "made up", me, film, Beat(1), None, now, RULES)
        with pytest.raises(NoSuchFilm):
            watching.film(session, 99)


def test_the_position_is_kept(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me, film = member(session, now), film_of(session, now)
        Page(session, me, film, now).tells(30, 40, 10)
        assert Page(session, me, film, now).opened.standing.position == 40


def test_the_last_chapter_brings_the_credit_where_the_test_was_passed_before(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me, film = member(session, now), film_of(session, now)
        watch(session, me, film.listed.films[2], 100, now)
        sit(session, me, film.listed, "passed", now)
        page = Page(session, me, film, now, replace(RULES, test_requires_all_videos=False))
        assert session.execute(select(Credit)).first() is None
        for start in range(0, 100, 10):
            page.tells(start, start + 10, 10)
        assert len(session.execute(select(Credit)).all()) == 1


def test_a_film_in_a_new_version_begins_afresh_and_keeps_the_chapter(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me, film = member(session, now), film_of(session, now)
        page = Page(session, me, film, now)
        for start in range(0, 100, 10):
            page.tells(start, start + 10, 10)
        revised = course(chapters=[chapter(1, source="new.mp4"), chapter(2)])
        newer = watching.film(session, publish(session, revised, now).films[1])
        assert newer.id != film.id
        assert Page(session, me, newer, now).opened.standing.watched.count == 0
        letters_before = session.execute(select(Letter)).all()
        page = Page(session, me, newer, now)
        for start in range(0, 100, 10):
            page.tells(start, start + 10, 10)
        assert session.execute(select(Letter)).all() == letters_before


def test_a_silent_viewing_ends_after_thirty_hours(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        Page(session, member(session, now), film_of(session, now), now)
        assert _ended(session, now + timedelta(hours=30)) == 0
        assert _ended(session, now + timedelta(hours=30, seconds=1)) == 1


def test_a_member_has_two_viewings_at_most_and_one_that_ended_is_forgotten(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me, other, film = member(session, now), member(session, now, no="2"), film_of(session, now)
        hers = Page(session, other, film, now)
        pages = [Page(session, me, film, now + number * SECOND) for number in range(5)]
        tokens = set(session.execute(select(Viewing.token)).scalars())
        assert tokens == {hers.opened.token, pages[-1].opened.token, pages[-2].opened.token}
        ended = now + 4 * SECOND
        assert _forgotten(session, ended + timedelta(hours=1)) == 0
        assert _forgotten(session, ended + timedelta(hours=1, seconds=1)) == 1
        assert pages[-1].tells(0, 3, 3).watched.count == 3
        assert hers.tells(0, 3, 3).watched.count == 3


def test_forgetting_viewings_gives_no_second_grace(sessions: Sessions, now: datetime) -> None:
    """The grace of five seconds is once for each member and version of a film, whatever is forgotten of viewings."""
    with sessions.begin() as session:
        me, film = member(session, now), film_of(session, now)
        assert Page(session, me, film, now).tells(0, 100, 0).watched.count == 5
        for hours in range(40, 400, 40):
            at = now + timedelta(hours=hours)
            assert (_ended(session, at - timedelta(hours=2)), _forgotten(session, at)) == (1, 1)
            assert session.execute(select(Viewing)).first() is None
            assert Page(session, me, film, at).tells(0, 100, 0).watched.count == 5


def _forgotten(session: Session, at: datetime) -> int:
    return watching.forget(session, watching.find_old(session, at - RETENTION.viewings))


def _completed_at(session: Session) -> datetime | None:
    return session.execute(select(Progress.completed_at)).scalar_one()


def _ended(session: Session, at: datetime) -> int:
    return watching.end_idle(session, watching.find_idle(session, at), at)
