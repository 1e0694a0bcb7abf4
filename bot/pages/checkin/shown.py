"""What the check-in page shows at a given moment."""

import functools
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import segno

from content.attendance import checkin
from content.attendance.training import ListedTraining
from content.rules import Rules
from content.words import Words

LONGEST_S = 30
"""How many seconds the page waits at most before it asks again while no code is taken."""


@functools.lru_cache(maxsize=64)
def _qr(link: str) -> str:
    """The QR code of an address. It takes some 20 ms, and while a code is good everybody in the room asks for it."""
    return segno.make(link, error="m", micro=False).svg_data_uri(border=4, light="#ffffff")


@dataclass(frozen=True)
class Shown:
    """The training, the moment and the rules. `chat_url` is the address of the chat with the bot."""

    listed: ListedTraining
    secret: bytes
    now: datetime
    rules: Rules
    chat_url: str


def shown(facts: Shown, words: Words) -> dict[str, Any]:
    """What the page shows, as JSON: the training, and its code with the QR code, or why there is no code. The page asks
    again after `left_ms`.
    """
    training, say = facts.listed.training, words.checkin
    doors = checkin.hours(training.starts_at, training.ends_at, facts.rules)
    door = doors.door(facts.now)
    about = {"title": words.titled(training), "about": words.trainings.when_and_where(training)}
    if door is None:
        return about | {"closed": say.page_closed(doors, facts.now), "left_ms": LONGEST_S * 1000}
    until = doors.entry_until if door is checkin.Door.ENTRY else doors.exit_until
    step = checkin.step_of(facts.now, facts.rules)
    code = checkin.code(facts.secret, step)
    left = min(checkin.begins(step + 1, facts.rules), until) - facts.now
    link = f"{facts.chat_url}?start={checkin.payload(facts.listed.id, code)}"
    return about | {
        "door": say.page_door(door),
        "until": say.page_until(until),
        "code": f"{code[:4]} {code[4:]}",
        "link": link,
        "qr": _qr(link),
        "left_ms": max(int(left / timedelta(milliseconds=1)), 1),  # never 0: the page would ask without a pause
        "step_ms": facts.rules.checkin_step_s * 1000,
    }
