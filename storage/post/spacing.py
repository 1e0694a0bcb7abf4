"""The letters to one chat go a second apart, whichever process sends them, on PostgreSQL: the row of the chat says when
the last one began to go, by the clock of the database, which all processes share.
"""

from typing import cast

from sqlalchemy import Double, Table, bindparam, func, or_, select, update
from sqlalchemy.orm import Session

from storage.engine.statements import rows
from storage.tables import Chat

LEAST_S = 0.01
_CHATS = cast(Table, Chat.__table__)
_C = _CHATS.c
# it is asked for again after waiting for the row, so a moment of another process never lies ahead of it
_NOW = func.coalesce(
    bindparam("now", type_=Double), func.extract("epoch", func.clock_timestamp()).cast(Double), type_=Double
)
_LAST = func.extract("epoch", _C.letter_at).cast(Double)
_FREE_AT = _LAST + bindparam("apart", type_=Double)
# A moment that can't be is of a clock that was set back since then. It may be ahead by a little: it is kept rounded to
# a microsecond, and a letter in that same microsecond is another process's.
_SET_BACK = _LAST > _NOW + LEAST_S
_IS_FREE = or_(_C.letter_at.is_(None), _FREE_AT <= _NOW, _SET_BACK)
_THIS = _C.id == bindparam("chat")
_TAKE = update(_CHATS).where(_THIS, _IS_FREE).values(letter_at=func.to_timestamp(_NOW))
_WAIT = select(_FREE_AT - _NOW).where(_THIS)


def take(session: Session, chat_id: int, apart_s: float, now: float | None = None) -> float:
    """Note that a letter goes to this chat now; returns 0. If another one went less than so many seconds ago, returns
    how many are left, and notes nothing. `now` is as in budget.book.
    """
    about = {"chat": chat_id, "apart": apart_s, "now": now}
    if rows(session.execute(_TAKE, about)):
        return 0.0
    wait: float | None = session.execute(_WAIT, about).scalar()
    return 0.0 if wait is None else max(LEAST_S, wait)  # None: the chat is gone
