"""The card of a course."""

from content.rules import day_of
from handlers.screens import course as screens
from handlers.screens import quiz
from handlers.screens.browse import Codes, OpenCode
from handlers.screens.credits import Credits
from handlers.screens.screen import Screen
from handlers.turn import MEMBER, On, Turn
from storage import ledger, programme, study
from storage.programme import Listed


def card(turn: Turn, course_id: int, page: int = screens.FIRST_OPEN) -> Screen:
    """The card as it stands now; raises NoSuchCourse. `page` is one of its chapters, for a course of many."""
    listed = programme.course(turn.session, course_id)
    chapters = study.chapters(turn.session, turn.member.id, listed)
    view = screens.Card(
        id=listed.id,
        course=listed.course,
        chapters=chapters,
        test=_test(turn, listed),
        can_earn=turn.member.can_earn,
        addresses={one.number: turn.house.links.watch(turn.member.id, one.film_id, turn.now) for one in chapters},
        in_app=turn.house.links.mini_apps,
    )
    ways = screens.Ways(
        test=quiz.Begin(listed.id),
        credits=Credits(),
        codes=Codes(1, "all"),
        back=OpenCode(listed.course.code, 1, "courses"),
    )
    return screens.card(view, turn.words, ways, page)


def _test(turn: Turn, listed: Listed) -> screens.Test:
    rules = turn.rules
    asked = len(listed.course.questions)
    tests = study.tests(turn.session, turn.member.id, listed.id)
    return screens.Test(
        asked=asked,
        needed=rules.right_needed(asked),
        pass_pct=rules.elearning_pass_pct,
        needs_all=rules.test_requires_all_videos,
        under_way=tests.open,
        passed=tuple(day_of(at) for at in tests.passed_at),
        credited=tuple(entry.earned_on for entry in ledger.of_source(turn.session, turn.member.id, listed.source)),
    )


def open_course(turn: Turn, press: screens.OpenCourse) -> Screen:
    return card(turn, press.course)


def turn_chapters(turn: Turn, press: screens.TurnChapters) -> Screen:
    return card(turn, press.course, press.page)


ROUTES = (
    On(screens.OpenCourse, open_course, MEMBER),
    On(screens.TurnChapters, turn_chapters, MEMBER),
)
