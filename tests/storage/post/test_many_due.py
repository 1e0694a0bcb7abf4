"""Who asks for the letters of one reads those few, while a reminder to everybody is due, whether PostgreSQL knows of
that or not: it looks at its tables once a minute, and as many letters are queued in a quarter of one.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, insert, literal, select, text
from sqlalchemy.orm import Session

from content.keys.announcement_letters import Announced
from content.keys.letter import LetterKey
from content.keys.letters import Unfinished
from storage.announcing import going
from storage.post import letters, nudges, waiting
from storage.tables import Letter, Person

MANY, FEW = 3_000, 50
TOMORROW = timedelta(days=1)
READ = "SELECT sum(seq_tup_read + idx_tup_fetch) FROM pg_stat_xact_user_tables"
Asks = Callable[[Session, letters.Letter[Unfinished], datetime], object]

ASKED: dict[str, Asks] = {
    "whether the member had one": lambda session, mine, now: nudges.had_one(session, mine.member_id, now),
    "the member's others": lambda session, mine, now: nudges.others(session, mine, now + TOMORROW),
    "the member's that wait": lambda session, mine, _now: nudges.waiting(session, mine.member_id),
    "the member's last": lambda session, mine, _now: nudges.last(session, mine.member_id),
    "what there is to claim": lambda session, _mine, now: waiting.look(session, now),
    "whether there is something to claim": lambda session, _mine, now: waiting.any_due(session, now),
    "how far an announcement is": lambda session, _mine, now: going._number(session, 1),
}


def queue(session: Session, key: LetterKey, state: str, now: datetime) -> None:
    """One to everybody. All lie in the table in the order of persons."""
    about = {"kind": key.kind, "subject": key.pack(), "slot": "1", "written_at": now, "due_at": now, "state": state}
    about |= {"rank": int(key.rank)}
    columns = ["member_id", *about]
    values = [literal(value, type_=Letter.__table__.c[name].type) for name, value in about.items()]
    session.execute(insert(Letter).from_select(columns, select(Person.id, *values).order_by(Person.id)))


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("later", [False, True], ids=["at once", "later"])
@pytest.mark.parametrize("what", ASKED)
def test_of_all_that_are_due_few_are_read(session: Session, now: datetime, what: str, *, later: bool) -> None:
    """At once: PostgreSQL knows of no letters yet. Later it does, and an announcement waits behind the reminder."""
    session.execute(insert(Person), [{}] * MANY)
    queue(session, Unfinished(1), "sent", now)
    queue(session, Unfinished(2), "waiting", now)
    queue(session, Announced(1), "sent", now)
    if later:
        queue(session, Announced(2), "waiting", now)
        session.execute(text("ANALYZE letters"))
    last = session.execute(select(func.max(Person.id))).scalar_one()
    its_row = select(Letter.id).where(Letter.member_id == last, Letter.subject == Unfinished(2).pack())
    row = session.execute(its_row).scalar_one()
    mine = letters.Letter(row, last, None, Unfinished(2), "1", 1, now, now)
    before = session.execute(text(READ)).scalar_one()
    ASKED[what](session, mine, now)
    assert session.execute(text(READ)).scalar_one() - before < FEW
