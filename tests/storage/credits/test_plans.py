"""Plans on record, on both databases: set, set anew, ended; the round about them; and what is old."""

from datetime import date, datetime, timedelta

from sqlalchemy import select

from content.credits.plan import Plan
from content.rules import Rulebook, begins
from content.values import Reminder
from storage.credits import plans
from storage.engine.sessions import Sessions
from storage.people import chats, membership, preferences
from storage.tables import Letter
from tests.queued import queue
from tests.samples import member

DAY = timedelta(days=1)
TOLD, END = date(2026, 12, 1), date(2027, 3, 31)
OPENS = begins(TOLD, 5)
RULES = Rulebook().at(TOLD)


def test_one_plan_a_member_the_round_and_the_end(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        mine, off, other, ended = (member(session, now, no=str(number)) for number in (1, 2, 3, 4))
        for place, person in enumerate((mine, off, other, ended), start=1):
            chats.bind(session, chats.meet(session, sessions.cipher, place, "ja", now), person, now)
        for person in (mine, off, ended):
            plans.put(session, person, Plan(END, TOLD - DAY, 20))
        assert membership.end(session, ended, now)
        preferences.set_reminders(session, off, wanted=False, kinds=(Reminder.PLAN,))
        plans.put(session, mine, Plan(END + DAY, TOLD - 2 * DAY, 21))
        assert plans.get(session, mine) == Plan(END + DAY, TOLD - 2 * DAY, 21)
        assert plans.get(session, other) is None
        assert queue(session, plans.due(OPENS, RULES), OPENS) == 1
        letter = session.execute(select(Letter).where(Letter.kind == "plan")).scalar_one()
        assert (letter.member_id, letter.subject, letter.due_at) == (mine, "2026-12-01", begins(TOLD, 8))
        plans.end(session, off)
        assert plans.get(session, off) is None


def test_what_is_old_is_found_and_what_was_set_anew_stays(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        first, second = (member(session, now, no=str(number)) for number in (1, 2))
        for person in (first, second):
            plans.put(session, person, Plan(END, TOLD, 1))
        assert plans.find_old(session, END) == []
        found = plans.find_old(session, END + DAY)
        assert sorted(found) == sorted((first, second))
        plans.put(session, second, Plan(END + DAY, TOLD, 1))
        assert plans.drop_old(session, found, END + DAY) == 1
        assert (plans.get(session, first), plans.get(session, second)) == (None, Plan(END + DAY, TOLD, 1))
