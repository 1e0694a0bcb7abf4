"""The first screens: the greeting of a stranger, and home, from which a member reaches everything."""

from content.absence import given
from content.operator import Profile
from content.words import Words
from handlers.presses.browse import Codes
from handlers.presses.certificate import Certificates
from handlers.presses.credits import Credits
from handlers.presses.declare import Declarations
from handlers.presses.fees import OpenFees
from handlers.presses.help import Help
from handlers.presses.journal import Issues
from handlers.presses.login import NotMember
from handlers.presses.radio import NOW, Radio
from handlers.presses.resume import Resume
from handlers.presses.settings import Settings
from handlers.presses.start import LogIn
from handlers.presses.trainings import Trainings
from handlers.presses.why import Why
from handlers.screens.screen import Button, Row, Screen, page, row, rows_of


def greeting(words: Words, profile: Profile) -> Screen:
    """The first screen of a person who is not logged in."""
    rows = (
        row(Button(words.common.to_login(), LogIn())),
        row(Button(words.start.to_not_member(), NotMember()), Button(words.start.to_help(), Help())),
        row(Button(words.start.to_settings(), Settings())),
    )
    return Screen(page(words.start.title(), *words.start.greeting(profile)), rows=rows, subject="start")


def home(
    words: Words,
    name: str,
    *,
    can_earn: bool,
    begun: bool,
    said: tuple[str, ...] = (),
    announced: str | None = None,
) -> Screen:
    """The first screen of a member. `begun`: a course is under way. `said` is told first (for example that the login
    succeeded). `announced` is a line on maintenance.
    """
    told = [*said, ""] if said else []
    warned = [] if can_earn else ["⚠️ " + words.start.cannot_earn(), ""]
    lines = [*told, *given(announced), *warned, words.start.home(begun), words.help.texts_search()]
    return Screen(page(words.start.home_title(name), *lines), rows=_likely(words, begun), subject="start")


def _likely(words: Words, begun: bool) -> tuple[Row, ...]:
    """What a member is likely to do next: at first to find a course, later to go on with it. The rest follows below."""
    resume = Button(words.start.to_resume(), Resume())
    courses = Button(words.common.to_courses(), Codes(1, "courses"))
    credits = Button(words.common.to_credits(), Credits())
    certificate = Button(words.start.to_certificate(), Certificates())
    further = [credits, certificate, *_further(words)]
    first = (row(resume), *rows_of([courses, *further], 2)) if begun else (row(courses), *rows_of(further, 2))
    return *first, row(Button(words.why.to_why(), Why(1))), _last(words)


def _further(words: Words) -> tuple[Button, ...]:
    return (
        Button(words.journal.to_journal(), Issues(1)),
        Button(words.trainings.to_trainings(), Trainings(1)),
        Button(words.declare.to_declare(), Declarations(1)),
        Button(words.fees.to_fees(), OpenFees()),
    )


def _last(words: Words) -> Row:
    radio = Button(words.radio.to_radio(), Radio(NOW, False, NOW))
    return row(radio, Button(words.start.to_settings(), Settings()), Button(words.start.to_help(), Help()))
