"""The gate of the reminders: at the member's hour, outside quiet hours, at most one message a day with all that is due,
by the record of the moment at which it goes.
"""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.sandbox.faults import When
from bot.sending.delivery import Delivery
from bot.sending.pace import Pace
from bot.sending.postman import Postman
from bot.sending.writing import Writing
from content.hours import Hours
from content.keys.letters import DraftsOpen, Unfinished
from content.rules import begins, day_of, fiscal_year
from content.values import Reminder
from handlers.features import FEATURES
from handlers.routing import letter_kinds
from storage.people import preferences
from storage.post import letters, nudges
from storage.post.waiting import CLAIM
from storage.programme import courses
from storage.study import enrolments
from storage.tables import Letter
from tests.bot.causes import AOI
from tests.bot.neighbour import declares, id_of
from tests.bot.sending.test_claims import Held
from tests.conftest import NOW
from tests.phone import Phone
from tests.someone import eventually
from tests.stage import Stage

DAY, HOUR, SECOND = timedelta(days=1), timedelta(hours=1), timedelta(seconds=1)
TODAY = day_of(NOW)
COURSES = ("hypertension", "diabetes", "insomnia")
ON_SQLITE = pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)


class Reminded:
    """青井 with letters that remind her, and what comes of them."""

    def __init__(self, stage: Stage, phone: Phone) -> None:
        self.stage, self.phone = stage, phone
        with stage.app.sessions.begin() as session:
            self.id = id_of(session, AOI)

    def does(self, act: Callable[[Session], object]) -> None:
        with self.stage.app.sessions.begin() as session:
            act(session)

    def begins(self, *slugs: str) -> None:
        """Courses that she touched four days ago, of which she is to be reminded now."""
        now = self.stage.clock.now()

        def begin(session: Session) -> None:
            for slug in slugs:
                course = courses.by_slug(session, slug).id
                enrolments.touch(session, self.id, course, now - 4 * DAY)
                letters.put(session, member_id=self.id, key=Unfinished(course), slot="first", at=now)

        self.does(begin)

    def drafts(self) -> None:
        now = self.stage.clock.now()
        key = DraftsOpen(fiscal_year(day_of(now)))
        self.does(lambda session: declares(session, self.id, now))
        self.does(lambda session: letters.put(session, member_id=self.id, key=key, slot="1", at=now))

    def finishes(self, slug: str) -> None:
        now = self.stage.clock.now()
        self.does(lambda session: enrolments.finish(session, self.id, courses.by_slug(session, slug).id, now))

    def wants_not(self, kind: Reminder) -> None:
        self.does(lambda session: preferences.set_reminders(session, self.id, wanted=False, kinds=[kind]))

    def keeps(self, hours: Hours) -> None:
        self.does(lambda session: preferences.set_hours(session, self.id, hours))

    @property
    def states(self) -> list[tuple[str, str | None]]:
        with self.stage.app.sessions.reading() as session:
            found = session.execute(select(Letter).where(Letter.member_id == self.id).order_by(Letter.id)).scalars()
            return [(row.state, row.outcome) for row in found]

    @property
    def due(self) -> list[object]:
        with self.stage.app.sessions.reading() as session:
            return list(session.execute(select(Letter.due_at).where(Letter.state == "waiting")).scalars())

    async def waits(self) -> list[str]:
        """The messages that came."""
        before = len(self.phone.messages)
        await self.phone.waits()
        return [self.phone.text(message) for message in self.phone.messages[before:]]

    async def at(self, hour: int, day: int = 0) -> list[str]:
        self.stage.clock.jump(begins(TODAY + day * DAY, hour))
        return await self.waits()

    def neighbour(self) -> Delivery:
        """What another process would have."""
        app = self.stage.app
        writing = Writing(app.record, app.house, letter_kinds(FEATURES))
        postman = Postman(app.record, app.showing, writing, app.papers, app.operator, app.figures)
        postman.pace = Pace(1000, 0)
        return Delivery(app.record, postman)


@pytest.fixture
async def me(stage: Stage, aoi: Phone) -> Reminded:
    stage.app.postman.pace = Pace(1000, 0)
    await stage.settled()
    return Reminded(stage, aoi)


@ON_SQLITE
async def test_several_of_a_day_are_one_message_with_a_button_each(me: Reminded) -> None:
    me.begins("hypertension", "diabetes")
    me.drafts()
    (said,) = await me.waits()
    assert said.startswith("お知らせが3件あります")
    assert "1. 受講の続きがあります\n「高血圧" in said
    assert me.phone.offers[:2] == ["1. 続きを受講する", "2. 続きを受講する"]
    assert me.phone.offers[-2:] == ["明日もう一度", "理由・停止"]
    assert len(me.phone.offers) == 5
    assert me.states == [("sent", "")] * 3
    await me.phone.taps("2. 続きを受講する")
    assert "糖尿病" in me.phone.sees


