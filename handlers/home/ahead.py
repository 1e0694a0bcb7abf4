"""What a member goes on with: the open test, the next minute of a course under way, or the course that pays soonest."""

from collections.abc import Iterator

from content.credits.goal import Goal
from content.refusals import NoMoreTests, NoSuchCourse, RetakeLater
from content.study import grading
from content.study.course import ListedCourse, to_watch
from handlers.credits import goal
from handlers.screens.ahead import Ahead, Play, Test
from handlers.study import course
from handlers.turn import Turn
from storage.programme import courses
from storage.study import attempts, enrolments, progress


def ahead(turn: Turn, now: Goal) -> Ahead | None:
    """The one thing to go on with; None if nothing is under way and no course brings what is missing from
    the goal, by this standing.
    """
    return _open_test(turn) or next(_under_way(turn), None) or _shortest(turn, now)


def of_course(turn: Turn, listed: ListedCourse) -> Ahead | None:
    """What is next in this course: a chapter, then the test; None if the test can't be taken now."""
    chapters = progress.chapters(turn.session, turn.member.id, listed)
    title, left = turn.words.titled(listed.course), to_watch(chapters)
    if left:
        following = left[0]
        address, in_app = course.address(turn, following.film_id), turn.house.links.mini_apps
        seconds = max(1, following.seconds - following.watched)
        return Play(title, following.number, seconds, bool(following.watched), address, in_app)
    return Test(listed.id, title, begun=False) if _may_sit(turn, listed) else None


def _open_test(turn: Turn) -> Test | None:
    """The open test that was answered last, as /resume opens it."""
    tests = attempts.open_ones(turn.session, turn.member.id)
    if not tests:
        return None
    attempt = attempts.answering(turn.session, turn.member.id, tests[0])
    return Test(attempt.course_id, turn.words.titled(attempt.sitting.course), begun=True)


def _under_way(turn: Turn) -> Iterator[Ahead]:
    """What is next in each course under way, the latest touched first. A course that waits for its retake waits here
    too.
    """
    for one in enrolments.under_way(turn.session, turn.member.id):
        try:
            following = of_course(turn, courses.course(turn.session, one.course_id))
        except NoSuchCourse:
            continue
        if following is not None:
            yield following


def _shortest(turn: Turn, now: Goal) -> Ahead | None:
    """The first chapter of the course that brings a new code in the shortest time."""
    for step in goal.shortest_way(turn, now).steps:
        if step.offer.seconds:
            following = of_course(turn, courses.course(turn.session, step.offer.course_id))
            return following.as_offer() if isinstance(following, Play) else None
    return None


def _may_sit(turn: Turn, listed: ListedCourse) -> bool:
    try:
        grading.admit(listed.course.retake, attempts.taken(turn.session, turn.member.id, listed.id), turn.now)
    except (NoMoreTests, RetakeLater):
        return False
    return True
