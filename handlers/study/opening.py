"""Opens the only thing that a search found: it shows the thing, as its button does, and never acts."""

from collections.abc import Callable, Mapping

from content.search.entry import JOINING, Entry, Kind
from handlers import help, journal, radio
from handlers.access import joining
from handlers.presses.access.joining import Joining
from handlers.presses.help import AskAbout
from handlers.presses.journal import OpenIssue, OpenSpecial
from handlers.presses.radio import NOW, OpenBroadcast
from handlers.screens.screen import Screen
from handlers.screens.study.public import with_login as with_login
from handlers.study import browse, course, public
from handlers.study.public import FEW
from handlers.trainings import trainings
from handlers.turn import Turn, Visit
from storage.programme import courses


def opened(visit: Visit, one: Entry) -> Screen:
    """The screen of a hit. Raises NoSuchCourse and its kin."""
    if isinstance(visit, Turn) and one.kind in _FOR_MEMBERS:
        return _FOR_MEMBERS[one.kind](visit, one)
    return _FOR_ALL[one.kind](visit, one)


def _number(one: Entry) -> int:
    return one.key if isinstance(one.key, int) else 0


def _issue(turn: Turn, one: Entry) -> Screen:
    if isinstance(one.key, str):
        return journal.open_special(turn, OpenSpecial(one.key))
    return journal.open_issue(turn, OpenIssue(one.key))


def _help(visit: Visit, one: Entry) -> Screen:
    return joining.show(visit, Joining()) if one.key == JOINING else help.about(visit, AskAbout(str(one.key), 1))


_FOR_MEMBERS: Mapping[Kind, Callable[[Turn, Entry], Screen]] = {
    Kind.COURSE: lambda turn, one: course.card(turn, _number(one)),
    Kind.CODE: lambda turn, one: browse.of_code(turn, _number(one)),
    Kind.TRAINING: lambda turn, one: trainings.card(turn, _number(one)),
    Kind.ISSUE: _issue,
}
_FOR_ALL: Mapping[Kind, Callable[[Visit, Entry], Screen]] = {
    Kind.COURSE: lambda visit, one: public.card(visit, courses.course(visit.session, _number(one))),
    Kind.CODE: lambda visit, one: public.code(visit, _number(one), FEW, "all"),
    Kind.BROADCAST: lambda visit, one: radio.open_broadcast(visit, OpenBroadcast(_number(one), NOW, False, NOW)),
    Kind.HELP: _help,
}
