"""A member of the demo who began courses and left them: on the next day she is reminded of them in one message."""

from datetime import datetime, timedelta

from bot.demo.people import REMINDED
from storage.engine.sessions import Sessions
from storage.people import members
from storage.programme import courses
from storage.study import enrolments

LEFT = {"diabetes": timedelta(days=2, hours=1), "home-care": timedelta(days=2)}
"""By slug: how long ago she touched the course."""


def furnish(sessions: Sessions, at: datetime) -> None:
    """She began these courses two days ago."""
    with sessions.begin() as session:
        member = members.account(session, sessions.cipher, REMINDED, member_no=True, mamis_id=False).id
        for slug, ago in LEFT.items():
            enrolments.touch(session, member, courses.by_slug(session, slug).id, at - ago)
