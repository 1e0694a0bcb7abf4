"""The self-assessment: it is begun, answered tap by tap and graded once. Then follows what it brings."""

from dataclasses import replace
from datetime import timedelta

from content.refusals import ChaptersMissing, StaleButton
from content.rules import day_of, fiscal_year, year_span
from content.study.course import ListedCourse
from content.study.grading import Attempt
from handlers.credits import goal
from handlers.credits.kept import late
from handlers.home.ahead import ahead
from handlers.presses.study import quiz as presses
from handlers.screens.screen import Screen
from handlers.screens.study import quiz as screens
from handlers.screens.study import quiz_result as results
from handlers.study import course
from handlers.study import practice as practising
from handlers.turn import MEMBER, On, Turn
from storage.credits import ledger
from storage.people import preferences
from storage.programme import courses
from storage.study import attempts, enrolments, practice, progress, sittings


def begin(turn: Turn, press: presses.Begin) -> Screen:
    """Begin an attempt, or go on with the open one. Raises ChaptersMissing, RetakeLater or NoMoreTests."""
    listed = courses.course(turn.session, press.course)
    if not progress.tests(turn.session, turn.member.id, listed.id).open:
        _admit(turn, listed)
    attempt = attempts.begin(turn.session, turn.member.id, listed, turn.now)
    practice.drop(turn.session, turn.member.id, listed.id)
    sittings.drop_old(turn.session, turn.member.id, listed.id, turn.rules.attempts_kept)
    enrolments.touch(turn.session, turn.member.id, listed.id, turn.now)
    credited = ledger.has(turn.session, turn.member.id, listed.source, sample=listed.course.sample)
    return replace(going_on(turn, attempt), toast=turn.words.quiz.practice() if credited else "")


def going_on(turn: Turn, attempt: Attempt) -> Screen:
    """The screen at which an attempt goes on: the first question without an answer, otherwise the page of answers."""
    return screens.now(attempt, turn.rules, turn.words)


def choose(turn: Turn, press: presses.Choose) -> Screen:
    """Save the answer. After a single choice the test goes on by itself, unless the member has switched that off."""
    outcome = attempts.choose(turn.session, turn.member.id, press.attempt, press.question, press.choice, turn.now)
    several = outcome.attempt.sitting.question(press.question).several
    if outcome.changed and not several and preferences.test_goes_on(turn.session, turn.member.id):
        return screens.onward(outcome, press.question, turn.rules, turn.words)
    return screens.chosen(outcome, press.question, turn.words)


def untick(turn: Turn, press: presses.Untick) -> Screen:
    outcome = attempts.choose(
        turn.session, turn.member.id, press.attempt, press.question, press.choice, turn.now, off=True
    )
    return screens.chosen(outcome, press.question, turn.words)


def show(turn: Turn, press: presses.Show) -> Screen:
    attempt = attempts.answering(turn.session, turn.member.id, press.attempt)
    try:
        return screens.question(attempt, press.question, turn.words)
    except LookupError:
        raise StaleButton from None


def review(turn: Turn, press: presses.Review) -> Screen:
    attempt = attempts.answering(turn.session, turn.member.id, press.attempt)
    return screens.review(attempt, turn.rules, turn.words)


def leave(turn: Turn, press: presses.Leave) -> Screen:
    """Show the course's card. Every answer is saved already."""
    attempt = attempts.answering(turn.session, turn.member.id, press.attempt)
    enrolments.touch(turn.session, turn.member.id, attempt.course_id, turn.now)
    return replace(course.card(turn, attempt.course_id), toast=turn.words.quiz.left())


def grade(turn: Turn, press: presses.Grade) -> Screen:
    """Grade it, or go to the first question without an answer.

    A graded attempt shows its result again: a crash between the record and the showing must not hide it.
    """
    graded = attempts.grade(turn.session, turn.member.id, press.attempt, turn.rules, turn.now)
    attempt = graded.attempt
    if attempt.state == attempts.OPEN:
        toast = turn.words.quiz.not_gradable(attempt.sitting.unanswered)
        return replace(going_on(turn, attempt), toast=toast)
    listed = courses.course(turn.session, attempt.course_id)
    if attempt.state == attempts.FAILED:
        enrolments.touch(turn.session, turn.member.id, listed.id, turn.now)
        return _failed(turn, attempt, listed)
    reward = _reward(turn, attempt, listed)
    result = results.passed(attempt, reward, turn.words, _moment(turn, reward, listed))
    # It was graded before: the result comes in the place of the pressed message and not as a second one.
    if not graded.now:
        return replace(result, rows=(*result.rows, results.back(attempt, turn.words)), picture=None)
    return replace(course.card(turn, listed.id), also=(result.own(),))


