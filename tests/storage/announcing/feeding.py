"""An announcement is fed and sent, a step at a time; and how it then stands."""

from collections import Counter
from datetime import datetime

from sqlalchemy import select

from content.announcing.announcement import Announcement, Report
from content.keys.announcement_letters import Announced
from content.rules import Rulebook
from storage.announcing import announcements, going, reports
from storage.engine.sessions import Sessions
from storage.post import letters
from storage.tables import Letter

RULES = Rulebook()


def steps(sessions: Sessions, number: int, at: datetime) -> int:
    """One step, in a transaction of its own."""
    with sessions.begin() as session:
        return going.step(session, number, at, RULES.now(at))


def cut_off(sessions: Sessions, number: int, at: datetime) -> None:
    """A step whose process ends before it commits."""
    with sessions.begin() as session:
        going.step(session, number, at, RULES.now(at))
        raise ZeroDivisionError


def feeds(sessions: Sessions, at: datetime) -> None:
    """As the clock does: look, and step, until nothing is left to be done."""
    while True:
        with sessions.reading() as session:
            found = going.find(session, at)
        if not sum(steps(sessions, one, at) for one in found):
            return


def sends(sessions: Sessions, at: datetime, state: str = "sent", *, limit: int = 99) -> list[int]:
    """Claim what is due and settle it so; returns to whom an announcement went."""
    with sessions.begin() as session:
        found = letters.claim(session, at, limit=limit)
        begun = [one for letter in found if (one := letters.begin_sending(session, letter, at)) is not None]
        for letter in begun:
            letters.settle(session, letter, state, at)
    return [one.member_id for one in begun if isinstance(one.key, Announced)]


def states(sessions: Sessions) -> Counter[str]:
    with sessions.reading() as session:
        return Counter(session.execute(select(Letter.state).where(Letter.kind == Announced.kind)).scalars())


def one(sessions: Sessions, number: int) -> Announcement:
    with sessions.reading() as session:
        return announcements.one(session, number)


def report(sessions: Sessions, number: int) -> Report:
    with sessions.reading() as session:
        return reports.whole(session, announcements.one(session, number))
