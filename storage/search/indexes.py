"""The indexes of what is published now. Each is made once and kept until something of its kind is published anew, and
trainings and broadcasts until one more of them is over.

A search reads the fingerprints of what is shown, which are few and short, and not the documents.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from content.rules import Rules, begins, day_of
from content.search import entries
from content.search.entry import Entry, Kind
from content.search.finder import Finder
from content.search.index import Index
from storage.journal import issues
from storage.programme import courses as programme
from storage.radio import schedule
from storage.search import prints
from storage.trainings import looked_up

MOST = 4
"""So many indexes of a kind are kept: one for each database, and of those that a publication is just replacing."""
PUBLIC = (Kind.COURSE, Kind.CODE, Kind.BROADCAST, Kind.HELP)
"""What everybody may read; the other kinds are for members."""

Made = Callable[[], Iterable[Entry]]


class Kept:
    """The indexes of a kind that were used last. Several threads may use it."""

    def __init__(self) -> None:
        self._held: OrderedDict[Hashable, Index] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, key: Hashable, make: Made) -> Index:
        with self._lock:
            found = self._held.get(key)
        index = found or Index(make())  # outside the lock: two threads may make the same one, which does no harm
        with self._lock:
            self._held[key] = index
            self._held.move_to_end(key)
            while len(self._held) > MOST:
                self._held.popitem(last=False)
        return index


_KEPT = {kind: Kept() for kind in Kind}


def finder(session: Session, now: datetime, rules: Rules, *, public: bool) -> Finder:
    """A finder of all that a member may see now; of what everybody may see, if it is `public`."""
    kinds = PUBLIC if public else tuple(Kind)
    since = begins(day_of(now) - timedelta(days=rules.found_past_days))
    return Finder({kind: _INDEXES[kind](session, now, since) for kind in kinds})


def courses(session: Session) -> Finder:
    """A finder of the courses alone, and of the codes by which they are found."""
    return Finder({Kind.COURSE: _courses(session), Kind.CODE: _KEPT[Kind.CODE].take("codes", entries.of_codes)})


def _courses(session: Session) -> Index:
    def make() -> Iterable[Entry]:
        return [entries.of_course(one.course, one.id) for one in programme.listed(session)]

    return _KEPT[Kind.COURSE].take(prints.of_courses(session), make)


def _of_trainings(session: Session, now: datetime, since: datetime) -> Index:
    every = looked_up.since(session, since)
    over = sum(one.ends_at <= now for one in every)

    def make() -> Iterable[Entry]:
        return entries.of_trainings(looked_up.these(session, [one.id for one in every]), now)

    return _KEPT[Kind.TRAINING].take((every, over), make)


def _of_issues(session: Session, _now: datetime, _since: datetime) -> Index:
    def make() -> Iterable[Entry]:
        known = issues.listed(session)
        yield from (entries.of_issue(one.issue, one.id) for one in known.issues)
        yield from (entries.of_issue(one, one.slug) for one in known.specials)

    return _KEPT[Kind.ISSUE].take(prints.of_issues(session), make)


def _of_broadcasts(session: Session, now: datetime, since: datetime) -> Index:
    every = schedule.since(session, since)
    over = sum(one.broadcast.is_over(now) for one in every)
    return _KEPT[Kind.BROADCAST].take((every, over), lambda: entries.of_broadcasts(every, now))


def _of_codes(_session: Session, _now: datetime, _since: datetime) -> Index:
    return _KEPT[Kind.CODE].take("codes", entries.of_codes)


def _of_help(_session: Session, _now: datetime, _since: datetime) -> Index:
    return _KEPT[Kind.HELP].take("help", entries.of_help)


_INDEXES: Mapping[Kind, Callable[[Session, datetime, datetime], Index]] = {
    Kind.COURSE: lambda session, *_: _courses(session),
    Kind.CODE: _of_codes,
    Kind.TRAINING: _of_trainings,
    Kind.ISSUE: _of_issues,
    Kind.BROADCAST: _of_broadcasts,
    Kind.HELP: _of_help,
}
