from datetime import datetime

from content.words.desk import Queue
from content.words.en import common

MOST_SHOWN = 99  # what fits on a button
_QUEUES: dict[Queue, str] = {
    "claims": "Attendance claims",
    "declarations": "Declarations",
    "requests": "Requests",
    "certificates": "Certificates",
}


def to_desk(waiting: int) -> str:
    return f"See what to decide on{_number(waiting)}"


def title() -> str:
    return "Staff · Waiting for a decision"


def how() -> str:
    return (
        "By due date; what a member answered comes first, what waits for a member last. "
        "Every view and decision is logged with your name."
    )


def queue(queue: Queue, waiting: int, oldest: str) -> str:
    if not waiting:
        return f"✅ {_QUEUES[queue]}: none"
    return f"▶️ {_QUEUES[queue]}: {waiting} (longest wait: {oldest})"


def name(queue: Queue) -> str:
    return _QUEUES[queue]


def to_queue(queue: Queue, waiting: int) -> str:
    return f"See {_QUEUES[queue].lower()}{_number(waiting)}"


def nothing() -> str:
    return "✅ Nothing is waiting for a decision."


def waited(since: datetime, now: datetime) -> str:
    hours = int((now - since).total_seconds()) // 3600
    if hours < 1:
        return "less than an hour"
    number, unit = (hours // 24, "day") if hours >= 24 else (hours, "hour")
    return f"{number} {unit}{'' if number == 1 else 's'}"


def waits(since: datetime, waited: str) -> str:
    return f"Received {common.moment(since)} ({waited} ago)"


def to_next() -> str:
    return "See the next one"


def to_member() -> str:
    return "See the member's card"


def decided(verdict: str, at: datetime, by: str, reason: str) -> str:
    return f"{verdict} · {common.moment(at)}{f' · {by}' if by else ''} · Reason: {reason}"


def decided_before() -> str:
    return "⚠️ This has already been decided. Yours was logged, but the result stands."


def own() -> str:
    return "⚠️ You can't decide on your own case. Another member of staff will. Nothing was changed."


def why(*, told: bool) -> str:
    if told:
        return "Please choose a reason or enter one. It is logged, and the member will see it."
    return "Please choose a reason or enter one. It is logged."


def _number(waiting: int) -> str:
    if not waiting:
        return ""
    return f" ({min(waiting, MOST_SHOWN)}{'+' if waiting > MOST_SHOWN else ''})"
