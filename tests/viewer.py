"""A watch page without a browser. It tells the server what it likes, when it likes."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import httpx

if TYPE_CHECKING:
    from tests.phone import Phone
    from tests.stage import Stage

Answer = dict[str, Any]


class Viewer:
    """One page at an address of the product, over the product's real routes."""

    def __init__(self, stage: "Stage", address: str) -> None:
        self.stage = stage
        self.path = urlsplit(address).path
        self.viewing = ""
        self.seq = 0

    async def opens(self, **told: object) -> Answer:
        """Begin a viewing; returns the answer."""
        answer = await self.posts("open", told)
        answer.raise_for_status()
        opened: Answer = answer.json()
        self.viewing, self.seq = opened["viewing"], opened["seq"]
        return opened

    async def tells(self, *spans: tuple[float, float], after: float = 0, **more: object) -> Answer:
        """Wait so many seconds, then tell that these spans were played; returns the answer."""
        self.passes(after)
        self.seq += 1
        told = {"viewing": self.viewing, "seq": self.seq, "spans": [list(span) for span in spans], "visible": True}
        answer = await self.posts("beat", told | more)
        answer.raise_for_status()
        document: Answer = answer.json()
        return document

    async def watches(self, seconds: int) -> Answer:
        """Play a whole film of so many seconds, at its own pace."""
        await self.opens()
        return await self.tells((0, seconds), after=seconds)

    async def posts(self, what: str, told: object) -> httpx.Response:
        """Send any object; the caller judges the answer."""
        return await self.stage.web.post(f"{self.path}/{what}", json=told)

    def passes(self, seconds: float) -> None:
        """Let time go by."""
        self.stage.clock.jump(self.stage.clock.now() + timedelta(seconds=seconds))


async def on_card(stage: "Stage", phone: "Phone", number: int = 1) -> Viewer:
    """The watch page of a chapter of 高血圧, opened from its card in the chat."""
    await phone.says("/courses 74")
    return Viewer(stage, phone.link(f"第{number}章"))
