"""Courses: their packages are brought to the members, each in a transaction of its own."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import TextIO

from bot.commands.batch import Batch, counted
from content.package import Fault, read_programme, reasons
from content.study.course import Course
from storage.engine.sessions import Sessions
from storage.programme import courses as programme
from storage.programme.courses import ChangedFile

FILE = "course.yaml"


def find(path: Path) -> Batch | None:
    """The courses at or below a path."""
    if path.name != FILE and not any(path.rglob(FILE)):
        return None
    courses, faults = read_programme(path)
    folders = _folders(path)
    return Batch(
        counted(len(courses), "course", "courses"),
        faults,
        lambda sessions, now, out: _publish(sessions, courses, folders, now, out),
    )


def missing() -> Batch:
    """The batch of a place where nothing can be published."""
    return Batch(counted(0, "course", "courses"), (Fault(Path(FILE), 1, reasons.NO_COURSE),), lambda *_: 1)


def _publish(
    sessions: Sessions, courses: Iterable[Course], folders: dict[str, Path], now: datetime, out: TextIO
) -> int:
    """Publish one after another. If it is cut off, the command is typed again; what is there counts as unchanged."""
    for course in courses:
        try:
            with sessions.begin() as session:
                done = programme.publish(session, course, _reader(folders[course.slug]), now)
        except (ChangedFile, OSError) as error:
            print(f"{course.slug}: not published, its files changed after they were checked: {error}", file=out)
            return 1
        print(f"{done.slug}: {done.outcome} (edition {done.edition})", file=out)
    return 0


def _folders(path: Path) -> dict[str, Path]:
    """The folder of each package by its slug. The check has made sure that the folder's name is the slug."""
    folder = path.parent if path.is_file() else path
    return {file.parent.resolve().name: file.parent for file in folder.rglob(FILE)}


def _reader(folder: Path) -> Callable[[str], bytes]:
    return lambda source: (folder / source).read_bytes()
