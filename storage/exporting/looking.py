"""What an export says of some members: the credits that stand, or what changed since the export that it follows.

The ledger is only added to, so what stood at an earlier row of it (a cut) can be told at any time.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, cast

from sqlalchemy import Table, bindparam, or_, select
from sqlalchemy.orm import Session

from content.exporting.changes import Change
from content.exporting.export import MEMBERS, ROWS, STANDING, Standing, change_name, kind_name
from content.exporting.lines import Exported, Line, Whose, key_of
from content.importing.past_record import NOT_HERE
from content.rules import Rulebook
from content.values import CERTIFIED, CreditKind
from storage.credits.samples import IN_DEMO
from storage.exporting import audience, exports
from storage.people.nobody import BIRTH_DATE
from storage.tables import CommonCredit, Credit, Member
from storage.trainings import published

_C, _D = cast(Table, Credit.__table__).c, cast(Table, CommonCredit.__table__).c
_MEMBERS = (
    select(
        Member.id,
        Member.member_no,
        Member.mamis_id,
        Member.name,
        Member.prefecture,
        Member.birth_date,
        Member.imported_at,
    )
    .where(Member.id.between(bindparam("first"), bindparam("last")))
    .order_by(Member.id)
)
_CREDITS = (
    select(
        *(_C.id, _C.member_id, _C.source, _C.sample, _C.grant_no, _C.sign, _C.kind, _C.code, _C.half_units),
        *(_C.title, _C.organiser, _C.earned_on, _C.reverses_id, _C.import_id, _C.certifiable),
    )
    .where(_C.member_id.between(bindparam("first"), bindparam("last")))
    .where(_C.earned_on.between(bindparam("first_day"), bindparam("last_day")), _C.id <= bindparam("cut"))
    .where(or_(~_C.sample, IN_DEMO))
    .order_by(_C.member_id, _C.id)
)
_COMMON = select(_D.member_id, _D.source, _D.grant_no, _D.category, _D.half_units).where(
    _D.member_id.between(bindparam("first"), bindparam("last")),
    _D.earned_on.between(bindparam("first_day"), bindparam("last_day")),
    _D.sign == 1,
)
_SHORT = ("course", "journal", "training")
"""What is published here has its short name in the source of its credits."""


@dataclass
class Seen:
    """What an export says of some members. `members`: those with a credit that stands in the scope now, and of them
    `tokens`: new random texts. `as_of`: when each member of a line was changed last. `tally`: its figures.
    """

    lines: list[Line] = field(default_factory=list)
    members: list[int] = field(default_factory=list)
    tokens: dict[int, str] = field(default_factory=dict)
    as_of: dict[int, object] = field(default_factory=dict)
    tally: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Seen") -> None:
        self.lines += other.lines
        self.members += other.members
        self.tokens |= other.tokens
        self.as_of |= other.as_of
        self.tally += other.tally


class _Rows(NamedTuple):
    """What the record has of the members of a range."""

    members: Sequence[Any]
    credits: Mapping[int, Sequence[Any]]
    common: Mapping[tuple[int, str, int], tuple[str, int]]
    elsewhere: frozenset[str]
    tokens: dict[int, str]
    formerly: frozenset[int]


def look(session: Session, one: Standing, first: int, last: int, rulebook: Rulebook) -> Seen:
    """What this export says of the members with these row numbers (both included)."""
    former = exports.sure(session, one.follows) if one.is_difference and one.follows else None
    rows, seen = _read(session, one, former, first, last, rulebook), Seen()
    for member in rows.members:
        mine = rows.credits.get(member.id, ())
        new = _stood(mine, one.cut) if _is_of(member, one) else {}
        old = _stood(mine, former.cut) if former and member.id in rows.formerly else {}
        if new or old:
            _note(seen, rows, member, one, new, old)
    return seen


def _read(session: Session, one: Standing, former: Standing | None, first: int, last: int, rulebook: Rulebook) -> _Rows:
    period, range_ = one.wanted.scope.period, {"first": first, "last": last}
    days = {"first_day": period.first, "last_day": period.last}
    members = session.execute(_MEMBERS, range_).all()
    credits: defaultdict[int, list[Any]] = defaultdict(list)
    for row in session.execute(_CREDITS, range_ | days | {"cut": one.cut}):
        credits[row.member_id].append(row)
    common = {
        (row.member_id, row.source, row.grant_no): (row.category, row.half_units)
        for row in session.execute(_COMMON, range_ | days)
    }
    sources = {row.source for mine in credits.values() for row in mine if row.kind == CreditKind.TRAINING.value}
    elsewhere = published.held_elsewhere(session, sources, rulebook.at(period.last))
    formerly = audience.among(session, former.number, first, last) if former else frozenset[int]()
    return _Rows(members, credits, common, elsewhere, audience.tokens(session, first, last), formerly)


def _is_of(member: Any, one: Standing) -> bool:
    """Whether the export tells of this member: not if the member was erased, or is of another prefecture."""
    wanted = one.wanted.scope.prefecture
    return member.birth_date != BIRTH_DATE and (not wanted or member.prefecture == wanted)


def _stood(rows: Sequence[Any], cut: int) -> dict[int, Any]:
    """The grants that stood when the ledger had come to this row."""
    gone = {row.reverses_id for row in rows if row.id <= cut}
    return {row.id: row for row in rows if row.sign == 1 and row.id <= cut and row.id not in gone}


def _note(seen: Seen, rows: _Rows, member: Any, one: Standing, new: Mapping[int, Any], old: Mapping[int, Any]) -> None:
    """Put down the lines of this member, and the figures."""
    token = rows.tokens.get(member.id)
    if token is None:
        token = seen.tokens[member.id] = audience.new_token()
    for row in new.values():
        seen.tally[kind_name(CreditKind(row.kind))] += row.half_units
    seen.tally[STANDING] += len(new)
    if new:
        seen.members.append(member.id)
    lines = [
        Line(_exported(row, rows, token), _whose(member), change, former and _key(former, token))
        for row, change, former in _changes(member, one, new, old)
    ]
    if not lines:
        return
    seen.as_of[member.id] = member.imported_at
    seen.lines += lines
    seen.tally += Counter({ROWS: len(lines), MEMBERS: 1})
    seen.tally.update(change_name(line.change) for line in lines if line.change)


def _changes(
    member: Any, one: Standing, new: Mapping[int, Any], old: Mapping[int, Any]
) -> Iterator[tuple[Any, Change | None, Any]]:
    """The rows to tell with what became of each, and the row that it stands in place of, or ""."""
    if not one.is_difference:
        yield from ((row, None, "") for row in new.values())
        return
    gone = {(row.source, row.sample): row for number, row in old.items() if number not in new}
    for number, row in new.items():
        if number not in old:
            former = gone.pop((row.source, row.sample), "")
            yield row, Change.CHANGED if former else Change.NEW, former
    erased = member.birth_date == BIRTH_DATE
    why = Change.ERASED if erased else Change.REVERSED if _is_of(member, one) else Change.LEFT
    yield from ((row, why, "") for row in gone.values())


def _exported(row: Any, rows: _Rows, token: str) -> Exported:
    category, common = rows.common.get((row.member_id, row.source, row.grant_no), ("", 0))
    kind = CreditKind(row.kind)
    before, _, name = row.source.partition(":")
    own = kind in CERTIFIED and row.source not in rows.elsewhere
    return Exported(
        _key(row, token),
        row.earned_on,
        row.title,
        row.organiser,
        kind,
        row.code,
        row.half_units,
        category,
        common,
        own if row.import_id is None else bool(row.certifiable),
        name if before in _SHORT else NOT_HERE,
    )


def _key(row: Any, token: str) -> str:
    return key_of(
        token,
        *(row.source, int(row.sample), row.grant_no, row.earned_on.isoformat(), row.kind, row.code, row.half_units),
        *(row.title, row.organiser),
    )


def _whose(member: Any) -> Whose:
    return Whose(member.member_no, member.mamis_id or "", member.name)
