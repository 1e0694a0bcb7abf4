"""日医雑誌 問題解答: the list of issues, one issue, its explanations, and the letters about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from content import curriculum
from content.absence import given
from content.credits import why
from content.credits.credit import StandingCredit
from content.journal import Channel, IssueStanding, JournalIssue, SpecialIssue, Ticks
from content.rules import fiscal_year
from content.study.grading import percent
from content.words import Words
from handlers.press import Press
from handlers.presses.journal import Begin, Explain, Issues, IssueToCalendar, OpenIssue
from handlers.screens import asking, before
from handlers.screens.paging import cut, pager
from handlers.screens.screen import Button, Place, Row, Screen, page, row, rows_of
from handlers.screens.ways import back


@dataclass(frozen=True)
class Submitted:
    """The way by which a sheet came in, and when."""

    channel: Channel
    at: datetime


@dataclass(frozen=True)
class MemberIssue:
    """An issue and a member; `right` counts once it is graded. `before`: an imported credit is, or may be, that of the
    issue.
    """

    id: int
    issue: JournalIssue
    standing: IssueStanding
    answered: int = 0
    right: int = 0
    submitted: Submitted | None = None
    before: why.Before | None = None


@dataclass(frozen=True)
class Mark:
    """What it takes to pass."""

    needed: int
    pct: int


SIZE = 4
"""Issues on a page: each takes two or three lines of a phone."""
OPEN = frozenset({IssueStanding.NEW, IssueStanding.UNDER_WAY})


def issues(every: Sequence[MemberIssue | SpecialIssue], number: int, words: Words, *, can_earn: bool) -> Screen:
    """One page of the issues. Special issues are in the list too, without a button."""
    say, shown = words.journal, cut(every, number, SIZE)
    lines = [line for one in shown.items for line in ("", *_listed(one, words))] or ["", say.nothing()]
    buttons = [opening(one, words) for one in shown.items if isinstance(one, MemberIssue)]
    text = page(say.title(), *given(_warned(words, can_earn)), *say.about(), *lines)
    return Screen(text, (*rows_of(buttons, 2), *pager(words, shown, Issues), back(words)), subject="journal")


def issue(one: MemberIssue, mark: Mark, words: Words, *, can_earn: bool, told: bool, toast: str = "") -> Screen:
    """An issue: what it asks for, and how far the member is. `told`: the answers are published."""
    say = words.journal
    lines = given(
        _credit(one.issue, words),
        _warned(words, can_earn),
        *before.lines(one.before, words),
        "",
        say.asks(one.issue, mark.needed, mark.pct),
        say.once() if one.standing in OPEN else None,
        None if told else say.told_from(one.issue.answers_published_at),
        "",
        say.by(one.submitted.channel, one.submitted.at) if one.submitted else None,
        _state(one, words),
    )
    entry = row(Button(words.calendar.to_calendar(), IssueToCalendar(one.id))) if one.standing in OPEN else None
    rows = given(_next(one, words, told), entry, row(Button(words.common.back(), Issues(1))))
    return Screen(
        page(say.name(one.issue.month, words.titled(one.issue)), *lines), rows, subject=_subject(one.id), toast=toast
    )


def explanation(issue_id: int, ticks: Ticks, place: int, words: Words) -> Screen:
    """A question with its key. Raises LookupError if there is no question at this place."""
    title = words.journal.explained(ticks.issue.month, place, ticks.asked)
    turning = asking.turning(ticks.asked, place, lambda other: Explain(issue_id, other), words)
    return Screen(
        page(title, *asking.explanation_lines(ticks, place, words)),
        (*turning, row(Button(words.common.back(), OpenIssue(issue_id)))),
        subject=_subject(issue_id),
    )


def result(one: MemberIssue, mark: Mark, credit: StandingCredit | None, to_credits: Press, words: Words) -> Screen:
    """The letter with the result of a graded sheet. `credit`: None if it brought none."""
    say, asked = words.journal, len(one.issue.questions)
    lines = [say.result(one.right, asked, percent(one.right, asked), mark.pct)]
    if credit:
        lines += ["", words.quiz.earned(_code(one.issue, words), one.issue.code, one.issue.half_units)]
        day = credit.earned_on
        lines += [say.credited_on(day, fiscal_year(day))] if credit.counts else []
        lines += [words.common.sample_credit()] if credit.sample else []
    if one.before is not None and one.standing is IssueStanding.CREDITED:
        lines += ["", *before.lines(one.before, words)]
    if one.standing is IssueStanding.PASSED:
        lines += ["", say.without_credit()]
    rows = (row(Button(say.explain(), Explain(one.id, 1))), row(Button(words.common.to_credits(), to_credits)))
    return Screen(page(say.result_title(one.standing, one.issue.month), *lines), rows, place=Place.OWN)


def _state(one: MemberIssue, words: Words) -> str:
    if one.before is not None and one.standing is IssueStanding.CREDITED:
        return words.journal.passed_before(one.issue, one.right, sure=isinstance(one.before, why.BroughtBefore))
    return words.journal.state(one.issue, one.standing, one.answered, one.right)


def reminder(one: MemberIssue, words: Words) -> Screen:
    """The letter to a member who has answered and not submitted."""
    say = words.journal
    told = say.reminder(one.answered, len(one.issue.questions), one.issue.deadline)
    rows = (row(Button(say.go_on(), Begin(one.id))),)
    return Screen(page(say.reminder_title(one.issue.month), "", told), rows, place=Place.OWN)


def _subject(issue_id: int) -> str:
    return f"issue:{issue_id}"


def entry(one: MemberIssue, words: Words) -> Sequence[str]:
    """An issue as other lists show it."""
    return words.journal.title(), *_listed(one, words)


def opening(one: MemberIssue, words: Words) -> Button:
    """The way to an issue."""
    return Button(words.journal.month(one.issue.month), OpenIssue(one.id))


def _listed(one: MemberIssue | SpecialIssue, words: Words) -> Sequence[str]:
    say = words.journal
    if isinstance(one, SpecialIssue):
        return (say.special(one.month, words.titled(one)),)
    title = words.course.title(words.titled(one.issue), one.issue.code, one.issue.half_units)
    sample = [words.common.sample()] if one.issue.sample else []
    return "　".join([say.month(one.issue.month), title, *sample]), _state(one, words)


def _next(one: MemberIssue, words: Words, told: bool) -> Row | None:
    say = words.journal
    if one.standing is IssueStanding.NEW:
        return row(Button(say.begin(), Begin(one.id)))
    if one.standing is IssueStanding.UNDER_WAY:
        return row(Button(say.go_on(), Begin(one.id)))
    return row(Button(say.explain(), Explain(one.id, 1))) if told else None


def _credit(one: JournalIssue, words: Words) -> str:
    sample = [words.common.sample()] if one.sample else []
    return "　".join([f"CC {one.code} {_code(one, words)}", words.common.credits(one.half_units), *sample])


def _code(one: JournalIssue, words: Words) -> str:
    return curriculum.load().code(one.code).text(words.language)


def _warned(words: Words, can_earn: bool) -> str | None:
    return None if can_earn else "⚠️ " + words.course.cannot_earn()
