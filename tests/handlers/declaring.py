"""A member who declares by phone."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import select

from content.declarations.declaring import Declared
from storage.declarations import declarations, evidence
from storage.engine.sessions import Sessions
from storage.tables import Chat, Member
from tests import deciding
from tests.files import JPEG
from tests.phone import Phone
from tests.stage import Stage


class Declaring:
    """His phone, and what is on record of him."""

    def __init__(self, stage: Stage, phone: Phone) -> None:
        self.stage, self.phone = stage, phone

    async def begins(self, kind: str = "日本医学会分科会の学会") -> str:
        await self.phone.says("/declare")
        await self.phone.taps("新しく申告する")
        return await self.phone.taps(kind)

    async def comes_to_evidence(self) -> str:
        await self.begins()
        for said in ("第1回 見本学会", "11/3", "1.5", "74"):
            await self.phone.says(said)
        return await self.phone.taps("備考なしで進む")

    async def writes(self, *files: bytes) -> str:
        """All of it, up to the whole draft."""
        await self.comes_to_evidence()
        for file in files or (JPEG,):
            await self.phone.sends(file, name="" if file == JPEG else "a.pdf")
        return await self.phone.taps("確認に進む")

    async def submits(self) -> str:
        await self.writes()
        await self.phone.taps("提出に進む")
        return await self.phone.taps("提出する")

    @property
    def every(self) -> tuple[Declared, ...]:
        """His declarations, drafts first."""
        found: tuple[Declared, ...] = self.reads(declarations.every, self.member)
        return found

    @property
    def files(self) -> list[bytes]:
        """The bytes that go with the first of them."""
        one = self.every[0]
        return [self.reads(evidence.content, one.id, file.id) for file in one.evidence]

    @property
    def member(self) -> int:
        """Who is logged in on the only phone that is."""
        with self.sessions.reading() as session:
            return int(
                str(session.execute(select(Chat.member_id).where(Chat.member_id.is_not(None))).scalars().first())
            )

    @property
    def sessions(self) -> Sessions:
        return self.stage.app.sessions

    def reads(self, read: Callable[..., Any], *args: Any) -> Any:
        with self.sessions.reading() as session:
            return read(session, *args)

    def is_decided(self, *, accepted: bool) -> None:
        """By another member, as one of staff."""
        at, one = self.stage.clock.now(), self.every[0]
        with self.sessions.begin() as session:
            staff = session.execute(select(Member.id).where(Member.id != self.member).limit(1)).scalar_one()
            if accepted:
                book = self.stage.app.house.rulebook
                deciding.accept(session, one.id, staff_id=staff, reason="確認しました", at=at, rulebook=book)
            else:
                deciding.refuse(session, one.id, staff_id=staff, reason="参加証が読めません", at=at)
