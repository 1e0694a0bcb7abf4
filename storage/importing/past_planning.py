"""What a file of credits already held would do to the record: each row is compared with its member's credits and with
what is published here.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.importing import matching, past_file
from content.importing.matching import Doubt, Published
from content.importing.past_file import Row
from content.importing.past_record import PastCredit
from content.importing.report import TO_MEND, Fault, Outcome, Planned
from content.rules import Rulebook
from content.tables import Sheet
from storage.credits import coverage
from storage.engine.cipher import Cipher
from storage.importing import past_held, past_published
from storage.importing.known import Known
from storage.importing.past_held import Held
from storage.tables import Member

UNKNOWN = "is no member of the record"
CANNOT_EARN = "this account earns no credits"
UNBORN = "is before the member was born"
DOUBLE = "stands in the record already: it is left out"
TAKEN_BACK = "staff took the credit of this content back: grant it from the member's card if it is right after all"
MAY_BE = "an imported credit of this member may be the same: grant it from the member's card if it is another one"
_MEMBERS = select(Member.id, Member.birth_date, Member.earns).where(Member.id.in_(bindparam("ids", expanding=True)))


class PastComparison:
    """Compares rows with the record. They come in the order of the file."""

    def __init__(self, session: Session, cipher: Cipher) -> None:
        self._known = Known(session, cipher)
        self._published = past_published.courses_and_issues(session)
        self._sources: dict[tuple[int, str, bool], int] = {}
        self._same: dict[tuple[int, date, int, str], int] = {}
        self._covered: dict[int, date] = {}
        self._lacking: set[int] = set()
        self._nameless = False

    def rows(self, sheet: Sheet, today: date, rulebook: Rulebook) -> Iterator[Row]:
        return past_file.rows(sheet, today, rulebook.at(today).programme_from)

    def compared(self, session: Session, rows: Sequence[Row]) -> list[Planned]:
        """What becomes of each of these rows."""
        ids = [self._known.by_no(row.member_id) for row in rows]
        known = sorted({one for one in ids if one is not None})
        members = {row.id: row for row in session.execute(_MEMBERS, {"ids": known})} if known else {}
        held = past_held.of(session, known)
        days = sorted({row.record.day for row in rows if row.record})
        trainings = past_published.trainings(session, days)
        planned = []
        for row, member in zip(rows, ids, strict=True):
            one = self._planned(row, members.get(member), held, [*self._published, *trainings])
            self._note(row, one)
            planned.append(one)
        return planned

    def rest(self, session: Session) -> tuple[Mapping[Outcome, int], Iterator[Planned]]:
        """The members whose record becomes complete from an earlier day on: every row of theirs is on record then. A
        row without a readable member may be anybody's, so with such a row nobody's record is said to be complete.
        """
        days = {} if self._nameless else {m: day for m, day in self._covered.items() if m not in self._lacking}
        former = coverage.of(session, sorted(days))
        new = {member: day for member, day in sorted(days.items()) if day < former.get(member, date.max)}
        rows = (
            Planned(0, Outcome.COVERED, member, after={"complete_from": day.isoformat()}) for member, day in new.items()
        )
        return {Outcome.COVERED: len(new)}, rows

    def _note(self, row: Row, one: Planned) -> None:
        """Remember whether the row gets on record, and the day from which on it says that the record is complete."""
        if not row.member_id:
            self._nameless = True
        if one.member is None:
            return
        if one.outcome in TO_MEND:
            self._lacking.add(one.member)
        said = row.record.complete_from if row.record else None
        if said is not None:
            self._covered[one.member] = min(said, self._covered.get(one.member, said))

    def _planned(self, row: Row, member: Any, held: Mapping[int, Held], published: Sequence[Published]) -> Planned:
        faults = [Fault(one.column, one.reason) for one in row.faults]
        if row.member_id and member is None:
            faults.append(Fault(column="member_id", reason=UNKNOWN))
        number = None if member is None else member.id
        if row.record is not None and member is not None:
            faults += _of_member(row.record, member)
        if faults or row.record is None or member is None:
            return Planned(row.line, Outcome.REFUSED, number, faults=tuple(faults))
        found = matching.match(row.record, published)
        if isinstance(found, str):
            return Planned(row.line, Outcome.REFUSED, number, faults=(Fault(column="content", reason=found),))
        if isinstance(found, Doubt):
            return Planned(row.line, Outcome.DOUBTFUL, number, faults=(Fault(column="content", reason=found.reason),))
        return self._decided(row.line, member.id, row.record, found, held[member.id])

    def _decided(self, line: int, member: int, record: PastCredit, found: Published | None, held: Held) -> Planned:
        content = (found.source, found.sample) if found else (record.own_source, False)
        others = held.not_exported if record.key else held.same
        if content in held.sources | held.stands_for or record.same in others:
            return Planned(line, Outcome.DOUBLE, member, after=values_of(record, *content), faults=(Fault("", DOUBLE),))
        first = self._sources.setdefault((member, *content), line)
        if not record.key:
            first = min(first, self._same.setdefault((member, *record.same), line))
        if first != line:
            return Planned(line, Outcome.REFUSED, member, faults=(Fault("", _twice(first)),))
        if content in held.may_be:
            return Planned(line, Outcome.DOUBTFUL, member, faults=(Fault("", MAY_BE),))
        if content in held.taken_back:
            return Planned(line, Outcome.DOUBTFUL, member, faults=(Fault("", TAKEN_BACK),))
        return Planned(line, Outcome.NEW, member, after=values_of(record, *content))


def values_of(record: PastCredit, source: str, sample: bool) -> Mapping[str, object]:
    """What the ledger gets of it, as JSON values; the day is ISO 8601."""
    return {
        "day": record.day.isoformat(),
        "title": record.title,
        "organiser": record.organiser,
        "kind": record.kind.value,
        "code": record.code,
        "half_units": record.half_units,
        "category": record.category,
        "common_half_units": record.common_half_units or record.half_units,
        "certifiable": record.certifiable,
        "source": source,
        "sample": sample,
    }


def _of_member(record: PastCredit, member: Any) -> Iterator[Fault]:
    if not member.earns:
        yield Fault(column="member_id", reason=CANNOT_EARN)
    if record.day <= date.fromisoformat(member.birth_date):
        yield Fault(column="day", reason=UNBORN)


def _twice(first: int) -> str:
    return f"the same credit stands on line {first}"
