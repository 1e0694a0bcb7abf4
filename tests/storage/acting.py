"""Acts of staff written to the log, and the log proved."""

from datetime import datetime

from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.staff import log
from storage.staff.log import Head
from storage.staff.log_check import verify
from storage.staff.log_finding import Finding


def act(
    sessions: Sessions, cipher: Cipher, people: tuple[int, int], at: datetime, why: str, *, alone: bool = False
) -> Head:
    staff_id, member_id = people
    with sessions.begin() as session:
        return log.write(
            session,
            cipher,
            staff_id=staff_id,
            member_id=None if alone else member_id,
            act="lift_lock",
            why=why,
            before={"locked": True},
            after={"locked": False},
            at=at,
        )


def verified(sessions: Sessions, cipher: Cipher, heads: list[Head]) -> list[Finding]:
    with sessions.reading() as session:
        return verify(session, cipher, heads)
