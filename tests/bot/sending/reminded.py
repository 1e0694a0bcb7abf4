"""青井 with reminders that are due, and what comes of them."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.sending.delivery import Delivery
from bot.sending.pace import Pace
from bot.sending.postman import Postman
from bot.sending.writing import Writing
from content.hours import Hours
from content.keys.letters import DraftsOpen, Unfinished
from content.rules import begins, day_of, fiscal_year
from content.values import Reminder
from handlers.features import FEATURES
from handlers.routing import letter_kinds
from storage.people import preferences
from storage.post import letters
from storage.programme import courses
from storage.study import enrolments
from storage.tables import Letter
from tests.bot.causes import AOI
from tests.bot.neighbour import declares, id_of
from tests.conftest import NOW
from tests.phone import Phone
from tests.stage import Stage

DAY = timedelta(days=1)
TODAY = day_of(NOW)
ON_SQLITE = pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)


class Reminded:
    """青井 with letters that remind her, and what comes of them."""

    def __init__(self, stage: Stage, phone: Phone) -> None:
        self.stage, self.phone = stage, phone
        with stage.app.sessions.begin() as session:
            self.id = id_of(session, AOI)

    def does(self, act: Callable[[Session], object]) -> None:
        with self.stage.app.sessions.begin() as session:
            act(session)

    def begins(self, *slugs: str) -> None:
        """Courses that she touched four days ago, of which she is to be reminded now."""
        now = self.stage.clock.now()

        def begin(session: Session) -> None:
            for slug in slugs:
                course = courses.by_slug(session, slug).id
                enrolments.touch(session, self.id, course, now - 4 * DAY)
                letters.put(session, member_id=self.id, key=Unfinished(course), slot="first", at=now)

        self.does(begin)

    def drafts(self) -> None:
        now = self.stage.clock.now()
        key = DraftsOpen(fiscal_year(day_of(now)))
        self.does(lambda session: declares(session, self.id, now))
        self.does(lambda session: letters.put(session, member_id=self.id, key=key, slot="1", at=now))

    def finishes(self, slug: str) -> None:
        now = self.stage.clock.now()
        self.does(lambda session: enrolments.finish(session, self.id, courses.by_slug(session, slug).id, now))

    def wants_not(self, kind: Reminder) -> None:
        self.does(lambda session: preferences.set_reminders(session, self.id, wanted=False, kinds=[kind]))

    def keeps(self, hours: Hours) -> None:
        self.does(lambda session: preferences.set_hours(session, self.id, hours))

    @property
    def states(self) -> list[tuple[str, str | None]]:
        with self.stage.app.sessions.reading() as session:
            found = session.execute(select(Letter).where(Letter.member_id == self.id).order_by(Letter.id)).scalars()
            return [(row.state, row.outcome) for row in found]

    @property
    def due(self) -> list[object]:
        with self.stage.app.sessions.reading() as session:
            return list(session.execute(select(Letter.due_at).where(Letter.state == "waiting")).scalars())

    async def waits(self) -> list[str]:
        """The messages that came."""
        before = len(self.phone.messages)
        await self.phone.waits()
        return [self.phone.text(message) for message in self.phone.messages[before:]]

    async def at(self, hour: int, day: int = 0) -> list[str]:
        self.stage.clock.jump(begins(TODAY + day * DAY, hour))
        return await self.waits()

    def neighbour(self) -> Delivery:
        """What another process would have."""
        app = self.stage.app
        writing = Writing(app.record, app.house, letter_kinds(FEATURES))
        postman = Postman(app.record, app.showing, writing, app.papers, app.operator, app.figures)
        postman.pace = Pace(1000, 0)
        return Delivery(app.record, postman)


@pytest.fixture(name="me")
async def reminded(stage: Stage, aoi: Phone) -> Reminded:
    stage.app.postman.pace = Pace(1000, 0)
    await stage.settled()
    return Reminded(stage, aoi)
