"""The first screens: the greeting of a stranger, and home, from which a member reaches everything."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from content.absence import given
from content.attendance.training import ListedTraining
from content.credits.goal import Goal
from content.credits.since import Since
from content.operator import Profile
from content.words import Words
from handlers.press import Press
from handlers.presses.access.login import NotMember
from handlers.presses.certificates.certificate import Certificates
from handlers.presses.credits.credits import Credits
from handlers.presses.credits.fees import OpenFees
from handlers.presses.credits.plan import OpenPlan
from handlers.presses.credits.why import Why
from handlers.presses.declarations.declare import Declarations
from handlers.presses.help import Help
from handlers.presses.journal import Begin, Issues
from handlers.presses.radio import NOW, Radio
from handlers.presses.settings import Settings
from handlers.presses.staff.rooms import Rooms
from handlers.presses.start import Further, LogIn
from handlers.presses.study.browse import Codes
from handlers.presses.study.resume import Resume
from handlers.presses.trainings.trainings import OpenTraining, Trainings
from handlers.screens import ahead as going_on
from handlers.screens.ahead import Ahead
from handlers.screens.credits import since
from handlers.screens.journal import MemberIssue
from handlers.screens.labels import summed
from handlers.screens.screen import Button, Row, Screen, page, row, rows_of
from handlers.screens.ways import back


@dataclass(frozen=True)
class Standing:
    """Where a member stands: the goal, the half-units of this fiscal year, and what the record lacks of the window."""

    goal: Goal
    this_year: int
    since: Sequence[Since] = ()


@dataclass(frozen=True)
class Drafts:
    """So many drafts can be declared until this day."""

    number: int
    until: date


@dataclass(frozen=True)
class Deadlines:
    """What ends in the next days, seen from this day of Japan's."""

    today: date
    issues: Sequence[MemberIssue] = ()
    training: ListedTraining | None = None
    drafts: Drafts | None = None


@dataclass(frozen=True)
class Home:
    """All that home shows. `certificate` leads to the preview of this year's, or to the choice. `waiting`: what waits
    on the desk; None without a role of staff. `said` is told first (for example that the login succeeded).
    `announced` is a line on maintenance.
    """

    name: str
    can_earn: bool
    standing: Standing | None
    ahead: Ahead | None
    deadlines: Deadlines
    waiting: int | None = None
    certificate: Press = field(default=Certificates())
    announced: str | None = None
    said: tuple[str, ...] = ()


def greeting(words: Words, profile: Profile) -> Screen:
    """The first screen of a person who is not logged in."""
    rows = (
        row(Button(words.common.to_login(), LogIn())),
        row(
            Button(words.common.to_courses(), Codes(1, "courses")),
            Button(words.radio.to_radio(), Radio(NOW, False, NOW)),
        ),
        row(Button(words.start.to_not_member(), NotMember()), Button(words.start.to_help(), Help())),
        row(Button(words.start.to_settings(), Settings())),
    )
    return Screen(page(words.start.title(), *words.start.greeting(profile)), rows=rows, subject="start")


def home(view: Home, words: Words) -> Screen:
    """Where the member stands, what to go on with, what ends soon; then the ways to everything else."""
    ends = list(_ending(view.deadlines, words))
    lines = [
        *([*view.said, ""] if view.said else []),
        *given(view.announced),
        *([] if view.can_earn else ["⚠️ " + words.start.cannot_earn(), ""]),
        *(_standing(view.standing, words) if view.standing else []),
        *(going_on.lines(view.ahead, words) if view.ahead else [words.start.choose()]),
        *([""] if ends else []),
        *(line for line, _ in ends),
    ]
    rows = (
        *given(row(to_staff(view.waiting, words)) if view.waiting is not None else None),
        *given(row(going_on.button(view.ahead, words)) if view.ahead else None),
        *rows_of((button for _, button in ends), 2),
        *_ways(view, words),
    )
    return Screen(page(words.start.home_title(view.name), *lines), rows, subject="start")


def further(words: Words) -> Screen:
    """What home has no room for."""
    buttons = (
        Button(words.start.to_begun(), Resume()),
        Button(words.fees.to_fees(), OpenFees()),
        Button(words.radio.to_radio(), Radio(NOW, False, NOW)),
        Button(words.start.to_settings(), Settings()),
        Button(words.start.to_help(), Help()),
    )
    wide = (row(Button(words.why.to_why(), Why(1))), row(Button(words.plan.to_plan(), OpenPlan())))
    rows = (*wide, *rows_of(buttons, 2), back(words))
    return Screen(
        page(words.start.further_title(), words.start.further(), "", words.help.texts_search()), rows, subject="further"
    )


def to_staff(waiting: int, words: Words) -> Button:
    """The way of whoever holds a role, with how much waits on the desk."""
    return Button(words.start.to_staff(waiting), Rooms())


def _standing(standing: Standing, words: Words) -> Sequence[str]:
    goal = standing.goal
    holds = bool(goal.window.sum.halves or standing.this_year)
    bar = words.start.bar(goal.window.sum.halves, goal.needed, standing.this_year)
    return (bar, *summed(words, sample=goal.sample and holds), *since.line(standing.since, words), "")


def _ending(deadlines: Deadlines, words: Words) -> Iterator[tuple[str, Button]]:
    """Each thing that ends soon: its line, and the button that leads to it."""
    say, today = words.start, deadlines.today
    for one in deadlines.issues:
        press = Begin(one.id)
        yield "⚠️ " + say.issue(one.issue, one.answered, today), Button(say.to_issue(one.issue, today), press)
    if deadlines.training is not None:
        told = deadlines.training.training
        line = "⬜ " + say.training(words.titled(told), told.starts_at, today)
        yield line, Button(say.to_training(told.held_on, today), OpenTraining(deadlines.training.id))
    if deadlines.drafts is not None:
        drafts = deadlines.drafts
        line = "⚠️ " + say.drafts(drafts.number, drafts.until)
        yield line, Button(say.to_drafts(drafts.until), Declarations(1))


def _ways(view: Home, words: Words) -> tuple[Row, ...]:
    """Six functions, and the way to the others. If there is nothing to go on with, finding a course comes first."""
    courses = Button(words.common.to_courses(), Codes(1, "courses"))
    rest = (
        Button(words.common.to_credits(), Credits()),
        Button(words.start.to_certificate(), view.certificate),
        Button(words.journal.to_journal(), Issues(1)),
        Button(words.trainings.to_trainings(), Trainings(1)),
        Button(words.declare.to_declare(), Declarations(1)),
    )
    others = Button(words.start.to_further(), Further())
    if view.ahead is not None:
        return (*rows_of((courses, *rest), 2), row(others))
    return (row(courses), *rows_of((*rest, others), 2))
