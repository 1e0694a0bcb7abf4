"""/resume: to the open test; otherwise to what is under way: a course, an issue of the journal, a declaration."""

from content.journal import IssueStanding
from content.study.course import ListedCourse
from handlers import journal
from handlers.declarations import declare, declare_steps
from handlers.presses.journal import Begin
from handlers.presses.study import resume as presses
from handlers.screens.journal import MemberIssue
from handlers.screens.screen import Screen
from handlers.screens.study import resume as screens
from handlers.study import course, quiz
from handlers.turn import MEMBER, Command, On, Turn
from storage.declarations import declarations
from storage.programme import courses
from storage.study import attempts, enrolments, progress


def resume(turn: Turn, _said: str | presses.Resume) -> Screen:
    tests = attempts.open_ones(turn.session, turn.member.id)
    if tests:
        return quiz.going_on(turn, attempts.answering(turn.session, turn.member.id, tests[0]))
    begun, sheets, drafts = _begun(turn), _sheets(turn), declarations.drafts(turn.session, turn.member.id)
    if len(begun) + len(sheets) + bool(drafts) > 1:  # all drafts count as one: they have a list of their own
        return screens.several([_told(turn, one) for one in begun], sheets, len(drafts), turn.words)
    if begun:
        return course.card(turn, begun[0].id)
    if sheets:
        return journal.begin(turn, Begin(sheets[0].id))
    if drafts:
        return declare_steps.next_of(turn, drafts[0]) if len(drafts) == 1 else declare.listed(turn, 1)
    return screens.nothing(turn.words)


def _sheets(turn: Turn) -> list[MemberIssue]:
    """The issues of the journal that are answered and not submitted, the nearest deadline first."""
    under_way = [one for one in journal.to_answer(turn) if one.standing is IssueStanding.UNDER_WAY]
    return sorted(under_way, key=lambda one: one.issue.deadline)[: screens.MOST]


def _begun(turn: Turn) -> list[ListedCourse]:
    """The published courses under way, the latest touched first."""
    published = {one.id: one for one in courses.listed(turn.session)}
    under_way = enrolments.under_way(turn.session, turn.member.id)
    return [published[one.course_id] for one in under_way if one.course_id in published][: screens.MOST]


def _told(turn: Turn, listed: ListedCourse) -> screens.Begun:
    chapters = progress.chapters(turn.session, turn.member.id, listed)
    return screens.Begun(listed.id, turn.words.titled(listed.course), sum(one.done for one in chapters), len(chapters))


ROUTES = (
    Command("resume", resume, MEMBER),
    On(presses.Resume, resume, MEMBER),
)
