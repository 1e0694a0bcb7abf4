"""How many taps each job takes, walked as a member does. A sent text counts as one, and so does a button that opens a
page.
"""

import re
from collections.abc import Awaitable, Callable

import pytest

from content.keys.letters import Unfinished
from content.study.course import Course
from storage.programme import courses
from tests.bot.test_quiz_by_phone import watched
from tests.phone import Phone
from tests.stage import PASSWORD, Stage, logged_in
from tests.viewer import Viewer

pytestmark = pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)
MOST = {
    "first log-in → chapter playing": 7,
    "next minute, from home": 1,
    "next minute, from /start": 1,
    "next minute, from a reminder": 1,
    "next chapter, inside the player": 1,
    "a test of five questions, one of them double": 9,
    "certificate, from home": 2,
}


class Thumb:
    """Counts what one does with a phone."""

    def __init__(self, phone: Phone) -> None:
        self.phone, self.count = phone, 0

    async def says(self, text: str) -> str:
        self.count += 1
        return await self.phone.says(text)

    async def taps(self, label: str) -> str:
        self.count += 1
        return await self.phone.taps(label)

    def opens(self, stage: Stage, label: str) -> Viewer:
        self.count += 1
        return Viewer(stage, self.phone.link(label))


async def test_the_first_log_in_to_a_chapter_that_plays(stage: Stage) -> None:
    phone = stage.phone(1)
    await phone.says("/start")  # the button 「開始」 of a new chat, which Telegram presses for everybody
    thumb = Thumb(phone)
    await thumb.taps("ログインする")
    await thumb.taps("同意してログインする")
    for text in ("1000000001", "720204", PASSWORD):
        await thumb.says(text)
    assert (await thumb.opens(stage, "▶").opens())["viewing"]
    assert thumb.count <= MOST["first log-in → chapter playing"]


async def test_the_next_minute_from_home_from_start_and_from_a_reminder(stage: Stage, aoi: Phone) -> None:
    with stage.app.sessions.reading() as session:
        begun = courses.by_slug(session, "hypertension")
    await aoi.says("/courses 74")
    page = Viewer(stage, aoi.link("▶ 第1章を見る"))
    await page.opens()
    await page.tells((0, 4), after=4)
    for job in ("home", "/start"):
        await aoi.says("/start")
        thumb = Thumb(aoi)
        opened = await thumb.opens(stage, "▶ 高血圧 第1章（5秒）").opens()
        assert (opened["chapter"]["number"], opened["watched"]) == (1, 4)
        assert thumb.count <= MOST[f"next minute, from {job}"]
    at = stage.clock.now()
    for _ in range(4):
        at = at.replace(hour=23, minute=30) if at.hour < 23 else at
        await stage.until(at)
        at = at.replace(day=at.day + 1)
        if "受講の続きがあります" in aoi.text(aoi.last):
            break
    assert "受講の続きがあります" in aoi.text(aoi.last), Unfinished(begun.id)
    thumb = Thumb(aoi)
    opened = await thumb.opens(stage, aoi.offers[0]).opens()
    assert (opened["chapter"]["number"], opened["watched"]) == (1, 4)
    assert thumb.count <= MOST["next minute, from a reminder"]


async def test_the_next_chapter_inside_the_player(stage: Stage, aoi: Phone) -> None:
    """The player has the address of the next chapter, and plays it on the same page."""
    await aoi.says("/start")
    page = Viewer(stage, aoi.link("▶"))
    opened = await page.opens()
    standing = await page.tells((0, opened["seconds"]), after=opened["seconds"])
    thumb = Thumb(aoi)
    thumb.count += 1  # 「次の章へ」; or none, if the member waits for five seconds
    assert (await Viewer(stage, standing["next"]["url"]).opens())["chapter"]["number"] == 2
    assert thumb.count <= MOST["next chapter, inside the player"]


async def answers(aoi: Phone, course: Course, taps: Callable[[str], Awaitable[object]]) -> None:
    """Answer every question rightly, by these taps."""
    while "採点する" not in aoi.offers:
        said = aoi.text(aoi.last)
        question = next(one for one in course.questions if one.text in said)
        shown = {text: number for number, text in re.findall(r"^(\d)　(.*)$", said, re.M)}
        for number in question.right:
            await taps(shown[question.choices[number - 1]])
        if question.several:
            await taps(next(one for one in aoi.offers if one.endswith("›") or one == "解答を確認する"))


async def test_a_test_of_five_questions_one_of_them_double(stage: Stage, aoi: Phone) -> None:
    course = await watched(stage)
    assert sorted(len(one.right) for one in course.questions) == [1, 1, 1, 1, 2]
    await aoi.says("/courses 74")
    thumb = Thumb(aoi)
    await thumb.taps("テストを受ける")
    await answers(aoi, course, thumb.taps)
    await thumb.taps("採点する")
    assert "合格です　5問中5問正解" in aoi.text(aoi.last)
    assert thumb.count <= MOST["a test of five questions, one of them double"]


async def test_a_certificate_from_home(stage: Stage) -> None:
    aoi = await logged_in(stage, 1)
    course = await watched(stage)
    await aoi.says(f"/courses {course.code}")
    await aoi.taps("テストを受ける")
    await answers(aoi, course, aoi.taps)
    await aoi.taps("採点する")
    await stage.until(stage.clock.now().replace(hour=15, minute=0))  # the next day begins in Japan
    await aoi.says("/start")
    thumb = Thumb(aoi)
    await thumb.taps("証明書を発行")
    await thumb.taps("発行する")
    assert [one[:5] for one in aoi.documents] == [b"%PDF-"]
    assert thumb.count <= MOST["certificate, from home"]
