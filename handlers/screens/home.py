"""The first screens: the greeting of a stranger, and home, from which a member reaches everything."""

from content.words import Words
from handlers.screens.browse import Codes
from handlers.screens.certificate import Certificates
from handlers.screens.credits import Credits
from handlers.screens.help import Help
from handlers.screens.login import NotMember
from handlers.screens.resume import Resume
from handlers.screens.screen import Button, Row, Screen, page, row
from handlers.screens.settings import Settings
from handlers.screens.start import LogIn


def greeting(words: Words) -> Screen:
    """For one who is not logged in."""
    rows = (
        row(Button(words.common.to_login(), LogIn())),
        row(Button(words.start.to_not_member(), NotMember()), Button(words.start.to_help(), Help())),
        row(Button(words.start.to_settings(), Settings())),
    )
    return Screen(page(words.start.title(), *words.start.greeting()), rows=rows, subject="start")


def home(words: Words, name: str, *, can_earn: bool, said: tuple[str, ...] = ()) -> Screen:
    """For a member; `said` is what he is told first (that the login succeeded)."""
    told = (*said, "") if said else ()
    lines = (*told, words.start.home()) if can_earn else (*told, words.start.cannot_earn(), "", words.start.home())
    return Screen(page(words.start.home_title(name), *lines), rows=home_rows(words), subject="start")


def home_rows(words: Words) -> tuple[Row, ...]:
    """What a member is likely to do next."""
    return (
        row(Button(words.start.to_resume(), Resume())),
        row(Button(words.common.to_courses(), Codes(1, "all")), Button(words.common.to_credits(), Credits())),
        row(Button(words.start.to_certificate(), Certificates()), Button(words.start.to_settings(), Settings())),
        row(Button(words.start.to_help(), Help())),
    )
