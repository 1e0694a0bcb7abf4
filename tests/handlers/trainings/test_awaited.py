"""A training of which a member asked to be reminded: who is told, when and what; and who is not."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from content.attendance.checkin import Door
from content.hours import Hours
from content.keys.training_letters import CheckInOpens, TrainingTomorrow
from content.rules import Rulebook, begins
from content.values import Reminder
from content.words import JA
from handlers.presses.post.reminder import Stop
from handlers.presses.settings import Kinds
from handlers.presses.trainings.checkin import CheckIn
from handlers.presses.trainings.trainings import OpenTraining, TellBefore, TrainingToCalendar
from handlers.screens.screen import Screen
from handlers.turn import House, Unwanted
from storage.engine.sessions import Sessions
from storage.people import chats, preferences
from storage.post.letters import Letter
from storage.tables import Letter as Row
from storage.tables import Training as TrainingRow
from storage.trainings import attendances, awaited, published
from tests.phone import Phone
from tests.queued import queue
from tests.stage import Stage
from tests.storage.training import MINUTE, SECOND, publish, training
from tests.student import Student

STARTS = datetime(2026, 12, 5, 5, 0, tzinfo=UTC)  # 14:00 in Japan
BOOK = Rulebook()
DAY = timedelta(days=1)
BEFORE = begins(STARTS.date() - DAY, 5)
DOORS = STARTS - 60 * MINUTE


class Attending(Student):
    """A member who is logged in, and a training to come."""

    def __init__(self, sessions: Sessions, house: House, now: datetime) -> None:
        super().__init__(sessions, house, now)
        with sessions.begin() as session:
            chats.bind(session, chats.meet(session, sessions.cipher, 7, "ja", now), self.id, now)
            self.number = publish(session, training(STARTS), now).id

    def asks(self) -> None:
        self.talk.presses(TellBefore(self.number))

    def moves(self, starts: datetime) -> None:
        with self.sessions.begin() as session:
            published.publish(session, training(starts), self.now)

    def queued(self, at: datetime) -> list[str]:
        """The kinds of the letters that are queued by then."""
        with self.sessions.begin() as session:
            queue(session, awaited.due(session, at), at)
            awaited.tell_opened(session, awaited.find_opened(session, at, BOOK.now(at)), at)
            kinds = [TrainingTomorrow.kind, CheckInOpens.kind]
            return list(session.execute(select(Row.kind).where(Row.kind.in_(kinds)).order_by(Row.id)).scalars())

    def told(self, key: TrainingTomorrow | CheckInOpens, at: datetime) -> Screen | Unwanted:
        return self.reads(Letter(1, self.id, None, key, "1", 1, at, at), at)


@pytest.fixture
def me(sessions: Sessions, house: House, now: datetime) -> Attending:
    return Attending(sessions, house, now)


def test_one_tap_asks_and_another_takes_it_back(me: Attending) -> None:
    me.talk.presses(OpenTraining(me.number))
    me.talk.taps("事前に知らせる")
    assert me.talk.screen.toast == "12月4日（金）8:00と、受付が始まるときにお知らせします。"
    me.talk.taps("お知らせを取り消す")
    assert me.talk.screen.toast == "この研修会のお知らせを取り消しました。"
    me.talk.taps("事前に知らせる")
    assert me.queued(BEFORE) == ["training_tomorrow"]


def test_who_takes_the_calendar_file_hears_of_it_too(me: Attending) -> None:
    me.talk.presses(TrainingToCalendar(me.number))
    assert "お知らせを取り消す" in [button.label for button in me.talk.buttons]
    assert me.queued(BEFORE) == ["training_tomorrow"]


def test_the_calendar_file_switches_no_reminders_on_again(me: Attending) -> None:
    with me.sessions.begin() as session:
        preferences.set_reminders(session, me.id, wanted=False, kinds=(Reminder.TRAINING,))
    me.talk.presses(TrainingToCalendar(me.number))
    assert me.talk.screen.toast == JA.calendar.on_its_way()
    with me.sessions.reading() as session:
        assert not preferences.get(session, me.id).wants(Reminder.TRAINING)
        assert not awaited.is_asked(session, me.id, me.number)


@pytest.mark.parametrize("at", [STARTS, STARTS + DAY])
def test_not_of_what_has_begun(me: Attending, at: datetime) -> None:
    me.talk.now = at
    me.asks()
    assert me.talk.screen.toast == ""
    with me.sessions.reading() as session:
        assert not awaited.is_asked(session, me.id, me.number)


@pytest.mark.parametrize(
    ("at", "kinds"),
    [
        (BEFORE - SECOND, []),
        (BEFORE, ["training_tomorrow"]),
        (begins(STARTS.date()) - SECOND, ["training_tomorrow"]),
        (begins(STARTS.date()), []),
        (DOORS - SECOND, []),
        (DOORS, ["checkin_opens"]),
        (STARTS + 30 * MINUTE - SECOND, ["checkin_opens"]),
        (STARTS + 30 * MINUTE, []),
    ],
)
def test_when(me: Attending, at: datetime, kinds: list[str]) -> None:
    me.asks()
    assert me.queued(at) == kinds
    assert me.queued(at) == kinds, "once"


@pytest.mark.parametrize("why", ["never asked", "taken back", "switched off", "logged out", "put off", "withdrawn"])
def test_to_whom_not(me: Attending, why: str) -> None:
    """That the doors are open is queued nevertheless for whoever switched it off: it is dropped when it is to go."""
    if why != "never asked":
        me.asks()
    if why == "taken back":
        me.talk.taps("お知らせを取り消す")
    with me.sessions.begin() as session:
        match why:
            case "switched off":
                preferences.set_reminders(session, me.id, wanted=False, kinds=(Reminder.TRAINING,))
            case "logged out":
                chats.unbind(session, chats.meet(session, me.sessions.cipher, 7, "ja", me.now).id)
            case "put off":
                published.publish(session, training(STARTS + 9 * DAY), me.now)
            case "withdrawn":
                session.get_one(TrainingRow, me.number).withdrawn_at = me.now
    assert me.queued(BEFORE) == []
    found = me.told(CheckInOpens(me.number), DOORS)
    assert isinstance(found, Unwanted) or why == "logged out"


def test_asking_again_switches_them_on_again(me: Attending) -> None:
    with me.sessions.begin() as session:
        preferences.set_reminders(session, me.id, wanted=False)
    me.asks()
    with me.sessions.reading() as session:
        assert preferences.get(session, me.id).reminders == {Reminder.TRAINING}


@pytest.mark.parametrize(
    ("at", "nudge", "kinds", "said"),
    [
        (BEFORE, 8, ["training_tomorrow"], "12月4日（金）8:00と、受付が始まるときにお知らせします。"),
        (begins(STARTS.date() - DAY, 8) - SECOND, 8, ["training_tomorrow"], "12月4日（金）8:00と、受付が始まる"),
        (begins(STARTS.date() - DAY, 8), 8, [], "受付が始まるときにお知らせします。"),
        (begins(STARTS.date() - DAY, 19), 20, ["training_tomorrow"], "12月4日（金）20:00と、受付が始まる"),
        (STARTS - SECOND, 8, [], "受付が始まるときにお知らせします。"),
    ],
)
def test_who_asks_on_the_day_before(me: Attending, at: datetime, nudge: int, kinds: list[str], said: str) -> None:
    """The round of that day has passed the member by then."""
    with me.sessions.begin() as session:
        preferences.set_hours(session, me.id, Hours(nudge=nudge))
    assert me.queued(BEFORE) == []
    me.talk.now = at
    me.asks()
    assert me.talk.screen.toast.startswith(said)
    with me.sessions.reading() as session:
        assert list(session.execute(select(Row.kind)).scalars()) == kinds


def test_what_was_put_off_is_told_of_anew_and_not_on_the_old_day(me: Attending) -> None:
    me.asks()
    assert me.queued(BEFORE) == ["training_tomorrow"]
    me.moves(STARTS + 7 * DAY)
    assert isinstance(me.told(TrainingTomorrow(me.number), BEFORE), Unwanted)
    assert me.queued(DOORS) == ["training_tomorrow"]
    assert me.queued(BEFORE + 7 * DAY) == ["training_tomorrow"] * 2
    assert me.queued(DOORS + 7 * DAY) == ["training_tomorrow"] * 2 + ["checkin_opens"]
    me.moves(STARTS + 7 * DAY + 180 * MINUTE)
    assert me.queued(DOORS + 7 * DAY + 180 * MINUTE).count("checkin_opens") == 2


def test_what_the_day_before_says(me: Attending) -> None:
    me.asks()
    at = begins(STARTS.date() - DAY, 8)
    screen = me.told(TrainingTomorrow(me.number), at)
    assert isinstance(screen, Screen)
    assert screen.text.split("\n") == [
        "<b>明日の研修会：気管支喘息の長期管理</b>",
        "主催：見本市医師会",
        "2026年12月5日（土）14:00～15:30　東京都・会場",
        "入室の受付：13:00から14:30まで　退室の受付：15:00から16:30まで",
    ]
    assert [row[0].press for row in screen.rows] == [OpenTraining(me.number), TrainingToCalendar(me.number)]
    today = me.told(TrainingTomorrow(me.number), at + DAY)
    assert isinstance(today, Screen)
    assert today.text.startswith("<b>本日の研修会：")


def test_what_is_said_when_the_doors_open(me: Attending) -> None:
    me.asks()
    screen = me.told(CheckInOpens(me.number), DOORS)
    assert isinstance(screen, Screen)
    assert "入室の受付は14:30までです。会場の画面のコードを入力してください。" in screen.text
    assert [row[0].press for row in screen.rows] == [CheckIn(me.number), Stop("training")]
    assert isinstance(me.told(CheckInOpens(me.number), STARTS + 30 * MINUTE), Unwanted)
    assert isinstance(me.told(CheckInOpens(me.number), DOORS - SECOND), Unwanted)


def test_never_of_what_the_member_has_checked_in_to(me: Attending) -> None:
    me.asks()
    with me.sessions.begin() as session:
        attendances.pass_door(session, me.id, me.number, Door.ENTRY, DOORS)
    assert me.queued(DOORS) == []
    assert isinstance(me.told(CheckInOpens(me.number), DOORS), Unwanted)
    assert isinstance(me.told(TrainingTomorrow(me.number), DOORS), Unwanted)


def test_two_trainings_of_one_day_are_two_letters(me: Attending) -> None:
    me.asks()
    with me.sessions.begin() as session:
        other = publish(session, replace(training(STARTS), slug="another"), me.now).id
    me.talk.presses(TellBefore(other))
    assert me.queued(BEFORE) == ["training_tomorrow"] * 2


@pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)
async def test_by_phone_it_is_announced_comes_on_the_day_before_and_when_the_doors_open(
    stage: Stage, aoi: Phone
) -> None:
    with stage.app.sessions.begin() as session:
        listed = publish(session, training(STARTS), stage.clock.now())
    await aoi.says("/trainings")
    await aoi.presses(aoi.last["message_id"], OpenTraining(listed.id).pack())
    await aoi.taps("事前に知らせる")
    assert "ご希望の研修会のお知らせ：受け取る（前日と、受付が始まるとき）" in await aoi.presses(
        aoi.last["message_id"], Kinds().pack()
    )
    await stage.until(begins(STARTS.date() - DAY, 8))
    assert any("明日の研修会：気管支喘息の長期管理" in aoi.text(one) for one in aoi.messages)
    await stage.until(DOORS)
    assert "研修会の受付が始まりました" in aoi.text(aoi.last)
