"""入会について, for everybody."""

from content import links
from content.absence import given
from content.operator import Profile
from content.words import Words
from handlers.presses.start import LogIn
from handlers.presses.study.browse import Codes
from handlers.screens.screen import Button, Screen, page, row
from handlers.screens.ways import back


def joining(words: Words, profile: Profile) -> Screen:
    """Who may take the courses, what is known of joining, and whom to ask."""
    say, desk, mamis = words.joining, profile.joining_contact, links.load().link("mamis")
    lines = (
        say.members_only(),
        say.open_to_all(),
        "",
        *say.procedure(),
        "",
        *say.whom_to_ask(profile),
        "",
        say.afterwards(),
    )
    rows = given(
        row(Button(words.operator.copy_phone(), copies=desk.phone)) if desk and desk.phone else None,
        row(Button(words.operator.to_form(), url=desk.form)) if desk and desk.form else None,
        row(Button(mamis.title.text(words.language), url=mamis.address)),
        row(Button(words.common.to_courses(), Codes(1, "courses"))),
        row(Button(words.common.to_login(), LogIn())),
        back(words),
    )
    return Screen(page(say.title(), *lines), rows, subject="start")
