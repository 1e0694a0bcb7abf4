"""Letters out: once, at the right hour, to whom they still concern, whatever Telegram and the network do."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from types import ModuleType

import pytest
from sqlalchemy import select

from bot.sandbox.faults import When
from handlers.screens.screen import KeptEvidence, Place, Screen
from handlers.turn import Turn, Unwanted, Writes
from storage.people import chats, preferences
from storage.post import letters
from storage.post.letters import Letter
from storage.tables import Letter as Row
from tests import samples
from tests.conftest import NOW, WRITTEN_KEY
from tests.phone import Phone
from tests.stage import Stage, staged

NIGHT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)  # 21:00 in Japan
MORNING = datetime(2026, 11, 22, 23, 0, tzinfo=UTC)  # 8:00 of the 23rd


def write(turn: Turn, letter: Letter) -> Screen | Unwanted:
    if not preferences.get(turn.session, turn.member.id).reminders:
        return Unwanted("switched off")
    return Screen(f"{letter.kind} {letter.subject}", place=Place.OWN)


def card(turn: Turn, letter: Letter) -> Screen | Unwanted:
    return Screen(f"card, now {letter.slot}", subject=letter.subject)


def buggy(_turn: Turn, _letter: Letter) -> Screen | Unwanted:
    raise ZeroDivisionError


def gone(_turn: Turn, _letter: Letter) -> Screen | Unwanted:
    """As if the file were taken away between the writing and the sending."""
    return Screen("caption", place=Place.OWN, paper=KeptEvidence(1, 1, "a.pdf"))


LETTERS = (
    Writes("nudge", write, again=False, nudge=True),
    Writes("paper", write, again=True, nudge=False),
    Writes("card", card, again=True, nudge=False),
    Writes("buggy", buggy, again=True, nudge=False),
    Writes("gone", gone, again=True, nudge=False),
)
FEATURE = ModuleType("feature")
FEATURE.__dict__.update(ROUTES=(), LETTERS=LETTERS)


class Post:
    """A stage with one member, and letters to him."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.phone: Phone = stage.phone(1)
        cipher = stage.app.sessions.cipher
        with stage.app.sessions.begin() as session:
            self.member = samples.member(session, NOW)
            chat = chats.meet(session, cipher, self.phone.person.id, "ja", NOW)
            chats.bind(session, chat, self.member, NOW)
            self.chat = chat.id
        stage.world.send_text(self.phone.person.id, "/start")

    def writes(self, kind: str, subject: str = "s", slot: str = "1") -> None:
        now = self.stage.clock.now()
        with self.stage.app.sessions.begin() as session:
            letters.put(session, member_id=self.member, kind=kind, subject=subject, slot=slot, at=now)

    @property
    def received(self) -> list[str]:
        """What came, without the answer to /start."""
        ours = [self.phone.text(message) for message in self.phone.messages if message["from"]["is_bot"]]
        return [text for text in ours if "確認できませんでした" not in text]

    @property
    def states(self) -> list[tuple[str, str | None]]:
        with self.stage.app.sessions.reading() as session:
            return [(row.state, row.outcome) for row in session.execute(select(Row).order_by(Row.id)).scalars()]


@pytest.fixture
async def post(database_url: str) -> AsyncIterator[Post]:
    async with staged(database_url, now=NOW, data_key=WRITTEN_KEY, features=[FEATURE]) as stage:
        opened = Post(stage)
        await stage.settled()
        yield opened


async def test_a_letter_arrives_once(post: Post) -> None:
    for _ in range(3):
        post.writes("nudge")
        await post.stage.settled()
    assert post.received == ["nudge s"]
    assert post.states == [("sent", "")]


@pytest.mark.parametrize(
    ("kind", "at", "arrives"),
    [
        ("nudge", NIGHT - timedelta(seconds=1), True),
        ("nudge", NIGHT, False),
        ("paper", NIGHT, True),
        ("nudge", MORNING - timedelta(seconds=1), False),
        ("nudge", MORNING, True),
    ],
)
async def test_nudges_wait_for_the_morning(post: Post, kind: str, at: datetime, arrives: bool) -> None:
    post.stage.clock.jump(at)
    post.writes(kind)
    await post.stage.settled()
    assert bool(post.received) is arrives
    await post.stage.until(MORNING)
    assert len(post.received) == 1


