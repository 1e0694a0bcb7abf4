"""Editions read once from their documents and kept by fingerprint: what an edition says never changes."""

import hashlib
import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from content.course import Chapter, Course, from_document


def digest(document: object) -> str:
    """The fingerprint of JSON values: equal for equal values, whatever the order of keys."""
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def film_print(chapter: Chapter) -> str:
    """The fingerprint of a chapter's film: its files and its length, not its title."""
    return digest([chapter.seconds, [[video.sha256, video.mime] for video in chapter.videos]])


@dataclass(frozen=True)
class Reading:
    """A course, and the fingerprint of each chapter's film by its number."""

    course: Course
    films: Mapping[int, str]

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> "Reading":
        course = from_document(document)
        return cls(course, {chapter.number: film_print(chapter) for chapter in course.chapters})


Load = Callable[[list[int]], Iterable[tuple[str, Mapping[str, Any]]]]
"""(fingerprint, document) of the editions with these ids."""


R = TypeVar("R")


class Shelf(Generic[R]):
    """At most so many readings of documents; those not asked for the longest go first. Safe from several threads."""

    def __init__(self, read: Callable[[Mapping[str, Any]], R], most: int) -> None:
        self._read = read
        self._most = most
        self._held: OrderedDict[str, R] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, wanted: Mapping[str, int], load: Load) -> dict[str, R]:
        """The readings by fingerprint, of `wanted` ids by fingerprint; loads what is not held."""
        with self._lock:
            found = {key: self._held[key] for key in wanted if key in self._held}
        missing = [edition for key, edition in wanted.items() if key not in found]
        read = {key: self._read(document) for key, document in load(missing)} if missing else {}
        found |= read
        with self._lock:
            for key, reading in found.items():
                self._held[key] = reading
                self._held.move_to_end(key)
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        return found
