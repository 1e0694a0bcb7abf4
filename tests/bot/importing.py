"""Staff who import a file of members in the chat, and what is on record of it."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from content.importing.report import State
from storage.importing import imports
from storage.staff import roles, search
from storage.tables import Member
from tests.bot.commands.members_file import line
from tests.phone import Phone
from tests.stage import Stage

SENT = "名簿.csv"
NEW = line(member_id="1990000001", mamis_id="Z-1")
MINUTE = timedelta(minutes=1)


async def is_officer(stage: Stage, phone: Phone) -> None:
    *_, number, _ = (hint.split(" ")[-1] for hint in phone.person.hints)
    with stage.app.sessions.begin() as session:
        found = search.by_id(session, stage.app.sessions.cipher, number)
        roles.grant(session, found or 0, "officer", stage.clock.now())
    await phone.says("/import")


def record(stage: Stage) -> Mapping[str, tuple[Any, ...]]:
    with stage.app.sessions.reading() as session:
        every = session.execute(select(Member)).scalars().all()
        return {one.member_no: (one.name, one.mamis_id, one.kana, one.email, one.can_earn) for one in every}


def states(stage: Stage) -> list[State]:
    """Those that came in the chat: the demo's members came by the command line."""
    with stage.app.sessions.reading() as session:
        return [one.state for one in imports.latest(session, 9) if one.by is not None][::-1]
