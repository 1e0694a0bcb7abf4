"""Whatever members do and choose, their reminders keep the promises: never in quiet hours, none after the switch, none
twice, none for what is done, at most one message a day.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from bot.clock import DemoClock
from bot.record import Record
from bot.sending.writing import Writing
from bot.sending.written import Later, Written
from content.hours import NUDGE_HOURS, QUIET_FROM, QUIET_UNTIL, USUAL, Hours
from content.keys.letters import StillUnfinished, Unfinished
from content.rules import begins, day_of
from handlers.due import Rounds
from handlers.features import FEATURES
from handlers.routing import due_work, letter_kinds
from handlers.turn import House
from storage.engine.sessions import Sessions
from storage.people import chats, preferences
from storage.post import letters, nudges, rounds
from storage.post.letters import Letter
from storage.study import enrolments
from storage.tables import Letter as Row
from storage.tables import Round as RoundRow
from tests.conftest import NOW
from tests.samples import course, member, publish
from tests.sizes import SOAK

COURSES = ("hypertension", "diabetes", "insomnia")
DAY = timedelta(days=1)
HOURS = st.builds(Hours, st.sampled_from(QUIET_FROM), st.sampled_from(QUIET_UNTIL), st.sampled_from(NUDGE_HOURS))
ACTS = st.one_of(
    st.tuples(st.just("touch"), st.sampled_from(COURSES)),
    st.tuples(st.just("finish"), st.sampled_from(COURSES)),
    st.tuples(st.just("wants"), st.booleans()),
    st.tuples(st.just("hours"), HOURS),
    st.tuples(st.just("snooze"), st.none()),
    st.tuples(st.just("restart"), st.none()),
    st.tuples(st.just("late"), st.sampled_from(COURSES)),
)
HABITS = st.lists(st.tuples(st.integers(1, 60), ACTS), min_size=4, max_size=9)
TOUCH, LATE = ("touch", COURSES[0]), ("late", COURSES[0])
Message = tuple[datetime, tuple[Letter[Unfinished] | Letter[StillUnfinished], ...]]


@dataclass
class Living:
    """A member who does things, what we know of her, and what she was sent."""

    sessions: Sessions
    house: House
    clock: DemoClock = field(default_factory=lambda: DemoClock(NOW, runs=False))
    touched: dict[int, date] = field(default_factory=dict)
    finished: set[int] = field(default_factory=set)
    wants: bool = True
    hours: Hours = USUAL
    late: int = 0
    sent: list[Message] = field(default_factory=list)

    def __post_init__(self) -> None:
        number = uuid.uuid4().int % 10**9
        self.kinds = [one for one in due_work(FEATURES) if isinstance(one, Rounds)]
        self.writing = Writing(Record(self.sessions, self.clock), self.house, letter_kinds(FEATURES))
        with self.sessions.begin() as session:
            for entity in (Row, RoundRow):
                session.execute(delete(entity))
            self.id = member(session, NOW, no=str(number))
            chat = chats.meet(session, self.sessions.cipher, number, "ja", NOW)
            for other in range(1, chat.id):
                chats.unbind(session, other)
            chats.bind(session, chat, self.id, NOW)
            # they are no new courses of a week: that is another kind of reminder
            self.courses = {slug: publish(session, course(slug), NOW - 30 * DAY).id for slug in COURSES}
            rounds.know(session, [one.key for one in self.kinds], NOW)

    def does(self, what: str, about: object) -> None:
        now, number = self.clock.now(), self.courses.get(str(about), 0)
        with self.sessions.begin() as session:
            match what:
                case "touch" if number not in self.finished:
                    enrolments.touch(session, self.id, number, now)
                    self.touched[number] = day_of(now)
                case "finish" if number in self.touched:
                    enrolments.finish(session, self.id, number, now)
                    self.finished.add(number)
                case "wants":
                    self.wants = bool(about)
                    preferences.set_reminders(session, self.id, wanted=self.wants)
                case "hours" if isinstance(about, Hours):
                    self.hours = about
                    preferences.set_hours(session, self.id, about)
                    nudges.move(session, self.id, about)
                case "snooze" if self.sent:
                    for one in nudges.own(session, self.id, self.sent[-1][1][0].id):
                        nudges.again(session, self.id, one, self.hours.next_nudge(now), now)
                case "late" if number:
                    self.late += 1  # a reminder that could not be queued in the morning
                    slot = f"late {self.late}"
                    letters.put(session, member_id=self.id, key=Unfinished(number), slot=slot, at=now)
                case "restart":
                    rounds.know(session, [one.key for one in self.kinds], now)

    def passes(self, hours: int) -> None:
        """Time passes, from one moment at which something is due to the next."""
        self.works()
        end = self.clock.now() + timedelta(hours=hours)
        while (at := min(self._moments(), default=end)) < end:
            self.clock.jump(at)
            self.works()
        self.clock.jump(end)
        self.works()

    def works(self) -> None:
        """What the schedule and a worker do."""
        now = self.clock.now()
        for kind in self.kinds:
            with self.sessions.begin() as session:
                every = kind.find(session, now, self.house.rulebook)
                for one in rounds.open_ones(session, kind.key, every, now):
                    rounds.step(session, one, now, enough=lambda: False)
        while self._carries():
            pass

    def _moments(self) -> Iterator[datetime]:
        """When something is due next, after now."""
        now = self.clock.now()
        morning = rounds.opens(day_of(now))
        yield morning if morning > now else rounds.opens(day_of(now) + DAY)
        with self.sessions.reading() as session:
            yield from (one.due_at for one in nudges.waiting(session, self.id) if one.due_at > now)

    def _carries(self) -> int:
        now = self.clock.now()
        with self.sessions.begin() as session:
            claimed = letters.claim(session, now)
        for letter in claimed:
            with self.sessions.begin() as session:
                nudges.hold(session, self.id)
                written = self.writing.write(session, letter)
                if isinstance(written, Later):
                    assert written.at > now
                    letters.postpone(session, letter, written.at, written.why)
                elif isinstance(written, Written):
                    self._sends(nudges.begin_sending(session, letter, written.others, now))
                else:
                    letters.settle(session, letter, "dropped", now, outcome=written.why)
        if claimed:
            with self.sessions.begin() as session:
                begun = self.sent[-1][1] if self.sent else ()
                for letter in begun:
                    letters.settle(session, letter, "sent", now)
        return len(claimed)

    def _sends(self, begun: Letter[Unfinished] | None) -> None:
        """Whether this message keeps the promises."""
        if begun is None:  # another one took it along
            return
        now, message = self.clock.now(), (begun, *begun.others)
        assert self.wants, "after the switch"
        assert not self.hours.is_quiet(now), "in quiet hours"
        assert now >= self.hours.nudge_at(day_of(now)), "before her hour"
        assert day_of(now) not in [day_of(at) for at, _ in self.sent], "a second message of the day"
        assert {one.id for one in message}.isdisjoint(one.id for _, sent in self.sent for one in sent), "twice"
        for one in message:
            number = one.key.course
            assert number not in self.finished, "for what is done"
            assert day_of(now) - self.touched[number] >= 3 * DAY, "though she has gone on"
        self.sent.append((now, message))


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@settings(max_examples=60 if SOAK else 4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(habits=HABITS)
@example([(80, TOUCH), (3, LATE), (1, LATE)])
@example([(108, TOUCH), (1, LATE)])
@example([(1, ("hours", Hours(nudge=20))), (97, TOUCH), (1, LATE)])
@example([(97, TOUCH), (1, ("wants", False)), (1, LATE)])
@example([(97, TOUCH), (1, ("finish", COURSES[0])), (1, LATE)])
@example([(70, TOUCH), (1, TOUCH), (1, LATE)])
def test_the_promises_hold_whatever_she_does(
    sessions: Sessions, house: House, habits: list[tuple[int, tuple[str, object]]]
) -> None:
    her = Living(sessions, house)
    for hours, (what, about) in habits:
        her.does(what, about)
        her.passes(hours)
    her.passes(24)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_who_leaves_two_courses_hears_of_both_twice_and_never_again(sessions: Sessions, house: House) -> None:
    """So the promises above are not kept by silence."""
    her = Living(sessions, house)
    for slug in ("hypertension", "diabetes"):
        her.does("touch", slug)
    her.does("hours", Hours(nudge=12))
    her.passes(40 * 24)
    today = day_of(NOW)
    assert [(at, len(message)) for at, message in her.sent] == [(begins(today + days * DAY, 12), 2) for days in (3, 10)]
    with sessions.reading() as session:
        assert set(session.execute(select(Row.state)).scalars()) == {"sent"}
