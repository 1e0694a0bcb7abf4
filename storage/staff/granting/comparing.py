"""What a file of grants would do to the record: each row is asked what a grant from the member's card is asked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.importing import granting, grants_file
from content.importing.grant_record import AskedGrant
from content.importing.granting import Grantable
from content.importing.grants_file import Row
from content.importing.matching import Doubt
from content.importing.past_record import same
from content.importing.report import Fault, Outcome, Planned, Standing
from content.rules import Rulebook
from content.staff.crediting import Content, Grant, source_of
from content.study.course import CommonLecture
from content.tables import Sheet
from content.values import CreditKind
from storage.engine.cipher import Cipher
from storage.importing import past_held
from storage.importing.known import Known
from storage.importing.past_held import Held
from storage.staff.granting import grantable
from storage.tables import Member

_EARN = select(Member.id, Member.earns).where(Member.id.in_(bindparam("ids", expanding=True)))


@dataclass(frozen=True)
class Against:
    """Why a row is not granted: what becomes of it instead, and its fault."""

    outcome: Outcome
    fault: Fault


class Comparison:
    """Compares rows with the record. They come in the order of the file. `one` says who sent it, when, and why."""

    def __init__(self, session: Session, cipher: Cipher, one: Standing) -> None:
        self._known = Known(session, cipher)
        self._by, self._why, self._at = one.by, one.reason, one.begun_at
        self._every: tuple[Grantable, ...] = ()
        self._seen: dict[tuple[int, str, bool], int] = {}
        self._alike: dict[tuple[int, date, int, str], int] = {}

    def rows(self, sheet: Sheet, today: date, rulebook: Rulebook) -> Iterator[Row]:
        self._rules = rulebook.at(today)
        return grants_file.rows(sheet, today, self._rules)

    def compared(self, session: Session, rows: Sequence[Row]) -> list[Planned]:
        """What becomes of each of these rows."""
        self._every = self._every or grantable.every(session, self._at, self._rules)
        members = [self._member(row) for row in rows]
        known = sorted({one for one in members if isinstance(one, int)})
        earn = {row.id: row.earns for row in session.execute(_EARN, {"ids": known})} if known else {}
        held = past_held.of(session, known)
        return [self._planned(row, member, earn, held) for row, member in zip(rows, members, strict=True)]

    def rest(self, _session: Session) -> tuple[Mapping[Outcome, int], Iterator[Planned]]:
        """The file says nothing besides its rows."""
        return {}, iter(())

    def _member(self, row: Row) -> int | Fault | None:
        """The member of this row; a fault if the record has none; None if the row does not say."""
        by_no, by_mamis = self._known.by_no(row.member_id), self._known.by_mamis(row.mamis_id)
        if row.member_id and by_no is None:
            return Fault("member_id", granting.UNKNOWN)
        if row.mamis_id and by_mamis is None:
            return Fault("mamis_id", granting.ANOTHER if row.member_id else granting.UNKNOWN)
        if row.member_id and row.mamis_id and by_no != by_mamis:
            return Fault("mamis_id", granting.ANOTHER)
        return by_mamis if by_no is None else by_no

    def _planned(
        self, row: Row, member: int | Fault | None, earn: Mapping[int, bool], held: Mapping[int, Held]
    ) -> Planned:
        number = member if isinstance(member, int) else None
        faults = [Fault(one.column, one.reason) for one in row.faults]
        if isinstance(member, Fault):
            faults.append(member)
        elif number is not None:
            faults += self._of_member(number, earn)
        if row.asked is None or number is None:
            return Planned(row.line, Outcome.REFUSED, number, faults=tuple(faults))
        if not (row.asked.why or self._why):
            faults.append(Fault("reason", granting.NO_REASON))
        found = None if row.asked.is_other else granting.find(row.asked, self._every)
        if isinstance(found, str):
            faults.append(Fault("content", found))
        elif isinstance(found, Grantable):
            faults += granting.differences(row.asked, found.content)
        if faults:
            return Planned(row.line, Outcome.REFUSED, number, faults=tuple(faults))
        if isinstance(found, Doubt):
            return Planned(row.line, Outcome.DOUBTFUL, number, faults=(Fault("content", found.reason),))
        content = found.content if isinstance(found, Grantable) else None
        return self._decided(row.line, _grant(number, row.asked, content, self._why), held[number])

    def _of_member(self, member: int, earn: Mapping[int, bool]) -> Iterator[Fault]:
        if member == self._by:
            yield Fault("member_id", granting.OWN)
        elif not earn.get(member):
            yield Fault("member_id", granting.CANNOT_EARN)

    def _decided(self, line: int, one: Grant, held: Held) -> Planned:
        found = against(one, held)
        if found is not None:
            return Planned(line, found.outcome, one.member_id, after=values_of(one), faults=(found.fault,))
        first = self._seen.setdefault((one.member_id, one.source, one.sample), line)
        if first != line:
            return Planned(line, Outcome.REFUSED, one.member_id, faults=(Fault("", granting.twice(first)),))
        alike = (one.member_id, *same(one.day, one.code, one.title))
        if self._alike.setdefault(alike, line) != line:
            return Planned(line, Outcome.DOUBTFUL, one.member_id, faults=(Fault("", granting.SAME_DAY),))
        return Planned(line, Outcome.NEW, one.member_id, after=values_of(one))


def against(one: Grant, held: Held) -> Against | None:
    """What becomes of a grant because of the credits that its member has; None if they are not against it."""
    content = (one.source, one.sample)
    if content in held.sources | held.stands_for:
        return Against(Outcome.DOUBLE, Fault("", granting.STANDS))
    if same(one.day, one.code, one.title) in held.same:
        return Against(Outcome.DOUBTFUL, Fault("", granting.SAME_DAY))
    if content in held.may_be:
        return Against(Outcome.DOUBTFUL, Fault("", granting.MAY_BE))
    return None


def values_of(one: Grant) -> Mapping[str, object]:
    """What the ledgers get of it, as JSON values; the day is ISO 8601."""
    common = one.common or CommonLecture("", 0)
    return {
        "kind": one.kind.value,
        "source": one.source,
        "sample": one.sample,
        "title": one.title,
        "organiser": one.organiser,
        "code": one.code,
        "half_units": one.half_units,
        "day": one.day.isoformat(),
        "category": common.category,
        "common_half_units": common.half_units,
        "why": one.why,
    }


def grant_of(member: int, what: Mapping[str, Any]) -> Grant:
    """The grant of these values."""
    common = CommonLecture(what["category"], what["common_half_units"]) if what["category"] else None
    return Grant(member, CreditKind(what["kind"]), what["source"], what["sample"], what["title"], what["organiser"],
                 what["code"], what["half_units"], date.fromisoformat(what["day"]), common, what["why"])  # fmt: skip


def _grant(member: int, asked: AskedGrant, content: Content | None, why: str) -> Grant:
    """What is granted: of a published content its own terms, otherwise what the line says."""
    why = asked.why or why
    if content is None:
        day, code, half_units = asked.day or date.min, asked.code or 0, asked.half_units or 0
        source = source_of(code, day, asked.title, asked.organiser)
        return Grant(member, CreditKind.DECLARATION, source, False, asked.title, asked.organiser, code, half_units,
                     day, None, why)  # fmt: skip
    day = content.held_on or asked.day or date.min
    return Grant(member, content.kind, content.source, content.sample, content.title, content.organiser,
                 content.code, content.half_units, day, content.common, why, content)  # fmt: skip
