"""How the letters of an announcement ended, and when they were sent. Its sums stay when its letters are removed."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import bindparam, func, literal_column, select
from sqlalchemy.orm import Session

from content.announcing.announcement import Announcement, Report
from content.keys.announcement_letters import Announced
from storage.engine.statements import update_row
from storage.post.ending import Ended
from storage.tables import Announcement as Row
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
_SUMS = select(Row.sums).where(Row.id == bindparam("number"))
_HELD_SUMS = _SUMS.with_for_update()


@dataclass(frozen=True)
class Sums:
    """How the letters of an announcement ended that are not on record any more: by the name that a report gives it, and
    how many were sent in each hour (its beginning in UTC, as text).
    """

    ended: Counter[str]
    hours: Counter[str]

    @staticmethod
    def read(text: str) -> "Sums":
        found = json.loads(text) if text else {}
        return Sums(Counter(found.get("ended", {})), Counter(found.get("hours", {})))

    def text(self) -> str:
        return json.dumps({"ended": self.ended, "hours": self.hours}, sort_keys=True)


def keep(session: Session, gone: Sequence[Ended]) -> None:
    """Add the letters that were just removed to the sums of their announcements."""
    by_one: dict[int, list[Ended]] = defaultdict(list)
    for one in gone:
        if one.kind == Announced.kind:
            by_one[Announced.unpack(one.subject).announcement].append(one)
    for number, of_it in sorted(by_one.items()):
        held = session.execute(_HELD_SUMS, {"number": number}).scalar_one_or_none()
        if held is not None:
            sums = Sums.read(held)
            sums.ended.update(_how(one.state, one.outcome or "") for one in of_it)
            sums.hours.update(
                _hour(one.settled_at) for one in of_it if one.state == "sent" and one.settled_at is not None
            )
            update_row(session, Row, number, {"sums": sums.text()})


def report(session: Session, number: int) -> Report:
    """How they ended so far, without the hours."""
    found = _sums(session, number).ended
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
    every = _sums(session, one.id).hours + Counter({row.hour: row.number for row in found})
    hours = tuple((datetime.fromisoformat(hour), every[hour]) for hour in sorted(every))
    return replace(report(session, one.id), hours=hours)


def unknown(session: Session, number: int) -> Sequence[int]:
    """The people for whom it is unknown whether it reached them, in the order of their numbers."""
    return session.execute(_UNKNOWN, {"of_it": Announced(number).pack()}).scalars().all()


def _sums(session: Session, number: int) -> Sums:
    return Sums.read(session.execute(_SUMS, {"number": number}).scalar_one_or_none() or "")


def _hour(at: datetime) -> str:
    """As _HOURLY writes it."""
    return at.astimezone(UTC).replace(minute=0, second=0, microsecond=0).isoformat()


def _how(state: str, outcome: str) -> str:
    if state in ("failed", "dropped") and outcome in UNREACHED:
        return "blocked"
    return _NAMES.get(state, "waiting")


_NAMES: Mapping[str, str] = {"sent": "sent", "failed": "failed", "unknown": "unknown", "dropped": "unwanted"}
