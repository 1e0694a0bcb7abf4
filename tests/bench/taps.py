"""What is tapped: members with an open attempt on the record, and the updates that their taps make.

An update's JSON is made here without its number; the stub puts that before it.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace

from sqlalchemy import func, select

from bot.clock import RealClock
from bot.sandbox.html import parse
from bot.sending.showing import keyboard
from content.package import read_programme
from content.study.grading import Attempt
from content.words import speak
from handlers.presses.study import quiz as presses
from handlers.screens.screen import Screen
from handlers.screens.study import quiz
from storage.engine.sessions import Sessions
from storage.people import chats
from storage.study import attempts
from storage.tables import Update
from tests import samples
from tests.process import ROOT

FIRST_PERSON = 7_000_000_000
LIVING = 10  # the number of the message in which everybody has his test
CHOICES = 5


class People:
    """Members who sit the same test, each with taps that never end and that all change something."""

    def __init__(self, sitting: Mapping[int, Attempt]) -> None:
        self.sitting = sitting
        self._presses = {person: _presses(person, attempt) for person, attempt in sitting.items()}

    def __iter__(self) -> Iterator[int]:
        return iter(self.sitting)

    @property
    def message(self) -> bytes:
        """A message of the test, as Telegram returns it."""
        person, attempt = next(iter(self.sitting.items()))
        return _json(_message(person, quiz.question(attempt, 1, speak("ja"))))

    def press(self, person: int) -> bytes:
        """A tap at a choice that is not ticked."""
        return next(self._presses[person])

    def text(self, person: int) -> bytes:
        """A line of text."""
        said = {"message_id": LIVING + 1, "from": _person(person), "chat": _chat(person), "date": 1_795_000_000}
        return b'"message":%b' % _json(said | {"text": "高血圧の講座はどこですか"})


def seated(sessions: Sessions, number: int) -> People:
    """So many members, logged in, with the test of the demo's first course open in their chats."""
    now = RealClock().now()
    programme, _ = read_programme(ROOT / "content" / "courses")
    plain = samples.course()
    course = replace(plain, questions=next(one.questions for one in programme if one.slug == plain.slug))
    sitting = {}
    with sessions.begin() as session:
        listed = samples.publish(session, course, now)
        for person in range(FIRST_PERSON, FIRST_PERSON + number):
            me = samples.member(session, now, no=str(person))
            chat = chats.meet(session, sessions.cipher, person, "ja", now)
            chats.bind(session, chat, me, now)
            sitting[person] = attempts.begin(session, me, listed, now)
            chats.show(session, chat.id, LIVING, quiz.subject(sitting[person]))
    return People(sitting)


def acted_upon(sessions: Sessions) -> int:
    """How many updates are on the record as acted upon."""
    with sessions.reading() as session:
        return session.execute(select(func.count(Update.id))).scalar_one()


def _presses(person: int, attempt: Attempt) -> Iterator[bytes]:
    """Question by question the first choice, then the second …: a person who can't make up his mind."""
    places = range(1, attempt.sitting.asked + 1)
    screens = {place: _json(_message(person, quiz.question(attempt, place, speak("ja")))) for place in places}
    number = 0
    while True:
        for place in places:
            number += 1
            choice = 1 + (number - 1) // len(places) % CHOICES
            press = {"id": f"{person}{number:09}", "from": _person(person), "chat_instance": "-4738291056473829105"}
            press["data"] = presses.Choose(attempt.id, place, choice).pack()
            yield b'"callback_query":%b,"message":%b}' % (_json(press)[:-1], screens[place])


def _message(person: int, screen: Screen) -> dict[str, object]:
    text, entities = parse(screen.text)
    bot = {"id": 100, "is_bot": True, "first_name": "bench", "username": "tani_bench_bot"}
    message = {"message_id": LIVING, "from": bot, "chat": _chat(person), "date": 1_795_000_000}
    return message | {"text": text, "entities": entities, "reply_markup": keyboard(screen.rows)}


def _person(person: int) -> dict[str, object]:
    return {"id": person, "is_bot": False, "first_name": "見本", "last_name": "葵", "language_code": "ja"}


def _chat(person: int) -> dict[str, object]:
    return {"id": person, "first_name": "見本", "last_name": "葵", "type": "private"}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
