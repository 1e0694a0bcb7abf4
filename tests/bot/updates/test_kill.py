"""kill -9 at random moments, under load: what was shown as saved is there, once."""

import asyncio
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import pytest
from sqlalchemy import select

from bot.clock import RealClock
from bot.demo.people import PEOPLE
from bot.sandbox import Sandbox, running
from content.rules import Rulebook
from content.study.course import ListedCourse
from content.study.grading import bits
from handlers.presses.study.quiz import Begin, Choose, Show
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.people import chats
from storage.tables import Answer, Attempt
from tests import samples
from tests.conftest import KEY, WRITTEN_KEY
from tests.process import Bot, quick_bot_process
from tests.quizzes import FIVE, a_course
from tests.sizes import SOAK
from tests.someone import eventually
from tests.stage import TOKEN

KILLS = 20 if SOAK else 10
TAPPERS = 4


class Tapper:
    """A member who ticks and ticks. `ticked` has his taps at each question in their order; `shown`, for each question,
    the earliest of those taps that what he last saw ticked there can have come from.
    """

    def __init__(self, sandbox: Sandbox, person: int, seed: int) -> None:
        self.world = sandbox.world
        self.person = person
        self.random = random.Random(seed)
        self.ticked: dict[int, list[int]] = {}
        self.shown: dict[int, int] = {}
        self.place = 1

    async def begins(self, course: int) -> None:
        """Have a living message, and the first question in it."""
        self.world.send_text(self.person, "/resume")
        await eventually(lambda: bool(self._message()))
        self.world.press(self.person, self._number(), Begin(course).pack())
        await eventually(lambda: any(data.startswith(Choose.tag) for _, data in self._buttons()))

    async def taps(self) -> None:
        """For ever: tick, look what is ticked, go to another question now and then."""
        while True:
            self.look()
            offered = [data for _, data in self._buttons() if data.startswith((Choose.tag, Show.tag))]
            if offered:
                self._press(self.random.choice(offered))
            await asyncio.sleep(self.random.uniform(0.05, 0.2))

    def look(self) -> None:
        """What is shown as ticked must not be lost from now on."""
        for label, data in self._buttons():
            tag, _, *rest = data.split(":")
            if label.endswith("✓") and tag == Choose.tag:
                place, choice = map(int, rest)
                taps, since = self.ticked[place], self.shown.get(place, 0)
                self.shown[place] = taps.index(choice, since)

    @property
    def answers(self) -> int:
        """How many of his taps were answered."""
        return len(self.world.answers(self.person))

    def _press(self, data: str) -> None:
        tag, _, *rest = data.split(":")
        if tag == Choose.tag:
            place, choice = map(int, rest)
            self.ticked.setdefault(place, []).append(choice)
        self.world.press(self.person, self._number(), data)

    def _number(self) -> int:
        return int(self._message()["message_id"])

    def _message(self) -> dict[str, Any]:
        """The latest one with buttons: a word about a fault has none."""
        ours = [message for message in self.world.messages(self.person) if "reply_markup" in message]
        return ours[-1] if ours else {}

    def _buttons(self) -> Sequence[tuple[str, str]]:
        rows = self._message().get("reply_markup", {}).get("inline_keyboard", [])
        return [(button["text"], button.get("callback_data", "")) for row in rows for button in row]


async def test_kills_under_load_lose_nothing_that_was_shown(
    sqlite_template: Path, tmp_path: Path, cipher: Cipher
) -> None:
    url = f"sqlite:///{tmp_path / 'tani.sqlite'}"
    (tmp_path / "tani.sqlite").write_bytes(sqlite_template.read_bytes())
    sessions = Sessions(url, cipher)
    people = [person.id for person in PEOPLE[:TAPPERS]]
    listed = ready(sessions, cipher, people)
    sandbox = Sandbox(token=TOKEN, username="tani_test_bot", people=PEOPLE, now=RealClock().now, rates=False)
    async with running(sandbox) as address:
        given = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": address, "DATABASE_URL": url, "DATA_KEY": WRITTEN_KEY}
        async with quick_bot_process(tmp_path / "bot.log", **given) as bot:
            await bot.start()
            tappers = [Tapper(sandbox, person, seed) for seed, person in enumerate(people)]
            await asyncio.gather(*(tapper.begins(listed.id) for tapper in tappers))
            await killed(bot, tappers)
            await eventually(lambda: sandbox.world.pending() == 0)
            for tapper in tappers:
                tapper.look()
            assert await bot.stop() == 0
    nothing_lost(sessions, cipher, tappers)
    sessions.close()


