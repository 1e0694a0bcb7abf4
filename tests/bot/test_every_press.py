"""Every button of every feature with numbers and texts that no screen put on it: answered, and nothing of others moves.

The buttons are drawn from the features, so that a new one is pressed without being listed here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date

import pytest

from handlers.features import FEATURES
from handlers.press import MOST, MOST_BYTES, Press
from handlers.presses.access.session import LogOut
from handlers.routing import Routes
from tests.bot.beside import Beside
from tests.phone import Phone
from tests.sizes import SOAK, todays
from tests.snapshot import owned
from tests.stage import Stage, logged_in

pytestmark = pytest.mark.usefixtures("unharmed")

KINDS = sorted((kind for kind in Routes(FEATURES).presses if kind is not LogOut), key=lambda kind: kind.tag)
LAST_DAY = date.max.toordinal()
NUMBERS = (0, -1, 2, 3, 7, MOST, -MOST, LAST_DAY, LAST_DAY + 1)
NAMES = (
    "",
    "\0",
    "0",
    "-1",
    "x" * 50,
    "字" * 15,
    "\u202e\u2066",
    "＿",
    "'; --",
    "<b>",
    "declaration",
    "evidence",
    "kind",
)
UNREADABLE = (2**31, -(2**31), 2**63, "１", "٣", "1.0", "", "\0", " 1", "+1", "01", "-0", "NaN")
PAGES = ("", "bc", "bc:1", "bc:-1:all", "zz:1", "cr", "pg:1:2:0:bc:1:all")
BAD: Mapping[str, Sequence[object]] = {"int": (*NUMBERS, *UNREADABLE), "str": NAMES, "bool": ("0", "2"), "Press": PAGES}
PLAIN = {"str": "x", "Press": "bc:1:all"}


def hostile(kind: type[Press], turn: int) -> Iterator[str]:
    """This button with bad values in each of its places and harmless ones in the others: of the bad ones a few, whose
    turn it is, or with SOAK=1 all.
    """
    types = [one.type if isinstance(one.type, str) else one.type.__name__ for one in fields(kind)]
    plain = [PLAIN.get(name, "1") for name in types]
    yield ":".join((kind.tag, *plain))
    for place, name in enumerate(types):
        for value in BAD[name] if SOAK else some(BAD[name], turn + place):
            data = ":".join((kind.tag, *plain[:place], str(value), *plain[place + 1 :]))
            if len(data.encode()) <= MOST_BYTES:
                yield data


def some(values: Sequence[object], turn: int) -> list[object]:
    """Two of them, half of the way apart."""
    return [values[turn % len(values)], values[(turn + len(values) // 2) % len(values)]]


EVERY = [data for turn, kind in enumerate(KINDS) for data in hostile(kind, turn)]


@pytest.mark.parametrize(
    ("furnished_url", "number"),
    [
        *todays([("sqlite", 1), ("postgresql", 1)]),
        *todays([("sqlite", 15), ("postgresql", 15)], turn=1),
        ("sqlite", 10),
    ],
    indirect=["furnished_url"],
)
async def test_every_press_is_answered(stage: Stage, other: Beside, number: int) -> None:
    """To a member, to staff, and to somebody who is neither."""
    phone = stage.phone(number) if number == 10 else await logged_in(stage, number)
    await phone.says("/start")
    for start in range(0, len(EVERY), 100):
        await presses(stage, phone, EVERY[start : start + 100])
        if number != 15:
            assert owned(stage.app.sessions, other.member) == other.before, EVERY[start : start + 100]


async def presses(stage: Stage, phone: Phone, several: list[str]) -> None:
    """All at once, on the newest message."""
    answered = len(stage.world.answers(phone.person.id))
    for data in several:
        stage.world.press(phone.person.id, phone.last["message_id"], data)
    await stage.settled()
    assert len(stage.world.answers(phone.person.id)) == answered + len(several), several
