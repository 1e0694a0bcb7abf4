"""What comes instead of Telegram's answer: pages of a proxy, a refused token; and calls late or in another order."""

import asyncio
from datetime import timedelta
from typing import get_args

import pytest
from telegram.error import InvalidToken, TelegramError

from bot.sandbox.faults import Kind
from bot.sending import pace
from bot.sending.flight import MOST_TRIES, growing
from bot.sending.pace import Pace
from bot.updates import polling
from bot.updates.polling import Polling
from storage.people import chats
from tests.bot.sending.post import Post
from tests.bot.sending.test_delivery import post
from tests.bot.updates.test_polling import OPERATOR, Asked, Taking
from tests.conftest import NOW
from tests.patience import LONGEST_S
from tests.phone import Phone
from tests.stage import Stage

__all__ = ["post"]

HOURS_6 = timedelta(hours=6)
PASSING: tuple[Kind, ...] = ("500", "502", "504", "401", "403")
CERTAIN: tuple[Kind, ...] = ("401", "403")
"""Those after which the letter was surely not sent: one that must not arrive twice may be sent again too."""


def is_reachable(stage: Stage, member: int = 1) -> bool:
    with stage.app.sessions.reading() as session:
        chat = chats.of_member(session, member)
        assert chat is not None
        return chat.reachable


@pytest.fixture
def told(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the operator is told."""
    sentences: list[str] = []
    monkeypatch.setattr(stage.app.operator, "tell", lambda _kind, sentence: sentences.append(sentence))
    return sentences


def test_every_kind_of_refusal_is_tried() -> None:
    assert {kind for kind in get_args(Kind) if kind.isdigit()} == {*PASSING, "429"}


@pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)
async def test_an_answer_that_can_not_be_shown_at_once_is_shown(stage: Stage, aoi: Phone) -> None:
    for method, kind in [("sendMessage", kind) for kind in PASSING] + [("editMessageText", "504")]:
        stage.world.fault(method, kind)
        assert "カリキュラムコード" in await aoi.says("/courses"), kind
        assert await aoi.taps(aoi.buttons[0]), kind
        assert stage.world.faults.waiting() == 0, (method, kind)


@pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("kind", PASSING)
async def test_updates_come_when_telegram_is_back(stage: Stage, aoi: Phone, told: list[str], kind: Kind) -> None:
    """Who refuses the bot is told of once, however often it happens."""
    stage.world.fault("getUpdates", kind, times=2)
    stage.world.poller.terminate("")
    assert "カリキュラムコード" in await aoi.says("/courses")
    assert stage.world.faults.waiting() == 0
    assert len(told) == (kind in CERTAIN)


@pytest.mark.parametrize("error", [InvalidToken("Unauthorized"), TelegramError("Forbidden")])
async def test_refused_for_long_it_asks_more_and_more_seldom(
    error: TelegramError, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From half a second to half a minute, so that it neither spins nor ends."""
    waits: list[float] = []
    real = asyncio.sleep

    async def sleep(seconds: float) -> None:
        waits.append(seconds)
        await real(0)

    monkeypatch.setattr(asyncio, "sleep", sleep)
    asked = Asked(*[error] * 9)
    task = asyncio.create_task(Polling(asked, Taking().take, OPERATOR).run())  # type: ignore[arg-type]  # the edge, faked
    async with asyncio.timeout(LONGEST_S):
        while len(asked.offsets) < 10:
            await real(0)
    task.cancel()
    assert waits == [0.5, 1, 2, 4, 8, 16, 30, 30, 30]
    assert waits[-1] == polling.LONGEST_WAIT_S


@pytest.mark.parametrize("kind", PASSING)
async def test_a_letter_that_is_refused_arrives_later(post: Post, kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "FIRST_TROUBLE_S", 0.01)
    post.stage.app.postman.pace = Pace(1000, 0)
    post.stage.world.fault("sendMessage", kind, times=2)
    post.writes("paper")
    await post.stage.settled()
    assert (post.received, [state for state, _ in post.states]) == ([], ["waiting"])
    for hours in (1, 2):
        await post.stage.until(NOW + timedelta(hours=hours))
    assert post.received == ["paper s"]
    assert is_reachable(post.stage, post.member)


@pytest.mark.parametrize("kind", CERTAIN)
async def test_what_was_surely_not_sent_is_sent_again_whatever_its_kind(
    post: Post, kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "FIRST_TROUBLE_S", 0.01)
    post.stage.app.postman.pace = Pace(1000, 0)
    post.stage.world.fault("sendMessage", kind)
    post.writes("nudge")
    await post.stage.settled()
    assert [state for state, _ in post.states] == ["waiting"]
    await post.stage.until(NOW + timedelta(hours=1))
    assert post.received == ["nudge s"]


@pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)
async def test_a_bare_403_does_not_make_a_member_unreachable(stage: Stage, aoi: Phone) -> None:
    """It is not about the member: the answer arrives a little later."""
    stage.world.fault("sendMessage", "403", times=4)
    assert "カリキュラムコード" in await aoi.says("/courses")
    assert is_reachable(stage)