@ON_SQLITE
async def test_one_alone_is_the_plain_reminder(me: Reminded) -> None:
    me.begins("hypertension")
    (said,) = await me.waits()
    assert said.startswith("受講の続きがあります")
    assert me.phone.offers == ["続きを受講する", "今後は知らせない", "明日もう一度", "届いた理由"]


@ON_SQLITE
async def test_its_reasons_and_the_end_of_each_kind(me: Reminded) -> None:
    me.begins("hypertension", "diabetes")
    me.drafts()
    await me.waits()
    await me.phone.taps("理由・停止")
    assert "最後に受講した日から3日たったため" in me.phone.sees
    assert "提出していない下書きがあるため" in me.phone.sees
    assert me.phone.offers[:2] == ["講座のお知らせを止める", "申告書のお知らせを止める"]
    await me.phone.taps("講座のお知らせを止める")
    assert "受講途中の講座" in me.phone.toast
    me.begins("insomnia")
    assert await me.at(8, day=1) == []
    assert me.states[-1] == ("dropped", "reminders are switched off")


@ON_SQLITE
async def test_all_of_it_comes_again_tomorrow_but_for_what_is_done(me: Reminded) -> None:
    me.begins(*COURSES)
    await me.waits()
    for _ in range(2):
        await me.phone.taps("明日もう一度")
        assert me.phone.toast.startswith("11月23日（月）8:00に、もう一度")
    me.finishes("diabetes")
    assert await me.at(7, day=1) == []
    (said,) = await me.at(8, day=1)
    assert said.startswith("お知らせが2件あります")
    assert "糖尿病" not in said


@ON_SQLITE
async def test_what_is_done_meanwhile_is_left_out(me: Reminded) -> None:
    me.begins("hypertension", "diabetes")
    me.finishes("hypertension")
    (said,) = await me.waits()
    assert said.startswith("受講の続きがあります")
    assert me.states == [("dropped", "the course is finished"), ("sent", "")]


@ON_SQLITE
async def test_of_what_is_all_done_nothing_is_sent_and_the_day_stays_free(me: Reminded) -> None:
    me.begins("hypertension", "diabetes")
    for slug in ("hypertension", "diabetes"):
        me.finishes(slug)
    assert await me.waits() == []
    me.begins("insomnia")
    assert len(await me.waits()) == 1


@ON_SQLITE
async def test_a_second_one_of_the_day_waits_for_tomorrow(me: Reminded) -> None:
    me.begins("hypertension")
    await me.waits()
    me.begins("diabetes", "insomnia")
    assert await me.waits() == []
    assert me.due == [begins(TODAY + DAY, 8)] * 2
    assert await me.at(20) == []
    (said,) = await me.at(8, day=1)
    assert said.startswith("お知らせが2件あります")


@ON_SQLITE
async def test_a_clock_that_is_set_back_brings_no_second_one(me: Reminded) -> None:
    me.begins("hypertension")
    await me.waits()
    me.stage.clock.jump(NOW - DAY)
    me.begins("diabetes")
    assert await me.waits() == []


async def test_of_two_processes_with_one_each_only_one_sends(me: Reminded) -> None:
    """Both have claimed a reminder of hers, and wait for their place when the first one goes."""
    held = me.stage.app.postman.pace = Held()
    me.begins("hypertension")
    sending = asyncio.create_task(me.stage.app.delivery.step())
    await eventually(lambda: held.waiting == 1)
    me.begins("diabetes")
    assert await me.neighbour().step() == 1
    held.may.set()
    await sending
    (said,) = [text for text in map(me.phone.text, me.phone.messages) if "件あります" in text]
    assert "高血圧" in said
    assert "糖尿病" in said
    assert me.states == [("sent", "")] * 2


@ON_SQLITE
@pytest.mark.parametrize("meanwhile", ["switched off", "finished", "gone on", "quiet"])
async def test_it_is_written_at_the_moment_at_which_it_goes(me: Reminded, meanwhile: str) -> None:
    """Not when its place in the pace began to be awaited."""
    held = me.stage.app.postman.pace = Held()
    me.begins("hypertension")
    before, sending = len(me.phone.messages), asyncio.create_task(me.stage.app.delivery.step())
    await eventually(lambda: held.waiting == 1)
    match meanwhile:
        case "switched off":
            me.wants_not(Reminder.COURSE)
        case "finished":
            me.finishes("hypertension")
        case "gone on":
            me.does(lambda session: enrolments.touch(session, me.id, courses.by_slug(session, "hypertension").id, NOW))
        case _:
            me.keeps(Hours(quiet_from=0, quiet_until=11))
    held.may.set()
    await sending
    assert len(me.phone.messages) == before
    assert [state for state, _ in me.states] == ["waiting" if meanwhile == "quiet" else "dropped"]


@ON_SQLITE
@pytest.mark.parametrize("when", ["before", "after"])
async def test_one_that_is_cut_off_is_sent_neither_again_nor_with_another(me: Reminded, when: When) -> None:
    me.begins("hypertension", "diabetes")
    me.stage.world.fault("sendMessage", "drop", when=when)
    assert len(await me.waits()) == (when == "after")
    assert [state for state, _ in me.states] == ["unknown"] * 2
    me.begins("insomnia")
    assert await me.at(20) == []
    assert len(await me.at(8, day=1)) == 1


