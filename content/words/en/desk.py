from datetime import datetime

from content.words.desk import Queue
from content.words.en import common

MOST_SHOWN = 99  # what fits on a button
_QUEUES: dict[Queue, str] = {"claims": "Attendance claims", "declarations": "Declarations"}


def to_desk(waiting: int) -> str:
    return f"To be decided{_number(waiting)}"


def title() -> str:
    return "Staff · To be decided"


def how() -> str:
    return "Longest waiting first. Every view and decision is logged with your name."


def queue(queue: Queue, waiting: int, oldest: str) -> str:
    if not waiting:
        return f"✅ {_QUEUES[queue]}: none"
    return f"▶️ {_QUEUES[queue]}: {waiting} (longest wait: {oldest})"


def to_queue(queue: Queue, waiting: int) -> str:
    return f"{_QUEUES[queue]}{_number(waiting)}"


def nothing() -> str:
    return "✅ Nothing waits for a decision."


def waited(since: datetime, now: datetime) -> str:
    hours = int((now - since).total_seconds()) // 3600
    if hours < 1:
        return "less than an hour"
    number, unit = (hours // 24, "day") if hours >= 24 else (hours, "hour")
    return f"{number} {unit}{'' if number == 1 else 's'}"


def waits(since: datetime, waited: str) -> str:
    return f"Received {common.moment(since)}: {waited} ago"


def to_next() -> str:
    return "The next one"


def to_member() -> str:
    return "To the member's card"


def decided(verdict: str, at: datetime, by: str, reason: str) -> str:
    return f"{verdict} · {common.moment(at)}{f' · {by}' if by else ''} · Reason: {reason}"


def decided_before() -> str:
    return "⚠️ This has already been decided. Your decision was logged and changed nothing."


def own() -> str:
    return "⚠️ You cannot decide on your own. Another member of staff will. Nothing was changed."


def why(*, told: bool) -> str:
    if told:
        return "Please choose a reason or enter one. It is logged, and the member reads it."
    return "Please choose a reason or enter one. It is logged."


def _number(waiting: int) -> str:
    if not waiting:
        return ""
    return f" ({min(waiting, MOST_SHOWN)}{'+' if waiting > MOST_SHOWN else ''})"
