"""Why a credit, or its line on a certificate, is missing; and the rows that make the numbers of /credits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from content.absence import given
from content.certificates.unlisted import BroughtAlong, CertifiedElsewhere, LineReason, NeverShown, NotUntil
from content.credits.counting import Counted
from content.credits.credit import StandingCredit
from content.credits.goal import Goal
from content.credits.since import Since
from content.credits.why import Reason
from content.operator import Profile
from content.search.finder import LONGEST
from content.staff import usual
from content.study.course import CommonLecture
from content.values import CreditKind
from content.words import Words
from handlers.press import Press
from handlers.presses.certificates.certificate import Certificates, TellMe
from handlers.presses.credits.credits import Credits
from handlers.presses.credits.why import Numbers, OfRow, Why, WhyList
from handlers.presses.requests import Requests
from handlers.screens.credits import since
from handlers.screens.labels import picks, summed, titled
from handlers.screens.paging import Page, cut, pager
from handlers.screens.screen import Button, Row, Screen, page, row, rows_of
from handlers.screens.ways import back

DAY = timedelta(days=1)
PENDING = Why(1)
PICKS = (CreditKind.LECTURE, CreditKind.JOURNAL, CreditKind.TRAINING, CreditKind.DECLARATION)
"""The kinds that a list can be picked for. Cooperation courses are among the courses."""


@dataclass(frozen=True)
class Item:
    """Something in a list: its title, why it is there, and the press that explains it."""

    title: str
    reason: Reason
    press: Press


@dataclass(frozen=True)
class Credited:
    """A credit that stands: how it counts, and why no certificate shows it. `goal` gives the window."""

    counted: Counted[StandingCredit]
    goal: Goal
    common: tuple[CommonLecture, ...]
    line: LineReason | None


@dataclass(frozen=True)
class Explained:
    """A course, an issue, a training, a declaration or a credit, and everything about what is missing.

    `about` says what kind of thing it is. `opens` leads to its own screen, if it has one.
    """

    title: str
    about: str
    kind: CreditKind
    reasons: tuple[Reason, ...]
    credit: Credited | None
    opens: Press | None
    subject: str


def first(pending: Sequence[Item], number: int, words: Words) -> Screen:
    """Everything that waits to be credited or certified, and the ways to the rest."""
    say, shown = words.why, cut(pending, number)
    lines = [say.about(len(pending)), "", *_items(shown, words), *[""] * bool(pending), say.others()]
    picks = (Button(say.kind(kind), WhyList(kind.value, 1)) for kind in PICKS)
    return Screen(
        page(say.title(), *lines),
        (*_numbers(shown), *pager(words, shown, Why), *rows_of(picks, 2), _asking(words), back(words)),
        subject="why",
    )


def listed(kind: CreditKind, items: Sequence[Item], number: int, words: Words) -> Screen:
    """Everything of one kind that the member has to do with, and how far it is."""
    say, shown = words.why, cut(items, number)
    return Screen(
        page(say.list_title(kind), *(_items(shown, words) or [say.empty(kind)]), "", say.unlisted()),
        (
            *_numbers(shown),
            *pager(words, shown, lambda turned: WhyList(kind.value, turned)),
            row(Button(words.common.back(), Why(1))),
        ),
        subject="why",
    )


def found(text: str, items: Sequence[Item], further: int, words: Words) -> Screen:
    """The things that a text may mean, if there are several: a page of them. `further` is how many more there are."""
    say, shown = words.why, cut(items, 1)
    more = ["", say.found_more(further)] if further else []
    rows = (*_numbers(shown), row(Button(words.common.back(), Why(1))))
    return Screen(page(say.found_title(text), *_items(shown, words), *more), rows, subject="why")


def not_found(text: str, words: Words) -> Screen:
    """Nothing has that name. That is an answer too: an organiser may not have registered it yet."""
    say = words.why
    rows = (_asking(words), row(Button(words.common.back(), Why(1))))
    return Screen(page(say.title(), *say.not_found(text)), rows, subject="why")


def too_long(words: Words) -> Screen:
    rows = (row(Button(words.common.back(), Why(1))),)
    return Screen(page(words.why.title(), words.why.too_long(LONGEST)), rows, subject="why")


def explained(one: Explained, profile: Profile, words: Words, to: Press = PENDING) -> Screen:
    """Everything that is missing, each with what to do next. For a credit that stands, how it counts. `to` is the way
    back.
    """
    reasons = (words.reasons.said(usual.of(reason, words), profile) for reason in one.reasons)
    lines = [one.about, *(line for said in reasons for line in ("", *said))]
    if one.credit is not None and one.credit.counted.credit.counts:
        lines += ["", *_counted(one.credit, words), "", *_line(one.credit, profile, words)]
    return Screen(page(one.title, *lines), _ways(one, to, words), subject=one.subject)


def numbers(
    rows_of_goal: Sequence[Counted[StandingCredit]],
    goal: Goal,
    number: int,
    incomplete: Sequence[Since],
    words: Words,
) -> Screen:
    """The credits in the window of the goal, each with what it adds: their sum is the number that /credits shows."""
    say, shown = words.why, cut(rows_of_goal, number)
    lines = [
        say.numbers_row(
            place,
            one.credit.earned_on,
            titled(one.credit, words),
            one.credit.half_units,
            one.credit.code,
            counts=one.brings_code,
        )
        + (say.numbers_fall(goal.falls_on - DAY) if one.falls else "")  # the last day on which it counts
        for place, one in enumerate(shown.items, shown.before + 1)
    ]
    told = [say.numbers_sum(goal.window.sum), *summed(words, sample=goal.sample), "", *lines, "", say.numbers_legend()]
    kept = since.line(incomplete, words)
    named = ((titled(one.credit, words), OfRow(one.credit.id, shown.number)) for one in shown.items)
    return Screen(
        page(say.numbers_title(goal.window), *(told if lines else [say.no_numbers()]), *kept),
        (*picks(named, shown.before), *pager(words, shown, Numbers), row(Button(words.common.back(), Credits()))),
        subject="credits",
    )


def _items(shown: Page[Item], words: Words) -> list[str]:
    return [
        words.why.item(place, one.title, words.reasons.state(one.reason))
        for place, one in enumerate(shown.items, shown.before + 1)
    ]


def _numbers(shown: Page[Item]) -> tuple[Row, ...]:
    return picks(((one.title, one.press) for one in shown.items), shown.before)


def _counted(one: Credited, words: Words) -> Sequence[str]:
    say, counted, window = words.why, one.counted, one.goal.window
    credit = counted.credit
    brought = [say.brought_along(credit.imported_on)] if credit.imported_on else []
    lines = [*[words.common.sample_credit()] * credit.sample, *brought, say.in_year(counted.year)]
    if not counted.inside:
        lines.append(say.outside_goal(window))
    elif counted.brings_code:
        lines.append(say.in_goal(window, credit.half_units, credit.code))
    by = counted.code_by
    if by is not None and by.id != credit.id:
        lines.append(say.in_goal_without_code(window, credit.half_units, credit.code, by.earned_on, titled(by, words)))
    if counted.falls:
        lines.append(say.falls(one.goal.falls_on, code=counted.brings_code and counted.code_falls))
    return [*lines, *(say.common(common.category, common.half_units) for common in one.common)]


def _line(one: Credited, profile: Profile, words: Words) -> Sequence[str]:
    return [words.why.on_paper()] if one.line is None else words.reasons.said(one.line, profile)


def _ways(one: Explained, to: Press, words: Words) -> tuple[Row, ...]:
    paper = _paper(one.credit, words) if one.credit else None
    opens = Button(words.why.open(one.kind), one.opens) if one.opens else None
    return tuple(map(row, given(paper, opens, Button(words.common.back(), to))))


def _paper(one: Credited, words: Words) -> Button | None:
    """The way to a certificate, if one can show the credit now or from tomorrow on."""
    if not one.counted.credit.counts:
        return None
    if isinstance(one.line, NotUntil):
        return Button(words.certificate.tell_me(), TellMe())
    if isinstance(one.line, NeverShown | CertifiedElsewhere | BroughtAlong):
        return None
    return Button(words.credits.to_certificate(), Certificates())


def _asking(words: Words) -> Row:
    """The way to staff, for what the screen does not answer."""
    return row(Button(words.requests.to_requests(), Requests(1)))
