"""The self-assessment by phone: the sample course, through the real application and the strict sandbox."""

import re
from collections.abc import Callable

from sqlalchemy import select

from content.study.course import Course
from storage.programme import courses
from storage.tables import Attempt, Chat
from tests import samples
from tests.phone import Phone
from tests.stage import Stage

HYPERTENSION = "hypertension"


async def watched(stage: Stage) -> Course:
    """The only member who is logged in has watched the whole course; returns it."""
    with stage.app.sessions.begin() as session:
        listed = courses.by_slug(session, HYPERTENSION)
        member = session.execute(select(Chat.member_id).where(Chat.member_id.is_not(None))).scalar_one()
        samples.watch_all(session, int(str(member)), listed, stage.clock.now())
    return listed.course


async def opens(phone: Phone, course: Course) -> str:
    """The course's card."""
    return await phone.says(f"/courses {course.code}")


async def answers(phone: Phone, course: Course, rightly: Callable[[int], bool]) -> str:
    """Every question, from the one that is seen; ends on the page of answers."""
    for place in range(1, len(course.questions) + 1):
        said = phone.text(phone.last)
        question = next(one for one in course.questions if one.text in said)
        shown = dict(re.findall(r"^(\d)　(.*)$", said, re.M))
        key = {question.choices[number - 1] for number in question.right}
        right = [number for number, text in shown.items() if text in key]
        wrong = next(number for number, text in shown.items() if text not in key)
        for number in right if rightly(place) else [wrong]:
            await phone.taps(number)
            assert f"問{place}の解答" in phone.toast
        if len(question.right) > 1:  # after a single choice it goes on by itself
            assert f"{number} ✓" in phone.buttons
            await phone.taps("解答を確認する" if place == len(course.questions) else f"問{place + 1} ›")
    return phone.sees


async def test_a_credit_is_earned(stage: Stage, aoi: Phone) -> None:
    course = await watched(stage)
    await opens(aoi, course)
    await aoi.taps("テストを受ける")
    assert "問1 / 5" in aoi.sees
    await answers(aoi, course, lambda place: place != 2)
    before = len(aoi.messages)
    await aoi.taps("採点する")
    assert len(aoi.messages) == before + 1
    assert "合格です　5問中4問正解（80%）" in aoi.text(aoi.last)
    assert "高血圧症（CC 74）の1単位を取得しました。" in aoi.text(aoi.last)
    assert "採点する" not in aoi.buttons
    await aoi.taps("解説を見る")
    assert "合格です" in aoi.text(aoi.messages[-2])
    assert "解説　問1 / 5" in aoi.text(aoi.last)
    await aoi.taps("問2 ›")
    assert "解説　問2 / 5" in aoi.text(aoi.last)


async def test_a_test_is_failed_left_and_gone_on_with(stage: Stage, aoi: Phone) -> None:
    course = await watched(stage)
    await opens(aoi, course)
    await aoi.taps("テストを受ける")
    await answers(aoi, course, lambda place: place > 2)
    await aoi.taps("採点する")
    assert "合格基準に達しませんでした　5問中3問正解（60%・合格は80%）" in aoi.sees
    assert "見直すところ\n問1 → 第" in aoi.sees
    await aoi.taps("もう一度受ける")
    await aoi.taps("2")
    await aoi.taps("中断する")
    assert aoi.toast == "解答は保存しました。/resume で続きから受けられます。"
    assert "高血圧（CC 74" in aoi.sees
    await aoi.says("/resume")
    assert "問2 / 5" in aoi.sees


async def test_old_and_forged_buttons_change_nothing(stage: Stage, aoi: Phone) -> None:
    course = await watched(stage)
    await opens(aoi, course)
    await aoi.taps("テストを受ける")
    with stage.app.sessions.reading() as session:
        attempt = session.execute(select(Attempt.id)).scalar_one()
    message, text = aoi.last["message_id"], aoi.text(aoi.last)
    for data in (f"qc:{attempt}:1:9", f"qc:{attempt}:99:1", f"qc:{attempt + 1}:1:1", f"qc:{10**17}:1:1", "qc:x", "?"):
        await aoi.presses(message, data)
        assert "このボタンは現在の画面のものではありません。" in aoi.toast
        assert aoi.text(aoi.last) == text
        assert not any("✓" in label for label in aoi.buttons)
