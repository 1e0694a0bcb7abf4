"""A file of credits that staff grant for tests, the desk where it is sent, and what comes of it."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.commands.files import import_file
from bot.commands.files.import_file import How, Times
from bot.loghead import LogHead
from content.attendance.training import Form
from content.importing.common_fields import FURTHER_GRANT_COLUMNS
from content.importing.grant_fields import COLUMNS
from content.importing.report import Kind, Planned, State
from content.keys.credit_letters import CreditGranted, CreditReversed
from content.rules import Rulebook
from content.study.course import CommonLecture
from storage.credits import common, ledger
from storage.engine.sessions import Sessions
from storage.engine.statements import update_row
from storage.importing import imports, listing
from storage.people.ids import MAMIS_ID
from storage.post import letters
from storage.proofs import proving, wordings
from storage.proofs.proving import Proof
from storage.proofs.span import Span
from storage.staff import log, roles
from storage.staff.log import LogLine
from storage.staff.log_check import verify
from storage.tables import Credit, Letter, Member
from tests import issues, samples
from tests.storage import training as trainings

EVERY = {**COLUMNS, **FURTHER_GRANT_COLUMNS}
ENGLISH, JAPANESE = ",".join(EVERY), ",".join(EVERY.values())
SHORT = ",".join(COLUMNS)
LECTURE = CommonLecture("必修講習A 感染対策", 2)
MANY = 1_000_000
"""More than any test writes."""
WHY, BACK = "主催者の名簿で確認", "登録の誤り"
LINE: dict[str, str] = dict.fromkeys(EVERY, "") | {
    "member_id": "1000000001",
    "content": "hypertension",
    "day": "2026-11-20",
    "reason": WHY,
}
OTHER: dict[str, str] = LINE | {
    "content": "-",
    "title": "見本学会学術集会",
    "organiser": "見本学会",
    "code": "12",
    "credits": "1.5",
}


@dataclass
class GrantDesk:
    """Where such a file is sent in an officer's name, with members numbered from 1000000001 on, and what is published:
    a course that is a common lecture too, another one, a sample, an issue whose answers are out and one whose are not,
    trainings that are over, under way and recorded.
    """

    sessions: Sessions
    file: Path
    now: datetime
    pause: Callable[[float], None] = lambda _seconds: None
    members: list[int] = field(default_factory=list)
    officer: int = 0

    def __post_init__(self) -> None:
        now, day = self.now, timedelta(days=1)
        talks = (
            trainings.training(now - 3 * day, "held"),
            trainings.training(now - trainings.HOUR, "under-way", title="開催中の講演会"),
            trainings.training(now - 3 * day, "recorded", title="録画の講演会", form=Form.WEB_RECORDED),
        )
        with self.sessions.begin() as session:
            samples.publish(session, samples.course(common=LECTURE), now)
            samples.publish(session, samples.course("insomnia", "不眠", 20), now)
            samples.publish(session, samples.course("sample", "肩こり入門", 8, sample=True), now)
            told = issues.an_issue("2026-09", deadline=now - 9 * day, told=now - day)
            for issue in (told, issues.an_issue("2026-10", deadline=now - 9 * day, told=now + day)):
                issues.publish(session, issue, now)
            for talk in talks:
                trainings.publish(session, talk, now - 9 * day)
            self.officer = samples.member(session, now, no="9000000002")
            roles.grant(session, self.officer, "officer", now)

    @property
    def heads(self) -> LogHead:
        return LogHead(self.file.with_name("staff-log.head"))

    def joins(self, count: int) -> "GrantDesk":
        with self.sessions.begin() as session:
            for at in range(len(self.members) + 1, len(self.members) + count + 1):
                no = f"{1_000_000_000 + at:010}"
                self.members.append(samples.member(session, self.now, no=no))
                named = {"mamis_id": f"M-{at}", "mamis_key": self.sessions.cipher.find(f"m{at}", MAMIS_ID)}
                update_row(session, Member, self.members[-1], named)
        return self

    def sends(self, content: str | bytes, **how: Any) -> tuple[int, str]:
        """Exit code and what was said, without the file's name."""
        self.file.write_bytes(content if isinstance(content, bytes) else content.encode())
        out = io.StringIO()
        asked = How(Kind.GRANTS, **{"leave_out_refused": True, "by": self.officer} | how)
        code = import_file.run(self.sessions, self.file, self.now, out, times=self._times, how=asked)
        return code, out.getvalue().replace(f"{self.file}: ", "").replace(f"{self.file} ", "")

    def undoes(self, number: int, by: int | None = None) -> tuple[int, str]:
        out, how = io.StringIO(), How(Kind.GRANTS, by=by or self.officer, reason=BACK)
        code = import_file.undo(self.sessions, number, self.now, out, times=self._times, how=how)
        return code, out.getvalue()

    @property
    def _times(self) -> Times:
        return Times(pause=self.pause, committed=self.heads.note_of)

    def report(self, number: int = 1) -> list[Planned]:
        with self.sessions.reading() as session:
            return [one.row for one in listing.named(session, number)]

    def reasons(self, number: int = 1) -> list[tuple[str, str]]:
        """(column, reason) of every row that is left out."""
        return [(fault.column, fault.reason) for one in self.report(number) for fault in one.faults]

    def states(self) -> list[State]:
        with self.sessions.reading() as session:
            return [one.state for one in imports.latest(session, 9, Kind.GRANTS)][::-1]

    def standing(self, member: int | None = None) -> list[tuple[str, str, int]]:
        with self.sessions.reading() as session:
            every = ledger.standing(session, member or self.members[0])
            return [(one.source, str(one.earned_on), one.half_units) for one in every]

    def lectures(self) -> Mapping[str, int]:
        with self.sessions.reading() as session:
            return dict(common.by_category(session, self.members[0]))

    def rows(self) -> int:
        """How many rows the first ledger has."""
        with self.sessions.reading() as session:
            return len(session.execute(select(Credit.id)).all())

    def log(self, act: str) -> list[LogLine]:
        with self.sessions.reading() as session:
            return [line for line in log.read(session, limit=MANY) if line.act == act][::-1]

    def letters(self) -> list[tuple[int, str, str]]:
        """(member, kind, state) of each letter about a credit."""
        kinds = (CreditGranted.kind, CreditReversed.kind)
        asked = select(Letter.member_id, Letter.kind, Letter.state).where(Letter.kind.in_(kinds)).order_by(Letter.id)
        with self.sessions.reading() as session:
            return [(row.member_id, row.kind, row.state) for row in session.execute(asked)]

    def due(self) -> list[int]:
        """Whose letters about credits go out now. They are claimed by that."""
        with self.sessions.begin() as session:
            found = letters.claim(session, self.now, limit=MANY)
            return [one.member_id for one in found if isinstance(one.key, CreditGranted | CreditReversed)]

    def proved(self) -> Proof:
        with self.sessions.reading() as session:
            return proving.proof(session, Span(1, 9_999), wordings.programme(session), Rulebook())

    def whole_log(self) -> bool:
        """The chain holds, and its last act is noted outside the database."""
        with self.sessions.reading() as session:
            noted, _ = self.heads.heads()
            assert max(noted) == log.head(session)
            return verify(session, self.sessions.cipher, noted) == []


def line(**cells: str) -> str:
    """The sound line with other cells."""
    return ",".join((LINE | cells).values())


def other(**cells: str) -> str:
    """A line for what is not published here."""
    return ",".join((OTHER | cells).values())


def table(*lines: str, header: str = ENGLISH) -> str:
    return "\r\n".join([header, *lines, ""])


def day(text: str) -> date:
    return date.fromisoformat(text)
