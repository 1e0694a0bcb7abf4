"""Telegram away: what a member asked for is answered when the line is back, in order, once, as long as it makes sense.

The way out is dead while updates still come: so it is by webhook, and by polling for what was taken just before. While
a polling bot can't be reached, what is said waits at Telegram, and presses die there after 150 s.
"""

from datetime import timedelta

import pytest
from telegram.error import NetworkError

from bot.sandbox.faults import Kind
from bot.sending import insisting
from bot.updates.patience import DAY, PATIENCE, PRESS_LIVES
from content.words import speak
from handlers.incoming import Edited, Pressed, Said, Sent
from storage.people import chats
from tests.phone import Phone
from tests.someone import eventually
from tests.stage import Stage

JA = speak("ja")
SECOND = timedelta(seconds=1)
OUT = ("sendMessage", "editMessageText", "answerCallbackQuery")

pytestmark = pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)


class Outage:
    """Calls of the bot get no answer until the line is mended."""

    def __init__(self, stage: Stage, *methods: str) -> None:
        self.stage = stage
        for method in methods or OUT:
            stage.world.fault(method, "drop", times=MANY)

    async def is_noticed(self, tries: int = 2 * insisting.TRIES) -> None:
        """Until the bot has been refused more often than it would be for a moment."""
        faults = self.stage.world.faults
        before = faults.waiting()
        await eventually(lambda: faults.waiting() <= before - tries)

    async def ends(self, after: timedelta) -> None:
        self.stage.clock.jump(self.stage.clock.now() + after)
        self.stage.world.faults.mend()
        await self.stage.settled()


MANY = 1_000_000


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(insisting, "FIRST_PAUSE_S", 0.001)
    monkeypatch.setattr(insisting, "LONGEST_PAUSE_S", 0.01)


def answers(phone: Phone, since: int) -> list[str]:
    """What the bot sent after the first `since` messages of the chat."""
    return [phone.text(one) for one in phone.messages[since:] if one["from"]["is_bot"]]


def presses_the_first(phone: Phone) -> None:
    """Press the first button of the newest message, and wait for nothing."""
    data = phone.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    phone.stage.world.press(phone.person.id, phone.last["message_id"], data)


def living(stage: Stage) -> int:
    with stage.app.sessions.reading() as session:
        chat = chats.of_member(session, 1)
        assert chat is not None
        return chat.living_message


def test_each_kind_has_its_patience(furnished_url: str) -> None:
    assert PATIENCE.keys() == {Said, Sent, Edited, Pressed}


async def test_what_was_asked_is_answered_in_order_and_once(stage: Stage, aoi: Phone) -> None:
    before, out = len(aoi.messages), Outage(stage)
    for text in ("/help", "/courses", "/settings"):
        stage.world.send_text(aoi.person.id, text)
    await out.is_noticed()
    await out.ends(timedelta(seconds=40))
    said = answers(aoi, before)
    assert len(said) == 3
    for text, title in zip(said, ("使い方", "カリキュラムコード", "設定"), strict=True):
        assert title in text
    assert stage.world.pending() == 0


@pytest.mark.parametrize(("away", "comes"), [(DAY, 1), (DAY + SECOND, 0)])
async def test_after_a_day_nobody_waits_for_an_answer(stage: Stage, aoi: Phone, away: timedelta, comes: int) -> None:
    before, out = len(aoi.messages), Outage(stage)
    stage.world.send_text(aoi.person.id, "/help")
    await out.is_noticed()
    if comes:
        await out.ends(away)
    else:
        stage.clock.jump(stage.clock.now() + away)
        await stage.app.intake.settled()
        await out.ends(SECOND)
    assert len(answers(aoi, before)) == comes
    assert "カリキュラムコード" in await aoi.says("/courses")


