"""Acts in the log of an office that nobody did in its rooms."""

from datetime import datetime
from typing import Any

from storage.staff import log
from tests.handlers.staff.office import Office
from tests.handlers.talking import Guest


def writes(here: Office, by: Guest | None, *, act: str = "searched", at: datetime | None = None, **more: Any) -> None:
    """An act by this person, or by the operator."""
    about = {"member_id": None, "why": "x", "before": {}, "after": {}} | more
    staff = by.member_id if by else None
    with here.sessions.begin() as session:
        log.write(session, here.sessions.cipher, staff_id=staff, act=act, at=at or here.clock.now(), **about)
