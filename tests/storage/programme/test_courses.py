"""Publishing and reading: editions, versions of films, bytes in parts."""

import hashlib
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import event

from content.refusals import NoSuchCourse
from content.study.course import Chapter, Course, Video
from storage.engine.sessions import Sessions
from storage.programme import courses
from storage.programme.courses import PART_BYTES, Published
from storage.tables import Film
from tests.samples import chapter, course, film_bytes, publish

WORDING = course(title="高血圧（改訂）")


def _publish(sessions: Sessions, one: Course, at: datetime) -> Published:
    with sessions.begin() as session:
        return courses.publish(session, one, film_bytes, at)


def test_the_same_again_is_unchanged(sessions: Sessions, now: datetime) -> None:
    assert _publish(sessions, course(), now) == Published("hypertension", "new", 1)
    with sessions.reading() as session:
        before = courses.by_slug(session, "hypertension")
    assert _publish(sessions, course(), now + timedelta(days=1)) == Published("hypertension", "unchanged", 1)
    with sessions.reading() as session:
        assert courses.by_slug(session, "hypertension") == before


def test_what_is_read_is_what_was_published(sessions: Sessions, now: datetime) -> None:
    _publish(sessions, course(), now)
    with sessions.reading() as session:
        listed = courses.by_slug(session, "hypertension")
        assert listed.course == course()
        assert courses.course(session, listed.id) == listed
        assert courses.by_edition(session, listed.edition_id) == listed
        assert courses.listed(session) == (listed,)
    assert list(listed.films) == [1, 2]
    assert listed.source == "course:hypertension"
    assert listed.chapter(2).title == "題2"


