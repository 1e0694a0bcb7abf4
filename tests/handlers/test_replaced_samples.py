"""A real content that takes the name of a sample is another content: nothing of what members did with the sample is
its own, and its credit is earned anew. The sample's credits stay in the ledger and count nowhere.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from content.refusals import NoSuchCourse
from content.rules import Rulebook, begins
from content.values import CreditKind
from handlers.presses.credits.credits import Year
from handlers.presses.journal import Issues
from handlers.presses.study.course import OpenCourse
from handlers.presses.trainings.trainings import TrainingsToCome
from handlers.turn import House
from storage.credits import history, ledger
from storage.engine.sessions import Sessions
from storage.journal import issues as journal
from storage.journal import sheets
from storage.programme import courses
from storage.trainings import looked_up, published
from tests import issues, samples
from tests.storage import training
from tests.student import Student

SAMPLE = samples.course(sample=True)
REAL = samples.course(chapters=(samples.chapter(1, "測り方"), samples.chapter(2, "治療")))


@pytest.fixture
def student(sessions: Sessions, house: House) -> Student:
    """A member who earned the credit of the sample."""
    student = Student(sessions, house, begins(date(2026, 11, 22), 10))
    student.given(SAMPLE)
    student.watches(1, 2)
    student.sits("passed")
    return student


def half_units(student: Student) -> int:
    with student.sessions.reading() as session:
        return ledger.totals(session, student.id, date.min, date.max).half_units


def test_the_real_course_is_as_if_nothing_had_been_done(student: Student) -> None:
    student.given(REAL)
    card = student.sees()
    assert "⬜ 第1章 測り方　1分40秒" in card
    assert "🔒 テストは、あと2章の受講で受けられます。" in card
    assert not any("取得しました" in line for line in card)
    student.talk.says("/codes 74")
    assert "⬜ 未受講" in student.talk.screen.text
    student.talk.says("/why 高血圧")
    assert "⬜ 未受講の章：第1章" in student.talk.screen.text
    assert "見本" not in student.talk.screen.text


def test_its_credit_is_earned_and_the_sample_s_stays(student: Student) -> None:
    assert half_units(student) == 0
    student.given(REAL)
    student.watches(1, 2)
    student.sits("passed")
    assert half_units(student) == 2
    assert any("1単位を取得しました" in line for line in student.sees())
    with student.sessions.reading() as session:
        source = student.listed.source
        assert [one.sample for one in ledger.standing(session, student.id)] == [False, True]
        for sample in (False, True):
            assert ledger.has(session, student.id, source, sample=sample)
            assert history.of(session, student.id, source, sample=sample).counts is not sample


def test_the_sample_s_own_credit_is_not_told_as_the_real_one_s(student: Student) -> None:
    student.given(replace(REAL, title="高血圧の診療"))
    student.talk.presses(Year(2026, 1))
    student.talk.taps("1")
    assert student.talk.lines[0] == "<b>高血圧（CC 74・1単位）</b>"
    assert "⚠️ 見本の単位です" in student.talk.screen.text


def test_a_button_of_the_sample_says_that_it_is_gone(student: Student) -> None:
    sample = student.listed.id
    student.given(REAL)
    assert student.listed.id != sample
    with student.sessions.reading() as session:
        assert [one.id for one in courses.listed(session)] == [student.listed.id]
    with pytest.raises(NoSuchCourse):
        student.talk.presses(OpenCourse(sample))


def test_answers_to_a_sample_of_the_journal_do_not_bar_the_real_issue(student: Student) -> None:
    with student.sessions.begin() as session:
        sample = issues.publish(session, replace(issues.an_issue(), sample=True), student.now)
        sheet = sheets.begin(session, student.id, sample, student.now)
        sheets.choose(session, student.id, sheet.id, 1, 1, student.now)
        real = issues.publish(session, issues.an_issue(), student.now)
        assert real.id != sample.id
        assert sheets.of(session, student.id, real.id) is None
        assert [one.id for one in journal.listed(session).issues] == [real.id]
    student.talk.presses(Issues(1))
    assert "⬜ 未解答" in student.talk.screen.text
    assert "見本" not in student.talk.screen.text


def test_a_training_that_was_registered_as_a_sample(student: Student) -> None:
    rulebook, starts = Rulebook(), student.now - timedelta(days=1)
    with student.sessions.begin() as session:
        sample = training.training(starts, sample=True, title="見本の研修会")
        listed = training.publish(session, sample, student.now)
        assert training.registers(session, sample.slug, [("1000000001", 3)], student.now) == 1
        later = training.training(student.now + timedelta(days=1))
        assert published.publish(session, later, student.now) == "new in place of a sample"
        real = published.by_slug(session, later.slug)
        assert (real.id != listed.id, real.registered, real.training.sample) == (True, False, False)
        assert [one.id for one in published.coming(session, student.now - timedelta(days=2))] == [real.id]
        assert [one.id for one in looked_up.every(session)] == [real.id]
        assert published.training(session, listed.id).training.source == sample.source, "as the ledger has it"
        assert ledger.award(
            session,
            member_id=student.id,
            kind=CreditKind.TRAINING,
            source=later.source,
            half_units=3,
            code=79,
            title=later.title,
            organiser=later.organiser,
            earned_at=student.now,
            rules=rulebook.now(student.now),
        )
    assert half_units(student) == 3
    student.talk.presses(TrainingsToCome(1))
    assert "気管支喘息の長期管理" in student.talk.screen.text
