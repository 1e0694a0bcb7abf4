"""The letters of one member, however many, keep nobody else waiting."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from bot.sending import delivery as delivery_module
from bot.sending.delivery import AT_ONCE
from bot.sending.pace import Pace
from storage.tables import Letter
from tests.bot.sending.post import FEATURE, Post
from tests.conftest import NOW, WRITTEN_KEY
from tests.someone import eventually
from tests.stage import staged

MANY = 2 * AT_ONCE


class OneHeld(Pace):
    """A pace in which the letters to one chat get no place until they are let."""

    def __init__(self, chat: int) -> None:
        super().__init__(1000, 0)
        self.chat = chat
        self.waiting = 0
        self.may = asyncio.Event()

    async def turn(self, chat: int) -> None:
        if chat == self.chat:
            self.waiting += 1
            await self.may.wait()


@pytest.fixture
async def posts(database_url: str) -> AsyncIterator[tuple[Post, Post]]:
    async with staged(database_url, now=NOW, data_key=WRITTEN_KEY, features=[FEATURE]) as stage:
        two = Post(stage), Post(stage, 5)
        await stage.settled()
        yield two


def of(post: Post, state: str) -> int:
    with post.stage.app.sessions.reading() as session:
        return len(
            session.execute(select(Letter.id).where(Letter.member_id == post.member, Letter.state == state)).all()
        )


async def test_one_of_a_member_is_in_work_and_those_of_others_pass(posts: tuple[Post, Post]) -> None:
    one, other = posts
    delivery = one.stage.app.delivery
    pace = one.stage.app.postman.pace = OneHeld(one.phone.person.id)
    for slot in range(MANY):
        one.writes("paper", slot=str(slot))
    running = asyncio.create_task(delivery.run())
    await eventually(lambda: pace.waiting == 1)
    other.writes("paper")
    await eventually(lambda: other.received == ["paper s"])
    assert (of(one, "claimed"), of(one, "waiting"), pace.waiting) == (1, MANY - 1, 1)
    pace.may.set()
    await eventually(lambda: of(one, "sent") == MANY)
    assert one.received == ["paper s"] * MANY
    delivery.end()
    await running


async def test_who_finds_no_place_goes_when_one_is_free(
    posts: tuple[Post, Post], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three members share one place, while the other is taken by somebody whose letter takes long."""
    monkeypatch.setattr(delivery_module, "AT_ONCE", 2)
    monkeypatch.setattr(delivery_module, "TAKEN_UP_AT", 1)
    one, _ = posts
    stage, delivery = one.stage, one.stage.app.delivery
    held = one.stage.app.postman.pace = OneHeld(one.phone.person.id)
    many = [one, *(Post(stage, number) for number in range(2, 5))]
    for post in many:
        for slot in range(3):
            post.writes("paper", slot=f"more {slot}")
    running = asyncio.create_task(delivery.run())
    await eventually(lambda: all(of(post, "sent") == 3 for post in many[1:]))
    assert of(one, "claimed") == held.waiting == 1
    held.may.set()
    await eventually(lambda: of(one, "sent") == 3)
    delivery.end()
    await running
