"""A member who asks staff by phone, and the officer who answers by phone."""

from collections.abc import Callable
from typing import Any

from content.requests.requesting import Request
from storage.engine.sessions import Sessions
from storage.requests import files, requests
from tests.bot.neighbour import id_of
from tests.phone import Phone
from tests.stage import Stage, logged_in

AOI = "1000000001"
OFFICER = 11
TEXT = "2025年度の受講証明書を、診療所へ郵送してください"


class Asking:
    """The member's phone, and what is on record of the member."""

    def __init__(self, stage: Stage, phone: Phone) -> None:
        self.stage, self.phone = stage, phone

    async def begins(self, kind: str = "書面の郵送") -> str:
        await self.phone.says("/requests")
        await self.phone.taps("新しく依頼する")
        return await self.phone.taps(kind)

    async def writes(self, text: str = TEXT, *files: bytes) -> str:
        await self.begins()
        await self.phone.says(text)
        for file in files:
            await self.phone.sends(file, name="案内.pdf")
        return self.phone.sees

    async def sends(self, text: str = TEXT, *files: bytes) -> str:
        await self.writes(text, *files)
        await self.phone.taps("確認に進む")
        return await self.phone.taps("送信する")

    async def desk(self, *labels: str, number: int = OFFICER) -> Phone:
        """The phone of somebody of staff at the first request of the queue, after these taps."""
        phone = await logged_in(self.stage, number)
        await phone.says("/desk")
        for label in ("ご依頼を見る", "1", *labels):
            await phone.taps(label)
        return phone

    async def is_answered(self, text: str = "郵送しました", *files: bytes) -> Phone:
        desk = await self.desk("担当する", "回答を書く")
        await desk.says(text)
        for file in files:
            await desk.sends(file, name="控え.pdf")
        await desk.taps("確認に進む")
        await desk.taps("回答を送信する")
        await self.phone.waits()
        return desk

    @property
    def every(self) -> tuple[Request, ...]:
        """The member's requests with what is in them, the draft first."""
        with self.sessions.begin() as session:
            member = id_of(session, AOI)
            return tuple(requests.own(session, member, one.id) for one in requests.every(session, member))

    @property
    def files(self) -> list[bytes]:
        """The bytes of all files of the first of them."""
        (one, *_) = self.every
        return [self.reads(files.content, said.id, file.id) for said in one.messages for file in said.files]

    @property
    def text(self) -> str:
        """What is written last in the first of them."""
        return self.every[0].messages[-1].text

    @property
    def sessions(self) -> Sessions:
        return self.stage.app.sessions

    def reads(self, read: Callable[..., Any], *args: Any) -> Any:
        with self.sessions.reading() as session:
            return read(session, *args)
