"""The broadcasting schedule by phone: looked at, asked to be reminded of, reminded."""

from datetime import timedelta

from storage.radio import schedule
from tests.broadcasts import a_schedule, moment
from tests.phone import Phone
from tests.stage import Stage

SECOND = timedelta(seconds=1)
MORNING = moment("2026-11-23 08:00")


async def test_a_reminder_on_one_tap(stage: Stage, aoi: Phone) -> None:
    """The sample's first goes on the air half an hour after the demo's beginning."""
    assert "1　11月22日（日）10:30　冬の感染症と外来診療（見本）" in await aoi.says("/radio")
    assert "単位は付与されません" in aoi.sees
    await aoi.taps("1")
    assert "✅ 11月22日（日）10:20にお知らせします。" in await aoi.taps("10分前に知らせる")
    before = len(aoi.messages)
    await stage.until(moment("2026-11-22 10:20") - SECOND)
    assert len(aoi.messages) == before
    await stage.until(moment("2026-11-22 10:20"))
    assert "「医学講座」の放送のお知らせ\n冬の感染症と外来診療" in aoi.text(aoi.last)
    await stage.until(moment("2026-11-22 10:30"))
    assert len(aoi.messages) == before + 1
    assert "1　▶️ 11月22日（日）10:30" in await aoi.taps("番組表を見る")


async def test_the_next_morning_brings_the_reminder_of_the_morning(stage: Stage, aoi: Phone) -> None:
    await aoi.says("/radio")
    await aoi.taps("2")
    assert "心房細動と抗凝固薬" in aoi.sees
    await aoi.taps("10分前に知らせる")
    await stage.until(MORNING - SECOND)
    assert "放送のお知らせ" not in aoi.text(aoi.last)
    await stage.until(MORNING)
    assert "「医学講座」の放送のお知らせ\n心房細動と抗凝固薬" in aoi.text(aoi.last)


async def test_nothing_comes_in_the_night_and_nothing_late(stage: Stage, aoi: Phone) -> None:
    """Where the evening was missed, the morning is too late."""
    await aoi.says("/radio")
    await aoi.taps("4")
    assert "11月24日（火）20:59にお知らせします。" in await aoi.taps("事前に知らせる")
    before = len(aoi.messages)
    await stage.until(moment("2026-11-24 21:00"))
    await stage.until(moment("2026-11-25 08:00"))
    assert len(aoi.messages) == before


async def test_a_changed_schedule_is_told_when_the_reminder_is_due(stage: Stage, aoi: Phone) -> None:
    await aoi.says("/radio")
    await aoi.taps("1")
    await aoi.taps("10分前に知らせる")
    forged = aoi.last
    await stage.app.record.write(lambda session: schedule.publish(session, a_schedule(), stage.clock.now()))
    assert "この放送は番組表にありません。" in await aoi.taps("お知らせを取り消す")
    await stage.until(moment("2026-11-22 10:20"))
    assert "11月22日（日）10:30の「冬の感染症と外来診療」は、番組表から削除されました。" in aoi.text(aoi.last)
    assert "予定されている放送はありません" in await aoi.taps("番組表を見る")
    assert aoi.link("生涯教育のページを開く") == "https://www.med.or.jp/cme/"
    for data in ("ra:99:0:0:0", "ra:1", "rs:-5:0:0", "ro:９:0:0:0"):
        assert "ありません" in await aoi.presses(forged["message_id"], data)


async def test_a_double_tap_and_another_phone(stage: Stage, aoi: Phone) -> None:
    await aoi.says("/radio")
    await aoi.taps("1")
    old, before = aoi.last, len(aoi.messages)
    data = next(
        button["callback_data"]
        for row in old["reply_markup"]["inline_keyboard"]
        for button in row
        if button["text"] == "10分前に知らせる"
    )
    for _ in range(3):
        stage.world.press(aoi.person.id, old["message_id"], data)
    await aoi.waits()
    assert "お知らせを取り消す" in aoi.buttons
    await stage.until(moment("2026-11-22 10:20"))
    assert len(aoi.messages) == before + 1
    stranger = stage.phone(2)
    await stranger.says("/radio")
    assert "ログインする" in stranger.buttons
    await stranger.taps("1 ")
    assert "講師：" in stranger.sees
    assert not [label for label in stranger.buttons if "知らせる" in label]
