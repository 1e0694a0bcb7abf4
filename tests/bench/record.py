"""A ledger of any length, made by the database itself.

The rows of a member lie as they would after years: far apart, one for each round in which everybody earned something.
"""

from datetime import date, timedelta

from sqlalchemy import insert, text
from sqlalchemy.orm import Session

from content.rules import begins
from content.values import CreditKind
from storage.engine.sessions import Sessions
from storage.tables import Member, Person
from tests import samples
from tests.conftest import NOW

FIRST_DAY, DAYS = date(2016, 4, 1), 3_880
REVERSED = 20  # of so many credits one is taken back
_MEMBERS = """
INSERT INTO members ({columns})
SELECT {values} FROM members, people WHERE members.id = :like AND people.id > :like
"""
_ROUND = """
INSERT INTO credits (member_id, kind, source, grant_no, sign, half_units, code, title, organiser,
                     earned_on, earned_at, written_at, rule_version)
SELECT id, :kind, 'course:' || :round, 1, 1, 1 + (id + :number) % 3, (7 * id + 5 * :number) % 84, '見本', '見本委員会',
       :day, :at, :at, '2016-04'
FROM members
"""
_REVERSAL = """
INSERT INTO credits (member_id, kind, source, grant_no, sign, half_units, code, title, organiser,
                     earned_on, earned_at, written_at, rule_version, reverses_id, author_id)
SELECT member_id, kind, source, grant_no, -1, -half_units, code, title, organiser,
       earned_on, earned_at, written_at, rule_version, id, member_id
FROM credits WHERE source = 'course:' || :round AND sign = 1 AND member_id % :every = :number % :every
"""


_COMMON = """
INSERT INTO common_credits (member_id, source, grant_no, sign, half_units, category, title, organiser,
                            earned_on, earned_at, written_at, rule_version)
SELECT id, 'course:' || :round, 1, 1, 2, '必修講習A 見本', '見本', '見本委員会', :day, :at, :at, '2016-04'
FROM members
"""
COMMON = 5  # of so many credits one is a common lecture too


def fill(sessions: Sessions, members: int, each: int) -> None:
    """So many members with so many credits each, over ten years. The record must be empty."""
    with sessions.begin() as session:
        fill_members(session, members)
    for number in range(each):
        with sessions.begin() as session:
            _fill_round(session, number, each)
    with sessions.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE" if sessions.kind == "sqlite" else "VACUUM ANALYZE"))


def fill_members(session: Session, members: int, like: int | None = None) -> None:
    """So many members, copies of one: what is sealed in them is sealed alike. Nothing opens it."""
    like = samples.member(session, NOW) if like is None else like
    names = [column.name for column in Member.__table__.columns]
    own = {"id": "people.id", "member_no_key": "members.member_no_key || people.id", "mamis_key": "NULL"}
    values = ", ".join(own.get(name, f"members.{name}") for name in names)
    if members > 1:
        session.execute(insert(Person), [{}] * (members - 1))
        session.execute(text(_MEMBERS.format(columns=", ".join(names), values=values)), {"like": like})


def _fill_round(session: Session, number: int, each: int) -> None:
    day = FIRST_DAY + timedelta(days=DAYS * number // each)
    kind = list(CreditKind)[number % len(CreditKind)]
    what = {"round": str(number), "number": number, "kind": kind.value, "day": str(day), "at": f"{begins(day):%F %T}"}
    session.execute(text(_for(session, _ROUND)), what)
    if number % COMMON == 0:
        common = {name: what[name] for name in ("round", "day", "at")}
        session.execute(text(_for(session, _COMMON)), common)
    session.execute(text(_for(session, _REVERSAL)), {"round": str(number), "number": number, "every": REVERSED})


def _for(session: Session, statement: str) -> str:
    """PostgreSQL has to be told what a bare parameter is."""
    if session.get_bind().dialect.name == "sqlite":
        return statement
    types = {"round": "text", "kind": "text", "number": "int", "every": "int", "day": "date", "at": "timestamptz"}
    for name, type_name in types.items():
        statement = statement.replace(f":{name}", f"CAST(:{name} AS {type_name})")
    return statement
