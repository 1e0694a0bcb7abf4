"""How fast letters go, by a stopwatch that takes no time, against the limits of the strict sandbox."""

import asyncio
from collections import Counter

import pytest
from sqlalchemy.orm import Session

from bot.sandbox.errors import ApiError
from bot.sandbox.rates import Rates
from bot.sending.budget import Alone, Places
from bot.sending.pace import LONGEST_HELD_S, PER_S, TOGETHER_S, UNBOOKED_S, UNUSED_S, Pace
from storage.post.budget import Allowed
from tests.bot.sending.running import Stopwatch

MANY = 600


class Sender:
    """Sends to chats through a pace, while members tap and are answered at once."""

    def __init__(self, overall: float = PER_S) -> None:
        self.watch = Stopwatch()
        self.pace = Pace(overall, monotonic=self.watch, sleep=self.watch.sleep)
        self.rates = Rates(self.watch, on=True)
        self.refused = 0
        self.letters: list[float] = []
        self.answers = 0

    def sends(self, chat: int) -> None:
        self.pace.sent()
        try:
            self.rates.spend(chat)
        except ApiError:
            self.refused += 1

    async def letter(self, chat: int) -> None:
        await self.pace.turn(chat)
        self.sends(chat)
        self.letters.append(self.watch())

    async def carries(self, number: int, chats: int = MANY) -> None:
        """As Delivery does: twenty are in work at once."""
        places = asyncio.Semaphore(20)

        async def one(chat: int) -> None:
            async with places:
                await self.letter(chat)

        await asyncio.gather(*(one(place % chats) for place in range(number)))

    async def answered(self, every_s: float, number: int) -> None:
        for place in range(number):
            await self.watch.sleep(every_s)
            self.sends(10_000 + place)
            self.answers += 1

    async def runs(self, *acts: object) -> None:
        await self.watch.runs(*(asyncio.create_task(act) for act in acts))  # type: ignore[arg-type]  # coroutines


async def test_letters_take_all_that_there_is() -> None:
    one = Sender()
    await one.runs(one.carries(MANY))
    took = one.letters[-1] - one.letters[0]
    assert (one.refused, len(one.letters)) == (0, MANY)
    assert (MANY - 1) / took >= 0.95 * 30


@pytest.mark.parametrize("every_s", [0.5, 0.1, 0.05])
async def test_letters_take_what_answers_leave(every_s: float) -> None:
    one = Sender()
    await one.runs(one.carries(MANY), one.answered(every_s, int(20 / every_s)))
    first, last = one.letters[0], one.letters[0] + 20
    sent = sum(first <= at < last for at in one.letters)
    assert one.refused == 0
    assert sent >= 0.95 * (30 - 1 / every_s) * 20


async def test_a_burst_of_answers_goes_at_once_and_letters_make_room() -> None:
    one = Sender()

    async def burst() -> None:
        await one.watch.sleep(5)
        for chat in range(25):
            one.sends(20_000 + chat)

    await one.runs(one.carries(MANY), burst())
    assert one.refused == 0


async def test_two_letters_to_one_chat_are_a_second_apart() -> None:
    one = Sender()
    await one.runs(one.carries(5, chats=1))
    gaps = [round(after - before, 6) for before, after in zip(one.letters, one.letters[1:], strict=False)]
    assert min(gaps) >= 1.05


async def test_what_is_asked_of_one_chat_holds_that_chat_alone() -> None:
    one = Sender()
    one.pace.refused(1, 3)
    begun = one.watch()
    await one.runs(one.letter(2))
    assert one.watch() - begun < 1
    assert one.pace.paused() == 0
    await one.runs(one.letter(1))
    assert one.watch() - begun >= 3


@pytest.mark.parametrize(("apart", "held"), [(TOGETHER_S - 0.01, 30), (TOGETHER_S, 0)])
async def test_what_is_asked_of_two_chats_at_once_holds_everything(apart: float, held: float) -> None:
    one = Sender()
    one.pace.refused(1, 30)
    one.watch.now += apart
    one.pace.refused(2, 30)
    assert one.pace.paused() == held


async def test_the_same_chat_twice_is_still_one_chat() -> None:
    one = Sender()
    one.pace.refused(1, 30)
    one.pace.refused(1, 30)
    assert one.pace.paused() == 0


