"""The indexes of the search are those of what is published now, however long they are kept."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from content.rules import Rulebook
from content.search.entry import Kind
from storage.engine.sessions import Sessions
from storage.programme import courses
from storage.search import indexes
from storage.trainings import published
from tests import broadcasts, issues, samples
from tests.broadcasts import a_broadcast
from tests.storage.training import training

RULES = Rulebook()
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


def _found(session: Session, text: str, kind: Kind, now: datetime, *, public: bool = False) -> list[str]:
    found = indexes.finder(session, now, RULES.now(now), public=public).find(text)
    return [hit.entry.title for hit in found.of(kind) if not found.near]


def _course(session: Session, title: str, now: datetime) -> None:
    samples.publish(session, samples.course(title=title), now)


def _training(session: Session, title: str, now: datetime) -> None:
    published.publish(session, training(now + DAY, title=title), now)


def _issue(session: Session, title: str, now: datetime) -> None:
    issues.publish(session, replace(issues.an_issue(), title=title), now)


def _broadcast(session: Session, title: str, now: datetime) -> None:
    broadcasts.publish(session, [a_broadcast("2026-11-25 20:40", title)], now)


Publish = Callable[[Session, str, datetime], None]
EVERY = [
    (Kind.COURSE, _course),
    (Kind.TRAINING, _training),
    (Kind.ISSUE, _issue),
    (Kind.BROADCAST, _broadcast),
]


@pytest.mark.parametrize(("kind", "publish"), EVERY)
def test_what_is_published_anew_is_found_by_its_new_title(
    sessions: Sessions, now: datetime, kind: Kind, publish: Publish
) -> None:
    for title, other in (("旧題", "新題"), ("新題", "旧題")):
        with sessions.begin() as session:
            publish(session, title, now)
            assert _found(session, title, kind, now) == [title], "before the commit too"
        with sessions.reading() as session:
            assert (_found(session, title, kind, now), _found(session, other, kind, now)) == ([title], [])


def test_what_is_taken_back_is_found_no_more(sessions: Sessions, now: datetime) -> None:
    kinds = (Kind.COURSE, Kind.TRAINING)
    with sessions.begin() as session:
        samples.publish(session, samples.course(title="見本の題", sample=True), now)
        published.publish(session, training(now + DAY, title="見本の題", sample=True), now)
    with sessions.begin() as session:
        assert (
            _found(session, "見本の題", Kind.COURSE, now)
            == _found(session, "見本の題", Kind.TRAINING, now)
            == ["見本の題"]
        )
        courses.withdraw_samples(session)
        published.withdraw_samples(session, now)
        assert [_found(session, "見本の題", kind, now) for kind in kinds] == [[], []]


def test_a_training_goes_behind_the_others_in_the_moment_in_which_it_is_over(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        for slug, starts in (("first", now), ("second", now + DAY)):
            published.publish(session, training(starts, slug, title=f"題 {slug}"), now)
    with sessions.reading() as session:
        for moment, first in ((now + 89 * MINUTE, "題 first"), (now + 90 * MINUTE, "題 second")):
            assert _found(session, "題", Kind.TRAINING, moment)[0] == first


def test_a_stranger_s_search_does_not_look_into_what_is_for_members(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        for _, publish in EVERY:
            publish(session, "同じ題", now)
        for kind, _ in EVERY:
            found = _found(session, "同じ題", kind, now, public=True)
            assert found == (["同じ題"] if kind in (Kind.COURSE, Kind.BROADCAST) else [])


def test_the_documents_are_read_once(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        _course(session, "一度だけ", now)
        _found(session, "一度だけ", Kind.COURSE, now)
    asked: list[str] = []
    with sessions.reading() as session:
        bind = session.connection().engine
        hear = lambda _c, _cursor, statement, *_: asked.append(statement)  # noqa: E731  # the one act of a listener
        event.listen(bind, "before_cursor_execute", hear)
        _found(session, "一度だけ", Kind.COURSE, now)
        event.remove(bind, "before_cursor_execute", hear)
    assert asked
    assert not [one for one in asked if "document" in one]
