"""Sent to many, paused, cancelled, confirmed by a second person, and whatever must not work."""

from collections import Counter

import pytest
from sqlalchemy import delete

from bot.sending import delivery
from bot.sending.insisting import _GONE
from bot.sending.pace import Pace
from content.announcing.announcement import Language, State
from content.words import JA
from handlers.presses.staff.joint import ConfirmJoint, OpenJoint
from storage.announcing import going, reports
from storage.tables import Staff
from tests.bot.announcing.writing import (
    OTHER_OWNER,
    OWNER,
    data_of,
    drafts,
    editor,
    ended,
    held_up,
    joins,
    opens,
    sends,
    state,
    ticks,
)
from tests.conftest import NOW, WRITTEN_KEY
from tests.phone import Phone
from tests.stage import Stage, logged_in, staged

PIN = "480271"


def test_what_a_report_calls_unreached_is_what_delivery_says() -> None:
    assert set(reports.UNREACHED) == {*_GONE.values(), "the person can't be reached"}


@pytest.fixture
def quick(stage: Stage) -> None:
    stage.app.postman.pace = Pace(1000, 0)


async def go_on(stage: Stage) -> None:
    """Telegram takes messages again."""
    stage.app.postman.pace = Pace(1000, 0)
    await ticks(stage)


@pytest.mark.usefixtures("quick")
async def test_up_to_a_hundred_one_person_sends(stage: Stage) -> None:
    staff = await editor(stage)
    joins(stage.app.sessions, 99)
    assert "対象者数：100名" in await drafts(staff)
    assert JA.announced.started(None) in await sends(staff)
    assert ended(stage).total() == 100


@pytest.mark.usefixtures("quick")
async def test_to_one_more_a_second_person_confirms_what_was_shown(stage: Stage) -> None:
    staff, owner = await editor(stage), await logged_in(stage, OWNER)
    joins(stage.app.sessions, 99)
    card = await drafts(staff)
    assert "対象者数：101名" in card
    assert JA.announcing.needs_second(100) in card
    asked = await sends(staff)
    assert JA.joint.title("send_announcement", "冬のお知らせ") in asked
    assert (ended(stage), state(stage)) == ({}, State.DRAFT)
    shown = await owner.taps(JA.joint.to_open())
    for line in ("対象：全員", "対象者数：101名", "冬のお知らせ\n新しい講座を公開しました。", "Winter news"):
        assert line in shown
    confirm = data_of(owner, ConfirmJoint)
    await owner.taps(JA.joint.to_confirm())
    await owner.says(PIN)
    assert JA.joint.done() in await owner.says(PIN)
    await ticks(stage)
    assert ended(stage).total() == 101
    assert any(JA.joint.told_title(done=True) in staff.text(one) for one in staff.messages)
    assert JA.joint.over("done") in await owner.presses(owner.last["message_id"], confirm), "once"
    assert ended(stage).total() == 101


@pytest.mark.usefixtures("quick")
async def test_what_changed_since_it_was_shown_is_shown_anew(stage: Stage) -> None:
    staff, owner = await editor(stage), await logged_in(stage, OWNER)
    joins(stage.app.sessions, 99)
    await drafts(staff)
    await sends(staff)
    await owner.taps(JA.joint.to_open())
    await opens(staff)
    await staff.taps(JA.announcing.to_text(Language.JA))
    await staff.says("別のお知らせ")
    assert JA.joint.changed() in await owner.taps(JA.joint.to_confirm())
    assert ended(stage) == {}


@pytest.mark.usefixtures("quick")
async def test_nobody_confirms_their_own(stage: Stage) -> None:
    owner, other = await logged_in(stage, OWNER), await logged_in(stage, OTHER_OWNER)
    joins(stage.app.sessions, 99)
    await drafts(owner)
    await sends(owner)
    press = data_of(other, OpenJoint)
    assert JA.joint.own() in await owner.presses(owner.last["message_id"], press)
    assert ended(stage) == {}


