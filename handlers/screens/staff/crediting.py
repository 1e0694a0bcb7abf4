"""Granting a credit and taking one back: each ends with what the member will read, before anything is done."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from content.credits.credit import StandingCredit
from content.operator import Profile
from content.staff.crediting import Content, Of, Step, Told
from content.words import Words
from handlers.presses.credits.credits import Credits
from handlers.presses.credits.why import Why
from handlers.presses.requests import Requests
from handlers.presses.staff.crediting import (
    Answer,
    AskGrant,
    AskReverse,
    GrantFor,
    GrantIt,
    ListCredits,
    PickContent,
    ReverseFor,
    ReverseIt,
)
from handlers.presses.staff.members import OpenMember
from handlers.screens.labels import titled
from handlers.screens.paging import PAGE, cut, pager
from handlers.screens.screen import Button, Place, Row, Screen, page, row, rows_of

RULE = "―" * 12
"""Stands above and below what the member will read."""
OFFERED = (1, 2, 3, 4)
"""Half-units that have a button of their own."""


def listed(
    credits: Sequence[StandingCredit], number: int, member: int, name: str, words: Words, said: str = ""
) -> Screen:
    """A page of the credits that stand, the latest first."""
    say, shown = words.crediting, cut(credits, number)
    numbered = list(enumerate(shown.items, start=shown.before + 1))
    lines = [say.line(place, one.earned_on, titled(one, words), one.code, one.half_units) for place, one in numbered]
    rows = (
        row(Button(say.to_grant(), AskGrant(member))),
        *rows_of((Button(str(place), AskReverse(member, one.id)) for place, one in numbered), 5),
        *pager(words, shown, lambda turned: ListCredits(member, turned)),
        row(Button(words.common.back(), OpenMember(member))),
    )
    told = [said, ""] if said else []
    between = [""] if lines else []
    text = page(say.list_title(name), *told, *lines, *between, say.how(len(credits)))
    return Screen(text, rows, subject=_subject(member))


def ask_of(member: int, name: str, words: Words) -> Screen:
    """What is it for?"""
    say = words.crediting
    buttons = (Button(say.of(of), GrantFor(member, of.value)) for of in Of)
    rows = (*(row(button) for button in buttons), _to_list(member, words))
    return Screen(page(say.grant_title(name), *say.ask_of()), rows, subject=_subject(member))


def ask_name(of: Of, member: int, name: str, words: Words, said: str = "") -> Screen:
    """Type the name of the content."""
    say, told = words.crediting, [said, ""] if said else []
    text = page(say.grant_title(name), *told, *say.ask_name(of))
    return Screen(text, (_to_kinds(member, words),), subject=_subject(member))


def found(of: Of, contents: Sequence[Content], member: int, name: str, words: Words) -> Screen:
    """The contents that a text may mean."""
    say, shown = words.crediting, contents[:PAGE]
    lines = [
        say.found(place, content_title(one, words), one.code, one.half_units) for place, one in enumerate(shown, 1)
    ]
    more = [say.further(len(contents) - len(shown))] if len(contents) > len(shown) else []
    buttons = (Button(str(place), PickContent(member, of.value, one.id)) for place, one in enumerate(shown, 1))
    rows = (*rows_of(buttons, 5), _to_kinds(member, words))
    return Screen(page(say.grant_title(name), *lines, *more), rows, subject=_subject(member))


def ask(step: Step, about: str, today: date, member: int, name: str, words: Words, said: str = "") -> Screen:
    """Ask for a part of a grant. `about`: the title, if it is known; `said`: why the last answer was not taken."""
    say, told = words.crediting, [said, ""] if said else []
    title = [about, ""] if about else []
    offered = _OFFERED.get(step, _none)(today, words)
    width = 1 if step is Step.WHY else 4
    buttons = (Button(label, Answer(member, step.value, value)) for label, value in offered)
    rows = (*rows_of(buttons, width), _to_kinds(member, words))
    return Screen(page(say.grant_title(name), *told, *title, *say.ask(step)), rows, subject=_subject(member))


def preview_grant(
    shown: str, told: Told, member: int, name: str, words: Words, theirs: Words, profile: Profile, said: str = ""
) -> Screen:
    """What the member will read, in the member's language (`theirs`), and the button that does it. `said`: why it is
    shown again.
    """
    letter = [theirs.crediting.granted_title(), *theirs.crediting.told_granted(told, profile)]
    do = Button(words.crediting.do_grant(), GrantIt(member, shown))
    return _preview(words.crediting.grant_title(name), letter, (), do, member, words, said)


def ask_reverse(
    one: StandingCredit, certificates: Sequence[str], member: int, name: str, words: Words, said: str = ""
) -> Screen:
    """The credit, the certificates that show it, and the usual reasons."""
    say, told = words.crediting, [said, ""] if said else []
    reasons = (Button(why, ReverseFor(member, one.id, place)) for place, why in enumerate(say.reversing()))
    rows = (*(row(button) for button in reasons), _to_list(member, words))
    credit = (words.course.title(titled(one, words), one.code, one.half_units), words.common.day(one.earned_on))
    text = page(say.reverse_title(name), *told, *credit, "", say.shown_on(certificates), "", say.ask_reverse())
    return Screen(text, rows, subject=_subject(member))


def preview_reversal(
    shown: str,
    credit: int,
    told: Told,
    member: int,
    name: str,
    words: Words,
    theirs: Words,
    profile: Profile,
    said: str = "",
) -> Screen:
    """The same for a credit that is taken back, with the certificates that will wait for an officer."""
    letter = [theirs.crediting.reversed_title(), *theirs.crediting.told_reversed(told, profile)]
    do = Button(words.crediting.do_reverse(), ReverseIt(member, credit, shown))
    on = (words.crediting.shown_on(told.certificates), "")
    return _preview(words.crediting.reverse_title(name), letter, on, do, member, words, said)


def granted(told: Told, profile: Profile, words: Words) -> Screen:
    """The letter to the member who was granted a credit."""
    rows = (row(Button(words.common.to_credits(), Credits())), row(Button(words.requests.title(), Requests(1))))
    say = words.crediting
    return Screen(page(say.granted_title(), *say.told_granted(told, profile)), rows, place=Place.OWN)


def reversed_(told: Told, profile: Profile, words: Words) -> Screen:
    """The letter to the member whose credit was taken back."""
    rows = (
        row(Button(words.common.to_credits(), Credits())),
        row(Button(words.why.to_why(), Why(1))),
        row(Button(words.requests.title(), Requests(1))),
    )
    say = words.crediting
    return Screen(page(say.reversed_title(), *say.told_reversed(told, profile)), rows, place=Place.OWN)


def content_title(one: Content, words: Words) -> str:
    """The title of a content in this language; that of a sample is marked."""
    return words.common.marked(plain_title(one, words), sample=one.sample)


def plain_title(one: Content, words: Words) -> str:
    """The title of a content in this language, as a credit has it."""
    title = words.titled(one.shown)
    return words.journal.name(one.month, title) if one.month else title


def _preview(
    title: str, letter: Sequence[str], on: Sequence[str], do: Button, member: int, words: Words, said: str
) -> Screen:
    say = words.crediting
    quoted = [RULE, *letter, RULE]
    rows = (row(do), _to_list(member, words))
    told = [said, ""] if said else []
    return Screen(page(title, *told, say.preview(), *quoted, *on, say.final()), rows, subject=_subject(member))


def _days(today: date, words: Words) -> Sequence[tuple[str, int]]:
    say = words.crediting
    return ((say.today(), today.toordinal()), (say.yesterday(), (today - timedelta(days=1)).toordinal()))


def _units(_today: date, words: Words) -> Sequence[tuple[str, int]]:
    return [(words.declare_steps.number(halves), halves) for halves in OFFERED]


def _reasons(_today: date, words: Words) -> Sequence[tuple[str, int]]:
    return [(why, place) for place, why in enumerate(words.crediting.granting())]


def _none(_today: date, _words: Words) -> Sequence[tuple[str, int]]:
    return ()


_OFFERED: Mapping[Step, Callable[[date, Words], Sequence[tuple[str, int]]]] = {
    Step.UNITS: _units,
    Step.DAY: _days,
    Step.WHY: _reasons,
}


def _to_list(member: int, words: Words) -> Row:
    return row(Button(words.common.back(), ListCredits(member, 1)))


def _to_kinds(member: int, words: Words) -> Row:
    return row(Button(words.common.back(), AskGrant(member)))


def _subject(member: int) -> str:
    return f"staff:{member}"