def test_all_that_are_shown_are_read_once_and_are_never_those_of_before(sessions: Sessions, now: datetime) -> None:
    """Whatever changes: a course comes, has another wording, gets its old one back, or all of that is undone."""
    # asked for first: the memory may hold the same course of a test before, since those share PostgreSQL's engine
    with sessions.begin() as session:
        assert courses.listed(session) == ()
    _publish(sessions, course(), now)
    asked: list[str] = []
    event.listen(sessions.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    for _ in range(2):
        with sessions.begin() as session:
            assert [one.course for one in courses.listed(session)] == [course()]
    assert len([one for one in asked if "films.fingerprint" in one]) == 1
    with suppress(LookupError), sessions.begin() as session:
        courses.publish(session, replace(course(), title="取りやめ"), film_bytes, now)
        assert [one.course.title for one in courses.listed(session)] == ["取りやめ"]
        raise LookupError
    for one in (WORDING, course()):
        _publish(sessions, one, now)
        with sessions.reading() as session:
            assert [listed.course for listed in courses.listed(session)] == [one]
    _publish(sessions, course("asthma"), now)
    with sessions.begin() as session:
        assert [one.course.slug for one in courses.listed(session)] == ["hypertension", "asthma"]


def test_a_new_wording_is_a_new_edition_with_the_same_films(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        first = publish(session, course(), now)
    assert _publish(sessions, WORDING, now) == Published("hypertension", "revised", 2)
    with sessions.reading() as session:
        second = courses.by_slug(session, "hypertension")
        assert courses.by_edition(session, first.edition_id) == first
    assert (second.id, second.films) == (first.id, first.films)
    assert second.edition_id != first.edition_id
    assert second.course.title == "高血圧（改訂）"


def test_an_old_wording_comes_back_as_its_old_edition(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        first = publish(session, course(), now)
    _publish(sessions, WORDING, now)
    assert _publish(sessions, course(), now) == Published("hypertension", "revised", 1)
    with sessions.reading() as session:
        assert courses.by_slug(session, "hypertension") == first


def _second(source: str = "2.mp4", seconds: int = 100, title: str = "") -> Course:
    return course(chapters=(chapter(1), chapter(2, title, source, seconds)))


@pytest.mark.parametrize(
    ("changed", "replaced"),
    [
        (_second(title="新しい題"), False),
        (_second(source="new.mp4"), True),
        (_second(source="https://example.org/2.mp4"), True),
        (_second(seconds=99), True),
    ],
)
def test_a_replaced_film_is_a_new_version(sessions: Sessions, now: datetime, changed: Course, replaced: bool) -> None:
    with sessions.begin() as session:
        first = publish(session, course(), now)
        second = publish(session, changed, now)
        version = session.get_one(Film, second.films[2]).version
    assert first.films[1] == second.films[1]
    assert (first.films[2] != second.films[2]) is replaced
    assert version == (2 if replaced else 1)


def test_a_film_that_comes_back_is_the_version_it_was(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        first = publish(session, course(), now)
        publish(session, _second(source="new.mp4"), now)
        assert publish(session, course(title="三"), now).films == first.films


def test_a_film_says_where_its_bytes_are(sessions: Sessions, now: datetime) -> None:
    away = Video("https://example.org/1.webm", "video/webm", "0" * 64, 100)
    here = chapter(1)
    both = Chapter(1, here.title, (*here.videos, away), 100)
    with sessions.begin() as session:
        film = session.get_one(Film, publish(session, course(chapters=[both]), now).films[1])
        assert film.media == [
            {"src": here.videos[0].sha256, "type": "video/mp4"},
            {"src": "https://example.org/1.webm", "type": "video/webm"},
        ]
        assert film.seconds == 100


def test_courses_with_equal_films_share_bytes_but_not_films(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        first = publish(session, course("one"), now)
        second = publish(session, course("two"), now)
        assert [one.course.slug for one in courses.listed(session)] == ["one", "two"]
    assert not set(first.films.values()) & set(second.films.values())


@pytest.mark.parametrize("size", [1, PART_BYTES - 1, PART_BYTES, PART_BYTES + 1, 2 * PART_BYTES + 7])
def test_any_range_of_a_blob(sessions: Sessions, now: datetime, size: int) -> None:
    content = (bytes(range(251)) * (size // 251 + 1))[:size]
    sha256 = hashlib.sha256(content).hexdigest()
    one = replace(chapter(1), videos=(Video("1.mp4", "video/mp4", sha256, 100),))
    with sessions.begin() as session:
        courses.publish(session, course(chapters=[one]), lambda _: content, now)
    with sessions.reading() as session:
        assert courses.blob(session, sha256) == courses.StoredBlob(sha256, "video/mp4", size)
        edges = sorted({0, 1, size // 2, PART_BYTES - 1, PART_BYTES, PART_BYTES + 1, size - 1, size, size + 5})
        for start in edges:
            for end in edges:
                wanted = content[start:end]
                assert courses.blob_range(session, sha256, start, end) == wanted, (start, end)
        assert courses.blob_range(session, sha256, -1, 5) == b""


def test_no_such_bytes(sessions: Sessions) -> None:
    with sessions.reading() as session:
        assert courses.blob_range(session, "0" * 64, 0, 10) == b""
        with pytest.raises(courses.NoSuchBlob):
            courses.blob(session, "0" * 64)


def test_a_file_that_changed_since_the_check_publishes_nothing(sessions: Sessions, now: datetime) -> None:
    with pytest.raises(courses.ChangedFile, match=r"1\.mp4"), sessions.begin() as session:
        courses.publish(session, course(), lambda _: b"other", now)
    with sessions.reading() as session:
        assert courses.listed(session) == ()


def test_bytes_that_are_there_are_not_read_again(sessions: Sessions, now: datetime) -> None:
    _publish(sessions, course(), now)
    read: list[str] = []

    def reading(source: str) -> bytes:
        read.append(source)
        return film_bytes(source)

    with sessions.begin() as session:
        courses.publish(session, _second(source="new.mp4"), reading, now)
    assert read == ["new.mp4"]


@pytest.mark.parametrize("wanted", [0, 999])
def test_a_course_that_is_none(sessions: Sessions, now: datetime, wanted: int) -> None:
    with sessions.begin() as session:
        listed = publish(session, course(), now)
        for read in (courses.course, courses.by_edition):
            with pytest.raises(NoSuchCourse):
                read(session, wanted)
        with pytest.raises(NoSuchCourse):
            courses.by_slug(session, "none")
        with pytest.raises(NoSuchCourse):
            listed.chapter(3)