async def test_alone_nobody_sends_to_so_many(stage: Stage) -> None:
    staff = await editor(stage)
    joins(stage.app.sessions, 100)
    with stage.app.sessions.begin() as session:
        session.execute(delete(Staff).where(Staff.role == "owner"))
    await drafts(staff)
    assert JA.joint.alone("send_announcement") in await sends(staff)
    assert ended(stage) == {}


async def test_paused_and_let_go_on(stage: Stage, aoi: Phone) -> None:
    staff = await editor(stage)
    await held_up(stage, staff)
    assert ended(stage) == {"waiting": 7}
    assert JA.announced.paused() in await staff.taps(JA.announced.to_pause())
    await go_on(stage)
    assert ended(stage) == {"waiting": 7}
    assert "お知らせ" not in aoi.text(aoi.last)
    card = await opens(staff)
    assert "░░░░░░░░░░ 0%（0 / 7）" in card
    await staff.taps(JA.announced.to_go_on())
    await ticks(stage)
    assert state(stage) is State.DONE
    assert ended(stage) == {"sent": 2, "failed": 5}, "the chats of the others are none that Telegram knows"
    assert aoi.text(aoi.last) == "冬のお知らせ\n新しい講座を公開しました。"


async def test_cancelled_on_the_way(stage: Stage, aoi: Phone) -> None:
    staff = await editor(stage)
    await held_up(stage, staff)
    await staff.taps(JA.announced.to_cancel())
    assert JA.announced.cancelled() in await staff.taps(JA.announced.to_cancel())
    await go_on(stage)
    assert (ended(stage), state(stage)) == ({"dropped": 7}, State.CANCELLED)
    assert "不要になった：7" in await opens(staff)
    assert JA.announced.to_go_on() not in staff.offers


async def test_the_bar_moves_while_it_is_looked_at(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """The card is edited where it stands; whoever looks at something else is sent nothing."""
    monkeypatch.setattr(going, "AHEAD", 2)
    monkeypatch.setattr(going, "EACH", 2)
    staff = await editor(stage)
    await held_up(stage, staff, others=9)
    assert "░░░░░░░░░░ 0%（0 / 10）" in staff.sees
    stage.app.postman.pace = Pace(1000, 0)
    await stage.settled()
    before = len(staff.messages)
    for shown in ("▓▓░░░░░░░░ 20%（2 / 10）", "▓▓▓▓░░░░░░ 40%（4 / 10）"):
        await ticks(stage)
        assert [shown in staff.text(one) for one in staff.messages].count(True) == 1
        assert len(staff.messages) == before
    await staff.says("/help")
    before = len(staff.messages)
    for _ in range(6):
        await ticks(stage)
    (report,) = staff.messages[before:]
    assert JA.announced.over_title(State.DONE) in staff.text(report)
    assert "▓▓▓▓▓▓▓▓▓▓ 100%（10 / 10）" in staff.text(report)


async def test_the_process_ends_in_the_middle(furnished_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another one goes on, and nobody gets it twice."""
    async with staged(furnished_url, now=NOW, data_key=WRITTEN_KEY) as stage:
        await logged_in(stage, 1)
        await held_up(stage, await editor(stage))
        before = delivered(stage)  # the preview
        stage.app.postman.pace = Pace(1000, 0)
        monkeypatch.setattr(delivery, "AT_ONCE", 3)
        assert await stage.app.delivery.step() == 3
        got = delivered(stage) - before
    monkeypatch.undo()
    async with staged(furnished_url, now=NOW, data_key=WRITTEN_KEY) as stage:
        stage.app.postman.pace = Pace(1000, 0)
        for _ in range(2):
            await ticks(stage)
        got += delivered(stage)
        assert state(stage) is State.DONE
        assert ended(stage) == {"sent": 2, "failed": 5}
    assert list(got.values()) == [1, 1]


def delivered(stage: Stage) -> Counter[int]:
    """To which chats the announcement was sent, and how often."""
    text = "<b>冬のお知らせ</b>\n新しい講座を公開しました。"
    return Counter(call["chat_id"] for name, call in stage.world.calls if call.get("text") == text)
