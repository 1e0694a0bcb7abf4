"""The published programme: courses in editions that never change, versions of films, and the films' bytes in parts."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Literal

from sqlalchemy import Row, Select, bindparam, insert, select, update
from sqlalchemy.orm import Session

from content.refusals import NoSuchCourse
from content.study.course import Chapter, Course, ListedCourse, Video, to_document
from content.values import CreditKind
from storage.engine.documents import Reading, Shelf, film_print
from storage.engine.statements import insert_new, run
from storage.programme import catalogue, editions, titles
from storage.tables import Blob, BlobPart, Edition, Film
from storage.tables import Course as CourseRow

PART_BYTES = 512 * 1024  # the parts on record have this size: blob_range computes with it
_SHELF = Shelf(Reading.of, most=5_000)

_Editions = Select[int, int, str]
_Film = Row[int, int, int, str]

_EDITIONS = select(CourseRow.id, Edition.id.label("edition_id"), Edition.fingerprint)
_CURRENT = _EDITIONS.join(Edition, Edition.id == CourseRow.edition_id)
_LISTED = _CURRENT.order_by(CourseRow.id)
_COURSE = _CURRENT.where(CourseRow.id == bindparam("wanted"))
_THESE = _CURRENT.where(CourseRow.id.in_(bindparam("ids", expanding=True)))
_SLUG = _CURRENT.where(CourseRow.slug == bindparam("wanted"))
_EDITION = _EDITIONS.join(Edition, Edition.course_id == CourseRow.id).where(Edition.id == bindparam("wanted"))
_DOCUMENTS = select(Edition.fingerprint, Edition.document).where(Edition.id.in_(bindparam("ids", expanding=True)))
_FILMS = select(Film.id, Film.course_id, Film.chapter, Film.fingerprint)
_FILMS_OF = _FILMS.where(Film.course_id == bindparam("course"))
_FILMS_OF_THESE = _FILMS.where(Film.course_id.in_(bindparam("ids", expanding=True)))
_PARTS = (
    select(BlobPart.content)
    .where(BlobPart.sha256 == bindparam("sha256"), BlobPart.number.between(bindparam("first"), bindparam("last")))
    .order_by(BlobPart.number)
)
_HOLD = select(CourseRow.id, CourseRow.edition_id).where(CourseRow.slug == bindparam("slug")).with_for_update()
_RETIRE = update(CourseRow).where(CourseRow.id == bindparam("number")).values(slug=bindparam("former"), edition_id=None)
_NEW_COURSE = insert_new(CourseRow)
_NEW_BLOB = insert_new(Blob)


Outcome = Literal["new", "new in place of a sample", "unchanged", "revised"]


@dataclass(frozen=True)
class Published:
    """The outcome of publishing. `edition` is the number (1…) of the edition that is shown now."""

    slug: str
    outcome: Outcome
    edition: int


@dataclass(frozen=True)
class StoredBlob:
    """Published bytes: their media type and length."""

    sha256: str
    mime: str
    size: int


class NoSuchBlob(LookupError):
    """No published bytes have this digest."""


class ChangedFile(ValueError):
    """The bytes of a video are not the ones that were checked."""


def publish(session: Session, course: Course, read: Callable[[str], bytes], at: datetime) -> Published:
    """Make this the shown edition of the course with its slug. `read` gives the bytes of a video file in the package.

    A changed film becomes a new version. An edition or a film that existed before is shown again, not added twice. A
    real course that takes the name of a sample is another course: it has nothing of what members did with the sample.
    Raises ChangedFile, and what `read` raises.
    """
    row, replaces = _hold(session, course)
    for video in _files(course):
        _store(session, video, read)
    for chapter in course.chapters:
        _store_film(session, row.id, chapter)
    edition_id, number = editions.put(session, Edition, row.id, to_document(course), at)
    kind, named = CreditKind(course.kind.value), (course.title, course.title_en)
    titles.note(session, course.source, kind, course.code, named, at, sample=course.sample)
    if edition_id == row.edition_id:
        return Published(course.slug, "unchanged", number)
    session.execute(update(CourseRow).where(CourseRow.id == row.id).values(edition_id=edition_id))
    first: Outcome = "new in place of a sample" if replaces else "new"
    return Published(course.slug, first if row.edition_id is None else "revised", number)


def withdraw_samples(session: Session) -> tuple[str, ...]:
    """Show no sample any more. What members did with them stays in the record. Returns their sources."""
    samples = [one for one in listed(session) if one.course.sample]
    for one in samples:
        session.execute(_RETIRE, {"number": one.id, "former": former(one.course.slug, one.id)})
    return tuple(one.source for one in samples)


def former(slug: str, number: int) -> str:
    """The name in the record of a sample that is shown no more, so that its own name is free: none that is published
    has a ~.
    """
    return f"{slug}~{number}"


def own_name(slug: str) -> str:
    """The name under which it was published, by which the ledger knows it."""
    return slug.partition("~")[0]


def _hold(session: Session, course: Course) -> tuple[Row[int, int | None], bool]:
    """The row of the course with this slug, locked, and whether it takes the place of a sample."""
    row = _locked(session, course.slug)
    shown = by_edition(session, row.edition_id).course if row.edition_id is not None else None
    if shown is None or course.sample or not shown.sample:
        return row, False
    session.execute(_RETIRE, {"number": row.id, "former": former(course.slug, row.id)})
    return _locked(session, course.slug), True


def _locked(session: Session, slug: str) -> Row[int, int | None]:
    # insert, then lock: two processes that publish the same course take turns from here on
    run(session, _NEW_COURSE, {"slug": slug})
    return session.execute(_HOLD, {"slug": slug}).one()


def course(session: Session, course_id: int) -> ListedCourse:
    """The course as it is shown now. Raises NoSuchCourse."""
    return _one(session, _COURSE, course_id)


def by_slug(session: Session, slug: str) -> ListedCourse:
    """The course with this slug, as it is shown now. Raises NoSuchCourse."""
    return _one(session, _SLUG, slug)


def by_edition(session: Session, edition_id: int) -> ListedCourse:
    """A course in the wording of this edition, which need not be shown now. Raises NoSuchCourse."""
    return _one(session, _EDITION, edition_id)


def listed(session: Session) -> tuple[ListedCourse, ...]:
    """Every course that is shown now, in the order of first publication."""
    return catalogue.listed(session, _LISTED, _FILMS, partial(_read, session))


def these(session: Session, ids: Collection[int]) -> tuple[ListedCourse, ...]:
    """The courses with these numbers that are shown now."""
    films = session.execute(_FILMS_OF_THESE, {"ids": ids}).all()
    return _read(session, session.execute(_THESE, {"ids": ids}).all(), films)


def blob(session: Session, sha256: str) -> StoredBlob:
    """The media type and length of published bytes. Raises NoSuchBlob."""
    found = session.get(Blob, sha256)
    if found is None:
        raise NoSuchBlob(sha256)
    return StoredBlob(found.sha256, found.mime, found.size)


def blob_range(session: Session, sha256: str, start: int, end: int) -> bytes:
    """The bytes from `start` (included) to `end` (not included), cut at the end; empty for an unknown digest."""
    if not 0 <= start < end:
        return b""
    first, last = start // PART_BYTES, (end - 1) // PART_BYTES
    parts = session.execute(_PARTS, {"sha256": sha256, "first": first, "last": last}).scalars()
    skipped = first * PART_BYTES
    return b"".join(parts)[start - skipped : end - skipped]


def _one(session: Session, statement: _Editions, wanted: int | str) -> ListedCourse:
    row = session.execute(statement, {"wanted": wanted}).one_or_none()
    if row is None:
        raise NoSuchCourse
    return _read(session, [row], session.execute(_FILMS_OF, {"course": row.id}).all())[0]


def _read(session: Session, rows: Sequence[Row[int, int, str]], films: Iterable[_Film]) -> tuple[ListedCourse, ...]:
    readings = _readings(session, rows)
    known = {(film.course_id, film.chapter, film.fingerprint): film.id for film in films}
    return tuple(
        ListedCourse(
            row.id,
            row.edition_id,
            readings[row.fingerprint].course,
            {number: known[row.id, number, film] for number, film in readings[row.fingerprint].films.items()},
        )
        for row in rows
    )


def _readings(session: Session, rows: Sequence[Row[int, int, str]]) -> Mapping[str, Reading]:
    """The editions of these rows, by fingerprint. Only those that are not in memory are read from the record."""
    return _SHELF.take(
        {row.fingerprint: row.edition_id for row in rows},
        lambda ids: [(one.fingerprint, one.document) for one in session.execute(_DOCUMENTS, {"ids": ids})],
    )


def _store_film(session: Session, course_id: int, chapter: Chapter) -> None:
    of_chapter = select(Film).where(Film.course_id == course_id, Film.chapter == chapter.number)
    versions = session.execute(of_chapter).scalars().all()
    fingerprint = film_print(chapter)
    if any(film.fingerprint == fingerprint for film in versions):
        return
    session.add(
        Film(
            course_id=course_id,
            chapter=chapter.number,
            version=len(versions) + 1,
            fingerprint=fingerprint,
            seconds=chapter.seconds,
            media=[{"src": _address(video) or video.sha256, "type": video.mime} for video in chapter.videos],
        )
    )
    session.flush()


def _address(video: Video) -> str:
    return video.source if video.source.startswith("https://") else ""


def _files(course: Course) -> Iterator[Video]:
    """The videos whose bytes are in the package."""
    return (video for chapter in course.chapters for video in chapter.videos if not _address(video))


def _store(session: Session, video: Video, read: Callable[[str], bytes]) -> None:
    if session.get(Blob, video.sha256) is not None:
        return
    content = read(video.source)
    if hashlib.sha256(content).hexdigest() != video.sha256:
        raise ChangedFile(f"{video.source} is not the file that was checked")
    # 0 rows: another process is storing the same bytes, with their parts
    if not run(session, _NEW_BLOB, {"sha256": video.sha256, "mime": video.mime, "size": len(content)}):
        return
    for number, start in enumerate(range(0, len(content), PART_BYTES)):
        part = content[start : start + PART_BYTES]
        session.execute(insert(BlobPart), {"sha256": video.sha256, "number": number, "content": part})
