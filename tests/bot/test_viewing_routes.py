"""Staff who see what a member sees change nothing, whichever route they take: every button, command, link, text and
file of every feature is tried, and the record is then as it was.

The routes are drawn from the features, so a new one is tried without being listed here.
"""

import itertools
from collections.abc import Iterator
from dataclasses import fields

import pytest

from bot.updates.looking import Look
from bot.updates.outcomes import Answer
from content.announcing.announcement import Of
from content.staff.rights import Role
from content.words import JA
from handlers.features import FEATURES
from handlers.incoming import Edited, Incoming, Pressed, Said, Sent
from handlers.press import Press
from handlers.presses.staff.viewing import EndView, Seen, ViewFor
from handlers.presses.start import Start
from handlers.routing import Routes
from handlers.viewing import COMMAND, What
from storage.people import chats
from tests.bot.beside import Beside
from tests.bot.neighbour import id_of
from tests.phone import Phone
from tests.snapshot import snapshot
from tests.stage import Stage, logged_in

ROUTES = Routes(FEATURES)
SUPPORT = "9000000001"
WORDS = ("hypertension", "2026", "give_code", "zip", "x" * 22, *(one.value for one in (*Of, *Role)))
TEXTS = ("1", "糖尿病", "2026/4/1-2026/9/30", "なぜ", "secret-password-8", "M2026-0001", "確認しました")
FILE = Sent("file", "a.pdf", "application/pdf", 100)
SHOWN = {"/start", "/credits", "/why", "/declare", "/requests", "/trainings", "/certificate", "/settings", "/resume"}
"""Commands that show a member's record: they are not closed."""


class Looking:
    """Somebody of staff, whose chat shows what the member beside sees."""

    def __init__(self, stage: Stage, staff: Phone, member: int) -> None:
        self.stage, self.staff, self.member = stage, staff, member
        self.turns = stage.app.intake.turns
        self.numbers = itertools.count(5_000_000)

    async def begins(self) -> Look:
        """Press the button that begins it; returns what each update after it is looked at with."""
        begun = await self.turns.take(self.incoming(Pressed(ViewFor(self.member, 0).pack(), 1)), lambda: b"{}")
        assert isinstance(begun, Answer)
        assert JA.viewing.begun()[0] in begun.screen.text
        with self.stage.app.sessions.begin() as session:
            chat = chats.of_person(session, id_of(session, SUPPORT))
        assert chat is not None
        assert chat.viewing is not None
        return Look(chat, chat.viewing, self.stage.clock.now(), secret=False)

    def incoming(self, what: What) -> Incoming:
        return Incoming(next(self.numbers), self.staff.person.id, "ja", next(self.numbers), what)


@pytest.fixture
async def looking(stage: Stage, other: Beside) -> Looking:
    return Looking(stage, await logged_in(stage, 9), other.member)


def every_press() -> Iterator[Press]:
    """Every button, with numbers of rows that are there and words that a key may hold."""
    words = itertools.cycle(WORDS)
    for kind in sorted(ROUTES.presses, key=lambda kind: kind.tag):
        types = [one.type if isinstance(one.type, str) else one.type.__name__ for one in fields(kind)]
        for number in (1, 2):
            yield kind(*(_value(name, number, words) for name in types))


def _value(kind: str, number: int, words: Iterator[str]) -> object:
    """A value of a field of this type; some buttons carry another button."""
    return {"int": number, "bool": number == 1, "Press": Start()}[kind] if kind != "str" else next(words)


def everything(member: int) -> Iterator[What]:
    for press in every_press():
        yield Pressed(Seen.of(member, press).pack(), 1)
    own = itertools.islice(every_press(), 0, None, 2)
    yield from (Pressed(press.pack(), 1) for press in own if press != EndView())
    for name, argument in itertools.product(sorted(ROUTES.commands), ("", " 1", " hypertension")):
        yield Said(f"/{name}{argument}")
    yield from (Said(f"/start {prefix}_{what}") for prefix in ROUTES.opens for what in ("1", "hypertension", "x" * 22))
    yield from map(Said, TEXTS)
    yield from (FILE, Edited("別の文"))


@pytest.mark.parametrize("furnished_url", ["sqlite", "postgresql"], indirect=True)
async def test_no_route_writes(looking: Looking) -> None:
    """On PostgreSQL a route that locks a row is closed too."""
    look = await looking.begins()
    before, shown = snapshot(looking.stage.app.sessions), set()
    for what in everything(looking.member):
        answer = await looking.turns.looking.answer(looking.incoming(what), look, looking.turns.routes)
        assert answer.screen.paper is answer.screen.first_page is None, what
        if JA.viewing.to_end() in str(answer.screen.rows):
            shown.add(what.text if isinstance(what, Said) else what)
    assert snapshot(looking.stage.app.sessions) == before
    assert shown >= SHOWN


@pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)
async def test_every_update_of_the_chat_is_only_looked_at(looking: Looking) -> None:
    """The turn itself: one of each kind of update, as it comes from Telegram."""
    await looking.begins()
    before = snapshot(looking.stage.app.sessions)
    some = [what for what in everything(looking.member) if COMMAND not in str(what)]
    for what in some[::29]:
        assert isinstance(await looking.turns.take(looking.incoming(what), lambda: b"{}"), Answer)
    assert snapshot(looking.stage.app.sessions) == before
