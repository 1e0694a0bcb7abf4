"""The card of a course."""

from content.linking import Kind, Target, share
from content.rules import day_of
from content.study import practice
from content.study.course import ListedCourse
from handlers.presses.credits.credits import Credits
from handlers.presses.study import course as course_presses
from handlers.presses.study import quiz as quiz_presses
from handlers.presses.study.browse import Codes, LeaveCourse
from handlers.presses.study.practice import Practise
from handlers.screens.screen import Screen
from handlers.screens.study import course as screens
from handlers.study import public
from handlers.turn import READER, On, Turn, Visit, read_by
from storage.credits import history
from storage.programme import courses
from storage.study import progress


def card(turn: Turn, course_id: int, page: int = screens.FIRST_OPEN) -> Screen:
    """The card as it stands now; raises NoSuchCourse. `page` is a page of its chapters, if the course has many."""
    listed = courses.course(turn.session, course_id)
    chapters = progress.chapters(turn.session, turn.member.id, listed)
    tests = progress.tests(turn.session, turn.member.id, listed.id)
    failed = practice.offered(listed, tests.last, can_earn=turn.member.can_earn)
    view = screens.CourseCard(
        id=listed.id,
        course=listed.course,
        chapters=chapters,
        test=_test(turn, listed, tests),
        can_earn=turn.member.can_earn,
        addresses={one.number: address(turn, one.film_id) for one in chapters},
        in_app=turn.house.links.mini_apps,
        share=_share(turn, listed),
    )
    ways = screens.Ways(
        test=quiz_presses.Begin(listed.id),
        practice=None if failed is None else Practise(failed),
        credits=Credits(),
        codes=Codes(1, "courses"),
        back=LeaveCourse(listed.course.code),
    )
    return screens.card(view, turn.words, ways, page)


def address(turn: Turn, film_id: int, second: int | None = None) -> str:
    """The address of the watch page of this film, for a button in the chat of this turn. `second`: it plays from there,
    otherwise from where the member left off.
    """
    opened = turn.house.links.watch(turn.member.id, film_id, turn.member.login, turn.now)
    return opened if second is None else f"{opened}?t={second}"


def _share(turn: Turn, listed: ListedCourse) -> str:
    """The address at which the course's link is passed on."""
    link = turn.house.links.chat(Target(Kind.COURSE, listed.course.slug).pack())
    return share(link, turn.words.linked.shared(turn.words.titled(listed.course)))


def _test(turn: Turn, listed: ListedCourse, tests: progress.Tests) -> screens.Test:
    rules = turn.rules
    asked = len(listed.course.questions)
    past = history.of(turn.session, turn.member.id, listed.source, sample=listed.course.sample)
    return screens.Test(
        asked=asked,
        needed=rules.right_needed(asked),
        pass_pct=rules.elearning_pass_pct,
        needs_all=rules.test_requires_all_videos,
        under_way=tests.open,
        passed=day_of(tests.passed_at) if tests.passed_at else None,
        credited=past.earned_on,
        before=past.before,
    )


def open_course(turn: Turn, press: course_presses.OpenCourse) -> Screen:
    return card(turn, press.course)


def turn_chapters(turn: Turn, press: course_presses.TurnChapters) -> Screen:
    return card(turn, press.course, press.page)


def _public(visit: Visit, press: course_presses.OpenCourse) -> Screen:
    return public.card(visit, courses.course(visit.session, press.course))


def _public_chapters(visit: Visit, press: course_presses.TurnChapters) -> Screen:
    return public.card(visit, courses.course(visit.session, press.course), press.page)


ROUTES = (
    On(course_presses.OpenCourse, read_by(open_course, _public), READER),
    On(course_presses.TurnChapters, read_by(turn_chapters, _public_chapters), READER),
)
