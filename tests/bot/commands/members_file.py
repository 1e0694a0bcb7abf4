"""A members' file for tests, and the desk where it is imported."""

import io
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select

from bot.commands import import_members
from bot.commands.member_fields import COLUMNS
from content.staff.people import Person
from storage.engine.sessions import Sessions
from storage.people import members
from storage.tables import Member

ENGLISH = ",".join(COLUMNS)
JAPANESE = ",".join(COLUMNS.values())
SOUND = "1000000001,M-1,見本 葵,ミホン アオイ,1972-02-04,300001,東京都,aoi@example.org,1"
LINE = dict(zip(COLUMNS, SOUND.split(","), strict=True))


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
        code = import_members.run(
            self.sessions, self.file, self.now, out, pause=self.pauses.append, shorter_names=shorter_names
        )
        return code, out.getvalue().replace(f"{self.file}: ", "").replace(f"{self.file} ", "")

    def person(self, member_no: str = "1000000001") -> Person:
        with self.sessions.begin() as session:
            cipher = self.sessions.cipher
            found = members.account(session, cipher, member_no, member_no=True, mamis_id=False)
            return members.person(session, found.id)

    @property
    def count(self) -> int:
        with self.sessions.reading() as session:
            return session.execute(select(func.count(Member.id))).scalar_one()


def line(**cells: str) -> str:
    """The sound line with other cells."""
    return ",".join((LINE | cells).values())


def table(*lines: str, header: str = ENGLISH) -> str:
    return "\r\n".join([header, *lines, ""])
