"""What falls due by the clock: each work in transactions of its own, whoever declares it."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta, tzinfo
from types import ModuleType

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from bot import schedule
from bot.schedule import STEP, Schedule
from content.rules import Rulebook
from handlers.due import Due
from handlers.features import FEATURES
from handlers.routing import due_work
from storage.engine.base import cipher_of
from storage.people import chats
from storage.tables import Chat
from tests.conftest import NOW, WRITTEN_KEY
from tests.someone import eventually
from tests.stage import staged

Find = Callable[[Session, datetime, Rulebook], Sequence[int]]
Step = Callable[[Session, Sequence[int], datetime, Rulebook], int]


def test_every_work_is_declared_by_a_feature() -> None:
    names = {
        *("viewings that are silent", "unfinished courses", "answers not submitted", "sheets to grade"),
        *("head of the log of staff", "numbers of certificates", "certificates in doubt"),
        *("invitations whose time is over", "drafts of declarations", "viewings that have ended"),
        "courses that are still unfinished",
        *("what is missing before the year ends", "credits that leave the window"),
        "failures that are forgotten",
        "requests that fall due",
        "earned credits that may be imported ones",
        "receipts of erasures",
        *("activation letters to make", "activation codes in clear", "activation letters that nobody fetched"),
        *("lists of activation letters to read", "activation letters that nobody decided about"),
        "lists of activation letters of long ago",
        *("old drafts of declarations", "old drafts of requests", "evidence of what was decided long ago"),
        *("files of requests that ended long ago", "what was begun in requests and not sent"),
        *("letters that ended long ago", "updates set aside long ago"),
        *("rows of old imports", "what is over of exports", "new courses of the week"),
        *("trainings of tomorrow", "trainings that take entries", "trainings that were asked about"),
        *("where plans stand, once a month", "plans that ended long ago"),
        *("audiences to count", "announcements that go out", "announcements under way"),
        "files of announcements that ended long ago",
    }
    assert {one.name for one in due_work(FEATURES)} == names, "each work by the clock is to be named above"


def test_two_works_of_one_name_are_refused() -> None:
    feature = ModuleType("feature")
    feature.__dict__["DUE"] = (Due("one", _finds([0]), _nothing), Due("one", _finds([0]), _nothing))
    with pytest.raises(TypeError, match="one"):
        due_work([feature])


def _finds(amounts: list[int]) -> Find:
    """Work of which so much is found, each time that it is looked for."""

    def find(session: Session, now: datetime, _rulebook: Rulebook) -> Sequence[int]:
        assert now == NOW
        with pytest.raises(DBAPIError), session.begin_nested():
            chats.meet(session, cipher_of(session.get_bind().dialect), 98, "ja", now)
        return range(amounts.pop(0))

    return find


def _notes(taken: list[tuple[Session, int]]) -> Step:
    """A step that notes its transaction and how much it was given."""

    def step(session: Session, found: Sequence[int], now: datetime, _rulebook: Rulebook) -> int:
        assert now == NOW
        taken.append((session, len(found)))
        return len(found)

    return step


def _nothing(_session: Session, _found: Sequence[int], _now: datetime, _rulebook: Rulebook) -> int:
    return 0


def _fails(session: Session, _found: Sequence[int], now: datetime, _rulebook: Rulebook) -> int:
    """Writes, and then fails."""
    chats.meet(session, cipher_of(session.get_bind().dialect), 99, "ja", now)
    raise ZeroDivisionError


async def test_one_that_fails_leaves_nothing_and_stops_no_other(database_url: str) -> None:
    whole: list[tuple[Session, int]] = []
    once: list[tuple[Session, int]] = []
    feature = ModuleType("feature")
    feature.__dict__.update(
        ROUTES=(),
        DUE=(
            Due("fails", _finds([1]), _fails),
            Due("whole", _finds([STEP + 2, 1, 0]), _notes(whole), whole=True),
            Due("a part", _finds([5, 5]), _notes(once)),
            Due("nothing", _finds([0]), _fails),
        ),
    )
    async with staged(database_url, now=NOW, data_key=WRITTEN_KEY, features=[feature]) as stage:
        await stage.app.schedule.tick()
        assert [amount for _, amount in whole] == [STEP, 2, 1], "found in a reading transaction, done in short steps"
        assert len({id(session) for session, _ in whole}) == 3
        assert [amount for _, amount in once] == [5]
        with stage.app.sessions.reading() as session:
            assert session.execute(select(func.count()).select_from(Chat)).scalar_one() == 0


class Ticking(Schedule):
    """Counts its ticks."""

    ticks = 0

    async def tick(self) -> None:
        self.ticks += 1


class SetBack(datetime):
    """The machine's clock."""

    off = timedelta(0)

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]  # APScheduler takes any datetime
        return datetime.now(tz) + cls.off


@pytest.mark.parametrize("off", [timedelta(hours=-1), timedelta(days=1)])
async def test_the_ticks_go_on_whatever_the_machines_clock_is_set_to(
    off: timedelta, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.schedule.TICK_S", 0.3)  # APScheduler counts each one that a jump left out
    monkeypatch.setattr("apscheduler.schedulers.base.datetime", SetBack)
    monkeypatch.setattr(SetBack, "off", timedelta(0))
    ticking = Ticking(None, Rulebook(), ())  # type: ignore[arg-type]  # nothing is due
    ticking.start()
    await eventually(lambda: ticking.ticks >= 1)
    monkeypatch.setattr(SetBack, "off", off)
    before = ticking.ticks
    await eventually(lambda: ticking.ticks >= before + 3)
    ticking.stop()


async def test_much_of_one_work_does_not_hold_up_the_others(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tick that has lasted its time begins no further round; the next one goes on, with all kinds of work."""
    monkeypatch.setattr(schedule, "LONGEST_S", 0.0)
    whole: list[tuple[Session, int]] = []
    other: list[tuple[Session, int]] = []
    feature = ModuleType("feature")
    feature.__dict__.update(
        ROUTES=(),
        DUE=(
            Due("whole", _finds([STEP + 1, 2, 0]), _notes(whole), whole=True),
            Due("other", _finds([3, 4]), _notes(other)),
        ),
    )
    async with staged(database_url, now=NOW, data_key=WRITTEN_KEY, features=[feature]) as stage:
        await stage.app.schedule.tick()
        assert [amount for _, amount in whole] == [STEP, 1]
        assert [amount for _, amount in other] == [3]
        await stage.app.schedule.tick()
        assert [amount for _, amount in whole] == [STEP, 1, 2]
        assert [amount for _, amount in other] == [3, 4]
