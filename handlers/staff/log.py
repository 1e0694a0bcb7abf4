"""The log of staff: once a day its head is put down, to be sent to the operator."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from content.rules import Rulebook
from handlers.due import Due
from storage.staff import heads


def find_day(session: Session, now: datetime, _rulebook: Rulebook) -> Sequence[date]:
    return heads.find_day(session, now)


def put_down(session: Session, found: Sequence[date], _now: datetime, _rulebook: Rulebook) -> int:
    return heads.put_down(session, found)


ROUTES = ()
DUE = (Due("head of the log of staff", find_day, put_down),)
