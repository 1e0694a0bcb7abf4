"""Checks that the log of staff is whole: finds rows that were changed, inserted or removed (the last ones too), and
bodies that nobody can read although no act tells that their key was erased.
"""

import hmac
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import text
from sqlalchemy.orm import Session

from storage.engine.cipher import Cipher
from storage.staff import log_proofs, log_rows
from storage.staff.log import Head, seal_of
from storage.staff.log_bodies import Bodies
from storage.staff.log_finding import Finding, Wrong
from storage.staff.log_rows import Row

_ONE_MOMENT = text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def verify(session: Session, cipher: Cipher, heads: Iterable[Head] = ()) -> list[Finding]:
    """Everything that is wrong, in order; empty if the log is whole. It is the first thing that the session reads.

    `heads` were kept outside the database. Without them, nobody can see that the last rows were removed. The latest
    head may be older than the log, since a process can die between the commit and the noting of the head.
    """
    _see_one_moment(session)
    noted, bodies = _noted(heads), Bodies(session, cipher)
    findings: list[Finding] = []
    before = Head(0, "")
    keys = log_proofs.every(session, cipher)
    for row in log_rows.every(session):
        judged = list(_judge(keys(row.number), before, row))
        # a body that was changed is told by the seal already
        findings += judged if Wrong.CHANGED in {one.wrong for one in judged} else [*judged, *bodies.look(row)]
        # a whole chain made anew by somebody with the key is found here alone: the noted macs differ
        if not noted.get(row.number, set()) <= {row.mac}:
            findings.append(Finding(row.number, row.number, Wrong.OTHER))
        if row.number > before.number:
            before = Head(row.number, row.mac)
    last = max(noted, default=0)
    if last > before.number:
        findings.append(Finding(before.number + 1, last, Wrong.MISSING))
    return sorted([*findings, *bodies.end()])


def _see_one_moment(session: Session) -> None:
    """All that is read here is of one moment, as it always is on SQLite. Otherwise an act that is written meanwhile
    could be seen without its key, or an erased key without its act.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(_ONE_MOMENT)


def _judge(keys: Sequence[bytes], before: Head, row: Row) -> Iterator[Finding]:
    if row.number > before.number + 1:
        yield Finding(before.number + 1, row.number - 1, Wrong.MISSING)
        yield Finding(row.number, row.number, Wrong.UNPROVEN)
    elif not any(_is_sealed(key, before.mac, row) for key in keys):
        yield Finding(row.number, row.number, Wrong.CHANGED)


def _is_sealed(key: bytes, previous: str, row: Row) -> bool:
    if row.at is None or not row.mac:
        return False
    mac = seal_of(key, previous, row.number, row.at, row.staff_id, row.member_id, row.act, row.body)
    return hmac.compare_digest(mac.encode(), row.mac.encode())


def _noted(heads: Iterable[Head]) -> Mapping[int, set[str]]:
    noted: dict[int, set[str]] = {}
    for head in heads:
        noted.setdefault(head.number, set()).add(head.mac)
    return noted