def explain(turn: Turn, press: presses.Explain) -> Screen:
    """Show the explanations of a passed attempt. They hold the key, so no other attempt has them."""
    attempt = attempts.own(turn.session, turn.member.id, press.attempt)
    if attempt.state != attempts.PASSED:
        raise StaleButton
    if press.question == results.FIRST:
        return results.explanation(attempt, 1, turn.words).own()
    try:
        return results.explanation(attempt, press.question, turn.words)
    except LookupError:
        raise StaleButton from None


def _admit(turn: Turn, listed: ListedCourse) -> None:
    missing = _missing(turn, listed)
    if missing and turn.rules.test_requires_all_videos:
        raise ChaptersMissing(missing)


def _missing(turn: Turn, listed: ListedCourse) -> tuple[int, ...]:
    chapters = progress.chapters(turn.session, turn.member.id, listed)
    return tuple(chapter.number for chapter in chapters if not chapter.done)


def _failed(turn: Turn, attempt: Attempt, listed: ListedCourse) -> Screen:
    wrong, barred = (
        practising.places(turn, listed, attempt, attempt.sitting.wrong_places),
        practising.barred(turn, listed),
    )
    practice = practising.offered(turn, listed) == attempt.id
    failure = results.Failure(turn.rules.elearning_pass_pct, wrong, turn.house.links.mini_apps, barred, practice)
    return results.failed(attempt, failure, turn.words)


def _reward(turn: Turn, attempt: Attempt, listed: ListedCourse) -> results.Reward:
    """What a passed attempt brought. The ledger tells it, so that a second tap tells the same."""
    progress.earn_if_due(turn.session, turn.member.id, listed, turn.rules, turn.now)
    if not turn.member.can_earn:
        return results.CannotEarn()
    credit = ledger.of_source(turn.session, turn.member.id, listed.source, sample=listed.course.sample)
    if credit is None:
        return _without(turn, listed)
    # An earlier attempt has earned this course's credit. An attempt that waited for chapters is told of no credit until
    # it has one.
    if credit.earned_at != attempt.finished_at:
        return results.CreditedBefore()
    year = fiscal_year(credit.earned_on)
    totals = ledger.totals(turn.session, turn.member.id, *year_span(year))
    certified = credit.earned_on + timedelta(days=turn.rules.certificate_after_days)
    kept = late(turn, turn.member.id, year_span(year)[0])
    return results.Credited(
        credit.code,
        credit.half_units,
        year,
        totals,
        certified,
        day_of(turn.now),
        kept,
        sample=credit.sample,
        counts=credit.counts,
    )


def _without(turn: Turn, listed: ListedCourse) -> results.Reward:
    """Why a passed attempt has brought no credit yet."""
    missing = _missing(turn, listed)
    doubt = ledger.doubtful(turn.session, turn.member.id, listed.source, sample=listed.course.sample)
    return results.InDoubt(doubt.earned_on, doubt.title) if doubt and not missing else results.ChaptersLeft(missing)


def _moment(turn: Turn, reward: results.Reward, listed: ListedCourse) -> results.Moment | None:
    """What a credit of today did for the goal; None without one, or if it does not count."""
    if not isinstance(reward, results.Credited) or not reward.counts:
        return None
    every, key = ledger.history(turn.session, turn.member.id), (reward.today, listed.course.kind.value, reward.code)
    brought = next((one for one in every if (one.day, one.kind.value, one.code) == key), None)
    if brought is None:
        return None
    # the history has one sum for a day, kind and code
    left = replace(brought, half_units=brought.half_units - reward.half_units)
    others = [*(one for one in every if one != brought), *([left] if left.half_units else [])]
    now, before = goal.standing(turn, every), goal.standing(turn, others)
    gain = now.window.sum.halves - before.window.sum.halves
    return results.Moment(gain, goal.facts(turn, reward.code), ahead(turn, now))


ROUTES = (
    On(presses.Begin, begin, MEMBER),
    On(presses.Choose, choose, MEMBER),
    On(presses.Untick, untick, MEMBER),
    On(presses.Show, show, MEMBER),
    On(presses.Review, review, MEMBER),
    On(presses.Grade, grade, MEMBER),
    On(presses.Leave, leave, MEMBER),
    On(presses.Explain, explain, MEMBER),
)