@pytest.mark.parametrize(("away", "anew"), [(PRESS_LIVES, False), (PRESS_LIVES + SECOND, True)])
async def test_a_press_is_answered_in_its_place_or_anew(stage: Stage, aoi: Phone, away: timedelta, anew: bool) -> None:
    await aoi.says("/courses")
    pressed, before, heard = aoi.last["message_id"], len(aoi.messages), len(stage.world.answers(aoi.person.id))
    out = Outage(stage)
    presses_the_first(aoi)
    await out.is_noticed()
    if anew:
        stage.clock.jump(stage.clock.now() + away)
        await out.is_noticed(tries=1)
        await out.ends(timedelta())
    else:
        await out.ends(away)
    assert len(aoi.messages) - before == anew
    assert len(stage.world.answers(aoi.person.id)) - heard == (not anew)
    assert living(stage) == aoi.last["message_id"] == (pressed + 1 if anew else pressed)
    assert await aoi.taps("戻る")
    assert len(aoi.messages) - before == anew


async def test_who_pressed_often_sees_the_last_screen_once(stage: Stage, aoi: Phone) -> None:
    """Each press would change the same message: of those that are dead by now only the last is shown."""
    await aoi.says("/settings")
    before, out = len(aoi.messages), Outage(stage)
    for _ in range(5):
        presses_the_first(aoi)
    await out.is_noticed()
    stage.clock.jump(stage.clock.now() + PRESS_LIVES + SECOND)
    await out.is_noticed(tries=1)
    await out.ends(timedelta())
    assert len(aoi.messages) - before == 1
    assert living(stage) == aoi.last["message_id"]


@pytest.mark.parametrize(("away", "told"), [(PRESS_LIVES, 0), (PRESS_LIVES + SECOND, 1)])
async def test_a_toast_that_nobody_can_hear_any_more_is_said(
    stage: Stage, aoi: Phone, away: timedelta, told: int
) -> None:
    await aoi.says("/courses")
    before, heard = len(aoi.messages), len(stage.world.answers(aoi.person.id))
    out = Outage(stage)
    stage.world.press(aoi.person.id, aoi.last["message_id"], "of another version")
    await out.is_noticed()
    if told:
        stage.clock.jump(stage.clock.now() + away)
        await out.is_noticed(tries=1)
        await out.ends(timedelta())
    else:
        await out.ends(away)
    toast = JA.refusals.stale_button()
    assert answers(aoi, before) == [toast] * told
    assert [one["text"] for one in stage.world.answers(aoi.person.id)[heard:]] == [toast] * (1 - told)


@pytest.mark.parametrize("kind", ["401", "403", "500", "502", "504"])
async def test_it_is_the_same_whatever_stands_for_telegram(stage: Stage, aoi: Phone, kind: Kind) -> None:
    before = len(aoi.messages)
    stage.world.fault("sendMessage", kind, times=3 * insisting.TRIES)
    await aoi.says("/help")
    assert len(answers(aoi, before)) == 1


async def test_a_notice_of_a_moment_is_not_kept_for_later(stage: Stage, aoi: Phone) -> None:
    before, out = len(aoi.messages), Outage(stage)
    with pytest.raises(NetworkError):
        await insisting.insist(lambda: stage.app.telegram.call("sendMessage", chat_id=aoi.person.id, text="x"))
    await out.ends(timedelta())
    assert answers(aoi, before) == []


# by polling, with the line dead in both directions


@pytest.mark.parametrize(("away", "answered"), [(PRESS_LIVES - SECOND, 1), (PRESS_LIVES, 0)])
async def test_by_polling_presses_of_a_long_outage_are_gone_and_messages_are_not(
    stage: Stage, aoi: Phone, away: timedelta, answered: int
) -> None:
    await aoi.says("/settings")
    before, heard = len(aoi.messages), len(stage.world.answers(aoi.person.id))
    out = Outage(stage, "*")
    stage.world.poller.terminate("")
    await out.is_noticed(tries=1)
    stage.world.send_text(aoi.person.id, "/help")
    presses_the_first(aoi)
    await out.ends(away)
    assert ["使い方" in text for text in answers(aoi, before)] == [True]
    assert len(stage.world.answers(aoi.person.id)) - heard == answered
