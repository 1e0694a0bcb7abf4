"""A members' file for tests, and the desk where it is imported."""

import io
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from bot.commands.files import import_file
from bot.commands.files.import_file import How, Times
from content.importing.member_fields import COLUMNS
from content.importing.member_record import FIELDS
from content.importing.report import State
from content.staff.people import Person
from storage.engine.sessions import Sessions
from storage.importing import imports
from storage.people import members
from storage.tables import Member

ENGLISH = ",".join(COLUMNS)
JAPANESE = ",".join(COLUMNS.values())
SOUND = "1000000001,M-1,見本 葵,ミホン アオイ,1972-02-04,300001,東京都,aoi@example.org,1"
LINE = dict(zip(COLUMNS, SOUND.split(","), strict=True))
Record = Mapping[str, tuple[Any, ...]]


class Desk:
    """Where a file is imported."""

    def __init__(self, sessions: Sessions, folder: Path, now: datetime) -> None:
        self.sessions = sessions
        self.file = folder / "members.csv"
        self.now = now
        self.pauses: list[float] = []

    def imports(self, content: str | bytes, name: str = "members.csv", shorter_names: bool = False) -> tuple[int, str]:
        """Exit code and what was said, without the file's name."""
        self.file = self.file.with_name(name)
        self.file.write_bytes(content if isinstance(content, bytes) else content.encode())
        out = io.StringIO()
        code = import_file.run(
            self.sessions,
            self.file,
            self.now,
            out,
            times=Times(pause=self.pauses.append),
            how=How(shorter_names=shorter_names),
        )
        said = out.getvalue().replace(f"{self.file}: ", "").replace(f"{self.file} ", "")
        return code, "".join(line for line in said.splitlines(keepends=True) if not _is_beside(line))

    def person(self, member_no: str = "1000000001") -> Person:
        with self.sessions.begin() as session:
            cipher = self.sessions.cipher
            found = members.account(session, cipher, member_no, member_no=True, mamis_id=False)
            return members.person(session, found.id)

    @property
    def count(self) -> int:
        with self.sessions.reading() as session:
            return session.execute(select(func.count(Member.id))).scalar_one()


def _is_beside(line: str) -> bool:
    """What is told of every import that was applied, and of members that these files don't name."""
    return line.startswith("This was import") or line.endswith("are not in the file.\n")


def line(**cells: str) -> str:
    """The sound line with other cells."""
    return ",".join((LINE | cells).values())


def table(*lines: str, header: str = ENGLISH) -> str:
    return "\r\n".join([header, *lines, ""])


def many(count: int, **cells: str) -> str:
    return table(*(line(member_id=f"{at:010}", mamis_id=f"M{at}", **cells) for at in range(1, count + 1)))


def of(sessions: Sessions) -> Record:
    """All that an import writes of each member, by the member's number."""
    with sessions.reading() as session:
        every = session.execute(select(Member)).scalars().all()
        return {one.member_no: tuple(getattr(one, name) for name in FIELDS) for one in every}


def states(desk: Desk) -> list[State]:
    with desk.sessions.reading() as session:
        return [one.state for one in imports.latest(session, 9)][::-1]


def undo(desk: Desk, number: int) -> tuple[int, str]:
    out = io.StringIO()
    return import_file.undo(desk.sessions, number, desk.now, out, times=Times(pause=desk.pauses.append)), out.getvalue()
