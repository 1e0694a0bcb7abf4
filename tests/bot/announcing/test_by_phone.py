"""Staff write an announcement by phone, see it as it is delivered, send it, and see how it went."""

from datetime import timedelta

from sqlalchemy import update

from content.announcing.announcement import LONGEST, State
from content.announcing.typed import Slip
from content.rules import begins, day_of
from content.words import EN, JA
from storage.tables import Chat
from tests.bot.announcing.writing import (
    MEMBER,
    drafts,
    editor,
    ended,
    opens,
    sends,
    state,
    ticks,
)
from tests.phone import Phone
from tests.stage import Stage, logged_in


async def test_it_is_written_looked_at_and_sent(stage: Stage, aoi: Phone) -> None:
    kuroda, staff = await logged_in(stage, MEMBER), await editor(stage)
    await kuroda.says("/settings")
    await kuroda.taps("English")
    card = await drafts(staff)
    assert "対象：全員" in card
    assert "対象者数：3名" in card
    await staff.taps(JA.announcing.to_button())
    await staff.taps("取得単位を見る")
    shown = await staff.taps(JA.announcing.to_preview())
    assert "冬のお知らせ\n新しい講座を公開しました。" in shown
    assert "Winter news\nNew courses are out." in shown
    assert staff.offers == ["See my credits", "Stop announcements"], "exactly as it is delivered"
    asked = await staff.taps(JA.announcing.to_send())
    assert JA.announced.ask_send(None)[1] in asked
    sent = await staff.taps("3名に送信する")
    assert JA.announced.started(None) in sent
    assert aoi.text(aoi.last) == "冬のお知らせ\n新しい講座を公開しました。"
    assert aoi.offers == ["取得単位を見る", "お知らせを止める"]
    assert kuroda.text(kuroda.last) == "Winter news\nNew courses are out."
    await ticks(stage)
    assert state(stage) is State.DONE
    report = staff.text(staff.last)
    assert JA.announced.over_title(State.DONE) in report
    assert "▓▓▓▓▓▓▓▓▓▓ 100%（3 / 3）" in report
    assert "送信済：3" in report
    assert "11月22日（日）10:00から1時間：3通" in report
    assert (await aoi.taps("取得単位を見る")).startswith("取得単位"), "the button opens what it says"
    assert aoi.text(aoi.messages[-2]) == "冬のお知らせ\n新しい講座を公開しました。", "and the announcement stays"
    await ticks(stage)
    assert ended(stage) == {"sent": 3}, "and nobody gets it twice"


async def test_a_trial_goes_to_oneself_alone(stage: Stage, aoi: Phone) -> None:
    staff = await editor(stage)
    await drafts(staff)
    got = await staff.taps(JA.announcing.to_trial())
    assert JA.announced.trial_comes() in got
    assert "新しい講座を公開しました。" in got
    assert "New courses are out." in got
    assert "新しい講座" not in aoi.text(aoi.last)
    assert ended(stage) == {}


async def test_what_is_typed_is_shown_as_it_was_typed(stage: Stage, aoi: Phone) -> None:
    staff = await editor(stage)
    text = "<b>5 < 6</b> & 'x'\n\n　https://example.org/?a=1&b=2 ﾊﾝｶｸ"
    await drafts(staff, text=text, english="<i>&amp;</i>")
    await sends(staff)
    assert aoi.text(aoi.last) == "<b>5 < 6</b> & 'x'\n\nhttps://example.org/?a=1&b=2 ﾊﾝｶｸ"


async def test_a_member_stops_them_and_starts_them_again(stage: Stage, aoi: Phone) -> None:
    staff = await editor(stage)
    await drafts(staff)
    await sends(staff)
    await aoi.taps("お知らせを止める")
    assert aoi.toast == JA.announced.stopped()
    assert "新しい講座" in aoi.text(aoi.last), "it stays"
    await ticks(stage)
    assert "対象者数：1名" in await drafts(staff, text="二つ目"), "she is not in the audience"
    await sends(staff)
    assert "二つ目" not in aoi.text(aoi.last)
    await aoi.says("/settings")
    assert JA.announced.switch(False) in await aoi.taps("種類を選ぶ")
    await aoi.taps(JA.announced.to_switch(True))
    assert aoi.toast == JA.announced.switched(True)
    await ticks(stage)
    await drafts(staff, text="三つ目")
    await sends(staff)
    assert "三つ目" in aoi.text(aoi.last)


async def test_it_is_switched_off_after_it_was_queued(stage: Stage, aoi: Phone) -> None:
    """The switch is read at the moment of sending: in quiet hours the letter waits, and then nobody wants it."""
    staff = await editor(stage)
    await drafts(staff)
    await stage.until(begins(day_of(stage.clock.now()), 21))
    await sends(staff)
    assert ended(stage) == {"waiting": 2}
    await aoi.says("/settings")
    await aoi.taps("種類を選ぶ")
    await aoi.taps(JA.announced.to_switch(False))
    await stage.until(begins(day_of(stage.clock.now()) + timedelta(days=1), 8))
    assert ended(stage) == {"sent": 1, "dropped": 1}
    await ticks(stage)
    assert "不要になった：1" in staff.text(staff.last)


async def test_it_goes_at_its_time_and_no_sooner(stage: Stage, aoi: Phone) -> None:
    staff = await editor(stage)
    await drafts(staff)
    await staff.taps(JA.announcing.to_moment())
    assert JA.announcing.slip(Slip.PAST, LONGEST) in await staff.says("11月22日 10:00")
    assert "送信の日時：11月22日（日）12:30" in await staff.says("11月22日 12:30")
    at = stage.clock.now() + timedelta(hours=2, minutes=30)
    assert JA.announced.started(at) in await sends(staff)
    await stage.until(at - timedelta(microseconds=1))
    assert ended(stage) == {}
    await stage.until(at)
    assert ended(stage) == {"sent": 2}
    assert "新しい講座" in aoi.text(aoi.last)


async def test_who_blocked_the_bot_is_counted_so(stage: Stage, aoi: Phone) -> None:
    staff = await editor(stage)
    await drafts(staff)
    stage.world.block(aoi.person.id)
    await stage.settled()
    with stage.app.sessions.begin() as session:  # the update that says so is still on its way
        session.execute(update(Chat).values(reachable=True))
    await sends(staff)
    await ticks(stage)
    report = staff.text(staff.last)
    assert "ボットを停止・退会：1" in report
    assert "送信済：1" in report


async def test_staff_read_and_send_it_in_english(stage: Stage, aoi: Phone) -> None:
    staff = await editor(stage)
    await staff.says("/settings")
    await staff.taps("English")
    await staff.says("/broadcast")
    await staff.taps(EN.announcing.to_new())
    await staff.taps("Everybody")
    await staff.says("題")
    await staff.says("T")
    await ticks(stage)
    await opens(staff)
    await staff.taps(EN.announcing.to_send())
    assert EN.announced.started(None) in await staff.taps("Send to 2")
    assert aoi.text(aoi.last) == "題"
