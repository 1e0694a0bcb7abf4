"""Reads the courses in a folder, or all their faults at once."""

from dataclasses import dataclass, replace
from pathlib import Path

from content.package import reasons, written
from content.package.checks import check
from content.package.faults import Fault
from content.package.schema import ChapterPart, CoursePart, QuestionPart
from content.package.videos import Videos
from content.study.course import Chapter, CommonLecture, Course, Kind, Question, Retake, Review, Supervisor

COURSE_FILE = Path("course.yaml")


@dataclass(frozen=True)
class _Package:
    course: Course | None
    faults: tuple[Fault, ...]
    slug: str | None = None
    slug_line: int = 1


def read_course(folder: Path) -> tuple[Course | None, tuple[Fault, ...]]:
    """The course of a package, or None and all its faults in the order of their lines."""
    package = _read(folder)
    return package.course, package.faults


def read_programme(folder: Path) -> tuple[tuple[Course, ...], tuple[Fault, ...]]:
    """All courses without faults at or below a path, in the order of their paths, and all faults of the others.

    A path to a course.yaml means its folder. If two courses have the same slug, the second one has a fault.
    """
    if folder.name == COURSE_FILE.name and folder.is_file():
        folder = folder.parent
    files = sorted(path for path in folder.rglob(COURSE_FILE.name) if path.is_file())
    if not files:
        return (), (Fault(COURSE_FILE, 1, reasons.NO_COURSE),)
    courses: list[Course] = []
    faults: list[Fault] = []
    slugs: dict[str, Path] = {}
    for file in files:
        package, name = _read(file.parent), file.relative_to(folder)
        faults += [replace(fault, file=name.parent / fault.file) for fault in package.faults]
        if package.slug is not None and slugs.setdefault(package.slug, name) != name:
            faults.append(Fault(name, package.slug_line, reasons.slug_twice(package.slug, slugs[package.slug])))
        elif package.course:
            courses.append(package.course)
    return tuple(courses), tuple(faults)


def _read(folder: Path) -> _Package:
    found = written.read(folder / COURSE_FILE, CoursePart, reasons.NO_COURSE)
    videos = Videos(folder)
    if not found.readable:
        return _Package(None, found.faults(COURSE_FILE))
    more = [*check(found.plain, folder.resolve().name), *videos.check(found.plain)]
    faults = found.faults(COURSE_FILE, more)
    course = _course(found.part, videos) if found.part and not faults else None
    return _Package(course, faults, found.plain.get("slug"), found.line("slug"))


def _course(part: CoursePart, videos: Videos) -> Course:
    common = part.common_lecture
    return Course(
        slug=part.slug,
        title=part.title,
        code=part.code,
        kind=Kind(part.kind),
        half_units=part.credit,
        sample=part.sample,
        planning=part.planning,
        supervisors=tuple(Supervisor(supervisor.name, supervisor.post) for supervisor in part.supervisors),
        chapters=tuple(_chapter(chapter, videos) for chapter in part.chapters),
        questions=tuple(map(_question, part.questions)),
        common_lecture=CommonLecture(common.category, common.credit) if common else None,
        retake=Retake(part.retake.limit, part.retake.wait_minutes),
        title_en=part.title_en,
        reading=part.reading,
    )


def _chapter(part: ChapterPart, videos: Videos) -> Chapter:
    formats = tuple(videos.video(one, part.length) for one in part.videos)
    return Chapter(part.number, part.title, formats, part.length, part.title_en)


def _question(part: QuestionPart) -> Question:
    review = Review(part.review.chapter, part.review.second)
    return Question(part.number, part.text, tuple(part.choices), frozenset(part.right), part.explanation, review)
