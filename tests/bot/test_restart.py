"""A restart sends nothing by itself, and neither does an upgrade: only what is due reaches anybody."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.sending.pace import Pace
from storage.engine.sessions import Sessions
from storage.migrations import migrate
from storage.tables import Letter, Member
from tests.bot.causes import CAUSES
from tests.bot.neighbour import moves_in
from tests.conftest import WRITTEN_KEY
from tests.stage import Stage, logged_in, staged

SENDS = ("send", "editmessage", "deletemessage", "copymessage", "forwardmessage")


async def test_what_was_sent_is_not_sent_again(furnished_url: str, now: datetime) -> None:
    """Every sort of thing on record, every kind of letter sent; then the same day, and each of the next mornings."""
    async with staged(furnished_url, now=now, data_key=WRITTEN_KEY) as stage:
        await lived(stage, now)
    later = now + timedelta(days=40)  # nothing of what is on record falls due in between
    async with staged(furnished_url, now=later, data_key=WRITTEN_KEY) as stage:
        await stage.until(later)
        before = states(stage.app.sessions)
        assert {state for _, state in before} <= {"sent", "dropped", "failed"}
        # that a code is over, and how an announcement goes, is said only where staff still have it before them; the
        # granted credit is taken back; and the receipt of an erasure is removed when it is sent
        unsaid = {"code_over", "announcement_progress", "credit_granted", "erased"}
        assert {kind for kind, state in before if state == "sent"} == CAUSES.keys() - unsaid
    for moment in (later, later + timedelta(minutes=1), later + timedelta(days=1)):
        async with staged(furnished_url, now=moment, data_key=WRITTEN_KEY) as stage:
            migrate(stage.app.sessions.engine)
            await stage.until(moment)
            assert [name for name, _ in stage.world.calls if name.lower().startswith(SENDS)] == []
            assert states(stage.app.sessions) == before


async def lived(stage: Stage, now: datetime) -> None:
    """A member of whom all is on record, with a letter of every kind, and all that falls due in six weeks."""
    stage.app.postman.pace = Pace(1000, 0)  # a letter a second to a chat would be most of the time
    phones = [await logged_in(stage, number) for number in (1, 5, 9)]
    assert all(phone.sees for phone in phones)
    with stage.app.sessions.begin() as session:
        moves_in(session, now)
        me = member_id(session)
        for cause in CAUSES.values():
            cause(session, me, now)
    await stage.settled()
    for days in (1, 2, 4, 9, 20, 39):
        await stage.until(now + timedelta(days=days))


def member_id(session: Session) -> int:
    """The member with the first number of all."""
    return session.execute(select(Member.id).order_by(Member.id).limit(1)).scalar_one()


def states(sessions: Sessions) -> list[tuple[str, str]]:
    """Every letter: its kind, and how it stands."""
    with sessions.reading() as session:
        return [(row.kind, row.state) for row in session.execute(select(Letter.kind, Letter.state).order_by(Letter.id))]
