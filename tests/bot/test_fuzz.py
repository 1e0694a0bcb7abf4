"""A person who types, taps and sends anything at all: nothing is set aside, and every press is answered."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from handlers.features import FEATURES
from handlers.press import MOST, Press
from handlers.presses.access.session import LogOut
from handlers.presses.credits.credits import Credits
from handlers.presses.radio import Radio
from handlers.presses.study.browse import Codes
from handlers.routing import Routes
from storage.programme import courses
from storage.tables import Chat, SetAside
from tests import samples
from tests.bot.hostile import FILES
from tests.bot.neighbour import moves_in
from tests.reaching import Reached
from tests.sizes import PHASES, SOAK
from tests.stage import Stage, logged_in

Act = tuple[str, str]
ROUTES = Routes(FEATURES)
KINDS = sorted((kind for kind in ROUTES.presses if kind is not LogOut), key=lambda kind: kind.tag)
NAMES = (
    "",
    "all",
    "courses",
    "this",
    "last",
    "two",
    "ja",
    "en",
    "2026-11",
    "lift_lock",
    "give_code",
    "高血圧",
    "\0",
    "x",
)
NUMBERS = st.integers(-1, 12) | st.sampled_from([MOST, -MOST, 74, 83, 84, 2025, 2026]) | st.integers(-MOST, MOST)
SAID = (
    *(f"/{command}" for command in ROUTES.commands if command != "logout"),
    *(
        "高血圧",
        "74",
        "７４",
        "1000000001",
        "720204",
        "2026/4/1-2026/9/30",
        "11/3",
        "1.5",
        "同意",
        "理由です",
        "第1回 見本学会",
    ),
    *("/staff 1", "/staff 青井", "/search 見本", "/why 研修", "/checkin K7MP3XQ2", "/fees 2024/4/1-2026/3/31"),
)
COMMANDS = st.sampled_from([said for said in SAID if said.startswith("/")]).map(lambda text: ("text", text))
WORDS = st.text(max_size=40).filter(lambda text: bool(text.strip())) | st.sampled_from(SAID)
TEXTS = WORDS.map(lambda text: ("text", text))
TAPS = st.integers(0, 12).map(lambda number: ("tap", str(number)))
FILES_SENT = st.sampled_from(range(len(FILES))).map(lambda number: ("file", str(number)))


def _fields(kind: type[Press]) -> list[st.SearchStrategy[Any]]:
    by_type: dict[str, st.SearchStrategy[Any]] = {"int": NUMBERS, "bool": st.booleans(), "str": st.sampled_from(NAMES)}
    by_type["Press"] = st.sampled_from((Codes(1, "all"), Credits(), Radio(0, False, 0)))
    types = [one.type if isinstance(one.type, str) else one.type.__name__ for one in fields(kind)]
    return [by_type[name] for name in types]


PRESSES = st.one_of([st.builds(kind, *_fields(kind)) for kind in KINDS]).map(lambda press: ("press", press.pack()))
PARTS = (COMMANDS, TAPS, TAPS, TAPS, TEXTS, PRESSES, PRESSES, FILES_SENT)
"""What an act is drawn from. Each part is drawn as often as its share here, however many kinds of presses there are."""
ACTS = st.lists(st.integers(0, len(PARTS) - 1).flatmap(PARTS.__getitem__), min_size=16, max_size=40)
REACHED = ("a command", "a text", "a file", "a press that was made up", "a tap of what is shown", "two taps in a row")


@pytest.fixture(params=[1, 9, 10], ids=["member", "staff", "stranger"])
async def person(stage: Stage, request: pytest.FixtureRequest) -> int:
    """Somebody's Telegram number; he has a message of the bot and, where he is a member, watched all there is. There is
    something of every sort on record of another.
    """
    phone = stage.phone(request.param) if request.param == 10 else await logged_in(stage, request.param)
    await phone.says("/start")
    with stage.app.sessions.begin() as session:
        moves_in(session, stage.clock.now())
        for member in session.execute(select(Chat.member_id).where(Chat.member_id.is_not(None))).scalars():
            for listed in courses.listed(session):
                samples.watch_all(session, int(str(member)), listed, stage.clock.now())
    return phone.person.id


@pytest.fixture
def reached() -> Iterator[Reached]:
    """Looked at when all examples are through."""
    found = Reached(*REACHED)
    yield found
    found.check()


@settings(
    max_examples=200 if SOAK else 4,
    phases=PHASES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    database=None,
)
@given(acts=ACTS)
async def test_nothing_is_set_aside(stage: Stage, person: int, reached: Reached, acts: list[Act]) -> None:
    pressed, presses, before = len(stage.world.answers(person)), 0, ""
    for what, said in acts:
        if what == "text":
            reached.note("a command" if said.startswith("/") else "a text")
            stage.world.send(person, {"text": said})
        elif what == "file":
            reached.note("a file")
            stage.world.send_document(person, *FILES[int(said)])
        elif what == "tap":
            await stage.settled()
            for data in tapped(stage, person, int(said)):
                reached.note("a tap of what is shown")
                reached.note("two taps in a row", when=before == "tap")
                stage.world.press(person, last(stage, person), data)
                presses += 1
        else:
            reached.note("a press that was made up")
            stage.world.press(person, last(stage, person), said)
            presses += 1
        before = what
    await stage.settled()
    with stage.app.sessions.reading() as session:
        errors = session.execute(select(SetAside.error)).scalars().all()
    assert not errors, errors[0][-3000:]
    assert len(stage.world.answers(person)) - pressed == presses


def tapped(stage: Stage, person: int, number: int) -> list[str]:
    """What a button of the newest message carries, counted round and round; nothing where there is none but log-out."""
    message = stage.world.chat_of(person).messages[last(stage, person)]
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    every = [button["callback_data"] for row in rows for button in row if "callback_data" in button]
    offered = [data for data in every if data != LogOut().pack()]
    return [offered[number % len(offered)]] if offered else []


def last(stage: Stage, person: int) -> int:
    return max(int(message["message_id"]) for message in stage.world.messages(person) if message["from"]["is_bot"])
