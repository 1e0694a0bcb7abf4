"""Where credits are exported in tests: a record with some members, and what stands in the files."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.commands.files import export_file
from bot.commands.files.export_file import How
from bot.commands.files.importing import Hand
from content.credits.credit import By
from content.exporting.cells import Encoding
from content.exporting.changes import CHANGES, Change
from content.exporting.export import Kind, Scope, Standing, Wanted
from content.exporting.lines import COLUMNS, HEADER
from content.rules import Rulebook, begins, fiscal_year
from content.study.course import CommonLecture
from content.text.periods import Period
from content.values import CreditKind
from storage.credits import common, ledger
from storage.engine.sessions import Sessions
from storage.engine.statements import update_row
from storage.exporting import exports
from storage.privacy import erasing
from storage.tables import Member
from tests import samples

YEAR = Period(date(2025, 4, 1), date(2026, 3, 31))
SCOPE = Scope(YEAR)
DAY = date(2025, 6, 14)
Row = Mapping[str, str]


@dataclass
class ExportDesk:
    """`members` have the numbers 1000000001 and so on."""

    sessions: Sessions
    folder: Path
    now: datetime
    members: list[int] = field(default_factory=list)
    said: str = ""

    def joins(self, count: int) -> "ExportDesk":
        with self.sessions.begin() as session:
            for at in range(len(self.members) + 1, len(self.members) + count + 1):
                self.members.append(samples.member(session, self.now, no=f"{1_000_000_000 + at:010}"))
        return self

    def changes(self, member: int, **fields: Any) -> None:
        with self.sessions.begin() as session:
            update_row(session, Member, self.members[member], fields)

    def gives(self, source: str, member: int = 0, **more: Any) -> None:
        """A credit. `category`: it is a common lecture too, of `common` half-units."""
        what: dict[str, Any] = {
            "kind": CreditKind.TRAINING,
            "half_units": 3,
            "code": 12,
            "title": "見本医師会研修会",
        } | more
        category, units = what.pop("category", ""), what.pop("common", 1)
        day, staff = what.pop("day", DAY), what.pop("staff", 0)
        with self.sessions.begin() as session:
            assert ledger.award(
                session,
                member_id=self.members[member],
                source=source,
                organiser=what.pop("organiser", "見本市医師会"),
                earned_at=begins(day),
                rules=Rulebook().at(day),
                common=CommonLecture(category, units) if category else None,
                written_at=self.now,
                by=By("窓口で確認", staff) if staff else None,
                **what,
            )

    def reverses(self, source: str, member: int = 0) -> None:
        with self.sessions.begin() as session:
            author = self.members[member]
            assert ledger.reverse(session, author, source, reason="訂正", author_id=author, at=self.now)

    def erases(self, member: int) -> None:
        with self.sessions.begin() as session:
            erasing.erase(session, self.sessions.cipher, self.members[member], self.now)

    def hand(self, pause: Any = None) -> tuple[Hand, io.StringIO]:
        out = io.StringIO()
        return Hand(self.sessions, lambda: self.now, lambda: self.now, out, pause or (lambda _seconds: None)), out

    def exports(
        self, kind: Kind = Kind.WHOLE, scope: Scope = SCOPE, encoding: Encoding = Encoding.UTF8, code: int = 0
    ) -> "File":
        """Export by the command, and open what it wrote."""
        self.now += timedelta(minutes=1)
        hand, out = self.hand()
        given = export_file.run(hand, How(Wanted(scope, kind, encoding), self.folder))
        self.said = out.getvalue().replace(f"{self.folder}/", "")
        assert given == code, self.said
        return File(sorted(self.folder.glob(f"export-{self.latest().number}*.zip")))

    def differs(self, scope: Scope = SCOPE) -> "File":
        return self.exports(Kind.DIFFERENCE, scope)

    def latest(self) -> Standing:
        with self.sessions.reading() as session:
            return exports.latest(session, 1)[0]


class File:
    """The parts of an export as a receiver opens them."""

    def __init__(self, paths: list[Path]) -> None:
        self.parts = [zipfile.ZipFile(path) for path in paths]
        self.manifest: Mapping[str, Any] = json.loads(self.parts[0].read("manifest.json")) if paths else {}

    def tables(self) -> Iterator[bytes]:
        for part, said in zip(self.parts, self.manifest["tables"], strict=True):
            yield part.read(said["name"])

    @property
    def codec(self) -> str:
        return Encoding(self.manifest["encoding"]).codec

    @property
    def rows(self) -> list[Row]:
        found: list[Row] = []
        for table in self.tables():
            header, *lines = csv.reader(io.StringIO(table.decode(self.codec), newline=""))
            assert tuple(header) == HEADER
            found += [dict(zip(COLUMNS, line, strict=True)) for line in lines]
        return found

    def only(self) -> Row:
        (row,) = self.rows
        return row

    def by_key(self) -> dict[str, Row]:
        """Each row by its key, as the whole has it."""
        return {row["key"]: {**row, "change": "", "former_key": ""} for row in self.rows}

    def put_upon(self, former: Mapping[str, Row]) -> dict[str, Row]:
        """What a receiver of a difference has then, who had these rows before."""
        found = dict(former)
        for row in self.rows:
            if row["change"] == CHANGES[Change.CHANGED]:
                del found[row["former_key"]]
            if row["change"] in (CHANGES[Change.NEW], CHANGES[Change.CHANGED]):
                assert row["key"] not in found
                found[row["key"]] = {**row, "change": "", "former_key": ""}
            else:
                del found[row["key"]]
        return found


Sums = dict[tuple[int, int, int, str], int]


def sums(sessions: Sessions, members: list[int]) -> Sums:
    """Half-units by member, fiscal year, code and category; the category is empty for the first ledger."""
    found: Sums = {}
    with sessions.reading() as session:
        for place, member in enumerate(members):
            for one in ledger.history(session, member):
                key = (place, fiscal_year(one.day), one.code, str(one.kind))
                found[key] = found.get(key, 0) + one.half_units
            for other in common.earned(session, member):
                key = (place, fiscal_year(other.day), -1, other.category)
                found[key] = found.get(key, 0) + other.half_units
    return {key: units for key, units in found.items() if units}
