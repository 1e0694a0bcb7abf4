"""The numbers of the ledger's rows, and the last one of all that are written or never will be."""

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from storage.engine.statements import new_id
from storage.tables import Credit

_LAST = select(func.coalesce(func.max(Credit.id), 0))
_WRITES = text("LOCK TABLE credits IN ROW EXCLUSIVE MODE")
_AT_MOST = text("SET LOCAL lock_timeout = '50ms'")
_NOBODY_WRITES = text("LOCK TABLE credits IN SHARE MODE")


def new_row(session: Session) -> int:
    """The number of a row that is about to be inserted.

    An INSERT that takes its number itself has locked the table before. Here the number comes first, so the lock is
    taken for it: otherwise `last_row` could pass a row that is not there yet.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(_WRITES)
    return new_id(session, Credit)


def last_row(session: Session) -> int:
    """The number of the last row. No row with a smaller number is written after that.

    On PostgreSQL it waits until the transactions that write credits have ended, and others that want to write wait
    behind it. So it waits for 50 ms at most (a VACUUM may last for minutes), and is for a transaction that does nothing
    else. Raises OperationalError, which passes (storage.engine.sessions.is_passing), if they have not ended by then.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(_AT_MOST)
        session.execute(_NOBODY_WRITES)
    return int(session.execute(_LAST).scalar_one())
