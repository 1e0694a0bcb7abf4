"""What must not work on an announcement, and the log of what did."""

from sqlalchemy import select

from content.announcing.announcement import Against, Language, State
from content.words import JA
from handlers.presses.staff.announcing import Cancel, GoOn, Pause, RemoveDraft, SendIt, SetButton, WriteText
from storage.tables import StaffAct
from tests.bot.announcing.writing import (
    data_of,
    drafts,
    editor,
    ended,
    held_up,
    opens,
    state,
    ticks,
)
from tests.phone import Phone
from tests.stage import Stage


async def test_forged_and_late_presses_change_nothing(stage: Stage, aoi: Phone) -> None:
    staff = await editor(stage)
    await drafts(staff)
    message = staff.last["message_id"]
    for forged in (SendIt(1, "x"), SendIt(99, "x"), Pause(1), GoOn(1, "x"), Cancel(1), SetButton(1, "boss", 0)):
        assert await staff.presses(message, forged.pack())
    for unknown in (SetButton(1, "", 999), WriteText(1, "fr"), RemoveDraft(99)):
        await staff.presses(message, unknown.pack())
        assert staff.toast == JA.refusals.stale_button()
    assert (ended(stage), state(stage)) == ({}, State.DRAFT)
    assert await aoi.presses(aoi.last["message_id"], SendIt(1, "x").pack())
    assert aoi.toast == JA.refusals.stale_button()
    await opens(staff)
    await staff.taps(JA.announcing.to_send())
    send = data_of(staff, SendIt)
    await staff.presses(staff.last["message_id"], send)
    before = ended(stage)
    assert JA.announced.against(Against.BEGUN) in await staff.presses(message, send)
    await staff.presses(message, WriteText(1, "ja").pack())
    assert JA.announced.against(Against.BEGUN) in staff.sees
    assert ended(stage) == before


async def test_a_text_too_long_comes_in_parts_and_none_is_taken(stage: Stage) -> None:
    staff = await editor(stage)
    await staff.says("/broadcast")
    await staff.taps(JA.announcing.to_new())
    await staff.taps("全員")
    assert "4000字以内" in await staff.says("あ" * 4096)
    assert JA.announcing.ask_text(Language.JA, 4000)[0] in await staff.says("残り")
    assert "英語" not in staff.sees, "the rest is not taken for the text"
    stage.clock.jump(stage.clock.now().replace(second=59))
    assert "英語の本文を入力" in await staff.says("あ" * 4000)
    await staff.says("a" * 4000)
    await ticks(stage)
    await opens(staff)
    await staff.taps(JA.announcing.to_preview())
    assert len(staff.text(staff.last)) == 4000, "the strict server takes it whole"


async def test_every_act_stands_in_the_log(stage: Stage) -> None:
    staff = await editor(stage)
    await held_up(stage, staff)
    for label in (JA.announced.to_pause(), JA.announced.to_go_on(), JA.announced.to_cancel(), JA.announced.to_cancel()):
        await staff.taps(label)
    await drafts(staff)
    await staff.taps(JA.announcing.to_remove())
    await staff.taps(JA.announcing.to_remove())
    with stage.app.sessions.reading() as session:
        acts = list(session.execute(select(StaffAct.act).order_by(StaffAct.number)).scalars())
    assert [act for act in acts if act.endswith("_announcement")] == [
        *("write_announcement", "send_announcement", "pause_announcement", "go_on_announcement"),
        *("cancel_announcement", "write_announcement", "remove_announcement"),
    ]
