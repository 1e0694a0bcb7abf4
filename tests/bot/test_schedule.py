"""What comes by itself: the reminder on the third morning, the certificate from the next day; nothing twice."""

import contextlib
import io
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from PIL import Image
from sqlalchemy import select

from bot.app import App, Parts
from content.rules import Rulebook, day_of
from content.values import CreditKind
from handlers.features import FEATURES
from storage.credits import ledger
from storage.tables import Chat
from tests.bot.answering import bots
from tests.cheap import cheap_hashing
from tests.phone import Phone
from tests.stage import Stage, logged_in
from tests.viewer import Viewer, on_card

DUE = datetime(2026, 11, 24, 23, 0, tzinfo=UTC)  # 08:00 on the 25th in Japan: the third day after the 22nd
SECOND = timedelta(seconds=1)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


async def begins(stage: Stage, phone: Phone, seconds: int = 3) -> None:
    """Some seconds of a first chapter."""
    page = await on_card(stage, phone)
    await page.opens()
    await page.tells((0, seconds), after=seconds)
    await stage.settled()


async def news(stage: Stage, phone: Phone, moment: datetime) -> list[str]:
    """What has come by itself by then, in new messages."""
    before = len(bots(phone))
    await stage.until(moment)
    return [phone.text(message) for message in bots(phone)[before:]]


@contextlib.asynccontextmanager
async def restarted(stage: Stage) -> AsyncIterator[None]:
    """The application ends, and another begins on the same database and the same Telegram."""
    former = stage.app
    await former.stop()
    stage.app = App(former.settings, Parts(stage.clock, Rulebook(), cheap_hashing(), FEATURES))
    await stage.app.start(delivers=False)
    await stage.app.receive()
    try:
        yield
    finally:
        await stage.app.stop()
        stage.app = former


async def test_a_begun_course_is_remembered_on_the_third_morning(stage: Stage, aoi: Phone) -> None:
    await begins(stage, aoi)
    assert await news(stage, aoi, DUE - SECOND) == []
    (told,) = await news(stage, aoi, DUE)
    assert "受講の続きがあります" in told
    assert "「高血圧」" in told
    assert await news(stage, aoi, DUE + timedelta(days=30)) == []
    await aoi.taps("講座の画面を見る")
    assert "第1章" in aoi.sees
    assert "高血圧（CC 74" in aoi.sees


@pytest.mark.parametrize(
    ("touched", "due"),
    [("2026-11-22T14:59:59", "2026-11-24T23:00:00"), ("2026-11-22T15:00:00", "2026-11-25T23:00:00")],
)
async def test_the_days_are_japans(stage: Stage, aoi: Phone, touched: str, due: str) -> None:
    await stage.until(at(touched))
    await begins(stage, aoi, seconds=0)
    assert await news(stage, aoi, at(due) - SECOND) == []
    assert len(await news(stage, aoi, at(due))) == 1


async def test_the_button_stops_them_and_the_settings_bring_them_back(stage: Stage, aoi: Phone) -> None:
    await begins(stage, aoi)
    await stage.until(DUE)
    await aoi.taps("今後は知らせない")
    assert "お知らせを止めました" in aoi.sees
    await aoi.says("/courses")
    await aoi.says("見本")
    await other_course(stage, aoi)
    assert await news(stage, aoi, DUE + timedelta(days=10)) == []
    await aoi.says("/settings")
    await aoi.taps("種類を選ぶ")
    await aoi.taps("講座のお知らせを受け取る")
    assert await news(stage, aoi, DUE + timedelta(days=11)) == [], "what has passed is not sent"
    await aoi.says("/courses")
    await aoi.says("見本")
    await other_course(stage, aoi)
    assert await news(stage, aoi, DUE + timedelta(days=14) - SECOND) == []
    (told,) = await news(stage, aoi, DUE + timedelta(days=14))
    assert "受講の続きがあります" in told


async def other_course(stage: Stage, phone: Phone) -> None:
    """Begin another course, the first that a search finds beside the one of high blood pressure."""
    label = next(
        button["text"]
        for message in reversed(phone.messages)
        for row in message.get("reply_markup", {}).get("inline_keyboard", [])
        for button in row
        if button.get("callback_data", "").startswith("co:") and "高血圧" not in button["text"]
    )
    await phone.taps(label)
    page = Viewer(stage, phone.link("第1章"))
    await page.opens()
    await page.tells((0, 2), after=2)


async def test_it_comes_again_tomorrow_if_the_member_likes_and_says_why(stage: Stage, aoi: Phone) -> None:
    await begins(stage, aoi)
    await stage.until(DUE)
    assert aoi.offers[-2:] == ["明日もう一度", "届いた理由"]
    await aoi.taps("届いた理由")
    assert "3日以上たったため、お送りしました" in aoi.toast
    await aoi.taps("明日もう一度")
    assert "11月26日（木）8:00に、もう一度お知らせします" in aoi.toast
    tomorrow = DUE + timedelta(days=1)
    assert await news(stage, aoi, tomorrow - SECOND) == []
    (told,) = await news(stage, aoi, tomorrow)
    assert "受講の続きがあります" in told
    assert len(await news(stage, aoi, tomorrow + timedelta(days=9))) == 1, "the last one, after ten days"
    assert await news(stage, aoi, tomorrow + timedelta(days=30)) == []


