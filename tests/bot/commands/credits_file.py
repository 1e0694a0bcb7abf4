"""A file of credits already held for tests, and the desk where it is imported."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.commands.files import import_file
from bot.commands.files.import_file import How, Times
from content.importing.past_fields import COLUMNS
from content.importing.report import Kind, Outcome, Planned, State
from content.rules import Rulebook, begins
from content.values import CreditKind
from storage.credits import ledger
from storage.engine.sessions import Sessions
from storage.importing import imports, listing
from storage.tables import CommonCredit, Coverage, Credit
from tests import samples

ENGLISH, JAPANESE = ",".join(COLUMNS), ",".join(COLUMNS.values())
SOUND = "1000000001,2025-06-14,見本市医師会研修会,見本市医師会,training,12,1.5,,1,,"
LINE = dict(zip(COLUMNS, SOUND.split(","), strict=True))
Sums = Mapping[int, tuple[tuple[object, ...], ...]]


@dataclass
class PastDesk:
    """Where such a file is imported, with members numbered from 1000000001 on."""

    sessions: Sessions
    file: Path
    now: datetime
    pause: Callable[[float], None] = lambda _seconds: None
    members: list[int] = field(default_factory=list)

    def joins(self, count: int) -> "PastDesk":
        with self.sessions.begin() as session:
            for at in range(len(self.members) + 1, len(self.members) + count + 1):
                self.members.append(samples.member(session, self.now, no=f"{1_000_000_000 + at:010}"))
        return self

    def gives(self, day: date = date(2025, 6, 14), code: int = 12, title: str = LINE["title"]) -> None:
        """A credit that the first member has here, by another organiser."""
        with self.sessions.begin() as session:
            assert ledger.award(
                session,
                member_id=self.members[0],
                kind=CreditKind.DECLARATION,
                source="declaration:9",
                half_units=3,
                code=code,
                title=title,
                organiser="別の主催",
                earned_at=begins(day),
                rules=Rulebook().at(day),
            )

    def imports(self, content: str | bytes, **how: Any) -> tuple[int, str]:
        """Exit code and what was said, without the file's name."""
        self.file.write_bytes(content if isinstance(content, bytes) else content.encode())
        out = io.StringIO()
        asked = How(Kind.CREDITS, **{"leave_out_refused": True} | how)
        code = import_file.run(self.sessions, self.file, self.now, out, times=Times(pause=self.pause), how=asked)
        return code, out.getvalue().replace(f"{self.file}: ", "").replace(f"{self.file} ", "")

    def undoes(self, number: int) -> tuple[int, str]:
        out = io.StringIO()
        how = How(Kind.CREDITS)
        return import_file.undo(
            self.sessions, number, self.now, out, times=Times(pause=self.pause), how=how
        ), out.getvalue()

    def report(self, number: int) -> list[Planned]:
        with self.sessions.reading() as session:
            return [one.row for one in listing.named(session, number)]

    def tally(self, number: int) -> Mapping[str, int]:
        with self.sessions.reading() as session:
            found = imports.standing(session, number)
            return found.tally if found else {}

    def outcomes(self, number: int) -> list[tuple[int, Outcome]]:
        return [(one.line, one.outcome) for one in self.report(number)]

    def states(self) -> list[State]:
        with self.sessions.reading() as session:
            return [one.state for one in imports.latest(session, 9, Kind.CREDITS)][::-1]

    def standing(self, member: int | None = None) -> list[tuple[date, str, int, str]]:
        with self.sessions.reading() as session:
            every = ledger.standing(session, member or self.members[0])
            return [(one.earned_on, one.title, one.half_units, one.source) for one in every]

    def sums(self) -> Sums:
        """By member what stands, in both ledgers, and from when on the record is complete."""
        found: dict[int, list[tuple[object, ...]]] = {}
        with self.sessions.reading() as session:
            ledgers: tuple[tuple[Any, str], ...] = ((Credit, "kind"), (CommonCredit, "category"))
            for table, name in ledgers:
                rows = session.execute(select(table)).scalars().all()
                gone = {row.reverses_id for row in rows}
                for row in rows:
                    if row.sign == 1 and row.id not in gone:
                        said = (row.source, str(row.earned_on), row.half_units, row.title, getattr(row, name))
                        found.setdefault(row.member_id, []).append(said)
            for one in session.execute(select(Coverage)).scalars():
                found.setdefault(one.member_id, []).append(("complete", str(one.complete_from)))
        return {member: tuple(sorted(every, key=str)) for member, every in found.items()}

    def rows(self) -> int:
        """How many rows the first ledger has."""
        with self.sessions.reading() as session:
            return len(session.execute(select(Credit.id)).all())


def line(**cells: str) -> str:
    """The sound line with other cells."""
    return ",".join((LINE | cells).values())


def table(*lines: str, header: str = ENGLISH) -> str:
    return "\r\n".join([header, *lines, ""])
