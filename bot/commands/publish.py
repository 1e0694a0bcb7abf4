"""publish: bring courses from their packages to the members; nothing of a folder in which anything is wrong."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TextIO

from bot.commands import check
from content.package import read_programme
from storage import programme
from storage.programme import ChangedFile
from storage.sessions import Sessions


def run(sessions: Sessions, path: Path, now: datetime, out: TextIO) -> int:
    """Each course is one transaction: cut off, the command is typed again, and what is there is unchanged."""
    courses, faults = read_programme(path)
    if faults:
        code = check.tell(path, faults, out)
        print("Nothing was published.", file=out)
        return code
    folders = _folders(path)
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
    """The folder of each package: it has the name of the slug, which is checked."""
    folder = path.parent if path.is_file() else path
    return {file.parent.resolve().name: file.parent for file in folder.rglob("course.yaml")}


def _reader(folder: Path) -> Callable[[str], bytes]:
    return lambda source: (folder / source).read_bytes()