async def test_nothing_comes_twice_after_a_restart(stage: Stage, aoi: Phone) -> None:
    await begins(stage, aoi)
    assert len(await news(stage, aoi, DUE)) == 1
    async with restarted(stage):
        assert await news(stage, aoi, DUE + SECOND) == []
        assert await news(stage, aoi, DUE + timedelta(days=2)) == []


async def test_what_was_written_and_not_sent_is_sent_by_the_next_process(stage: Stage, aoi: Phone) -> None:
    await begins(stage, aoi)
    stage.clock.jump(DUE)
    await stage.app.schedule.tick()
    before = len(bots(aoi))
    async with restarted(stage):
        await stage.settled()
        assert len(bots(aoi)) == before + 1
        assert await news(stage, aoi, DUE + timedelta(days=1)) == []


async def test_a_process_that_was_down_in_the_morning_makes_up_for_it_by_day(stage: Stage, aoi: Phone) -> None:
    await begins(stage, aoi)
    evening = DUE + timedelta(hours=13)  # 21:00
    assert await news(stage, aoi, evening) == []
    assert len(await news(stage, aoi, DUE + timedelta(days=1))) == 1


def earns(stage: Stage, moment: datetime) -> None:
    """The member who is logged in earns a credit at this moment."""
    with stage.app.sessions.begin() as session:
        member = session.execute(select(Chat.member_id).where(Chat.member_id.is_not(None))).scalar_one()
        assert ledger.award(
            session,
            member_id=int(str(member)),
            kind=CreditKind.LECTURE,
            source="course:hypertension",
            half_units=2,
            code=74,
            title="高血圧",
            organiser="見本委員会",
            earned_at=moment,
            rules=Rulebook().at(day_of(moment)),
        )


async def test_on_the_day_itself_the_exact_time_and_an_offer_then_one_notice_and_the_paper(
    stage: Stage, aoi: Phone
) -> None:
    earns(stage, stage.clock.now())
    await aoi.says("/certificate")
    await aoi.taps("一般")
    await aoi.taps("今年度")
    assert "翌日以降" in aoi.sees
    assert "11月23日（月）0:00" in aoi.sees
    assert "この内容で発行する" not in aoi.offers
    await aoi.taps("発行できる日に受け取る")
    assert "11月23日（月）8:00にお送りします" in aoi.toast
    await aoi.taps("発行できる日に受け取る")
    assert "受け付けています" in aoi.toast
    assert await news(stage, aoi, at("2026-11-22T22:59:59")) == []
    told, paper = await news(stage, aoi, at("2026-11-22T23:00:00"))
    assert "受講証明書を発行しました" in told
    assert "前日に取得した1単位を記載しています。" in told
    assert "2026年4月1日（水）から2026年11月22日（日）まで" in paper
    assert await news(stage, aoi, at("2026-11-23T23:00:00")) == []
    (picture,) = aoi.pictures
    assert Image.open(io.BytesIO(picture)).size == (905, 1280)  # as Telegram makes smaller what is 1080 wide
    await aoi.says("/certificate 2026/4/1-2026/11/22")
    await aoi.taps("この内容で発行する")
    first, again = aoi.documents
    assert first.startswith(b"%PDF-")
    assert first == again
    await aoi.taps("ほかの期間で発行する")
    assert "期間をお選びください" in aoi.sees


@pytest.mark.parametrize(
    ("earned", "ready"),
    [
        ("2026-11-22T14:59:59", "2026-11-22T15:00:00"),
        ("2026-11-22T15:00:00", "2026-11-23T15:00:00"),
    ],
)
async def test_tomorrow_begins_at_midnight_in_japan(stage: Stage, aoi: Phone, earned: str, ready: str) -> None:
    stage.clock.jump(at(earned))
    earns(stage, stage.clock.now())
    stage.clock.jump(at(ready) - SECOND)
    await aoi.says("/certificate")
    await aoi.taps("一般")
    await aoi.taps("今年度")
    assert "翌日以降" in aoi.sees
    stage.clock.jump(at(ready))
    await aoi.says("/certificate")
    await aoi.taps("今年度")
    await aoi.taps("この内容で発行する")
    assert len(aoi.documents) == 1


async def test_two_people_are_reminded_each_of_his_own(stage: Stage, aoi: Phone) -> None:
    other = await logged_in(stage, 5)
    await begins(stage, aoi)
    await begins(stage, other)
    await stage.until(DUE)
    for phone in (aoi, other):
        assert len([one for one in bots(phone) if "受講の続きがあります" in phone.text(one)]) == 1