@ON_SQLITE
async def test_if_the_process_dies_while_it_is_sent_nobody_sends_any_of_it(me: Reminded) -> None:
    me.begins("hypertension", "diabetes")
    now = me.stage.clock.now()
    with me.stage.app.sessions.begin() as session:
        first, second = letters.claim(session, now)
        assert nudges.begin_sending(session, first, [second], now) is not None
    me.stage.clock.jump(now + CLAIM + SECOND)
    assert await me.waits() == []
    me.begins("insomnia")
    assert await me.waits() == []
    assert [state for state, _ in me.states] == ["unknown", "unknown", "waiting"]


@ON_SQLITE
async def test_one_that_was_refused_for_a_while_comes_whole(me: Reminded) -> None:
    me.begins("hypertension", "diabetes")
    me.stage.world.fault("sendMessage", "429", seconds=30)
    assert await me.waits() == []
    assert me.states == [("waiting", "asked to wait")] * 2
    me.stage.app.postman.pace = Pace(1000, 0)
    me.finishes("diabetes")
    me.stage.clock.jump(NOW + timedelta(seconds=31))
    (said,) = await me.waits()
    assert said.startswith("受講の続きがあります")


@ON_SQLITE
async def test_whoever_blocked_the_bot_is_sent_none_of_it(me: Reminded) -> None:
    me.begins("hypertension", "diabetes")
    me.stage.world.block(me.phone.person.id)
    assert await me.waits() == []
    assert me.states == [("dropped", "the person can't be reached")] * 2


@ON_SQLITE
async def test_one_that_cannot_be_written_keeps_no_other_back(me: Reminded) -> None:
    me.begins("hypertension", "diabetes")
    bad = update(Letter).where(Letter.id == select(Letter.id).order_by(Letter.id.desc()).limit(1).scalar_subquery())
    me.does(lambda session: session.execute(bad.values(subject="nonsense")))
    (said,) = await me.waits()
    assert said.startswith("受講の続きがあります")
    assert me.states == [("sent", ""), ("failed", "BadSubject")]


@ON_SQLITE
async def test_a_message_is_never_too_long(me: Reminded) -> None:
    """What does not find its place comes tomorrow."""
    every = ("hypertension", "diabetes", "insomnia", "cognition", "home-care", "dyslipidemia", "infection-control")
    me.begins(*every, "medical-safety")
    me.drafts()
    (said,) = await me.waits()
    assert said.startswith(f"お知らせが{nudges.MOST}件あります")
    assert me.states[-1] == ("waiting", "one message of reminders a day")
    assert len(await me.at(8, day=1)) == 1


@ON_SQLITE
@pytest.mark.parametrize(
    ("hours", "quiet", "comes"),
    [
        (Hours(), 7, 8),
        (Hours(nudge=12), 11, 12),
        (Hours(21, 10), 9, 10),
        (Hours(21, 6, nudge=6), 5, 6),
        (Hours(0, 0, nudge=5), 4, 5),
    ],
)
async def test_it_comes_at_the_hour_of_the_member(me: Reminded, hours: Hours, quiet: int, comes: int) -> None:
    """It was queued in the evening before."""
    me.keeps(hours)
    me.stage.clock.jump(begins(TODAY, 23) + HOUR - SECOND)
    me.begins("hypertension", "diabetes")
    me.keeps(hours)
    assert [text for hour in range(quiet + 1) for text in await me.at(hour, day=1)] == []
    assert len(await me.at(comes, day=1)) == 1


@ON_SQLITE
async def test_the_settings_say_what_comes_next_and_why_the_last_one_came(me: Reminded) -> None:
    assert "次のお知らせ：今後14日間の予定はありません" in await me.phone.says("/settings")
    me.does(lambda session: enrolments.touch(session, me.id, courses.by_slug(session, "insomnia").id, NOW))
    assert "次のお知らせ：11月25日（水）8:00（受講途中の講座）" in await me.phone.says("/settings")
    me.begins("hypertension")
    await me.waits()
    said = await me.phone.says("/settings")
    assert "前回のお知らせ：11月22日（日）10:00（受講途中の講座）\n届いた理由：受講を始めた講座があり" in said
    me.drafts()
    await me.waits()
    assert "次のお知らせ：11月23日（月）8:00（申告書の下書き）" in await me.phone.says("/settings")
    await me.phone.taps("時刻を選ぶ")
    await me.phone.taps("お知らせの時刻")
    await me.phone.taps("12:00")
    assert "次のお知らせ：11月23日（月）12:00（申告書の下書き）" in await me.phone.says("/settings")
    assert await me.at(8, day=1) == []
    assert len(await me.at(12, day=1)) == 1
    me.wants_not(Reminder.COURSE)
    assert "次のお知らせ：今後14日間の予定はありません" in await me.phone.says("/settings")
