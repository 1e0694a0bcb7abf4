"""Rounds: letters of one kind that fall due to many at the same moment, queued by the database itself in short steps.

A step takes the next persons in the order of their numbers, and one INSERT … SELECT queues the letters of those among
them to whom one is due. How far a round has come is on the record, so any process goes on with it at any time, and two
at once do nothing twice. A person is looked at once in a round: who switches a kind on afterwards, or logs in, is sent
nothing that has passed. Nor is anything sent of what was due before the kind was known here (see `know`).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, Executable, Select, String, Table, bindparam, case, literal, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from content.hours import NUDGE_HOURS
from content.keys.letter import LetterKey
from content.rules import MORNING_HOUR, begins, day_of
from storage.engine.base import Moment
from storage.engine.statements import insert_from, insert_new, run
from storage.post import letters
from storage.tables import Letter as LetterRow
from storage.tables import Person, Preference
from storage.tables import Round as RoundRow

EACH = {"sqlite": 125, "postgresql": 325}
"""So many persons are looked at by one statement. If all of them are due a letter, it takes a few milliseconds. On
PostgreSQL others write meanwhile, and what holds them up is the bot's own time for each statement.
"""
KNOWN = ""
"""The slot of the row that says since when a kind is known."""
_ROUNDS = cast(Table, RoundRow.__table__)
_ROW = _ROUNDS.c
_BEGIN = insert_new(RoundRow)
_BEGUN = select(_ROW.kind, _ROW.slot, _ROW.begun_at, _ROW.ended_at).where(
    _ROW.kind == bindparam("its_kind"), _ROW.slot.in_(bindparam("slots", expanding=True))
)
_THIS = (_ROW.kind == bindparam("its_kind"), _ROW.slot == bindparam("its_slot"))
_HELD = select(_ROW.reached, _ROW.ended_at).where(*_THIS).with_for_update()
_REACH = update(_ROUNDS).where(*_THIS).values(reached=bindparam("upto"), ended_at=bindparam("ended"))
_PERSON = cast(Table, Person.__table__).c
_UP_TO = (
    select(_PERSON.id).where(_PERSON.id > bindparam("after")).order_by(_PERSON.id).offset(bindparam("more")).limit(1)
)
_COLUMNS = ("member_id", "kind", "subject", "slot", "written_at", "due_at", "state", "rank")

_AT = {hour: f"due_{hour}" for hour in NUDGE_HOURS}
"""The parameters that say when the letters fall due, by the hour of their member."""
_DUE = bindparam("due", type_=Moment).label("due_at")
_HOURLY = case(
    *((Preference.nudge_hour == hour, bindparam(name, type_=Moment)) for hour, name in _AT.items()),
    else_=bindparam(_AT[MORNING_HOUR], type_=Moment),
).label("due_at")
_LAST = select(_PERSON.id).where(_PERSON.id > bindparam("after")).order_by(_PERSON.id.desc()).limit(1)


@dataclass(frozen=True)
class Queue:
    """`insert`: the statement that queues letters, by dialect. `chosen`: what it inserts."""

    insert: Mapping[str, Executable]
    chosen: Select[*tuple[Any, ...]]


@dataclass(frozen=True)
class Round:
    """Letters of this kind fall due to many at `due_at`; from `until` on it is too late to queue them. Reminders are
    queued then (see `opens`), and fall due at the hour of each member on that day.

    `slot` tells the round from others of its kind. `queue` was made by `queues`, and `values` are what it asks for.
    """

    key: type[LetterKey]
    slot: str
    due_at: datetime
    until: datetime
    queue: Queue
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Step:
    """What a step did: how many letters it queued, and whether the round is over."""

    queued: int
    over: bool


def queues(
    key: type[LetterKey],
    who: Select[*tuple[Any, ...]],
    member: InstrumentedAttribute[Any],
    subject: ColumnElement[str],
    slot: ColumnElement[str],
    *,
    hourly: bool = False,
) -> Queue:
    """The statement that queues letters to those whom `who` selects. It is built once, at import.

    `member` is the column of their numbers, on which an index must begin or go on that serves `who`: a step asks for a
    range of it. `subject` and `slot` are those of the letters. `hourly`: each falls due at the hour of its member;
    `who` joins the preferences.
    """
    chosen = who.where(member > bindparam("after"), member <= bindparam("upto")).with_only_columns(
        member,
        literal(key.kind),
        subject,
        slot,
        bindparam("at", type_=Moment),
        _HOURLY if hourly else _DUE,
        literal("waiting"),
        literal(int(key.rank)),
    )
    return Queue(insert_from(LetterRow, _COLUMNS, chosen), chosen)


def opens(day: date) -> datetime:
    """When the reminders of this day are queued: at the first hour that a member can choose for them."""
    return begins(day, NUDGE_HOURS[0])


def given(name: str) -> ColumnElement[str]:
    """A text that each round gives: see Round.values."""
    return bindparam(name, type_=String)


def know(session: Session, keys: Iterable[type[LetterKey]], now: datetime) -> None:
    """Note since when these kinds are known: nothing is queued of what was due before."""
    for key in keys:
        run(session, _BEGIN, {"kind": key.kind, "slot": KNOWN, "begun_at": now, "ended_at": now})


def open_ones(session: Session, key: type[LetterKey], rounds: Sequence[Round], now: datetime) -> Sequence[Round]:
    """The rounds, out of these of one kind, that are due by now and not over."""
    due = [one for one in rounds if one.due_at <= now < one.until]
    if not due:
        return ()
    slots = [KNOWN, *(one.slot for one in due)]
    rows = {row.slot: row for row in session.execute(_BEGUN, {"its_kind": key.kind, "slots": slots})}
    known = rows.get(KNOWN)
    if known is None:
        return ()
    over = {slot for slot, row in rows.items() if row.ended_at is not None}
    return [one for one in due if one.due_at >= known.begun_at and one.slot not in over]


def step(session: Session, one: Round, now: datetime, *, enough: Callable[[], bool]) -> Step:
    """Look at the next persons, some at a time, and queue their letters, until it is `enough` or the round is over.
    Another process may do so too: each waits for the row of the round, and goes on where the other ended.
    """
    reached = _take_up(session, one, now)
    if reached is None:
        return Step(0, over=True)
    queued, over, each = 0, False, EACH[session.get_bind().dialect.name]
    while not over:
        upto = session.execute(_UP_TO, {"after": reached, "more": each - 1}).scalar()
        over = upto is None
        until = (session.execute(_LAST, {"after": reached}).scalar() or reached) if upto is None else upto
        queued += run(session, one.queue.insert, _values(one, now) | {"after": reached, "upto": until})
        reached = until
        if enough():
            break
    if queued:
        letters.were_queued(session)
    session.execute(_REACH, _about(one) | {"upto": reached, "ended": now if over else None})
    return Step(queued, over)


def _take_up(session: Session, one: Round, now: datetime) -> int | None:
    """Lock the row of the round; returns up to which person it has come. None if it is over."""
    held = session.execute(_HELD, _about(one)).one_or_none()
    if held is None:
        run(session, _BEGIN, {"kind": one.key.kind, "slot": one.slot, "begun_at": now, "ended_at": None})
        held = session.execute(_HELD, _about(one)).one()
    return held.reached if held.ended_at is None else None


def to_member(session: Session, one: Round, member_id: int) -> Sequence[datetime]:
    """When the letters of this round that the member would be queued now fall due."""
    about = _values(one, one.due_at) | {"after": member_id - 1, "upto": member_id}
    return [row.due_at for row in session.execute(one.queue.chosen, about)]


def _values(one: Round, now: datetime) -> dict[str, object]:
    """What the statement of a round asks for, but for the persons."""
    hours = {name: begins(day_of(one.due_at), hour) for hour, name in _AT.items()}
    return {**one.values, **hours, "at": now, "due": one.due_at}


def _about(one: Round) -> dict[str, str]:
    return {"its_kind": one.key.kind, "its_slot": one.slot}
