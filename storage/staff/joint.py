"""Acts that wait for a second person. One is decided once, whoever presses at the same moment."""

import json
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from content.staff.joint import WAITS, Asked, JointAct, unpack
from storage.engine.statements import insert_row, rows, update_row
from storage.people import persons
from storage.tables import JointRequest

# read anew each time: another process may decide between two looks of one transaction
_ONE = select(JointRequest).where(JointRequest.id == bindparam("request")).execution_options(populate_existing=True)
_SUBJECTS = select(JointRequest.id, JointRequest.subject)
_DECIDE = (
    update(JointRequest)
    .where(JointRequest.id == bindparam("request"), JointRequest.state == "waiting")
    .values(state=bindparam("verdict"), decided_by=bindparam("by"), decided_at=bindparam("at"))
)


def ask(session: Session, act: JointAct, why: str, by: int, at: datetime) -> int:
    """Put an act down to be confirmed; returns the number of the request."""
    values = {"kind": act.kind, "subject": act.pack(), "why": why, "asked_by": by, "asked_at": at}
    return insert_row(session, JointRequest, values | {"until": at + WAITS, "state": "waiting"})


def forget_reasons(session: Session, member: int, *, but: int) -> None:
    """Empty the reasons of all requests about this person, who was erased: they may name the person."""
    every = session.execute(_SUBJECTS).all()
    for row in every:
        if row.id != but and json.loads(row.subject).get("member") == member:
            update_row(session, JointRequest, row.id, {"why": ""})


def asked(session: Session, request: int) -> Asked:
    """A request; raises NoResultFound, and NoSuchAct for one of another version."""
    row = session.execute(_ONE, {"request": request}).scalar_one()
    asker = persons.name(session, row.asked_by)
    return Asked(row.id, unpack(row.kind, row.subject), row.why, row.asked_by, asker, row.until, row.state)


def decide(session: Session, request: int, verdict: str, by: int, at: datetime) -> bool:
    """Put down the verdict ("done" or "refused"); False if somebody else has decided before."""
    given = {"request": request, "verdict": verdict, "by": by, "at": at}
    return rows(session.execute(_DECIDE, given)) == 1