async def test_in_a_long_pause_nobody_waits_for_a_place() -> None:
    one = Sender()
    one.pace.pause(LONGEST_HELD_S + 1)
    begun = one.watch()
    await one.runs(one.letter(1))
    assert one.watch() == begun, "has_its_turn looks at the pause, and puts the letter off"


async def test_the_rate_falls_when_everything_is_held_and_comes_back() -> None:
    watch, allowed = Stopwatch(), Allowed(30.0, growth=1.0)
    alone = Alone(allowed, watch)

    async def gap() -> float:
        watch.now += 10_000 if not gaps else 0.0
        first, second = (await alone.book(2, 0)).moments
        return second - first

    gaps: list[float] = []
    gaps.append(await gap())
    alone.cut(1)
    alone.cut(1)  # of the same moment: it is one
    gaps.append(await gap())
    watch.now += 5
    gaps.append(await gap())
    watch.now += 100
    gaps.append(await gap())
    assert [round(1 / one, 3) for one in gaps] == [30, 21, 26, 30]
    for _ in range(50):
        watch.now += 1.01
        alone.cut(1)
    first, second = (await alone.book(2, 0)).moments
    assert 1 / (second - first) == pytest.approx(allowed.least)


async def test_places_that_letters_do_not_use_serve_answers() -> None:
    one = Sender()
    await one.runs(one.pace.turn(1))
    one.pace.sent()
    one.pace.sent()
    assert Counter(taken=one.pace._spent) == {"taken": 1}


async def test_a_place_that_was_not_used_serves_no_answer_of_later() -> None:
    """Others have gone in its stead by then."""
    one = Sender()
    await one.runs(one.pace.turn(1))
    one.watch.now += UNUSED_S + 0.01
    one.pace.sent()
    assert Counter(taken=one.pace._spent) == {"taken": 1}


async def test_letters_go_soon_after_answers_went_far_beyond_the_rate() -> None:
    one = Sender()
    for chat in range(6000):
        one.sends(20_000 + chat)
    begun = one.watch()
    await one.runs(one.letter(1))
    assert one.watch() - begun == Allowed(PER_S).behind


@pytest.mark.parametrize(("answers", "waits"), [(0, 0.0), (200, 6.8)])
async def test_a_letter_waits_for_the_answers_that_went_just_before_it(answers: int, waits: float) -> None:
    """Answers of the minute before went at a rate that left room, so they don't keep the letter waiting."""
    one = Sender()
    counting = asyncio.create_task(one.pace.run())
    await one.runs(one.answered(0.1, 600))
    for chat in range(answers):
        one.sends(20_000 + chat)
    begun = one.watch()
    await one.runs(one.letter(1))
    counting.cancel()
    assert one.watch() - begun == pytest.approx(waits, abs=0.3)


class Unanswered:
    """A budget that answers only now and then, and what was booked in it."""

    most = 6

    def __init__(self, watch: Stopwatch, answers: list[bool], takes: float = 0.0) -> None:
        self.watch, self.answers, self.takes = watch, answers, takes
        self.booked: list[tuple[int, int]] = []

    async def book(self, number: int, spent: int) -> Places | None:
        await self.watch.sleep(self.takes)
        self.booked.append((number, spent))
        return Places([self.watch()] * number) if self.answers.pop(0) else None

    def take(self, _session: Session, _chat_id: int, _apart_s: float) -> float:
        raise AssertionError

    def cut(self, seconds: float) -> None:
        raise AssertionError(seconds)


async def test_while_no_place_can_be_booked_no_letter_goes_and_no_answer_is_forgotten() -> None:
    watch = Stopwatch()
    budget = Unanswered(watch, [False, False, True])
    pace = Pace(monotonic=watch, sleep=watch.sleep, budget=budget)
    pace.sent()
    begun = watch()
    await watch.runs(asyncio.create_task(pace.turn(1)))
    assert budget.booked == [(1, 1)] * 3
    assert watch() - begun == 2 * UNBOOKED_S


async def test_places_that_come_while_everything_is_held_are_not_used() -> None:
    watch = Stopwatch()
    budget = Unanswered(watch, [True, True], takes=0.5)
    pace = Pace(monotonic=watch, sleep=watch.sleep, budget=budget)

    async def is_held() -> None:
        await watch.sleep(0.1)
        pace.pause(2)

    begun = watch()
    await watch.runs(asyncio.create_task(pace.turn(1)), asyncio.create_task(is_held()))
    assert len(budget.booked) == 2
    assert watch() - begun == pytest.approx(2.6)
