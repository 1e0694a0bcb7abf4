"""How batches of activation letters end: nobody confirms, nobody fetches the file, or it was fetched. By the clock."""

from collections.abc import Sequence
from datetime import datetime
from typing import cast

from sqlalchemy import Table, and_, bindparam, delete, or_, select, update
from sqlalchemy.orm import Session

from content.activating.batch import KEPT, LATE, LEFT, State
from content.staff.joint import WAITS
from storage.activating import batches
from storage.files import parts
from storage.tables import Activation, ActivationCode, ActivationRow

AT_ONCE = 1000
_BATCHES, _CODES = cast(Table, Activation.__table__), cast(Table, ActivationCode.__table__)
_ROWS = cast(Table, ActivationRow.__table__)
_B, _C, _R = _BATCHES.c, _CODES.c, _ROWS.c
_HELD = (
    select(Activation)
    .where(Activation.id == bindparam("batch"))
    .with_for_update()
    .execution_options(populate_existing=True)
)
_UNFETCHED = select(_B.id).where(_B.state == State.READY.value, _B.ready_at < bindparam("before"))
_UNDECIDED = (
    select(_B.id)
    .where(
        or_(
            and_(_B.state == State.ASKED.value, _B.begun_at <= bindparam("asked", type_=_B.begun_at.type)),
            and_(
                _B.state.in_((State.READING.value, State.LISTED.value)),
                _B.begun_at <= bindparam("left", type_=_B.begun_at.type),
            ),
        )
    )
    .order_by(_B.id)
)
_OVER = select(_B.id).where(_B.state.in_((State.OPENED.value, State.VOID.value))).order_by(_B.id)
_TO_CLEAR = (
    select(_C.member_id)
    .where(_C.activation_id == bindparam("batch"), _C.code.is_not(None))
    .order_by(_C.member_id)
    .limit(bindparam("limit"))
)
_CLEAR = update(_CODES).where(_C.member_id == bindparam("member")).values(code=None)
_BEFORE_DECIDED = (State.READING.value, State.LISTED.value, State.ASKED.value)
_LONG_AGO = (
    select(_B.id)
    .where(
        _B.digest != "",
        or_(
            _B.ended_at <= bindparam("before", type_=_B.ended_at.type),
            _B.ready_at <= bindparam("before", type_=_B.ready_at.type),
        ),
    )
    .order_by(_B.id)
)
_THEIR_LINES = select(_R.line).where(_R.activation_id == bindparam("batch")).order_by(_R.line).limit(bindparam("limit"))
_REMOVE = delete(_ROWS).where(_R.activation_id == bindparam("batch"), _R.line == bindparam("number"))


def end(session: Session, number: int, fault: str, at: datetime, *, told: bool = True) -> bool:
    """End a batch of which no letter was made, for this reason. False if letters are made, or it ended before."""
    row = session.execute(_HELD, {"batch": number}).scalar_one_or_none()
    if row is None or row.state not in _BEFORE_DECIDED:
        return False
    parts.let_go(session, [row.file_id])
    row.state, row.fault, row.ended_at, row.file_id = State.ENDED.value, fault, at, None
    if told:
        batches.tell(session, row, at)
    return True


def undecided(session: Session, now: datetime, left: datetime) -> Sequence[int]:
    """The batches that nobody has confirmed in time, and the lists that nobody has ordered letters for since `left`."""
    return session.execute(_UNDECIDED, {"asked": now - WAITS, "left": left}).scalars().all()


def end_undecided(session: Session, number: int, now: datetime, left: datetime) -> bool:
    """End one of them, unless it was decided meanwhile."""
    one = batches.one(session, number)
    waits = WAITS if one.state is State.ASKED else now - left
    return one.begun_at <= now - waits and end(session, number, LATE if one.state is State.ASKED else LEFT, now)


def to_clear(session: Session) -> Sequence[int]:
    """Members whose code nobody needs in clear any more: the file with it was opened, or is void."""
    found: list[int] = []
    for batch in session.execute(_OVER).scalars().all():
        found += session.execute(_TO_CLEAR, {"batch": batch, "limit": AT_ONCE - len(found)}).scalars()
    return found


def clear(session: Session, members: Sequence[int]) -> int:
    """Keep only the hashes of their codes."""
    session.execute(_CLEAR, [{"member": one} for one in members])
    return len(members)


def unopened(session: Session, now: datetime) -> Sequence[int]:
    """The batches whose file nobody has opened in time."""
    return session.execute(_UNFETCHED, {"before": now - KEPT}).scalars().all()


def void(session: Session, number: int, at: datetime) -> bool:
    """End a batch that nobody has opened: its codes are no good any more, and who asked is told. False if it was opened
    or ended before.
    """
    row = session.execute(_HELD, {"batch": number}).scalar_one_or_none()
    if row is None or row.state != State.READY.value:
        return False
    row.state, row.link_hash, row.pin_hash = State.VOID.value, None, None
    batches.tell(session, row, at)
    return True


def old_lists(session: Session, before: datetime) -> Sequence[tuple[int, int]]:
    """Lines (batch, line) of lists whose batch ended, or was made, so long ago."""
    found: list[tuple[int, int]] = []
    for batch in session.execute(_LONG_AGO, {"before": before}).scalars().all():
        about = {"batch": batch, "limit": AT_ONCE - len(found)}
        found += [(batch, line) for line in session.execute(_THEIR_LINES, about).scalars()]
    return found


def remove(session: Session, lines: Sequence[tuple[int, int]]) -> int:
    """Remove these lines."""
    session.execute(_REMOVE, [{"batch": batch, "number": line} for batch, line in lines])
    return len(lines)
