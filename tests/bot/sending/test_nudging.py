"""The gate of the reminders: at the member's hour, outside quiet hours, at most one message a day with all that is due,
by the record of the moment at which it goes.
"""

from datetime import timedelta

import pytest

from content.hours import Hours
from content.rules import begins
from content.values import Reminder
from storage.post import nudges
from storage.programme import courses
from storage.study import enrolments
from tests.bot.sending.reminded import DAY, ON_SQLITE, TODAY, Reminded, reminded
from tests.conftest import NOW

__all__ = ["reminded"]
HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)
COURSES = ("hypertension", "diabetes", "insomnia")


@ON_SQLITE
async def test_several_of_a_day_are_one_message_with_a_button_each(me: Reminded) -> None:
    me.begins("hypertension", "diabetes")
    me.drafts()
    (said,) = await me.waits()
    assert said.startswith("お知らせが3件あります")
    assert "1. 受講の続きがあります\n「高血圧" in said
    assert [one[:2] for one in me.phone.offers[:3]] == ["1.", "2.", "3."]
    assert "/watch/" in me.phone.link("1. ")
    assert me.phone.offers[-2:] == ["明日もう一度", "理由・停止"]
    assert len(me.phone.offers) == 5
    assert me.states == [("sent", "")] * 3
    await me.phone.taps("3. ")
    assert "申告書" in me.phone.sees


@ON_SQLITE
async def test_one_alone_is_the_plain_reminder(me: Reminded) -> None:
    me.begins("hypertension")
    (said,) = await me.waits()
    assert said.startswith("受講の続きがあります")
    assert me.phone.offers == [
        "▶ 高血圧 第1章（9秒）",
        "講座の画面を見る",
        "今後は知らせない",
        "明日もう一度",
        "届いた理由",
    ]


@ON_SQLITE
async def test_its_reasons_and_the_end_of_each_kind(me: Reminded) -> None:
    me.begins("hypertension", "diabetes")
    me.drafts()
    await me.waits()
    await me.phone.taps("理由・停止")
    assert "最後に受講した日から3日以上たったため" in me.phone.sees
    assert "提出していない下書きがあるため" in me.phone.sees
    assert me.phone.offers[:2] == ["講座のお知らせを止める", "申告書のお知らせを止める"]
    await me.phone.taps("講座のお知らせを止める")
    assert "受講途中の講座" in me.phone.toast
    me.begins("insomnia")
    assert await me.at(8, day=1) == []
    assert me.states[-1] == ("dropped", "reminders are switched off")


@ON_SQLITE
async def test_all_of_it_comes_again_tomorrow_but_for_what_is_done(me: Reminded) -> None:
    me.begins(*COURSES)
    await me.waits()
    for _ in range(2):
        await me.phone.taps("明日もう一度")
        assert me.phone.toast.startswith("11月23日（月）8:00に、もう一度")
    me.finishes("diabetes")
    assert await me.at(7, day=1) == []
    (said,) = await me.at(8, day=1)
    assert said.startswith("お知らせが2件あります")
    assert "糖尿病" not in said


@ON_SQLITE
async def test_what_is_done_meanwhile_is_left_out(me: Reminded) -> None:
    me.begins("hypertension", "diabetes")
    me.finishes("hypertension")
    (said,) = await me.waits()
    assert said.startswith("受講の続きがあります")
    assert me.states == [("dropped", "the course is finished"), ("sent", "")]


@ON_SQLITE
async def test_of_what_is_all_done_nothing_is_sent_and_the_day_stays_free(me: Reminded) -> None:
    me.begins("hypertension", "diabetes")
    for slug in ("hypertension", "diabetes"):
        me.finishes(slug)
    assert await me.waits() == []
    me.begins("insomnia")
    assert len(await me.waits()) == 1


@ON_SQLITE
async def test_a_second_one_of_the_day_waits_for_tomorrow(me: Reminded) -> None:
    me.begins("hypertension")
    await me.waits()
    me.begins("diabetes", "insomnia")
    assert await me.waits() == []
    assert me.due == [begins(TODAY + DAY, 8)] * 2
    assert await me.at(20) == []
    (said,) = await me.at(8, day=1)
    assert said.startswith("お知らせが2件あります")


@ON_SQLITE
async def test_a_message_is_never_too_long(me: Reminded) -> None:
    """What does not find its place comes tomorrow."""
    every = ("hypertension", "diabetes", "insomnia", "cognition", "home-care", "dyslipidemia", "infection-control")
    me.begins(*every, "medical-safety")
    me.drafts()
    (said,) = await me.waits()
    assert said.startswith(f"お知らせが{nudges.MOST}件あります")
    assert me.states[-1] == ("waiting", "one message of reminders a day")
    assert len(await me.at(8, day=1)) == 1


@ON_SQLITE
@pytest.mark.parametrize(
    ("hours", "quiet", "comes"),
    [
        (Hours(), 7, 8),
        (Hours(nudge=12), 11, 12),
        (Hours(21, 10), 9, 10),
        (Hours(21, 6, nudge=6), 5, 6),
        (Hours(0, 0, nudge=5), 4, 5),
    ],
)
async def test_it_comes_at_the_hour_of_the_member(me: Reminded, hours: Hours, quiet: int, comes: int) -> None:
    """It was queued in the evening before."""
    me.keeps(hours)
    me.stage.clock.jump(begins(TODAY, 23) + HOUR - SECOND)
    me.begins("hypertension", "diabetes")
    me.keeps(hours)
    assert [text for hour in range(quiet + 1) for text in await me.at(hour, day=1)] == []
    assert len(await me.at(comes, day=1)) == 1


@ON_SQLITE
async def test_the_settings_say_what_comes_next_and_why_the_last_one_came(me: Reminded) -> None:
    weekly = "次のお知らせ：11月28日（土）8:00　新しい講座（未取得のカリキュラムコード）"
    assert weekly in await me.phone.says("/settings")
    me.wants_not(Reminder.NEW_COURSES)
    assert "次のお知らせ：今後14日間の予定はありません" in await me.phone.says("/settings")
    me.does(lambda session: enrolments.touch(session, me.id, courses.by_slug(session, "insomnia").id, NOW))
    assert "次のお知らせ：11月25日（水）8:00　受講途中の講座" in await me.phone.says("/settings")
    me.begins("hypertension")
    await me.waits()
    said = await me.phone.says("/settings")
    assert "前回のお知らせ：11月22日（日）10:00　受講途中の講座\n届いた理由：受講を始めた講座があり" in said
    me.drafts()
    await me.waits()
    assert "次のお知らせ：11月23日（月）8:00　申告書の下書き" in await me.phone.says("/settings")
    await me.phone.taps("時刻を選ぶ")
    await me.phone.taps("お知らせの時刻")
    await me.phone.taps("12:00")
    assert "次のお知らせ：11月23日（月）12:00　申告書の下書き" in await me.phone.says("/settings")
    assert await me.at(8, day=1) == []
    assert len(await me.at(12, day=1)) == 1
    me.wants_not(Reminder.COURSE)
    assert "次のお知らせ：今後14日間の予定はありません" in await me.phone.says("/settings")
