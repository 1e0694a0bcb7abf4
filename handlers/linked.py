"""Deep links to a course, an issue or a training: they show it, at once or after the log-in, and never act."""

from collections.abc import Callable, Mapping

from content import linking
from content.linking import Kind, Target
from content.refusals import NoSuchCourse, NotAMember, NotLoggedIn, Refusal
from handlers import journal, wanted
from handlers.presses.journal import OpenIssue
from handlers.screens import linked as screens
from handlers.screens.screen import Screen
from handlers.study import course, public
from handlers.trainings import trainings
from handlers.turn import ANYONE, MEMBER, Opens, Turn, Visit
from storage.journal import issues
from storage.people import targets
from storage.programme import courses
from storage.trainings import published


def opens(kind: Kind) -> Callable[[Visit, str], Screen]:
    """The act of links of this kind."""

    def act(visit: Visit, slug: str) -> Screen:
        """Raises NoSuchCourse, NoSuchIssue or NoSuchTraining."""
        target = linking.read(f"{kind.value}_{slug}")
        if target is None:
            raise NoSuchCourse
        title = _TITLES[kind](visit, target.slug)
        if visit.chat.caller is not None:
            return show(_turn(visit), target)
        if visit.chat.staff_id is not None:
            raise NotAMember
        if target.kind is Kind.COURSE:
            return public.card(visit, courses.by_slug(visit.session, target.slug))
        targets.keep(visit.session, visit.chat.id, target.pack(), visit.now)
        return screens.after_login(title, visit.rules.link_kept_h, visit.words)

    return act


def kept(turn: Turn) -> tuple[Screen, ...]:
    """What led to this log-in, a link, a course or a command; nothing if there was none, or if it can't be shown."""
    packed = targets.take(turn.session, turn.chat.id, turn.now, turn.rules.link_kept_h)
    target = linking.read(packed)
    try:
        shown = wanted.show(turn, packed) if target is None else show(turn, target)
    except Refusal:
        return ()
    return () if shown is None else (shown.own(),)


def show(turn: Turn, target: Target) -> Screen:
    return _SHOWS[target.kind](turn, target.slug)


def _turn(visit: Visit) -> Turn:
    """The turn of the member who is logged in. Raises NotLoggedIn."""
    turn = MEMBER.admit(visit)
    if isinstance(turn, Screen):
        raise NotLoggedIn
    return turn


def _course(turn: Turn, slug: str) -> Screen:
    return course.card(turn, courses.by_slug(turn.session, slug).id)


def _issue(turn: Turn, slug: str) -> Screen:
    return journal.open_issue(turn, OpenIssue(issues.by_slug(turn.session, slug).id))


def _training(turn: Turn, slug: str) -> Screen:
    return trainings.card(turn, published.by_slug(turn.session, slug).id)


def _course_title(visit: Visit, slug: str) -> str:
    return visit.words.titled(courses.by_slug(visit.session, slug).course)


def _issue_title(visit: Visit, slug: str) -> str:
    issue = issues.by_slug(visit.session, slug).issue
    return visit.words.journal.name(issue.month, visit.words.titled(issue))


def _training_title(visit: Visit, slug: str) -> str:
    return visit.words.titled(published.by_slug(visit.session, slug).training)


_SHOWS: Mapping[Kind, Callable[[Turn, str], Screen]] = {
    Kind.COURSE: _course,
    Kind.ISSUE: _issue,
    Kind.TRAINING: _training,
}
_TITLES: Mapping[Kind, Callable[[Visit, str], str]] = {
    Kind.COURSE: _course_title,
    Kind.ISSUE: _issue_title,
    Kind.TRAINING: _training_title,
}
ROUTES = tuple(Opens(kind.value, opens(kind), ANYONE) for kind in Kind)
