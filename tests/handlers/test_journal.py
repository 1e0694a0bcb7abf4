"""/journal without Telegram: who is told what, what stays hidden, and where else an issue shows."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from content.refusals import AnswersNotPublished, JournalClosed, NoSuchIssue, StaleButton
from content.rules import next_morning
from content.values import CERTIFIED, CreditKind
from content.words import speak
from handlers import journal as feature
from handlers.presses import journal as presses
from handlers.presses.certificates.certificate import ForPeriod
from handlers.presses.study.browse import Codes
from handlers.screens.screen import Screen
from handlers.turn import House, Turn, Unwanted
from storage.certificates import certificates
from storage.engine.sessions import Sessions
from storage.journal import due
from storage.journal import sheets as journal_sheets
from storage.journal.sheets import Taken
from storage.people import chats
from storage.people.chats import Caller
from storage.post import letters, nudges
from storage.tables import Certificate, JournalSheet
from tests import issues
from tests.issues import DEADLINE, TOLD, an_issue, marks
from tests.queued import queue
from tests.student import Student

SECOND = timedelta(seconds=1)
KEY = ("1", "24", "3", "4", "5")


@pytest.fixture
def me(sessions: Sessions, house: House, now: datetime) -> Student:
    return reader(Student(sessions, house, now))


def reader(student: Student) -> Student:
    with student.sessions.begin() as session:
        issues.publish(session, an_issue(), student.now)
    return student


def sheet_of(me: Student) -> int:
    with me.sessions.reading() as session:
        return session.execute(select(JournalSheet.id)).scalar_one()


def answers(me: Student) -> None:
    me.talk.says("/journal 2026-12")
    me.talk.taps("解答する")
    for number, choices in enumerate(KEY, start=1):
        for choice in choices:
            me.talk.taps(choice)
        if number < len(KEY):
            me.talk.taps(f"問{number + 1} ›")


def submits(me: Student) -> Screen:
    answers(me)
    for label in ("解答を確認する", "提出に進む", "提出する"):
        me.talk.taps(label)
    return me.talk.screen


def writes(me: Student, at: datetime) -> list[Screen | Unwanted]:
    """What the letters that are due by then say."""
    kinds = {one.key.kind: one for one in feature.LETTERS}
    with me.sessions.begin() as session:
        claimed = letters.claim(session, at)
        chat = chats.meet(session, me.sessions.cipher, 7, "ja", at)
    with me.sessions.reading() as session:
        turn = Turn(session, chat, at, speak("ja"), me.talk.house, 0, member=Caller(me.id, True))
        return [kinds[one.kind].make(turn, one) for one in claimed]


def test_who_cannot_earn_is_told_before(sessions: Sessions, house: House, now: datetime) -> None:
    tokyo = reader(Student(sessions, house, now, can_earn=False))
    for said in ("/journal", "/journal 2026-12"):
        assert "⚠️ このユーザーIDでは、単位の取得ができません。" in tokyo.talk.says(said).text


def test_a_receipt_stays_and_a_second_tap_changes_nothing(me: Student) -> None:
    screen = submits(me)
    (receipt,) = screen.also
    assert "問2：2・4" in receipt.text
    assert "解答を受け付けました（11月22日（日）10:00）" in receipt.text
    me.talk.now += SECOND
    again = me.talk.presses(presses.Submit(sheet_of(me)))
    assert (again.also, again.toast) == ((), "この号の解答は提出済です。")
    assert "11月22日（日）10:00" in again.text
    for press in (presses.Review(sheet_of(me)), presses.Confirm(sheet_of(me)), presses.Choose(sheet_of(me), 1, 2)):
        with pytest.raises(StaleButton):
            me.talk.presses(press)


def test_submission_waits_for_the_last_answer(me: Student) -> None:
    me.talk.says("/journal 2026-12")
    me.talk.taps("解答する")
    me.talk.taps("3")
    me.talk.presses(presses.Confirm(sheet_of(me)))
    assert "⚠️ 未解答：問2、問3、問4、問5" in me.talk.screen.text
    assert me.talk.screen.toast.startswith("未解答が4問あります。")
    assert me.talk.taps("問2に答える").text.startswith("<b>日医雑誌 2026年12月号　問2 / 5</b>")


def test_the_key_and_the_result_are_hidden_to_the_second(me: Student) -> None:
    submits(me)
    me.talk.now = TOLD - SECOND
    with pytest.raises(AnswersNotPublished) as early:
        me.talk.presses(presses.Explain(1, 1))
    assert early.value.at == TOLD
    assert "提出済" in me.talk.says("/journal").text
    assert all("解説" not in label for row in me.talk.labels for label in row)
    me.talk.now = TOLD
    assert "✅ 合格　5問中5問正解　1単位取得済" in me.talk.says("/journal").text
    assert "正解：2・4　あなたの解答：2・4" in me.talk.presses(presses.Explain(1, 2)).text
    with pytest.raises(StaleButton):
        me.talk.presses(presses.Explain(1, 6))


def test_who_did_not_answer_may_read_the_key_afterwards(me: Student) -> None:
    me.talk.now = TOLD
    assert "受付終了　締切は12月25日（金）17:00でした" in me.talk.says("/journal 2026-12").text
    assert "正解：1　あなたの解答：" in me.talk.taps("解答・解説を見る").text
    with pytest.raises(JournalClosed):
        me.talk.presses(presses.Begin(1))


def test_after_a_postcard_the_web_is_closed(me: Student) -> None:
    with me.sessions.begin() as session:
        listed = issues.publish(session, an_issue(), me.now)
        assert journal_sheets.put_postcard(session, me.id, listed, marks(3), me.now, me.now) is Taken.NEW
    assert me.talk.presses(presses.Begin(1)).toast == "この号の解答は提出済です。"
    assert "ハガキの解答を受け付けました（11月22日（日）着）。" in me.talk.screen.text


def test_the_result_is_written_by_the_record_of_then(me: Student) -> None:
    submits(me)
    with me.sessions.begin() as session:
        due.grade_all(session, due.find_ungraded(session, TOLD), me.talk.house.rulebook, TOLD)
    (letter,) = writes(me, TOLD)
    assert isinstance(letter, Screen)
    assert letter.text.startswith("<b>合格です　日医雑誌 2026年12月号</b>\n5問中5問正解（100%・合格は60%）")
    assert "2026年11月22日（日）付、2026年度の単位です。" in letter.text


@pytest.mark.parametrize("meanwhile", ["submitted", "closed", "put off"])
def test_a_reminder_that_is_overtaken_is_not_sent(meanwhile: str, me: Student) -> None:
    answers(me)
    evening = DEADLINE - timedelta(hours=10)
    with me.sessions.begin() as session:
        chats.bind(session, chats.meet(session, me.sessions.cipher, 7, "ja", me.now), me.id, me.now)
        assert queue(session, due.to_remind(session, me.talk.house.rulebook.now(evening)), evening) == 1
        if meanwhile == "submitted":
            assert journal_sheets.submit(session, me.id, 1, evening)
        if meanwhile == "put off":
            issues.publish(session, replace(an_issue(), deadline=DEADLINE + timedelta(days=7)), evening)
    (letter,) = writes(me, DEADLINE + SECOND if meanwhile == "closed" else evening)
    assert isinstance(letter, Unwanted)


def test_a_reminder_comes_again_on_the_next_morning_if_the_issue_is_still_open(me: Student) -> None:
    answers(me)
    evening = DEADLINE - timedelta(hours=22)
    with me.sessions.begin() as session:
        chats.bind(session, chats.meet(session, me.sessions.cipher, 7, "ja", me.now), me.id, me.now)
        assert queue(session, due.to_remind(session, me.talk.house.rulebook.now(evening)), evening) == 1
        (first,) = letters.claim(session, evening)
        letters.settle(session, first, "sent", evening)
        (sent,) = nudges.own(session, me.id, first.id)
        assert nudges.again(session, me.id, sent, next_morning(evening), evening)
    (again,) = writes(me, next_morning(evening))
    assert isinstance(again, Screen)


def test_no_certificate_shows_the_journal(me: Student) -> None:
    assert {kind.value for kind in CERTIFIED} == {"lecture", "cooperation", "training"}
    for number, kind in enumerate(CreditKind, start=1):
        me.earns(kind.value, number, me.now - timedelta(days=number), kind=kind)
    me.earns("today", 82, me.now, kind=CreditKind.JOURNAL)
    me.talk.says("/certificate")
    assert "翌日以降" not in me.talk.screen.text
    me.talk.presses(ForPeriod("general", "this"))
    me.talk.issues()
    with me.sessions.reading() as session:
        facts = certificates.facts(session, session.execute(select(Certificate.id)).scalar_one())
    assert [line.title for line in facts.lines] == ["training", "cooperation", "lecture"]


def test_the_codes_count_an_issue_that_can_be_answered(me: Student) -> None:
    assert "⬜ 82 生活習慣　日医雑誌1号" in page_of(me, "all")
    assert "82 生活習慣" in [label for row in me.talk.labels for label in row]
    me.talk.taps("82 生活習慣")
    assert "2026年12月号　禁煙支援（CC 82・1単位）\n⬜ 未解答　締切 12月25日（金）17:00" in me.talk.screen.text
    assert "問題解答" in me.talk.screen.text
    me.talk.taps("2026年12月号")
    assert ["解答する"] in me.talk.labels
    assert "日医雑誌" not in page_of(me, "courses")
    me.talk.now = DEADLINE + SECOND
    assert "82 生活習慣　講座なし" in page_of(me, "all")


def page_of(me: Student, view: str) -> str:
    """The page of the list on which code 82 stands."""
    return me.talk.presses(Codes(11, view)).text


def test_an_issue_that_there_is_none_of(me: Student) -> None:
    for said in ("/journal 2026-01", "/journal 七月"):
        with pytest.raises(NoSuchIssue):
            me.talk.says(said)
    with pytest.raises(NoSuchIssue):
        me.talk.presses(presses.OpenIssue(99))