def test_the_tries_of_a_letter_outlast_six_hours() -> None:
    waits = [growing(tries) for tries in range(1, MOST_TRIES)]
    assert sum(waits, timedelta()) > HOURS_6
    assert waits == sorted(waits)
    assert (waits[0], waits[-1]) == (timedelta(seconds=4), timedelta(hours=1))


def test_a_trouble_pauses_longer_and_longer() -> None:
    now = 100.0
    line = Pace(monotonic=lambda: now)
    waits = []
    for _ in range(11):
        waits.append(line.trouble())
        assert line.trouble() == line.paused() == waits[-1]  # the same trouble, told by the next letter of the batch
        now += waits[-1]
        assert line.paused() == 0
    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]
    assert waits[-1] == pace.LONGEST_TROUBLE_S
    line.well()
    assert line.trouble() == pace.FIRST_TROUBLE_S


async def test_in_a_long_pause_no_letter_is_claimed(post: Post) -> None:
    """Its claim would run out in the meantime, and another process would send it a second time."""
    other = Post(post.stage, 5)
    await post.stage.settled()
    post.stage.world.fault("sendMessage", "429", seconds=200, times=2)
    for one in (post, other):
        one.writes("paper", slot="1")
    await post.stage.settled()
    post.writes("nudge", slot="2")
    await post.stage.settled()
    assert post.received == other.received == []
    assert post.states == [("waiting", "asked to wait"), ("waiting", "asked to wait"), ("waiting", None)]


async def test_what_telegram_asks_of_one_chat_holds_no_other(post: Post) -> None:
    other = Post(post.stage, 5)
    await post.stage.settled()
    post.stage.world.fault("sendMessage", "429", seconds=200)
    post.writes("paper", slot="1")
    await post.stage.settled()
    post.writes("paper", slot="2")
    other.writes("paper")
    await post.stage.settled()
    assert (post.received, other.received) == ([], ["paper s"])
    assert sorted(post.states) == [("sent", ""), *[("waiting", "asked to wait")] * 2], "whoever claims it, it waits"
    post.stage.app.postman.pace = Pace(1000, 0)
    await post.stage.until(NOW + timedelta(seconds=199))
    assert post.received == []
    await post.stage.until(NOW + timedelta(seconds=201))
    assert post.received == ["paper s"] * 2


class OneThenPause(Pace):
    """Gives one letter its place, and every other when a pause has begun."""

    given = False

    async def turn(self, chat: int) -> None:
        first, self.given = not self.given, True
        while not first and not self.paused():
            await asyncio.sleep(0.01)


async def test_letters_that_are_claimed_when_a_long_pause_begins_are_given_back(post: Post) -> None:
    other = Post(post.stage, 5)
    line = post.stage.app.postman.pace = OneThenPause()
    line.refused(1, 200)  # another chat, a moment ago: so the next one means everybody
    await post.stage.settled()
    post.stage.world.fault("sendMessage", "429", seconds=200)
    post.writes("nudge")
    other.writes("nudge")
    await post.stage.settled()
    assert post.states == [("waiting", "asked to wait")] * 2


@pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)
async def test_a_slow_line_changes_nothing_of_what_is_seen(stage: Stage, aoi: Phone) -> None:
    """Every call takes another time, and what a press brings is overtaken by its acknowledgement or overtakes it."""
    ways = ("/courses", "/journal", "/help", "/settings")
    quick = [await aoi.says(way) for way in ways]
    stage.world.faults.latency = (0.0, 0.05)
    assert [await aoi.says(way) for way in ways] == quick
    stage.world.fault("answerCallbackQuery", "delay", seconds=0.1)
    await aoi.taps(aoi.buttons[0])
    assert aoi.sees
