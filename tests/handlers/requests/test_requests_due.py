"""Staff hear of what is due on the evening before, once; and two phones of staff at once."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import delete, select, update

from content.requests.requesting import State
from storage.staff import roles
from storage.tables import Letter, Request, Staff
from tests.bot.neighbour import id_of
from tests.handlers.asking import Asking
from tests.phone import Phone
from tests.stage import Stage, logged_in

SECOND = timedelta(seconds=1)
SQLITE = pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)


def at(moment: str) -> datetime:
    return datetime.fromisoformat(f"{moment}+09:00")


@pytest.fixture
def asking(stage: Stage, aoi: Phone) -> Asking:
    """Nothing that the demo begins with waits for staff."""
    decides_all(stage)
    return Asking(stage, aoi)


def decides_all(stage: Stage) -> None:
    with stage.app.sessions.begin() as session:
        session.execute(update(Request).values(state=State.DECIDED.value))


def told(stage: Stage) -> int:
    with stage.app.sessions.reading() as session:
        return len(session.execute(select(Letter.id).where(Letter.kind == "requests_due")).all())


async def test_on_the_evening_before_once(stage: Stage, asking: Asking) -> None:
    await asking.sends()
    desk, support = await logged_in(stage, 11), await logged_in(stage, 9)
    before, others = len(desk.messages), len(support.messages)
    await stage.until(at("2026-11-25 18:00") - SECOND)
    assert len(desk.messages) == before
    await stage.until(at("2026-11-25 18:00"))
    assert "次の営業日（11月26日（木））が期限のご依頼：1件" in desk.text(desk.last)
    assert len(desk.messages) == before + 1
    await stage.until(at("2026-11-27 18:00"))
    assert (len(desk.messages), len(support.messages)) == (before + 1, others), "once, and to the role alone"
    assert "⚠️ 期限超過" in await desk.taps("ご依頼を見る")


@SQLITE
@pytest.mark.parametrize(
    ("day", "said"),
    [
        (26, "本日（11月26日（木））が期限のご依頼：1件"),
        (27, "⚠️ 11月26日（木）の期限を過ぎたご依頼：1件"),
    ],
)
async def test_a_missed_evening_is_made_up_for(day: int, said: str, stage: Stage, asking: Asking) -> None:
    await asking.sends()
    desk = await logged_in(stage, 11)
    stage.clock.jump(at(f"2026-11-{day} 09:00"))
    await stage.until(at(f"2026-11-{day} 09:01"))
    assert said in desk.text(desk.last)


@SQLITE
async def test_of_what_is_answered_nobody_hears(stage: Stage, asking: Asking) -> None:
    await asking.sends()
    await asking.is_answered()
    await stage.until(at("2026-11-26 09:00"))
    assert told(stage) == 0


@SQLITE
async def test_if_nobody_has_the_role_the_owners_hear(stage: Stage, asking: Asking) -> None:
    await asking.sends()
    owner = await logged_in(stage, 14)
    with stage.app.sessions.begin() as session:
        session.execute(delete(Staff).where(Staff.role == "officer"))
    await stage.until(at("2026-11-25 18:00"))
    assert "が期限のご依頼：1件" in owner.text(owner.last)
    assert told(stage) == 2


@SQLITE
async def test_who_has_it_hears_what_was_added(stage: Stage, asking: Asking, aoi: Phone) -> None:
    await asking.sends()
    desk = await asking.desk("担当する")
    await aoi.taps("追記する")
    await aoi.says("住所が変わりました")
    await aoi.taps("確認に進む")
    await aoi.taps("送信する")
    await desk.waits()
    assert "追記がありました" in desk.text(desk.last)
    assert "住所が変わりました" in desk.text(desk.last)


async def test_two_phones_of_staff_at_once(stage: Stage, asking: Asking) -> None:
    await asking.sends()
    number = asking.every[0].id
    with stage.app.sessions.begin() as session:
        roles.grant(session, id_of(session, "1000000006"), "officer", stage.clock.now())
    first, second = await asking.desk(), await logged_in(stage, 6)
    await second.says("/desk")
    for phone in (first, second):
        stage.world.press(phone.person.id, int(phone.last["message_id"]), f"vt:{number}:1:0")
    await stage.settled()
    seen = [phone.text(phone.last) for phone in (first, second)]
    assert sorted("あなたが担当します" in text for text in seen) == [False, True]
    assert sorted("が担当しています" in text for text in seen) == [False, True]


@SQLITE
@pytest.mark.parametrize("way", ["by button", "typed", "file"])
async def test_the_role_is_taken_in_the_middle(way: str, stage: Stage, asking: Asking) -> None:
    """Nothing that was shown opens anything any more, and no file comes."""
    await asking.sends()
    desk = await asking.desk("担当する", "回答を書く")
    await desk.says("郵送しました")
    await desk.taps("確認に進む")
    message, button = desk._button("回答を送信する")
    with stage.app.sessions.begin() as session:
        session.execute(delete(Staff).where(Staff.role == "officer"))
    if way == "by button":
        await desk.presses(message["message_id"], button["callback_data"])
    elif way == "typed":
        await desk.says("郵送しました")
    else:
        await desk.sends(b"%PDF-1.7\n", name="a.pdf")
    assert asking.every[0].state is State.RECEIVED, "it is free again"
    assert [one.text for one in asking.every[0].said] == [asking.every[0].said[0].text]
