"""What tests of announcements do: staff write one by phone; many members are there; a look at the letters."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import select

from content.announcing.announcement import State
from content.words import JA
from handlers.press import Press, unpack
from storage.engine.sessions import Sessions
from storage.people import chats
from storage.tables import Announcement, Letter
from tests.conftest import NOW
from tests.phone import Phone
from tests.samples import member
from tests.stage import Stage, logged_in

EDITOR, OWNER, OTHER_OWNER = 13, 14, 15
MEMBER = 5
TEXT, ENGLISH = "冬のお知らせ\n新しい講座を公開しました。", "Winter news\nNew courses are out."


async def editor(stage: Stage) -> Phone:
    return await logged_in(stage, EDITOR)


async def drafts(phone: Phone, *ways: str, text: str = TEXT, english: str = ENGLISH) -> str:
    """Write one for the audience to which these buttons and texts lead (a text begins with a colon); count it."""
    await phone.says("/broadcast")
    await phone.taps(JA.announcing.to_new())
    for way in ways or ("全員",):
        await (phone.says(way[1:]) if way.startswith(":") else phone.taps(way))
    await phone.says(text)
    await phone.says(english)
    await ticks(phone.stage)
    return phone.text(phone.last)  # when they are counted, the card says so by itself


async def opens(phone: Phone) -> str:
    """The card of the newest one."""
    await phone.says("/broadcast")
    return await phone.taps("1")


async def sends(phone: Phone) -> str:
    await phone.taps(JA.announcing.to_send())
    return await phone.taps("名に送信する")


async def ticks(stage: Stage) -> None:
    """The clock looks, and whatever is due is sent."""
    await stage.app.schedule.tick()
    await stage.settled()


def joins(sessions: Sessions, number: int, at: datetime = NOW) -> list[int]:
    """So many members, each logged in at a chat of which Telegram knows nothing; returns their numbers."""
    found = []
    with sessions.begin() as session:
        for one in range(number):
            person = member(session, at, no=f"77{one:08}")
            chat = chats.meet(session, sessions.cipher, 880_000_000 + one, "ja", at)
            chats.bind(session, chat, person, at)
            found.append(person)
    return found


def ended(stage: Stage) -> Counter[str]:
    """How many letters of announcements there are, by their state."""
    with stage.app.sessions.reading() as session:
        return Counter(session.execute(select(Letter.state).where(Letter.kind == "announcement")).scalars())


def state(stage: Stage) -> State:
    """That of the newest announcement."""
    with stage.app.sessions.reading() as session:
        return State(session.execute(select(Announcement.state).order_by(Announcement.id.desc()).limit(1)).scalar_one())


def data_of(phone: Phone, press: type[Press]) -> str:
    """What the newest button of this kind carries."""
    every: Iterator[str] = (
        button.get("callback_data", "")
        for message in reversed(phone.messages)
        for row in message.get("reply_markup", {}).get("inline_keyboard", [])
        for button in row
    )
    return next(data for data in every if data and isinstance(unpack(data), press))


async def held_up(stage: Stage, phone: Phone, others: int = 5) -> None:
    """An announcement under way: Telegram asks to wait, so nothing of it has gone out."""
    joins(stage.app.sessions, others)
    await drafts(phone)
    stage.app.postman.pace.pause(3600)
    await sends(phone)
