"""Invitations of staff who are no members. Each is opened once and decided once, whoever acts at the same moment."""

import json
import secrets
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, literal_column, select, update
from sqlalchemy.orm import Session

from content.staff.inviting import OPEN_FOR, Invitation, Opener, Opening, State
from storage.engine.base import InRow
from storage.engine.cipher import Cipher
from storage.engine.keyed import ByKeys
from storage.engine.statements import insert_row, rows
from storage.tables import StaffInvitation

TOKEN_BYTES = 24
_KEY = "staff_invitations.token"
_SENT, _OPENED = State.SENT.value, State.OPENED.value
# literals: SQLite uses the index of those that wait only if it sees the condition of the index in the statement
_WAITS = StaffInvitation.state.in_((literal_column(f"'{_SENT}'"), literal_column(f"'{_OPENED}'")))
# read anew each time: another process may decide between two looks of one transaction
_ONE = (
    select(StaffInvitation)
    .where(StaffInvitation.id == bindparam("invitation"))
    .execution_options(populate_existing=True)
)
_BY_TOKEN = ByKeys(lambda keys: select(StaffInvitation).where(StaffInvitation.token_key.in_(keys)))
_WAITING = select(StaffInvitation).where(_WAITS, StaffInvitation.until > bindparam("now")).order_by(StaffInvitation.id)
_OPEN = (
    update(StaffInvitation)
    .where(StaffInvitation.id == bindparam("invitation"), StaffInvitation.state == _SENT)
    .values(
        state=_OPENED,
        chat_id=bindparam("chat"),
        opener=bindparam("by"),
        opened_at=bindparam("at"),
        until=bindparam("ends"),
    )
    .execution_options(synchronize_session=False)
)
_TURN_AWAY = (
    update(StaffInvitation)
    .where(StaffInvitation.id == bindparam("invitation"))
    .values(turned_away=StaffInvitation.turned_away + 1)
)
# what the Telegram account was called is not kept: what was decided upon stands in the log
_DECIDE = (
    update(StaffInvitation)
    .where(StaffInvitation.id == bindparam("invitation"), _WAITS)
    .values(state=bindparam("verdict"), decided_at=bindparam("at"), opener=bindparam("nobody"), chat_id=None)
    .execution_options(synchronize_session=False)
)
_BELONGS = (
    update(StaffInvitation).where(StaffInvitation.id == bindparam("invitation")).values(person_id=bindparam("person"))
)
_OVER = select(StaffInvitation.id).where(_WAITS, StaffInvitation.until <= bindparam("now"))
_FORGET = (
    update(StaffInvitation)
    .where(StaffInvitation.id == bindparam("invitation"))
    .values(state=State.LAPSED.value, decided_at=bindparam("at"), opener=bindparam("nobody"), chat_id=None)
    .execution_options(synchronize_session=False)
)


def invite(
    session: Session,
    cipher: Cipher,
    *,
    name: str,
    role: str,
    why: str,
    by: int | None,
    at: datetime,
    person: int | None = None,
) -> tuple[int, str]:
    """Make an invitation; returns its number and the token of its link, of which only a keyed hash is kept.

    `person`: the account that it leads back into. `role` then has the roles that the account holds.
    """
    token = secrets.token_urlsafe(TOKEN_BYTES)
    values: dict[str, Any] = {"token_key": cipher.find(token, _KEY), "name": name, "role": role, "why": why}
    values |= {
        "again": person is not None,
        "person_id": person,
        "invited_by": by,
        "invited_at": at,
        "until": at + OPEN_FOR,
        "state": _SENT,
    }
    values |= {"opener": "", "turned_away": 0}
    return insert_row(session, StaffInvitation, values), token


def one(session: Session, number: int) -> Invitation:
    """An invitation; raises NoResultFound."""
    return _read(session.execute(_ONE, {"invitation": number}).scalar_one())


def by_token(session: Session, cipher: Cipher, token: str) -> Invitation | None:
    """The invitation of a link, or None."""
    row = _BY_TOKEN.run(session, cipher.finds(token, _KEY)).scalar_one_or_none()
    return None if row is None else _read(row)


def waiting(session: Session, now: datetime) -> Sequence[Invitation]:
    """Those that can still be opened or decided, the oldest first."""
    return [_read(row) for row in session.execute(_WAITING, {"now": now}).scalars()]


def open_it(session: Session, shown: Invitation, chat: int, opener: Opener, now: datetime) -> Opening:
    """Somebody opens the link. The first one is noted, and it is then good for that person alone."""
    if shown.can_be_opened(now):
        values = {"invitation": shown.id, "chat": chat, "by": InRow(shown.id, json.dumps(asdict(opener)))}
        if rows(session.execute(_OPEN, values | {"at": now, "ends": now + OPEN_FOR})) == 1:
            return Opening.NEW
        shown = one(session, shown.id)
    if shown.can_be_decided(now) and shown.chat == chat:
        return Opening.AGAIN
    session.execute(_TURN_AWAY, {"invitation": shown.id})
    return Opening.TAKEN if shown.can_be_decided(now) else Opening.OVER


def belongs(session: Session, number: int, person: int) -> None:
    """This account came of it."""
    session.execute(_BELONGS, {"invitation": number, "person": person})


def decide(session: Session, number: int, verdict: State, at: datetime) -> bool:
    """Confirm, refuse or withdraw it; False if that was done before."""
    values = {"invitation": number, "verdict": verdict.value, "at": at, "nobody": InRow(number, "")}
    return rows(session.execute(_DECIDE, values)) == 1


def find_over(session: Session, now: datetime) -> Sequence[int]:
    """Those whose hours are over and that nobody decided."""
    return session.execute(_OVER, {"now": now}).scalars().all()


def forget(session: Session, numbers: Sequence[int], at: datetime) -> int:
    """End them, and forget who opened them; returns how many."""
    every = ({"invitation": number, "at": at, "nobody": InRow(number, "")} for number in numbers)
    return sum(rows(session.execute(_FORGET, values)) for values in every)


def _read(row: StaffInvitation) -> Invitation:
    opener = Opener(**json.loads(row.opener)) if row.opener else None
    return Invitation(
        row.id,
        row.name,
        row.role,
        row.why,
        row.again,
        row.person_id,
        row.invited_by,
        row.until,
        State(row.state),
        row.chat_id,
        opener,
        row.turned_away,
    )
