"""Since when the record is complete, on every screen that shows a total: a line if the record begins after the first
day that is shown, and no line if it begins on that day.

Today is Sunday 22 November 2026.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from content.importing.report import Kind
from content.rules import begins
from content.study.course import CommonLecture
from content.text.periods import Period
from content.values import CERTIFIED, E_LEARNING, CreditKind
from content.words import JA
from handlers.press import Press
from handlers.presses.certificates.certificate import OfPurpose, TellMe
from handlers.presses.credits.common_lectures import OpenCommon
from handlers.presses.credits.credits import Year
from handlers.presses.credits.fees import FiscalYears, Psychotropic, Rows, UntilToday
from handlers.presses.credits.function_report import OpenReport
from handlers.presses.credits.goal import OpenWay, ShowPicture
from handlers.presses.credits.plan import SetPlan
from handlers.presses.credits.why import Numbers
from handlers.presses.study.browse import Codes
from handlers.presses.trainings.trainings import Trainings
from handlers.screens.certificates import certificate as papers
from handlers.screens.screen import Screen
from handlers.turn import House
from storage.certificates import certificates
from storage.credits import coverage
from storage.engine.sessions import Sessions
from storage.importing import imports
from storage.people import noted
from storage.tables import Certificate
from tests import samples
from tests.handlers.sitting import Sitter
from tests.operators import keeping
from tests.storage import training
from tests.student import Student

DAY = timedelta(days=1)
TODAY = date(2026, 11, 22)
EVERY = tuple(CreditKind)
ALL_DAYS = date.min
WINDOW, LAST_YEAR, THIS_YEAR, TWO_YEARS = date(2024, 4, 1), date(2025, 4, 1), date(2026, 4, 1), date(2024, 11, 23)
COMMON = (CreditKind.LECTURE, CreditKind.TRAINING)

Shows = Callable[[Student], Screen]


def press(one: Press) -> Shows:
    return lambda student: student.talk.presses(one)


def credits(student: Student) -> Screen:
    return student.talk.says("/credits")


def credits_with_an_earlier_year(student: Student) -> Screen:
    student.earns("old", 9, begins(date(2023, 3, 31)))
    return credits(student)


def credits_after_a_certificate(student: Student) -> Screen:
    with student.sessions.begin() as session:
        noted.certify(session, student.id, date(2025, 12, 1))
    return credits(student)


def picture_with_a_window_that_reached_it(student: Student) -> Screen:
    """Sixty credits of fiscal 2023: the window of fiscal 2023 to 2025 is told of."""
    for number in range(60):
        student.earns(f"full-{number}", number, begins(date(2023, 5, 1)))
    return student.talk.presses(ShowPicture())


def credits_with_a_common_lecture(student: Student) -> Screen:
    student.given(samples.course(common=CommonLecture("必修講習A 感染対策", 2)))
    student.watches(1, 2)
    student.sits("passed")
    return credits(student)


def rows(student: Student) -> Screen:
    return student.talk.presses(Rows(LAST_YEAR.toordinal(), TODAY.toordinal(), 1))


def a_paper(student: Student) -> Screen:
    """The caption under the certificate of a period; what the paper says is in test_papers."""
    student.earns("recent", 74, begins(TODAY - DAY))
    student.talk.certifies("2025/4/1-2026/11/22")
    with student.sessions.reading() as session:
        number = session.execute(select(Certificate.id)).scalar_one()
        facts = certificates.facts(session, number)
    period = Period(facts.period_from, facts.period_to)
    return papers.document(JA, number, period, facts.half_units, facts.since)


def purposes(student: Student) -> Screen:
    """The first screen of /certificate: its first buttons say the credits of a year that has some."""
    student.earns("this year", 74, begins(TODAY - DAY))
    return student.talk.says("/certificate")


def preview(student: Student) -> Screen:
    student.earns("before it", 74, begins(TODAY - DAY))
    return student.talk.says("/certificate 2025/4/1-2026/11/22")


def ready(student: Student) -> Screen:
    """The first page of a certificate, as a picture, on the morning after the credit."""
    student.earns(f"of {student.now}", 74, student.now)
    student.talk.presses(TellMe())
    (screen,) = (
        one
        for one in student.receives(begins(TODAY + DAY) + timedelta(hours=8))
        if isinstance(one, Screen) and one.first_page
    )
    return screen


def planned(student: Student) -> Screen:
    """60 by the end of this fiscal year."""
    return student.talk.presses(SetPlan(date(2027, 3, 31).toordinal()))


def trainings_record(student: Student) -> Screen:
    """The sum of the fiscal year stands over the list, so there is one training."""
    with student.sessions.begin() as session:
        held = training.publish(session, training.training(student.now - 2 * DAY), student.now)
        assert training.registers(session, held.training.slug, [("1000000001", 2)], student.now) == 1
    return student.talk.presses(Trainings(1))


SCREENS = {
    "credits": (credits, WINDOW, EVERY),
    "credits, with an earlier year": (credits_with_an_earlier_year, date(2022, 4, 1), EVERY),
    "credits, after a certificate": (credits_after_a_certificate, LAST_YEAR, EVERY),
    "credits, with a common lecture": (credits_with_a_common_lecture, ALL_DAYS, COMMON),
    "a year": (press(Year(2026, 1)), THIS_YEAR, EVERY),
    "the picture": (press(ShowPicture()), WINDOW, EVERY),
    "the picture, reached before": (picture_with_a_window_that_reached_it, date(2023, 4, 1), EVERY),
    "the way": (press(OpenWay(1)), WINDOW, EVERY),
    "the plan": (planned, WINDOW, EVERY),
    "the rows of 60": (press(Numbers(1)), WINDOW, EVERY),
    "fees until today": (press(UntilToday()), TWO_YEARS, EVERY),
    "fees of fiscal years": (press(FiscalYears()), LAST_YEAR, EVERY),
    "fees, traced": (rows, LAST_YEAR, EVERY),
    "psychotropic": (press(Psychotropic(1)), ALL_DAYS, EVERY),
    "common lectures": (press(OpenCommon(1)), ALL_DAYS, COMMON),
    "function report, this year": (press(OpenReport("this")), THIS_YEAR, EVERY),
    "function report, both years": (press(OpenReport("two")), LAST_YEAR, EVERY),
    "a certificate's purposes": (purposes, THIS_YEAR, tuple(CERTIFIED)),
    "a certificate's periods": (press(OfPurpose("general")), LAST_YEAR, tuple(CERTIFIED)),
    "a certificate's periods, e-learning alone": (press(OfPurpose("e_learning")), LAST_YEAR, tuple(E_LEARNING)),
    "a certificate's preview": (preview, LAST_YEAR, tuple(CERTIFIED)),
    "trainings": (trainings_record, THIS_YEAR, (CreditKind.TRAINING,)),
    "a paper's caption": (a_paper, LAST_YEAR, tuple(CERTIFIED)),
    "all codes": (press(Codes(1, "all")), ALL_DAYS, EVERY),
    "codes of courses": (press(Codes(1, "courses")), ALL_DAYS, tuple(E_LEARNING)),
    "a certificate that is ready": (ready, THIS_YEAR, tuple(CERTIFIED)),
}


def told(screen: Screen) -> bool:
    return "それより前の単位は、含まれない場合があります" in screen.text


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("late", [False, True])
def test_both_sides_of_the_first_day(sessions: Sessions, house: House, now: datetime, name: str, late: bool) -> None:
    shows, first, kinds = SCREENS[name]
    profile = keeping(first + DAY if late else first, *kinds)
    assert told(shows(Student(sessions, replace(house, profile=profile), now))) is late


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("late", [False, True])
def test_the_record_begins_with_what_was_brought_along(
    sessions: Sessions, house: House, now: datetime, name: str, late: bool
) -> None:
    """The operator keeps these kinds since today alone; an import says from when on it has everything before."""
    shows, first, kinds = SCREENS[name]
    profile = keeping(TODAY, *kinds).model_copy(update={"certifies_brought": date.min})
    student = Student(sessions, replace(house, profile=profile), now)
    _covers(student, first + DAY if late else first)
    assert told(shows(student)) is late


@pytest.mark.parametrize(("since", "late"), [(None, True), (LAST_YEAR, False), (LAST_YEAR + DAY, True)])
def test_a_certificate_is_complete_only_as_far_as_it_may_show_what_was_brought(
    sessions: Sessions, house: House, now: datetime, since: date | None, late: bool
) -> None:
    profile = keeping(TODAY).model_copy(update={"certifies_brought": since})
    student = Student(sessions, replace(house, profile=profile), now)
    _covers(student, WINDOW)
    assert told(preview(student)) is late


def _covers(student: Student, day: date) -> None:
    with student.sessions.begin() as session:
        number = imports.begin(session, Kind.CREDITS, "0" * 64, student.now)
        coverage.add(session, number, {student.id: day})


@pytest.mark.parametrize("name", SCREENS)
def test_only_the_kinds_that_are_in_the_total(sessions: Sessions, house: House, now: datetime, name: str) -> None:
    shows, first, kinds = SCREENS[name]
    others = [kind for kind in EVERY if kind not in kinds]
    profile = keeping(max(first, WINDOW) + DAY * 2000, *others) if others else keeping(ALL_DAYS)
    # the sums of /credits are of every kind, so the common lectures among them add nothing here
    expected = name == "credits, with a common lecture"
    assert told(shows(Student(sessions, replace(house, profile=profile), now))) is expected


@pytest.mark.parametrize(("first", "late"), [(THIS_YEAR, False), (THIS_YEAR + DAY, True)])
def test_the_sum_of_the_year_that_a_test_brings(
    sessions: Sessions, house: House, now: datetime, first: date, late: bool
) -> None:
    passed = Sitter(sessions, replace(house, profile=keeping(first)), now).sits(5)
    assert any(told(one) for one in (passed, *passed.also)) is late


def test_what_is_not_kept_here_at_all_is_said_whatever_is_shown(
    sessions: Sessions, house: House, now: datetime
) -> None:
    student = Student(sessions, replace(house, profile=keeping(None, CreditKind.JOURNAL)), now)
    for shows, _, kinds in SCREENS.values():
        said = "日医雑誌 問題解答は、ここでは記録していません。" in shows(student).text
        assert said is (CreditKind.JOURNAL in kinds or shows is credits_with_a_common_lecture)
