"""The simulated year: the association, and members with different habits who are sent reminders.

Nothing comes in quiet hours, after the switch, twice or for what is done, and at most one message a day. The seed
decides who does what.
"""

import random
from datetime import date, datetime, timedelta
from typing import Any

from bot.clock import DemoClock
from content.credits.plan import Plan
from content.hours import NUDGE_HOURS, Hours
from content.rules import begins, day_of, local
from content.values import Reminder
from handlers.turn import House
from storage.credits import plans
from storage.declarations import declarations
from storage.engine.sessions import Sessions
from storage.journal import issues as journal
from storage.journal import sheets
from storage.people import chats, preferences
from storage.post import nudges, rounds
from storage.post.letters import Letter
from storage.study import enrolments
from tests import issues, samples
from tests.bot.neighbour import declares
from tests.bot.sending.carrying import Carrier
from tests.bot.sending.resident import Resident
from tests.bot.sending.visiting import Visits
from tests.sizes import SOAK

DAY = timedelta(days=1)
FIRST, LAST = date(2026, 4, 1), date(2027, 3, 31)
MEMBERS = 200 if SOAK else 12
CODES = (10, 15, 20, 25, 30, 35, 40, 45)


class Year:
    """The association, its members, and a worker."""

    def __init__(self, sessions: Sessions, house: House, seed: int) -> None:
        self.sessions, self.house, self.random = sessions, house, random.Random(seed)
        self.clock = DemoClock(begins(FIRST), runs=False)
        self.carrier = Carrier(sessions, house, self.clock, self._sends)
        self.visits = Visits(sessions, house, self.clock, self.random)
        self.came: list[date] = []
        self.courses = [self._course(f"old-{code}", code, begins(FIRST) - 30 * DAY) for code in CODES]
        self.issue: int | None = None
        self.carrier.begins()
        self.residents = [self._moves_in(number) for number in range(1, MEMBERS + 1)]
        self.by_id = {one.id: one for one in self.residents}
        self.acting = [one.id for one in self.residents[3:]]

    def lives(self) -> None:
        """Three begin something on the first day and never come back: so each kind comes, whatever the seed is."""
        two_courses, a_sheet, a_draft = self.residents[:3]
        self._issue(FIRST)
        for course in self.courses[:2]:
            self._touches(two_courses, course, FIRST, finishes=False)
        assert self.issue is not None
        a_sheet.journal = "begins"
        self._reads(a_sheet, self.issue, FIRST)
        self._begins_draft(a_draft)
        self._plans(a_draft, FIRST, FIRST + 40 * DAY)
        for number in range((LAST - FIRST).days + 1):
            self.day(FIRST + number * DAY)

    def day(self, today: date) -> None:
        if today.day == 1:
            self._issue(today)
        if today.day == 10:
            self.visits.announces(today + 10 * DAY, self.residents)
        if today.isoweekday() == 3 and today.isocalendar().week % 3 == 0:
            code = 50 + today.isocalendar().week % 30
            self.courses.append(self._course(f"new-{today:%m%d}", code, begins(today)))
            self.came.append(today)
        acting = sorted((self.random.randrange(6 * 60, 24 * 60), one) for one in self.acting)
        for minutes, one in acting:
            if self.random.random() < 0.12:
                self._until(begins(today) + timedelta(minutes=minutes))
                self._acts(self.by_id[one], today)
        self._until(begins(today + DAY) - timedelta(minutes=1))

    def _moves_in(self, number: int) -> Resident:
        draw, now = self.random, self.clock.now()
        with self.sessions.begin() as session:
            member = samples.member(session, now, no=str(2_000_000_000 + number))
            chats.bind(session, chats.meet(session, self.sessions.cipher, 800_000 + number, "ja", now), member, now)
            one = Resident(
                member,
                800_000 + number,
                draw.choice((0.1, 0.5, 0.9)),
                draw.choice((0.0, 0.3, 0.9)),
                draw.choice(("", "begins", "submits", "late")),
                draw.random() < 0.5,
                Hours(draw.choice((20, 21, 22)), draw.choice((6, 7, 8)), draw.choice(NUDGE_HOURS)),
            )
            preferences.set_hours(session, member, one.hours)
        return one

    def _course(self, slug: str, code: int, at: datetime) -> int:
        with self.sessions.begin() as session:
            return samples.publish(session, samples.course(slug, slug, code), at).id

    def _issue(self, today: date) -> None:
        month = today.strftime("%Y-%m")
        deadline, told = begins(today.replace(day=25), 17), begins(today.replace(day=25), 17) + 30 * DAY
        with self.sessions.begin() as session:
            self.issue = issues.publish(session, issues.an_issue(month, deadline=deadline, told=told), begins(today)).id

    def _switches(self, one: Resident, kinds: set[Reminder]) -> None:
        with self.sessions.begin() as session:
            preferences.set_reminders(session, one.id, wanted=True)
            preferences.set_reminders(session, one.id, wanted=False, kinds=tuple(kinds))
        one.off = set(kinds)

    def _acts(self, one: Resident, today: date) -> None:
        """What the member does today, if anything."""
        what, now = self.random.random(), self.clock.now()
        if what < 0.03:
            with self.sessions.begin() as session:
                chat = chats.meet(session, self.sessions.cipher, one.telegram_id, "ja", now)
                if one.away:
                    chats.bind(session, chat, one.id, now)
                else:
                    chats.unbind(session, chat.id)
            one.away = not one.away
        elif one.away:
            return
        elif what < 0.06:
            self._switches(one, {kind for kind in Reminder if self.random.random() < 0.3})
        elif what < 0.1 and one.sent:
            with self.sessions.begin() as session:
                for nudge in nudges.own(session, one.id, one.sent[-1][1][0].id):
                    nudges.again(session, one.id, nudge, one.hours.next_nudge(now), now)
        elif what < 0.115:
            self._plans(one, today, self.random.choice((None, today + 20 * DAY, today + 200 * DAY)))
        elif what < one.weekly:
            self._studies(one, today)
        elif one.journal and self.issue is not None and today.day < 25:
            self._reads(one, self.issue, today)
        elif one.declares and today.month in (4, 5):
            self._declares(one)

    def _plans(self, one: Resident, today: date, until: date | None) -> None:
        """Nobody earns a credit in this year, so no plan is reached. None: the plan is ended."""
        with self.sessions.begin() as session:
            if until is None:
                plans.end(session, one.id)
            else:
                plans.put(session, one.id, Plan(until, today, 30))
        one.plan = None if until is None else (today, until)

    def _studies(self, one: Resident, today: date) -> None:
        course = self.random.choice(self.courses)
        if course in one.finished:
            return
        self._touches(one, course, today, finishes=self.random.random() < one.finishes)

    def _touches(self, one: Resident, course: int, today: date, *, finishes: bool) -> None:
        with self.sessions.begin() as session:
            enrolments.touch(session, one.id, course, self.clock.now())
            one.touched[course] = today
            if finishes:
                enrolments.finish(session, one.id, course, self.clock.now())
                one.finished.add(course)

    def _reads(self, one: Resident, issue: int, today: date) -> None:
        if issue in one.submitted or (one.journal == "late" and today.day < 23):
            return
        now = self.clock.now()
        with self.sessions.begin() as session:
            listed = journal.issue(session, issue)
            has_begun = sheets.of(session, one.id, issue) is not None
            sheet = sheets.begin(session, one.id, listed, now)
            if one.journal == "submits" and has_begun:
                assert sheets.submit(session, one.id, sheet.id, now)
                one.submitted.add(issue)
                return
            for place, choices in enumerate(issues.RIGHTS, start=1):
                for choice in choices:
                    sheets.choose(session, one.id, sheet.id, place, choice, now)

    def _declares(self, one: Resident) -> None:
        if one.drafts and self.random.random() < 0.5:
            with self.sessions.begin() as session:
                assert declarations.submit(session, one.id, one.drafts.pop(), self.clock.now())
        elif len(one.drafts) < 3:
            self._begins_draft(one)

    def _begins_draft(self, one: Resident) -> None:
        with self.sessions.begin() as session:
            one.drafts.add(declares(session, one.id, begins(date(2026, 3, 20))))

    def _until(self, end: datetime) -> None:
        """The clock jumps to what is due next, until then."""
        while (at := self._next()) <= end:
            self.clock.jump(max(at, self.clock.now()))
            self.visits.arrive(self.by_id)
            self.carrier.works()
        self.clock.jump(end)

    def _next(self) -> datetime:
        now = self.clock.now()
        morning = rounds.opens(day_of(now))
        morning = morning if morning > now else rounds.opens(day_of(now) + DAY)
        return min(morning, self.carrier.next_due() or morning, self.visits.next() or morning)

    def _sends(self, letter: Letter[Any]) -> None:
        """Whether this message keeps the promises."""
        now, message = self.clock.now(), (letter, *letter.others)
        one = self.by_id[letter.member_id]
        assert not one.hours.is_quiet(now), "in quiet hours"
        assert not one.away, "to who is logged out"
        if letter.key.nudge is None:
            self.visits.tells(one, letter, now)
            return
        assert now >= one.hours.nudge_at(day_of(now)), "before the member's hour"
        assert day_of(now) not in [day_of(at) for at, _ in one.sent], "a second message of the day"
        assert {other.id for other in message}.isdisjoint(other.id for _, sent in one.sent for other in sent), "twice"
        for other in message:
            assert other.key.nudge not in one.off, "after the switch"
            assert one.has_left(other.key, day_of(now), self.issue, self.came), f"{other.key} for what is done"
        one.sent.append((now, message))

    def told(self) -> list[str]:
        """All that was sent, in the order of time."""
        every = [(at, one.id, message) for one in self.residents for at, message in one.sent]
        every += [(at, one.id, (letter,)) for one in self.residents for at, letter in one.called]
        return [
            f"{local(at):%Y-%m-%d %H:%M} {number} {', '.join(f'{one.kind} {one.key.pack()}' for one in message)}"
            for at, number, message in sorted(every, key=lambda row: row[:2])
        ]
