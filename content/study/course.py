"""A course as a frozen value, and its form as a JSON document."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import cached_property
from typing import Any

from content.refusals import NoSuchCourse
from content.text.folding import fold
from content.titled import Titled


class Kind(enum.StrEnum):
    """生涯教育講座 or インターネット生涯教育協力講座."""

    LECTURE = "lecture"
    COOPERATION = "cooperation"


@dataclass(frozen=True)
class Supervisor:
    """総監修: a name and a post (the post may be empty)."""

    name: str
    post: str


@dataclass(frozen=True)
class Video:
    """One file of a film. `source` is a file name in the package or an https URL.

    `sha256` is the lower-case hex digest of the file's bytes, or of the URL's text if the film lies elsewhere. In both
    cases another film has another digest.
    """

    source: str
    mime: str
    sha256: str
    seconds: int


@dataclass(frozen=True)
class Chapter:
    """One chapter, numbered from 1. `videos` hold the same film in several formats, the preferred format first."""

    number: int
    title: str
    videos: tuple[Video, ...]
    seconds: int
    title_en: str = ""


@dataclass(frozen=True)
class Review:
    """The place in the course where a question's subject is taught."""

    chapter: int
    second: int


@dataclass(frozen=True)
class Item:
    """One question with its choices. `right` holds the numbers of the right choices, from 1 on; never all of them."""

    number: int
    text: str
    choices: tuple[str, ...]
    right: frozenset[int]
    explanation: str

    @property
    def several(self) -> bool:
        """Whether more than one choice is to be marked."""
        return len(self.right) > 1


@dataclass(frozen=True)
class Question(Item):
    """One item of the self-assessment."""

    review: Review


@dataclass(frozen=True)
class CommonLecture:
    """専門医共通講習: the category as the board names it (必修講習A 感染対策), and its own units beside the credit."""

    category: str
    half_units: int


@dataclass(frozen=True)
class Retake:
    """How often the test may be taken in all (None: no limit), and the wait after a failed test, in minutes."""

    limit: int | None = None
    wait_minutes: int = 0


@dataclass(frozen=True)
class Course:
    """One content of the programme. It has one curriculum code and brings `half_units` of credit (2 is 1単位)."""

    slug: str
    title: str
    code: int
    kind: Kind
    half_units: int
    sample: bool
    planning: str
    supervisors: tuple[Supervisor, ...]
    chapters: tuple[Chapter, ...]
    questions: tuple[Question, ...]
    common_lecture: CommonLecture | None
    retake: Retake
    title_en: str = ""
    reading: str = ""

    @property
    def source(self) -> str:
        """The name under which the ledger knows this content, whatever the edition."""
        return f"course:{self.slug}"

    @cached_property
    def searched(self) -> str:
        """All that a search looks into, folded, each in a line of its own. Made once: there may be thousands."""
        titled: tuple[Titled, ...] = (self, *self.chapters)
        names = [name for one in titled for name in (one.title, one.title_en)]
        return "\n".join(map(fold, [*names, self.reading, *(one.name for one in self.supervisors)]))

    @cached_property
    def seconds(self) -> int:
        """The length of all chapters together."""
        return sum(chapter.seconds for chapter in self.chapters)


_LATER = ("title_en", "reading")
"""Fields that came later, and that may be empty."""


def to_document(course: Course) -> dict[str, object]:
    """The course as plain JSON values; equal courses give equal documents."""
    document = plain(asdict(course))
    return document if isinstance(document, dict) else {}


def plain(value: object) -> object:
    """The value in the types of JSON. A set becomes a sorted list, so that equal values give equal documents. An empty
    English title or reading is left out, so that a document is the same as before there were any.
    """
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items() if item or key not in _LATER}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, enum.StrEnum) else value


def from_document(document: Mapping[str, Any]) -> Course:
    """The course that `to_document` wrote.

    Raises KeyError, TypeError or ValueError for a document of another shape.
    """
    common = document["common_lecture"]
    return Course(
        **{
            **document,
            "kind": Kind(document["kind"]),
            "supervisors": tuple(Supervisor(**one) for one in document["supervisors"]),
            "chapters": tuple(map(_chapter, document["chapters"])),
            "questions": tuple(map(_question, document["questions"])),
            "common_lecture": None if common is None else CommonLecture(**common),
            "retake": Retake(**document["retake"]),
        }
    )


def _chapter(document: Mapping[str, Any]) -> Chapter:
    return Chapter(**{**document, "videos": tuple(Video(**one) for one in document["videos"])})


def _question(document: Mapping[str, Any]) -> Question:
    return Question(
        **{
            **document,
            "choices": tuple(document["choices"]),
            "right": frozenset(document["right"]),
            "review": Review(**document["review"]),
        }
    )


@dataclass(frozen=True)
class ListedCourse:
    """A course as published. `id` stays the same over editions. `films`: chapter number to film id, in this edition."""

    id: int
    edition_id: int
    course: Course
    films: Mapping[int, int]

    @property
    def source(self) -> str:
        return self.course.source

    def chapter(self, number: int) -> Chapter:
        """The chapter of that number; raises NoSuchCourse."""
        for chapter in self.course.chapters:
            if chapter.number == number:
                return chapter
        raise NoSuchCourse


@dataclass(frozen=True)
class ChapterState:
    """A chapter, and how much of it a member has watched: `watched` seconds of the film that is shown now.

    `done` (受講済): the member has completed any version of its film, so replacing a film takes nothing away.
    """

    number: int
    title: str
    seconds: int
    watched: int
    done: bool
    film_id: int
    title_en: str = ""


def to_watch(chapters: Iterable[ChapterState]) -> tuple[ChapterState, ...]:
    """Those that are not 受講済. One that was begun comes first: the member is likely to go on with it."""
    return tuple(sorted((chapter for chapter in chapters if not chapter.done), key=lambda one: not one.watched))
