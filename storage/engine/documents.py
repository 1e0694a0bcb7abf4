"""Editions, read once from their documents and kept by fingerprint. That is safe, since an edition never changes."""

import hashlib
import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from content.study.course import Chapter, Course, from_document


def digest(document: object) -> str:
    """The fingerprint of JSON values. Equal values have equal ones, whatever the order of keys."""
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def film_print(chapter: Chapter) -> str:
    """The fingerprint of a chapter's film. It depends on the files and the length, not on the title."""
    return digest([chapter.seconds, [[video.sha256, video.mime] for video in chapter.videos]])


@dataclass(frozen=True)
class Reading:
    """A course, and the fingerprints of its films by chapter number."""

    course: Course
    films: Mapping[int, str]

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> "Reading":
        course = from_document(document)
        return cls(course, {chapter.number: film_print(chapter) for chapter in course.chapters})


V = TypeVar("V")


class Latest(Generic[V]):
    """Keeps what was read last of each database, with the state that it was read in. The state is asked for each time,
    so what is kept is what is on record. Several threads may use it.
    """

    def __init__(self) -> None:
        self._held: WeakKeyDictionary[Engine, tuple[str, V]] = WeakKeyDictionary()

    def take(self, session: Session, state: str, read: Callable[[], tuple[str, V]]) -> V:
        """What stands in this state. `read` reads it, and says in which state it found the record."""
        engine = session.get_bind().engine
        held = self._held.get(engine)
        if held is None or held[0] != state:
            held = self._held[engine] = read()
        return held[1]


Load = Callable[[list[int]], Iterable[tuple[str, Mapping[str, Any]]]]
"""(fingerprint, document) of the editions with these ids."""


R = TypeVar("R")


class Shelf(Generic[R]):
    """Keeps the `most` readings that were used last. Several threads may use it."""

    def __init__(self, read: Callable[[Mapping[str, Any]], R], most: int) -> None:
        self._read = read
        self._most = most
        self._held: OrderedDict[str, R] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, wanted: Mapping[str, int], load: Load) -> dict[str, R]:
        """The readings by fingerprint. `wanted`: edition ids by fingerprint. `load` is called for what is not kept."""
        with self._lock:
            found = {key: self._held[key] for key in wanted if key in self._held}
        missing = [edition for key, edition in wanted.items() if key not in found]
        # outside the lock, for reading takes long: two threads may read the same document, which does no harm
        read = {key: self._read(document) for key, document in load(missing)} if missing else {}
        found |= read
        with self._lock:
            for key, reading in found.items():
                self._held[key] = reading
                self._held.move_to_end(key)
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        return found
