"""A person with a phone whose bot is another process. Each act waits for what it expects."""

import asyncio
from collections.abc import Callable, Iterator

from bot.demo.people import PEOPLE
from bot.sandbox.people import Json
from bot.sandbox.world import World
from tests.patience import LONGEST_S
from tests.stage import PASSWORD


class Someone:
    """A person of the demo."""

    def __init__(self, world: World, number: int) -> None:
        self.world = world
        self.person = PEOPLE[number - 1]

    @property
    def heard(self) -> list[Json]:
        """The bot's messages, oldest first."""
        return [message for message in self.world.messages(self.person.id) if message["from"]["is_bot"]]

    def says(self, text: str) -> None:
        self.world.send_text(self.person.id, text)

    def taps(self, label: str) -> None:
        rows = [row for message in reversed(self.heard) for row in _rows(message, message["message_id"])]
        found = [(number, data) for number, text, data in rows if label in text]
        if not found:
            raise AssertionError(f"no button {label!r}; there are {[text for _, text, _ in rows]}")
        message_id, data = found[0]
        self.world.press(self.person.id, message_id, data)

    async def sees(self, words: str) -> None:
        """Wait until the newest message holds these words."""
        await eventually(lambda: bool(self.heard) and words in text_of(self.heard[-1]), lambda: str(self.heard[-1:]))

    async def logs_in(self) -> None:
        login, initial = (hint.split(" ")[-1] for hint in self.person.hints)
        self.says("/login")
        await self.sees("個人情報")
        self.taps("同意")
        await self.sees("ユーザーID")
        for text, answer in (
            (login, "パスワードを入力"),
            (initial, "新しいパスワードの設定"),
            (PASSWORD, "ログインしました"),
        ):
            self.says(text)
            await self.sees(answer)

    async def opens_a_course(self) -> None:
        self.says("/courses 74")
        await self.sees("第5章")


def _rows(message: Json, number: int) -> Iterator[tuple[int, str, str]]:
    for row in message.get("reply_markup", {}).get("inline_keyboard", []):
        yield from ((number, button["text"], button.get("callback_data", "")) for button in row)


def text_of(message: Json) -> str:
    """What a message says."""
    return str(message.get("text") or message.get("caption") or "")


async def eventually(happened: Callable[[], bool], told: Callable[[], str] = str) -> None:
    """Wait until this has happened."""
    try:
        async with asyncio.timeout(LONGEST_S):
            while not happened():
                await asyncio.sleep(0.02)
    except TimeoutError:
        raise AssertionError(f"it did not happen: {told()}") from None
