"""Every kind of letter of every feature: over a bad line, in the night, to who opted out, blocked the bot or left. One
letter goes all these ways: to begin the application anew for each took a third of the time.

The kinds are drawn from the features; what causes one is listed, and a missing one is a fault.
"""

from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.sandbox.faults import When
from bot.sending.pace import Pace
from handlers.features import FEATURES
from handlers.routing import letter_kinds
from storage.people import chats, preferences
from storage.tables import Announcement, Chat, Letter, Request
from tests.bot.causes import AOI, CAUSES, OTHER
from tests.bot.neighbour import id_of
from tests.phone import Phone
from tests.stage import Stage

KINDS = {kind.key.kind: kind.key for kind in letter_kinds(FEATURES)}
NIGHT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)  # 21:00 in Japan
MORNING = datetime(2026, 11, 22, 23, 0, tzinfo=UTC)  # 8:00 of the 23rd
OPTIONAL = {
    "training_tomorrow",
    "checkin_opens",
    "plan",
    "new_courses",
    "year_ends",
    "credits_fall",
    "reminder",
    "reminder_again",
    "journal_reminder",
    "drafts_open",
}
"""Those for which nobody asked. If the member wants no reminders, `write` of their feature gives Unwanted."""

OVER_SOON = {"checkin_opens"}
"""Those that are worthless after the night."""

TO_A_CHAT = {"session_ended", "erased"}
"""Those that go to a chat, whoever is logged in there by now."""

ENDS = {"erased"}
"""Those whose row the next tick removes, because nothing of its member may stay."""

SHOWS: Mapping[str, Callable[[Session], str]] = {
    "code_over": lambda session: f"code:{id_of(session, OTHER)}",
    "announcement_progress": lambda session: f"announcement:{session.execute(select(Announcement.id)).scalar_one()}",
}
"""What a chat must show so that the letter is wanted."""

PAPER = "certificate_ready"
"""The notice that queues a letter of its own: the first time the paper comes after it."""

ONCE = {*ENDS, PAPER}
"""Those that can't be due again and again without a difference."""

pytestmark = pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)


class Post:
    """A letter of one kind to 青井, which can be due again and again."""

    def __init__(self, stage: Stage, phone: Phone, kind: str) -> None:
        self.stage, self.phone, self.kind = stage, phone, kind
        with stage.app.sessions.begin() as session:
            self.member = id_of(session, AOI)
            session.execute(update(Request).values(told_at=stage.clock.now()))  # staff have heard of what is due
            before = set(session.execute(select(Letter.id)).scalars())
            CAUSES[kind](session, self.member, stage.clock.now())
            ours = session.execute(select(Letter.id).where(Letter.kind == kind)).scalars()
            (self.letter,) = set(ours) - before
            self.shows = SHOWS[kind](session) if kind in SHOWS else ""
            self.chat = session.execute(select(Chat.id).where(Chat.member_id == self.member)).scalar_one()

    async def comes(self, *, until: timedelta = timedelta()) -> int:
        """How many messages it becomes, when it is due once more and time passes; a card is a new message each time."""
        before = len(self.phone.messages)
        due = {"state": "waiting", "due_at": self.stage.clock.now(), "tries": 0, "claimed_until": None}
        with self.stage.app.sessions.begin() as session:
            session.execute(update(Letter).where(Letter.id == self.letter).values(**due))
            chat = chats.of_member(session, self.member)
            if chat is not None:
                chats.show(session, chat.id, 0, self.shows)
        await self.stage.settled()
        if until:
            await self.stage.until(self.stage.clock.now() + until)
        return len(self.phone.messages) - before

    @property
    def state(self) -> str:
        with self.stage.app.sessions.reading() as session:
            found = session.execute(select(Letter.state).where(Letter.id == self.letter)).scalar_one_or_none()
        return "sent" if found is None and self.kind in ENDS else str(found)

    @property
    def method(self) -> str:
        """How it was sent the last time."""
        wanted = "sendphoto" if self.kind == PAPER else "send"
        return [name for name, _ in self.stage.world.calls if name.lower().startswith(wanted)][-1]


def test_what_causes_each_kind_is_known(furnished_url: str) -> None:
    assert CAUSES.keys() == KINDS.keys(), "CAUSES in tests/bot/causes.py needs what makes each kind be written"


@pytest.fixture
async def post(kind: str, stage: Stage, aoi: Phone) -> Post:
    stage.app.postman.pace = Pace(1000, 0)  # a letter a second to a chat would be most of the time
    await stage.settled()
    return Post(stage, aoi, kind)


async def over_a_bad_line(post: Post) -> None:
    """Cut off before or after it was sent: again where it may come twice, else put down as unknown."""
    assert await post.comes() == 1 + (post.kind == PAPER)
    kind, world = KINDS[post.kind], post.stage.world
    copies: dict[When, int] = {"before": 1, "after": 2} if kind.again else {"before": 0, "after": 1}
    for when, expected in copies.items():
        world.fault(post.method, "drop", when=when)
        assert await post.comes(until=timedelta(minutes=2)) == expected, when
        assert post.state == ("sent" if kind.again else "unknown")


async def to_who_is_not_there(post: Post) -> None:
    """Who has blocked the bot, and who is not logged in. In the end the member is there again."""
    post.stage.world.block(post.phone.person.id)
    assert await post.comes() == 0
    assert post.state in ("failed", "dropped")
    post.stage.world.unblock(post.phone.person.id)
    await post.phone.says("/help")
    assert await post.comes() == 1 + (post.kind == PAPER)
    with post.stage.app.sessions.begin() as session:
        chats.unbind(session, post.chat)
    assert await post.comes() == (post.kind in TO_A_CHAT)
    with post.stage.app.sessions.begin() as session:
        chats.bind(session, chats.by_id(session, post.chat), post.member, post.stage.clock.now())


async def to_who_does_not_want_it_and_in_the_night(post: Post) -> None:
    with post.stage.app.sessions.begin() as session:
        preferences.set_reminders(session, post.member, wanted=False)
    assert await post.comes() == (post.kind not in OPTIONAL) + (post.kind == PAPER)
    with post.stage.app.sessions.begin() as session:
        preferences.set_reminders(session, post.member, wanted=True)
    post.stage.clock.jump(NIGHT)
    assert await post.comes() == (not KINDS[post.kind].waits)
    assert post.state == ("waiting" if KINDS[post.kind].waits else "sent")
    before = len(post.phone.messages)
    await post.stage.until(MORNING - timedelta(seconds=1))
    assert len(post.phone.messages) == before
    await post.stage.until(MORNING)
    is_over = post.kind in OVER_SOON
    assert len(post.phone.messages) - before == (KINDS[post.kind].waits and not is_over)
    assert post.state == ("dropped" if is_over else "sent")


WAYS = (over_a_bad_line, to_who_is_not_there, to_who_does_not_want_it_and_in_the_night)


@pytest.mark.parametrize("kind", sorted(CAUSES.keys() - ONCE))
async def test_in_every_way(post: Post) -> None:
    for way in WAYS:
        await way(post)


@pytest.mark.parametrize("kind", sorted(ONCE))
@pytest.mark.parametrize("way", WAYS)
async def test_in_each_way_from_the_beginning(post: Post, way: Callable[[Post], Awaitable[None]]) -> None:
    await way(post)
