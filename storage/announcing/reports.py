"""How the letters of an announcement ended, and when they were sent."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import bindparam, func, literal_column, select
from sqlalchemy.orm import Session

from content.announcing.announcement import Announcement, Report
from content.keys.announcement_letters import Announced
from storage.tables import Letter

LISTED = 2000
"""At most so many unknowns are listed. Only requests that were under way at a stop become unknown, which are fewer."""
UNREACHED = ("the bot is blocked", "the account is deleted", "the bot was never started", "the person can't be reached")
"""How a letter ends whose person can't be reached: bot/sending says so."""
_OF_IT = (Letter.kind == literal_column(f"'{Announced.kind}'"), Letter.subject == bindparam("of_it"))
_UNKNOWN = select(Letter.member_id).where(*_OF_IT, Letter.state == "unknown").order_by(Letter.member_id).limit(LISTED)
_ENDS = select(Letter.state, Letter.outcome, func.count().label("number")).where(*_OF_IT)
_ENDS = _ENDS.group_by(Letter.state, Letter.outcome)
_HOURLY = {
    "sqlite": func.strftime("%Y-%m-%dT%H:00:00+00:00", Letter.settled_at),
    "postgresql": func.to_char(func.timezone("UTC", Letter.settled_at), 'YYYY-MM-DD"T"HH24:00:00+00:00'),
}
_HOURS = {
    dialect: select(hour.label("hour"), func.count().label("number"))
    .where(*_OF_IT, Letter.state == "sent")
    .group_by(hour)
    .order_by(hour)
    for dialect, hour in _HOURLY.items()
}
"""Japan's hours begin with those of UTC."""


def report(session: Session, number: int) -> Report:
    """How they ended so far, without the hours."""
    found: Counter[str] = Counter()
    for row in session.execute(_ENDS, {"of_it": Announced(number).pack()}):
        found[_how(row.state, row.outcome or "")] += row.number
    return Report(
        waiting=found["waiting"],
        sent=found["sent"],
        blocked=found["blocked"],
        failed=found["failed"],
        unknown=found["unknown"],
        unwanted=found["unwanted"],
    )


def whole(session: Session, one: Announcement) -> Report:
    """The same with the hours."""
    of_it = {"of_it": Announced(one.id).pack()}
    found = session.execute(_HOURS[session.get_bind().dialect.name], of_it).all()
    hours = tuple((datetime.fromisoformat(row.hour), row.number) for row in found)
    return replace(report(session, one.id), hours=hours)


def unknown(session: Session, number: int) -> Sequence[int]:
    """The people for whom it is unknown whether it reached them, in the order of their numbers."""
    return session.execute(_UNKNOWN, {"of_it": Announced(number).pack()}).scalars().all()


def _how(state: str, outcome: str) -> str:
    if state in ("failed", "dropped") and outcome in UNREACHED:
        return "blocked"
    return _NAMES.get(state, "waiting")


_NAMES: Mapping[str, str] = {"sent": "sent", "failed": "failed", "unknown": "unknown", "dropped": "unwanted"}
