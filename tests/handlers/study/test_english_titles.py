"""Titles in English where the programme has them: on screens of an English chat, and found by a search in either."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from content.rules import begins
from content.values import CreditKind
from handlers.presses.credits.credits import Year
from handlers.presses.credits.fees import Rows
from handlers.presses.credits.goal import OpenWay
from handlers.presses.credits.why import Numbers
from handlers.presses.journal import OpenIssue
from handlers.presses.study.browse import OpenCode
from handlers.presses.trainings.checkin import CheckIn
from handlers.turn import House
from storage.certificates import certificates
from storage.credits import ledger
from storage.engine.sessions import Sessions
from tests import issues, samples
from tests.storage import training
from tests.student import Student

CHAPTERS = (replace(samples.chapter(1, "測り方"), title_en="Measuring"), samples.chapter(2, "治療"))
COURSE = replace(samples.course(title="高血圧", chapters=CHAPTERS), title_en="Hypertension")
PLAIN = samples.course("gout", "痛風", 73)


@pytest.fixture
def student(sessions: Sessions, house: House) -> Student:
    student = Student(sessions, house, begins(date(2026, 11, 22), 10))
    student.given(PLAIN, COURSE)
    return student


def test_a_card_in_both_languages(student: Student) -> None:
    for language, lines in (
        ("ja", ["<b>高血圧（CC 74・1単位）</b>", "⬜ 第1章 測り方　1分40秒", "⬜ 第2章 治療　1分40秒"]),
        ("en", ["<b>Hypertension (CC 74", "Measuring", "治療"]),
    ):
        student.talk.language = language
        text = "\n".join(student.sees())
        assert [line for line in lines if line not in text] == []


@pytest.mark.parametrize("text", ["hypertension", "高血圧", "Measuring", "測り方"])
@pytest.mark.parametrize(("language", "title"), [("ja", "高血圧"), ("en", "Hypertension")])
def test_a_search_finds_it_by_either_title(student: Student, text: str, language: str, title: str) -> None:
    student.talk.language = language
    student.talk.says(f"/search {text}")
    assert student.talk.lines[0].startswith(f"<b>{title}")


def test_without_an_english_title_the_japanese_one_is_shown(student: Student) -> None:
    student.talk.language = "en"
    student.talk.presses(OpenCode(73, 1, "all"))
    assert student.talk.lines[0].startswith("<b>痛風")
    student.talk.presses(OpenCode(74, 1, "all"))
    assert student.talk.lines[0].startswith("<b>Hypertension")
    student.talk.presses(OpenWay(1))
    assert {"1 痛風", "2 Hypertension"} <= {button.label for button in student.talk.buttons}


def test_credits_keep_their_japanese_names_on_record_and_on_paper(student: Student) -> None:
    """This holds for a course, an issue, a training, a declaration, and a course that is not shown any more."""
    student.watches(1, 2)
    student.sits("passed")
    with student.sessions.begin() as session:
        issue = replace(issues.an_issue("2026-10"), title_en="Quitting")
        issues.publish(session, issue, student.now)
        talk = replace(training.training(student.now - timedelta(days=2)), title_en="Asthma")
        training.publish(session, talk, student.now)
        for kind, source, title in (
            (CreditKind.JOURNAL, issue.source, "日医雑誌 2026年10月号"),
            (CreditKind.TRAINING, talk.source, talk.title),
            (CreditKind.DECLARATION, "declaration:1", "学会・研究会への出席"),
            (CreditKind.LECTURE, "course:gone", "消えた講座"),
        ):
            assert ledger.award(
                session,
                member_id=student.id,
                kind=kind,
                source=source,
                half_units=2,
                code=20,
                title=title,
                organiser="",
                earned_at=student.now - timedelta(days=1),
                rules=student.talk.house.rulebook.now(student.now),
            )
    student.talk.language = "en"
    period = (date(2026, 4, 1).toordinal(), date(2026, 11, 22).toordinal())
    for press in (Year(2026, 1), Numbers(1), Rows(*period, 1)):
        student.talk.presses(press)
        for name in ("Hypertension", "Quitting", "Asthma", "消えた講座"):
            assert name in student.talk.screen.text, press
    student.talk.certifies("2026/4/1-2026/11/22")
    with student.sessions.reading() as session:
        printed = {line.title for line in certificates.facts(session, 1).lines}
    assert printed == {"気管支喘息の長期管理", "消えた講座"}


def test_a_credit_that_was_taken_back_has_its_english_name(student: Student) -> None:
    student.watches(1, 2)
    student.sits("passed")
    student.loses("hypertension")
    student.talk.language = "en"
    student.talk.says("/why")
    assert "1  Hypertension: withdrawn" in student.talk.lines


def test_an_issue_and_a_training(student: Student) -> None:
    with student.sessions.begin() as session:
        listed = issues.publish(session, replace(issues.an_issue(), title_en="Quitting"), student.now)
        talk = replace(training.training(student.now + timedelta(days=1)), title_en="Asthma, long term")
        held = training.publish(session, talk, student.now)
    for language, titles in (("en", ("Quitting", "Asthma, long term")), ("ja", ("禁煙支援", "気管支喘息の長期管理"))):
        student.talk.language = language
        student.talk.presses(OpenIssue(listed.id))
        assert titles[0] in student.talk.lines[0]
        student.talk.presses(CheckIn(held.id))
        assert titles[1] in student.talk.screen.text
        student.talk.says("/why asthma, LONG")
        assert titles[1] in student.talk.screen.text


def test_the_deadline_on_the_first_screen(student: Student) -> None:
    deadline = student.now + timedelta(days=2)
    with student.sessions.begin() as session:
        issue = replace(issues.an_issue("2026-12", deadline=deadline), title_en="Quitting")
        issues.publish(session, issue, student.now)
    for language, said in (("ja", "2026年12月号　禁煙支援"), ("en", "Dec 2026: Quitting: due in 2 days")):
        student.talk.language = language
        assert said in student.talk.says("/start").text
