"""/resume: to the open test, else to the course under way or to the draft of a declaration."""

from handlers import course, declare, declare_steps, quiz
from handlers.screens import resume as screens
from handlers.screens.screen import Screen
from handlers.turn import MEMBER, Command, On, Turn
from storage import attempts, declarations, enrolments, programme, study
from storage.programme import Listed


def resume(turn: Turn, _said: str | screens.Resume) -> Screen:
    for attempt_id in attempts.open_ones(turn.session, turn.member.id):
        return quiz.going_on(turn, attempts.answering(turn.session, turn.member.id, attempt_id))
    begun, drafts = _begun(turn), declarations.drafts(turn.session, turn.member.id)
    if begun and (drafts or len(begun) > 1):
        return screens.several([_told(turn, one) for one in begun], turn.words, drafts=len(drafts))
    if begun:
        return course.card(turn, begun[0].id)
    if drafts:
        return declare_steps.next_of(turn, drafts[0]) if len(drafts) == 1 else declare.listed(turn, 1)
    return screens.nothing(turn.words)


def _begun(turn: Turn) -> list[Listed]:
    """The published courses under way, the latest touched first."""
    published = {one.id: one for one in programme.listed(turn.session)}
    under_way = enrolments.under_way(turn.session, turn.member.id)
    return [published[one.course_id] for one in under_way if one.course_id in published][: screens.MOST]


def _told(turn: Turn, listed: Listed) -> screens.Begun:
    chapters = study.chapters(turn.session, turn.member.id, listed)
    return screens.Begun(listed.id, listed.course.title, sum(one.done for one in chapters), len(chapters))


ROUTES = (
    Command("resume", resume, MEMBER),
    On(screens.Resume, resume, MEMBER),
)