@pytest.mark.parametrize("moment", [0.0, 0.02, 0.1])
async def test_a_password_is_judged_though_the_process_died_over_it(
    sqlite_furnished: Path, tmp_path: Path, moment: float
) -> None:
    """Taken, acknowledged, not yet hashed when the process dies: the next one goes on, and the message is deleted."""
    url = f"sqlite:///{tmp_path / 'tani.sqlite'}"
    (tmp_path / "tani.sqlite").write_bytes(sqlite_furnished.read_bytes())
    sandbox = Sandbox(token=TOKEN, username="tani_test_bot", people=PEOPLE, now=RealClock().now, rates=False)
    person = PEOPLE[0].id

    def said() -> str:
        return "\n".join(str(message.get("text")) for message in sandbox.world.messages(person))

    def own() -> list[str]:
        return [message["text"] for message in sandbox.world.messages(person) if not message["from"]["is_bot"]]

    async with running(sandbox) as address:
        given = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": address, "DATABASE_URL": url, "DATA_KEY": WRITTEN_KEY}
        async with quick_bot_process(tmp_path / "bot.log", **given) as bot:
            await bot.start()
            with Sessions(url, Cipher([KEY])).begin() as session:
                chat = chats.meet(session, Cipher([KEY]), person, "ja", RealClock().now())
                chats.accept(session, chat.id, Rulebook().now(RealClock().now()).privacy_notice)
            sandbox.world.send_text(person, "/login")
            await eventually(lambda: "ユーザーID" in said())
            sandbox.world.send_text(person, "1000000001")
            await eventually(lambda: "パスワード" in said().rsplit("1000000001", 1)[-1])
            sandbox.world.send_text(person, "720204")
            await eventually(lambda: sandbox.world.pending() == 0)
            await asyncio.sleep(moment)
            await bot.kill()
            await bot.start()
            await eventually(lambda: "新しいパスワード" in said())
            await eventually(lambda: "720204" not in own())


async def killed(bot: Bot, tappers: Sequence[Tapper]) -> None:
    """Twenty times: let them tap until a tap of each is answered, and a moment longer, kill, start again, while they go
    on tapping. The moment is no window for what is asserted: it only moves the kill to another place of a turn.
    """
    moments = random.Random(7)
    tapping = [asyncio.create_task(tapper.taps()) for tapper in tappers]
    for _ in range(KILLS):
        await answered_each(tappers)
        await asyncio.sleep(moments.uniform(0.0, 0.2))
        await bot.kill()
        await bot.start()
    await enough_shown(tappers)
    for task in tapping:
        task.cancel()
    ended = await asyncio.gather(*tapping, return_exceptions=True)
    assert all(isinstance(end, asyncio.CancelledError) for end in ended), ended


async def enough_shown(tappers: Sequence[Tapper]) -> None:
    """Until somebody has seen ticks of more than one question, so that `nothing_lost` compares something."""
    await eventually(lambda: sum(len(tapper.shown) for tapper in tappers) > len(tappers))


async def answered_each(tappers: Sequence[Tapper]) -> None:
    """Until a tap of every one is answered that was not before."""
    before = [tapper.answers for tapper in tappers]
    await eventually(lambda: all(now.answers > then for now, then in zip(tappers, before, strict=True)))


def ready(sessions: Sessions, cipher: Cipher, people: Sequence[int]) -> ListedCourse:
    """A course of five questions, and members who are logged in and have watched it all."""
    now = RealClock().now()
    with sessions.begin() as session:
        listed = samples.publish(session, a_course(FIVE), now)
        for number, person in enumerate(people):
            me = samples.member(session, now, no=str(number))
            chats.bind(session, chats.meet(session, cipher, person, "ja", now), me, now)
            samples.watch_all(session, me, listed, now)
    return listed


def nothing_lost(sessions: Sessions, cipher: Cipher, tappers: Sequence[Tapper]) -> None:
    """What was shown as ticked is on record, or what was ticked after it."""
    for tapper in tappers:
        kept = on_record(sessions, cipher, tapper)
        assert tapper.shown.keys() <= kept.keys()
        for place, choice in kept.items():
            assert choice in tapper.ticked[place][tapper.shown.get(place, 0) :]
    assert sum(len(tapper.shown) for tapper in tappers) > len(tappers)


def on_record(sessions: Sessions, cipher: Cipher, tapper: Tapper) -> dict[int, int]:
    """The choice ticked at each question, as it was shown, of the one attempt that he has."""
    with sessions.begin() as session:
        chat = chats.meet(session, cipher, tapper.person, "ja", RealClock().now())
        assert chat.caller is not None
        attempt = session.execute(select(Attempt).where(Attempt.member_id == chat.caller.id)).scalar_one()
        answers = session.execute(select(Answer).where(Answer.attempt_id == attempt.id)).scalars().all()
    shown: list[list[int]] = [[bits((one,)) for one in order] for _, order in cast(list[Any], attempt.pinned)]
    return {answer.place: 1 + shown[answer.place - 1].index(answer.ticked) for answer in answers}