async def test_a_preference_is_read_when_it_is_sent(post: Post) -> None:
    post.stage.clock.jump(NIGHT)
    post.writes("nudge")
    await post.stage.settled()
    with post.stage.app.sessions.begin() as session:
        preferences.set_reminders(session, post.member, wanted=False)
    await post.stage.until(MORNING)
    assert post.received == []
    assert post.states == [("dropped", "switched off")]


async def test_who_blocked_the_bot_gets_nothing_more(post: Post) -> None:
    post.stage.world.fault("sendMessage", "drop", times=0)
    post.stage.world.block(post.phone.person.id)
    post.writes("paper", slot="1")
    await post.stage.settled()
    post.writes("paper", slot="2")
    await post.stage.settled()
    assert post.received == []
    assert [state for state, _ in post.states] in (["dropped", "dropped"], ["failed", "dropped"])


async def test_asked_to_wait_it_waits_and_loses_nothing(post: Post) -> None:
    post.stage.world.fault("sendMessage", "429", seconds=1)
    post.writes("nudge")
    await post.stage.settled()
    assert post.received == []
    assert post.states == [("waiting", "asked to wait")]
    await post.stage.until(NOW + timedelta(seconds=2))
    assert post.received == ["nudge s"]


@pytest.mark.parametrize(("when", "copies"), [("before", 1), ("after", 2)])
async def test_what_may_arrive_twice_is_sent_again_where_nobody_knows(post: Post, when: When, copies: int) -> None:
    post.stage.world.fault("sendMessage", "drop", when=when)
    post.writes("paper")
    await post.stage.settled()
    await post.stage.until(NOW + timedelta(minutes=10))
    assert post.received == ["paper s"] * copies
    assert [state for state, _ in post.states] == ["sent"]


@pytest.mark.parametrize(("when", "copies"), [("before", 0), ("after", 1)])
async def test_what_must_not_arrive_twice_is_not_sent_again(post: Post, when: When, copies: int) -> None:
    post.stage.world.fault("sendMessage", "drop", when=when)
    post.writes("nudge")
    await post.stage.settled()
    await post.stage.until(NOW + timedelta(minutes=10))
    assert post.received == ["nudge s"] * copies
    assert [state for state, _ in post.states] == ["unknown"]


async def test_a_letter_that_a_bug_stops_does_not_stop_the_others(post: Post) -> None:
    post.writes("buggy")
    post.writes("paper")
    await post.stage.settled()
    assert post.received == ["paper s"]
    assert post.states == [("failed", "ZeroDivisionError"), ("sent", "")]


async def test_a_member_who_logged_out_gets_no_letters(post: Post) -> None:
    with post.stage.app.sessions.begin() as session:
        chats.unbind(session, post.chat)
    post.writes("paper")
    await post.stage.settled()
    assert post.states == [("dropped", "not logged in anywhere")]


async def test_a_card_edits_the_one_that_is_open(post: Post) -> None:
    post.writes("card", "course:1", "first")
    await post.stage.settled()
    post.writes("card", "course:1", "second")
    await post.stage.settled()
    assert post.received == ["card, now second"]
    post.writes("card", "course:2", "third")
    await post.stage.settled()
    assert post.received == ["card, now second", "card, now third"]


async def test_a_card_that_was_deleted_comes_anew(post: Post) -> None:
    post.writes("card", "course:1", "first")
    await post.stage.settled()
    chat = post.stage.world.chat_of(post.phone.person.id)
    post.stage.world.remove(chat, post.phone.last["message_id"])
    post.writes("card", "course:1", "second")
    await post.stage.settled()
    assert post.received == ["card, now second"]


async def test_a_file_that_is_gone_stops_no_other_letter(post: Post) -> None:
    post.writes("gone")
    post.writes("paper")
    await post.stage.settled()
    assert post.received == ["paper s"]
    assert sorted(post.states) == [("dropped", "the file is gone"), ("sent", "")]
