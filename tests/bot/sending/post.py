"""Kinds of letters for tests, and a stage on which they are sent to one member."""

from dataclasses import dataclass
from types import ModuleType
from typing import Any

from sqlalchemy import select

from content.keys.letter import LetterKey
from content.values import Reminder
from handlers.screens.screen import KeptEvidence, Place, Screen
from handlers.staff import declarations
from handlers.turn import Turn, Unwanted, Writes
from storage.people import chats, preferences
from storage.post import letters
from storage.post.letters import Letter
from storage.tables import Letter as Row
from tests import samples
from tests.conftest import NOW
from tests.phone import Phone
from tests.stage import Stage


@dataclass(frozen=True)
class Nudge(LetterKey, kind="nudge", again=False, waits=True):
    about: str


@dataclass(frozen=True)
class Paper(LetterKey, kind="paper", again=True, waits=False):
    about: str


@dataclass(frozen=True)
class Card(LetterKey, kind="card", again=True, waits=False):
    about: str


@dataclass(frozen=True)
class Buggy(LetterKey, kind="buggy", again=True, waits=False):
    about: str


@dataclass(frozen=True)
class Gone(LetterKey, kind="gone", again=True, waits=False):
    about: str


KEYS = {key.kind: key for key in (Nudge, Paper, Card, Buggy, Gone)}


def write(turn: Turn, letter: Letter[Any]) -> Screen | Unwanted:
    if not preferences.get(turn.session, turn.member.id).wants(Reminder.COURSE):
        return Unwanted("switched off")
    return Screen(f"{letter.kind} {letter.subject}", place=Place.OWN)


def card(turn: Turn, letter: Letter[Any]) -> Screen | Unwanted:
    return Screen(f"card, now {letter.slot}", subject=letter.subject)


def buggy(_turn: Turn, _letter: Letter[Any]) -> Screen | Unwanted:
    raise ZeroDivisionError


def gone(_turn: Turn, _letter: Letter[Any]) -> Screen | Unwanted:
    """As if the file were taken away between the writing and the sending."""
    return Screen("caption", place=Place.OWN, paper=KeptEvidence(1, 1, "a.pdf"))


LETTERS = (
    Writes(Nudge, write),
    Writes(Paper, write),
    Writes(Card, card),
    Writes(Buggy, buggy),
    Writes(Gone, gone),
)
FEATURE = ModuleType("feature")
FEATURE.__dict__.update(ROUTES=(), LETTERS=LETTERS, PAPERS=declarations.PAPERS)


class Post:
    """A stage with a member, and letters to this member: the demo's person with this number."""

    def __init__(self, stage: Stage, number: int = 1) -> None:
        self.stage = stage
        self.phone: Phone = stage.phone(number)
        cipher = stage.app.sessions.cipher
        with stage.app.sessions.begin() as session:
            self.member = samples.member(session, NOW, no=f"{1_000_000_000 + number}")
            chat = chats.meet(session, cipher, self.phone.person.id, "ja", NOW)
            chats.bind(session, chat, self.member, NOW)
            self.chat = chat.id
        stage.world.send_text(self.phone.person.id, "/start")

    def writes(self, kind: str, subject: str = "s", slot: str = "1") -> None:
        now = self.stage.clock.now()
        with self.stage.app.sessions.begin() as session:
            letters.put(session, member_id=self.member, key=KEYS[kind](subject), slot=slot, at=now)

    @property
    def received(self) -> list[str]:
        """What came, without the answer to /start."""
        ours = [self.phone.text(message) for message in self.phone.messages if message["from"]["is_bot"]]
        return [text for text in ours if "確認できませんでした" not in text]

    @property
    def states(self) -> list[tuple[str, str | None]]:
        with self.stage.app.sessions.reading() as session:
            return [(row.state, row.outcome) for row in session.execute(select(Row).order_by(Row.id)).scalars()]
