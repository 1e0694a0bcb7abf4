"""links: the deep links of what is published, each with its QR code as SVG, for the printed journal."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TextIO

import segno
from sqlalchemy.orm import Session

from bot.sending.telegram import Telegram
from bot.sending.transport import Transport
from bot.settings import TELEGRAM, Settings
from content.linking import Kind, Target
from storage.engine.sessions import Sessions
from storage.journal import issues
from storage.programme import courses
from storage.trainings import published

MARGIN = 4
"""White modules around a code: without them it is not read."""


async def chat_url(settings: Settings) -> str:
    """The address of the chat with the bot. Telegram says how the bot is called. Raises TelegramError."""
    if settings.telegram_api_url != TELEGRAM:
        return f"{settings.telegram_api_url}/"
    request = Transport(connections=1)
    await request.initialize()
    try:
        me = await Telegram(request, f"{TELEGRAM}/bot{settings.telegram_bot_token}").call("getMe")
    finally:
        await request.shutdown()
    return f"https://t.me/{me['username']}"


def run(sessions: Sessions, chat: str, folder: Path, now: datetime, out: TextIO) -> int:
    """Print each link with its title, and write its QR code into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with sessions.reading() as session:
        every = list(_targets(session, now))
    for target, title in every:
        address = f"{chat}?start={target.pack()}"
        file = folder / f"{target.pack()}.svg"
        segno.make_qr(address, error="m").save(str(file), border=MARGIN, scale=10, title=title, desc=address)
        print(f"{title}\t{address}\t{file}", file=out)
    print(f"{len(every)} links.", file=out)
    return 0


def _targets(session: Session, now: datetime) -> Iterator[tuple[Target, str]]:
    """Courses, issues, and the trainings that are to come."""
    for listed in courses.listed(session):
        yield Target(Kind.COURSE, listed.course.slug), listed.course.title
    for issue in issues.listed(session).issues:
        yield Target(Kind.ISSUE, issue.issue.slug), issue.issue.title
    for training in published.coming(session, now):
        yield Target(Kind.TRAINING, training.training.slug), training.training.title
