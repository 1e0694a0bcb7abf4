"""The plan by hand: set, looked at, changed and ended, and the ways to it."""

from datetime import date, datetime, timedelta

import pytest

from content.credits.plan import Plan
from content.refusals import StaleButton
from content.rules import begins, day_of
from handlers.presses.credits.credits import Credits
from handlers.presses.credits.goal import ShowPicture
from handlers.presses.credits.plan import AskPlanDay, ChoosePlan, EndPlan, OpenPlan, SetPlan
from handlers.presses.settings import Settings
from handlers.presses.start import Further
from handlers.turn import House
from storage.credits import plans
from storage.engine.sessions import Sessions
from storage.people import chats
from tests.student import Student

SECOND = timedelta(seconds=1)
END = date(2027, 3, 31)


@pytest.fixture
def me(sessions: Sessions, house: House, now: datetime) -> Student:
    """A member who is logged in, with 2 of 60: a credit and its code. Today is 22 November 2026."""
    student = Student(sessions, house, now)
    student.earns("new", 74, begins(date(2026, 5, 1)))
    with sessions.begin() as session:
        chats.bind(session, chats.meet(session, sessions.cipher, 7, "ja", now), student.id, now)
    return student


def kept(me: Student) -> Plan | None:
    with me.sessions.reading() as session:
        return plans.get(session, me.id)


def sets(me: Student, until: date = END, on: date = date(2026, 11, 20), monthly: int = 29) -> None:
    with me.sessions.begin() as session:
        plans.put(session, me.id, Plan(until, on, monthly))


def test_who_has_none_sees_what_each_day_asks_for_and_sets_one(me: Student) -> None:
    me.talk.says("/plan")
    assert "いつまでに60（単位＋コード）に達するかを決めると" in me.talk.screen.text
    assert me.talk.lines[-3:] == [
        "・2027年3月31日（水）まで：あと58、毎月14.5",
        "・2028年3月31日（金）まで：あと58、毎月4",
        "・2029年3月31日（土）まで：あと58、毎月2.5",
    ]
    me.talk.taps("2027年3月31日まで")
    assert me.talk.screen.toast == "2027年3月31日（水）までに60に達する計画を立てました。"
    assert me.talk.lines[:5] == [
        "<b>60に向けた毎月の計画</b>",
        "2027年3月31日（水）までに60",
        "1単位 ＋ 1コード ＝ 2 / 60",
        "計画どおりです。あと58、残り4か月で毎月14.5です。",
        "毎月1日にお知らせします。",
    ]
    assert kept(me) == Plan(END, day_of(me.now), 29)


def test_it_is_changed_and_ended(me: Student) -> None:
    sets(me)
    me.talk.says("/plan")
    me.talk.taps("日を変える")
    assert "いつまでに60（単位＋コード）に達するかを決めると" not in me.talk.screen.text
    me.talk.taps("2028年3月31日まで")
    assert kept(me) == Plan(date(2028, 3, 31), day_of(me.now), 8)
    me.talk.taps("計画をやめる")
    assert (kept(me), me.talk.screen.toast) == (None, "計画をやめました。毎月のお知らせはお送りしません。")
    me.talk.presses(EndPlan())
    assert kept(me) is None


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("2027/9/30", date(2027, 9, 30)),
        ("令和9年9月30日", date(2027, 9, 30)),
        ("11/23", date(2026, 11, 23)),
        ("11/21", date(2027, 11, 21)),
        ("11/22", None),
        ("2026/11/22", None),
        ("2029/3/31", date(2029, 3, 31)),
        ("2029/4/1", None),
        ("2/30", None),
        ("9" * 41, None),
    ],
)
def test_another_day_is_typed(me: Student, said: str, until: date | None) -> None:
    me.talk.presses(AskPlanDay())
    assert "（2029年3月31日（土）まで）" in me.talk.screen.text
    me.talk.says(said)
    found = kept(me)
    assert (found.until if found else None) == until
    if until is None and len(said) < 41:
        assert "2026年11月23日（月）から2029年3月31日（土）までの日" in me.talk.screen.text
        me.talk.says("2027/9/30")
        assert kept(me) is not None


@pytest.mark.parametrize("until", [-1, 0, date(2026, 11, 22).toordinal(), date(2029, 4, 1).toordinal(), 2**31 - 1])
def test_a_forged_day_is_refused(me: Student, until: int) -> None:
    with pytest.raises(StaleButton):
        me.talk.presses(SetPlan(until))
    assert kept(me) is None


def test_it_is_behind_when_a_month_brought_less(me: Student) -> None:
    sets(me, on=date(2026, 11, 20), monthly=29)
    me.talk.now = begins(date(2027, 1, 1)) - SECOND
    me.talk.says("/plan")
    assert "計画どおりです。あと58、残り4か月で毎月14.5です。" in me.talk.lines
    me.talk.now += SECOND
    me.talk.says("/plan")
    assert "⚠️ 計画より遅れています。あと58、残り3か月で毎月19.5です（計画を立てたときは毎月14.5）。" in me.talk.lines
    me.earns("much", 20, begins(date(2026, 12, 24)), half_units=27)
    me.talk.says("/plan")
    assert "計画どおりです。あと43.5、残り3か月で毎月14.5です。" in me.talk.lines
    me.earns("rest", 21, begins(date(2026, 12, 24)), half_units=85)
    me.talk.says("/plan")
    assert "✅ 計画の60に達しています。" in me.talk.lines
    assert not any("お知らせします" in line for line in me.talk.lines)


def test_what_leaves_until_its_day_is_named(me: Student) -> None:
    me.earns("old", 8, begins(date(2024, 5, 1)))
    sets(me, until=date(2027, 4, 1))
    me.talk.says("/plan")
    assert "1単位 ＋ 1コード ＝ 2 / 60" in me.talk.lines
    assert "2027年4月1日（木）までに、現在の数のうち2が期間から外れます（上の数には含みません）。" in me.talk.lines


def test_who_earns_no_credits_plans_nothing(sessions: Sessions, house: House, now: datetime) -> None:
    me = Student(sessions, house, now, can_earn=False)
    for press in (OpenPlan(), ChoosePlan(), AskPlanDay(), SetPlan(END.toordinal())):
        me.talk.presses(press)
        assert "計画は立てられません" in me.talk.screen.text
    assert kept(me) is None


@pytest.mark.parametrize("where", [Further(), Settings(), ShowPicture(), Credits()])
def test_the_ways_to_it(me: Student, where: Further | Settings | ShowPicture | Credits) -> None:
    me.talk.presses(where)
    me.talk.taps("60までの毎月の計画")
    assert me.talk.lines[0] == "<b>60に向けた毎月の計画</b>"


def test_in_english(me: Student) -> None:
    me.talk.language = "en"
    me.talk.says("/plan")
    assert me.talk.lines[-3] == "• By Wed 31 Mar 2027: 58 to go, 14.5 a month"
    me.talk.presses(SetPlan(END.toordinal()))
    assert "You are on plan: 58 to go in 4 months, 14.5 a month." in me.talk.lines
