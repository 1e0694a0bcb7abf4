"""/certificate: the choice of a purpose and a period, the days it covers, and the paper that is asked for."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event, select

from content.certificates.certificate import CertificateFacts
from content.refusals import BadPeriod, BeforeProgramme, NothingToCertify, StaleButton
from handlers.presses.certificates.certificate import Certificates, ForPeriod, Issue, OfPurpose, OwnDates, Preview
from handlers.screens.screen import Place
from handlers.turn import House
from storage.certificates import certificates
from storage.engine.sessions import Sessions
from storage.people import chats
from storage.post import letters
from storage.tables import Certificate, Letter
from tests.student import Student

MIDNIGHT = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)
THIS = ForPeriod("general", "this")


@pytest.fixture
def me(sessions: Sessions, house: House, now: datetime) -> Student:
    return Student(sessions, house, now)


def asked(sessions: Sessions) -> list[CertificateFacts]:
    """The facts of every certificate, in the order in which they were asked for."""
    with sessions.reading() as session:
        numbers = session.execute(select(Certificate.id).order_by(Certificate.id)).scalars().all()
        return [certificates.facts(session, number) for number in numbers]


def queued(sessions: Sessions) -> list[str]:
    with sessions.reading() as session:
        return list(session.execute(select(Letter.kind).order_by(Letter.id)).scalars())


def test_a_long_certificate_asks_the_record_no_more_often_than_a_short_one(me: Student, sessions: Sessions) -> None:
    heard: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        heard.append(statement)

    counts = []
    for credits in (range(2), range(2, 12)):
        for number in credits:
            me.earns(f"course-{number}", 74, me.now - DAY)
        heard.clear()
        event.listen(sessions.engine, "before_cursor_execute", note)
        me.talk.presses(Certificates())
        me.talk.presses(OfPurpose("general"))
        me.talk.certifies("2026/4/1-2026/11/22")
        event.remove(sessions.engine, "before_cursor_execute", note)
        counts.append(len(heard))
    assert counts[1] <= counts[0]


def test_from_the_command_to_the_paper_in_two_taps(me: Student, sessions: Sessions) -> None:
    """From home it is one more: the button that does what the command does."""
    me.earns("a", 74, me.now - DAY)
    me.talk.says("/certificate")
    assert me.talk.labels[:2] == [["一般 今年度 1単位"], ["一般", "e-ラーニング"]]
    me.talk.taps("一般 今年度 1単位")
    me.talk.taps("この内容で発行する")
    assert "受講証明書をお送りします" in me.talk.screen.text
    assert queued(sessions) == ["certificate"]


def test_the_purpose_of_the_last_one_comes_first(me: Student) -> None:
    me.earns("a", 74, me.now - DAY)
    me.earns("b", 8, me.now - DAY - timedelta(days=365))
    me.talk.says("/certificate")
    assert ["一般", "e-ラーニング"] in me.talk.labels
    me.talk.taps("e-ラーニング")
    me.talk.taps("前年度　1単位")
    me.talk.issues()
    me.talk.says("/certificate")
    assert me.talk.labels[:3] == [
        ["e-ラーニング 今年度 1単位"],
        ["e-ラーニング 前年度 1単位"],
        ["e-ラーニング", "一般"],
    ]


def test_periods_show_their_credits_and_a_year_without_any_says_so(me: Student) -> None:
    for slug, day in (("april", date(2026, 4, 1)), ("october", date(2026, 10, 31)), ("now", date(2026, 11, 1))):
        me.earns(slug, 74, datetime(day.year, day.month, day.day, tzinfo=UTC), half_units=1)
    me.earns("today", 74, me.now)
    me.talk.presses(OfPurpose("general"))
    assert [label for (label,) in me.talk.labels] == [
        "今年度　1.5単位",
        "前年度　単位なし",
        "前年度と今年度　1.5単位",
        "今月　0.5単位",
        "先月　0.5単位",
        "期間を指定する",
        "‹ 戻る",
    ]


def test_what_was_earned_today_is_named_with_the_time(me: Student) -> None:
    me.earns("a", 74, me.now)
    me.talk.says("/certificate")
    assert "1単位は、翌日以降、11月23日（月）0:00から" in me.talk.screen.text
    assert ["発行できる日に受け取る"] in me.talk.labels


def test_both_sides_of_midnight(me: Student, sessions: Sessions) -> None:
    """Earned at 23:59:59 in Japan and asked for then; and a second later."""
    me.earns("a", 74, MIDNIGHT - SECOND)
    me.talk.now = MIDNIGHT - SECOND
    me.talk.presses(THIS)
    assert "翌日以降" in me.talk.screen.text
    with pytest.raises(NothingToCertify):
        me.talk.presses(Issue("general", date(2026, 4, 1).toordinal(), date(2026, 11, 22).toordinal(), True))
    me.talk.now = MIDNIGHT
    me.talk.presses(THIS)
    me.talk.issues()
    (facts,) = asked(sessions)
    assert [line.day for line in facts.lines] == [date(2026, 11, 22)]
    assert (facts.period_to, facts.issued_on) == (date(2026, 11, 22), date(2026, 11, 23))


def test_only_the_days_before_today_in_their_order(me: Student, sessions: Sessions) -> None:
    for slug, code, days in (
        ("today", 10, 0),
        ("yesterday", 74, 1),
        ("before", 8, 2),
        ("last", 9, 300),
        ("old", 5, 900),
    ):
        me.earns(slug, code, me.now - timedelta(days=days))
    for name in ("this", "last", "two"):
        me.talk.presses(ForPeriod("general", name))
        me.talk.issues()
    this, last, two = asked(sessions)
    assert [line.title for line in this.lines] == ["before", "yesterday"]
    assert [line.title for line in last.lines] == ["last"]
    assert [line.title for line in two.lines] == ["last", "before", "yesterday"]
    assert (two.period_from, two.period_to) == (date(2025, 4, 1), date(2026, 11, 21))
    assert (this.half_units, two.half_units) == (4, 6)
    assert this.name == "見本 葵"


def test_a_reversed_credit_is_not_on_it(me: Student, sessions: Sessions) -> None:
    me.earns("kept", 74, me.now - DAY)
    me.earns("lost", 8, me.now - DAY)
    me.loses("lost")
    me.talk.certifies("2026/4/1-2026/11/22")
    assert [line.title for line in asked(sessions)[0].lines] == ["kept"]


@pytest.mark.parametrize(
    "press",
    [
        *(ForPeriod("general", name) for name in ("", "THIS", "next", "\0")),
        *(kind(purpose) for kind in (OfPurpose, OwnDates) for purpose in ("", "GENERAL", "function_report", "\0")),
        OfPurpose("chronic"),  # this operator's can't be handed in for it
        *(Preview("general", *days, True) for days in ((0, 0), (739_000, 738_999), (1, 739_000), (-1, 10**9))),
        Issue("specialist", date(2026, 4, 1).toordinal(), date(2026, 4, 2).toordinal(), True),
        Issue("general", date(2026, 11, 22).toordinal(), date(2026, 11, 23).toordinal(), True),
    ],
)
def test_a_button_that_was_made_up(me: Student, sessions: Sessions, press: Preview) -> None:
    me.earns("a", 74, me.now - DAY)
    with pytest.raises(StaleButton):
        me.talk.presses(press)
    assert (asked(sessions), queued(sessions)) == ([], [])


def test_the_same_again_is_the_same_certificate(me: Student, sessions: Sessions) -> None:
    me.earns("a", 74, me.now - DAY)
    me.talk.certifies("2026/4/1-2026/11/21")
    me.talk.presses(THIS)
    me.talk.issues()
    me.talk.certifies("令和8年4月1日から11月21日まで")
    me.talk.certifies("4/1-11/21")
    assert len(asked(sessions)) == 1
    me.talk.presses(ForPeriod("e_learning", "this"))
    me.talk.issues()
    assert len(asked(sessions)) == 2, "the purpose stands on the paper"


def test_dates_by_hand_are_asked_for_until_they_are_right(me: Student, sessions: Sessions) -> None:
    me.earns("a", 74, me.now - DAY)
    me.talk.presses(OwnDates("e_learning"))
    for wrong in ("last year", "2026/11/23-2026/11/24", "2026/9/30-2026/4/1", "2026/2/31-2026/9/30"):
        with pytest.raises(BadPeriod):
            me.talk.says(wrong)
    for early in ("1976/11/23-2026/11/22", "1900/1/1-1900/1/2"):  # the first is of fifty years
        with pytest.raises(BeforeProgramme):
            me.talk.says(early)
    me.talk.says("２０２６年４月１日から２０２６年１１月２２日まで")
    assert "用途：日医e-ラーニングのみ" in me.talk.lines
    assert "期間：2026年4月1日（水）から2026年11月21日（土）まで" in me.talk.lines
    with sessions.begin() as session:
        assert chats.meet(session, me.talk.house.cipher, 7, "ja", me.now).expects == ""


def test_the_paper_speaks_japanese_and_the_chat_english(me: Student, sessions: Sessions) -> None:
    me.earns("a", 74, me.now - DAY)
    me.talk.language = "en"
    me.talk.certifies("2026/4/1-2026/11/21")
    assert "Apr" in me.talk.screen.text
    assert asked(sessions)[0].lines[0].code_name == "高血圧症"
    assert me.talk.screen.place is Place.LIVING


def test_a_letter_that_was_queued_is_one_and_due_at_once(me: Student, sessions: Sessions) -> None:
    me.earns("a", 74, me.now - DAY)
    me.talk.certifies("2026/4/1-2026/11/21")
    me.talk.certifies("2026/4/1-2026/11/21")
    with sessions.begin() as session:
        (letter,) = letters.claim(session, me.now)
    assert letter.kind == "certificate"
    assert letter.due_at == me.now


def test_an_account_that_can_not_earn_hears_so_at_once(sessions: Sessions, house: House, now: datetime) -> None:
    tokyo = Student(sessions, house, now, can_earn=False)
    tokyo.talk.says("/certificate")
    assert "⚠️ このユーザーIDでは、単位の取得ができません。" in tokyo.talk.screen.text
    assert tokyo.talk.labels == [["‹ 戻る"]]
    tokyo.earns("before", 74, now - DAY)
    tokyo.talk.says("/certificate")
    assert "⚠️ このユーザーIDでは、単位の取得ができません。" in tokyo.talk.screen.text
    tokyo.talk.taps("一般 今年度 1単位")
    assert "⚠️ このユーザーIDでは、単位の取得ができません。" in tokyo.talk.screen.text
    assert tokyo.talk.issues()
