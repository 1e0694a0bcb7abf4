"""Letters out: once, at the right hour, to whom they still concern, whatever Telegram and the network do."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert

from bot.sandbox.faults import When
from bot.sending.budget import Places
from storage.people import chats, preferences
from storage.tables import Letter as Row
from tests.bot.sending.post import FEATURE, Post
from tests.conftest import NOW, WRITTEN_KEY
from tests.patience import LONGEST_S
from tests.stage import staged

NIGHT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)  # 21:00 in Japan
MORNING = datetime(2026, 11, 22, 23, 0, tzinfo=UTC)  # 8:00 of the 23rd


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


async def test_an_answer_is_counted_though_no_letter_follows_it(post: Post) -> None:
    """Otherwise the next letter waits for what went long before it."""
    pace = post.stage.app.postman.pace
    booked, book = [0], pace._budget.book

    async def listened(number: int, spent: int) -> Places | None:
        booked.append(spent)
        return await book(number, spent)

    pace._budget.book = listened  # type: ignore[method-assign]  # as it is, and heard
    await post.phone.says("/help")
    async with asyncio.timeout(LONGEST_S):
        while sum(booked) == 0:
            await asyncio.sleep(0.01)


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


@pytest.mark.parametrize(
    ("kind", "subject", "ended"),
    [
        ("given_up", "s", ("dropped", "no such kind")),  # an earlier version wrote it, or a newer one
        ("chapter", "course:5:2", ("dropped", "no such kind")),  # no feature here writes what it says
        ("chapter", "course:5", ("failed", "BadSubject")),
    ],
)
async def test_a_row_that_is_no_letter_of_this_version_stops_no_other(
    post: Post, kind: str, subject: str, ended: tuple[str, str]
) -> None:
    now = post.stage.clock.now()
    row = {"member_id": post.member, "kind": kind, "subject": subject, "slot": "1", "written_at": now, "due_at": now}
    with post.stage.app.sessions.begin() as session:
        session.execute(insert(Row).values(**row, state="waiting"))
    post.writes("paper")
    await post.stage.settled()
    assert post.received == ["paper s"]
    assert post.states == [ended, ("sent", "")]


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
